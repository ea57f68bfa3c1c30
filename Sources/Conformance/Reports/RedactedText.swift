import XMLStream

/// A document before and after redaction: which lines changed, and where a place of the one stands in the other.
struct RedactedText {
    let text: String
    /// The lines that changed, from 1.
    let changedLines: Set<Int>
    /// False when lines came or went, so that no place fits any more.
    let keepsLines: Bool
    private let before: [[UInt8]]
    private let after: [[UInt8]]

    /// A line longer than this is not searched.
    private static let mostLineBytes = 1 << 18
    /// How much behind a place is looked for; the shorter ones for places just before a secret.
    private static let lengths = [48, 24, 12, 6]

    init(_ plain: String, _ redacted: String) {
        text = redacted
        let (before, after) = plain == redacted ? ([], []) : (Self.lines(plain), Self.lines(redacted))
        self.before = before
        self.after = after
        keepsLines = before.count == after.count
        changedLines = Set(
            zip(before, after).enumerated().filter { $0.element.0 != $0.element.1 }.map { $0.offset + 1 })
    }

    private static func lines(_ text: String) -> [[UInt8]] {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    }

    /// The place in the redacted text; nil when it is not known, and on a line that did not change.
    ///
    /// What stands at the place is looked for: it is the same occurrence of it, as long as there are as many as before.
    func moved(_ position: XMLPosition) -> XMLPosition? {
        guard keepsLines, changedLines.contains(position.line) else { return nil }
        let (old, new) = (before[position.line - 1], after[position.line - 1])
        guard old.count <= Self.mostLineBytes, new.count <= Self.mostLineBytes else { return nil }
        let start = Self.offset(ofColumn: position.column, in: old)
        for length in Self.lengths where start + length <= old.count {
            let context = old[start..<(start + length)]
            let places = Self.places(of: context, in: old)
            let others = Self.places(of: context, in: new)
            guard places.count == others.count, let index = places.firstIndex(of: start) else { continue }
            return XMLPosition(
                line: position.line, column: Self.column(ofOffset: others[index], in: new), offset: others[index])
        }
        return nil
    }

    private static func places(of context: ArraySlice<UInt8>, in line: [UInt8]) -> [Int] {
        guard let first = context.first, context.count <= line.count else { return [] }
        return (0...(line.count - context.count)).filter { index in
            line[index] == first && line[index..<(index + context.count)].elementsEqual(context)
        }
    }

    private static func offset(ofColumn column: Int, in line: [UInt8]) -> Int {
        var offset = 0
        for _ in 1..<max(column, 1) where offset < line.count {
            offset += 1
            while offset < line.count, line[offset] & 0xC0 == 0x80 { offset += 1 }
        }
        return offset
    }

    private static func column(ofOffset offset: Int, in line: [UInt8]) -> Int {
        line[..<offset].count { $0 & 0xC0 != 0x80 } + 1
    }
}
