import XMLStream

/// A source as text, with its lines, for excerpts.
///
/// Lines and columns are those of `XMLPosition`: lines end with a line feed, a column is a Unicode scalar, the byte order
/// mark does not count.
package struct SourceText {
    private let bytes: [UInt8]
    private let lineStarts: [Int]
    private let changedLines: Set<Int>
    /// The place found last. Findings come in document order, so that a line of any length is walked once.
    private var last = (line: 0, column: 1, offset: 0)

    /// - Returns: nil when the source is empty or no text.
    init?(_ source: [UInt8], changedLines: Set<Int> = []) {
        guard let text = Self.decoded(source), !text.isEmpty else { return nil }
        bytes = Array(text.utf8)
        self.changedLines = changedLines
        var starts = [0]
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
        lineStarts = starts
    }

    /// The source in UTF-8 without a byte order mark; nil when it is no text, as WBXML is none.
    package static func decoded(_ source: [UInt8]) -> String? {
        let start = source.prefix(4)
        if start.starts(with: [0xFE, 0xFF]) { return utf16(source.dropFirst(2), isBigEndian: true) }
        if start.starts(with: [0xFF, 0xFE]) { return utf16(source.dropFirst(2), isBigEndian: false) }
        if start.elementsEqual([0x00, 0x3C, 0x00, 0x3F]) { return utf16(source[...], isBigEndian: true) }
        if start.elementsEqual([0x3C, 0x00, 0x3F, 0x00]) { return utf16(source[...], isBigEndian: false) }
        // The first octet of WBXML is its version, 1 to 3, and no text has NUL.
        if let first = start.first, first < 0x09 { return nil }
        guard !source.contains(0) else { return nil }
        return String(decoding: start.starts(with: [0xEF, 0xBB, 0xBF]) ? source[3...] : source[...], as: UTF8.self)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> String {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
            index += 2
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// The surroundings of a place.
    ///
    /// - Parameters:
    ///   - isMoved: true for a place in the source as redaction left it.
    ///   - cells: how many cells of a terminal the excerpt may take, at least 16.
    /// - Returns: nil when the source has no such line, or nothing stands on it.
    mutating func excerpt(at position: XMLPosition, isMoved: Bool = false, cells: Int) -> Excerpt? {
        guard lineStarts.indices.contains(position.line - 1) else { return nil }
        let start = lineStarts[position.line - 1]
        var end = position.line < lineStarts.count ? lineStarts[position.line] - 1 : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        guard end > start else { return nil }
        let isMarked = isMoved || !changedLines.contains(position.line)
        let place = isMarked ? offset(of: position, from: start, to: end) : start
        return Excerpt(
            bytes, line: start..<end, place: place, lineNumber: position.line, isMarked: isMarked, cells: max(cells, 16)
        )
    }

    private mutating func offset(of position: XMLPosition, from start: Int, to end: Int) -> Int {
        if last.line != position.line || last.column > position.column {
            last = (line: position.line, column: 1, offset: start)
        }
        while last.column < position.column, last.offset < end {
            last.offset += 1
            while last.offset < end, bytes[last.offset] & 0xC0 == 0x80 { last.offset += 1 }
            last.column += 1
        }
        return last.offset
    }
}
