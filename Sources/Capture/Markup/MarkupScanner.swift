/// Finds the tags of XML without judging it: a document that is cut off or broken is scanned as far as it goes.
///
/// XMLStream reads whole, well-formed documents; a capture has to be cut into documents before any can be read, and a cut-off message
/// must still be redacted.
struct MarkupScanner: Sendable {
    enum Kind: Hashable, Sendable {
        case text
        case comment
        case cdata
        /// `<?…?>`
        case instruction
        /// `<!DOCTYPE …>` and other declarations.
        case declaration
        case start(isEmpty: Bool)
        case end
    }

    struct Token: Hashable, Sendable {
        var kind: Kind
        /// The bytes of the token, its marks included.
        var range: Range<Int>
        /// The local name in a tag, without prefix.
        var name: Range<Int>
    }

    /// Where in an unfinished token the search goes on, so that bytes that come in pieces are not searched again.
    private var resume = 0
    /// A tag that is not finished, likewise.
    private var unfinished: UnfinishedTag?

    private struct UnfinishedTag: Sendable {
        /// Places behind the beginning of the tag.
        var index: Int
        var local: Int
        /// nil while the name goes on.
        var nameEnd: Int?
        /// The quotation mark that is open, or 0.
        var quote: UInt8 = 0
    }

    /// The token that begins at an index; nil when the bytes end inside it. A text is given as far as it has come.
    mutating func token(in bytes: [UInt8], at start: Int) -> Token? {
        guard start < bytes.count else { return nil }
        guard bytes[start] == UInt8(ascii: "<") else {
            return Token(
                kind: .text, range: start..<(bytes.index(of: UInt8(ascii: "<"), from: start) ?? bytes.count),
                name: 0..<0)
        }
        guard start + 1 < bytes.count else { return nil }
        switch bytes[start + 1] {
        case UInt8(ascii: "?"): return closed(.instruction, by: "?>", in: bytes, at: start, behind: 2)
        case UInt8(ascii: "!"): return bang(in: bytes, at: start)
        case UInt8(ascii: "/"): return tag(.end, in: bytes, at: start, nameAt: start + 2)
        case let byte where Self.beginsName(byte):
            return tag(.start(isEmpty: false), in: bytes, at: start, nameAt: start + 1)
        default: return Token(kind: .text, range: start..<(start + 1), name: 0..<0)
        }
    }

    private mutating func bang(in bytes: [UInt8], at start: Int) -> Token? {
        for (mark, kind, end, length) in [
            ("<!--" as StaticString, Kind.comment, "-->" as StaticString, 4), ("<![CDATA[", .cdata, "]]>", 9),
        ] {
            if bytes.hasPrefix(mark, at: start) { return closed(kind, by: end, in: bytes, at: start, behind: length) }
            // The bytes may end inside the mark itself.
            let available = bytes.count - start
            if available < length, String(describing: mark).utf8.prefix(available).elementsEqual(bytes[start...]) {
                return nil
            }
        }
        guard let end = bytes.index(of: UInt8(ascii: ">"), from: start) else { return nil }
        guard let subset = bytes.index(of: "[", from: start, before: end) else {
            return Token(kind: .declaration, range: start..<(end + 1), name: 0..<0)
        }
        guard let close = bytes.index(of: UInt8(ascii: "]"), from: subset),
            let last = bytes.index(of: UInt8(ascii: ">"), from: close)
        else { return nil }
        return Token(kind: .declaration, range: start..<(last + 1), name: 0..<0)
    }

    private mutating func closed(
        _ kind: Kind, by end: StaticString, in bytes: [UInt8], at start: Int, behind length: Int
    ) -> Token? {
        guard let found = bytes.index(of: end, from: max(start + length, resume)) else {
            resume = max(start + length, bytes.count - 2)
            return nil
        }
        resume = 0
        return Token(kind: kind, range: start..<(found + end.utf8CodeUnitCount), name: 0..<0)
    }

    private mutating func tag(_ kind: Kind, in bytes: [UInt8], at start: Int, nameAt: Int) -> Token? {
        let known = unfinished ?? UnfinishedTag(index: nameAt - start, local: nameAt - start)
        unfinished = nil
        var index = start + known.index
        var local = start + known.local
        if known.nameEnd == nil {
            while index < bytes.count, !Self.endsName(bytes[index]) {
                if bytes[index] == UInt8(ascii: ":") { local = index + 1 }
                index += 1
            }
        }
        let nameEnd = known.nameEnd.map { start + $0 } ?? index
        let name = local..<max(local, nameEnd)
        var quote = known.quote
        while index < bytes.count {
            let byte = bytes[index]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                if kind != .end { quote = byte }
            } else if byte == UInt8(ascii: ">") {
                let isEmpty = kind != .end && bytes[index - 1] == UInt8(ascii: "/")
                return Token(
                    kind: kind == .end ? .end : .start(isEmpty: isEmpty), range: start..<(index + 1), name: name)
            } else if byte == UInt8(ascii: "<") {
                // A tag that nothing ends: what stands before the next one is text.
                return Token(kind: .text, range: start..<index, name: 0..<0)
            }
            index += 1
        }
        unfinished = UnfinishedTag(
            index: index - start, local: local - start, nameEnd: index > nameEnd ? nameEnd - start : nil, quote: quote)
        return nil
    }

    /// Follows bytes that were dropped from the front.
    mutating func shift(by count: Int) { resume = max(0, resume - count) }

    static func beginsName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "<")
    }
}
