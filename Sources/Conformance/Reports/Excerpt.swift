/// One line of a source round a place: cut at both sides when it is long, and safe to show.
struct Excerpt: Hashable {
    var lineNumber: Int
    /// What stands before the place.
    var before: String
    /// The character at the place; empty at the end of the line, or when the place has no mark.
    var marked: String
    var after: String
    /// False when redaction changed the line, so that a column means nothing.
    var isMarked: Bool

    var text: String { before + marked + after }

    /// - Parameters:
    ///   - line: the line in the bytes, without its end.
    ///   - place: the byte of the marked character.
    init(_ bytes: [UInt8], line: Range<Int>, place: Int, lineNumber: Int, isMarked: Bool, cells: Int) {
        self.lineNumber = lineNumber
        self.isMarked = isMarked
        // A third of the room goes to what stands before; what it does not need goes to what follows.
        var start = place
        var room = cells / 3
        while start > line.lowerBound {
            var previous = start - 1
            while previous > line.lowerBound, bytes[previous] & 0xC0 == 0x80 { previous -= 1 }
            room -= Self.cells(bytes, previous..<start)
            if room < 0 { break }
            start = previous
        }
        let before = Self.shown(bytes[start..<place])
        var end = place
        room = cells - SafeText.cells(before)
        var markedEnd = place
        while end < line.upperBound {
            var next = end + 1
            while next < line.upperBound, bytes[next] & 0xC0 == 0x80 { next += 1 }
            room -= Self.cells(bytes, end..<next)
            if room < 0, end > place { break }
            if end == place { markedEnd = next }
            end = next
        }
        if !isMarked { markedEnd = place }
        self.before = (start > line.lowerBound ? "…" : "") + before
        marked = Self.shown(bytes[place..<markedEnd])
        after = Self.shown(bytes[markedEnd..<end]) + (end < line.upperBound ? "…" : "")
    }

    /// Tabs become spaces, since a mark below cannot know where the tab stops of a terminal are.
    private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(where: { !(0x20..<0x7F ~= $0) }) else { return String(decoding: bytes, as: UTF8.self) }
        var result = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "\t": result += "    "
            case _ where SafeText.isUnsafe(scalar): result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The cells of one character; nearly every one is plain ASCII.
    private static func cells(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        let first = bytes[range.lowerBound]
        if range.count == 1, first >= 0x20, first < 0x7F { return 1 }
        return SafeText.cells(shown(bytes[range]))
    }
}
