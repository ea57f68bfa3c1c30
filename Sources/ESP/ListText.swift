/// Small text operations on node values, so that the target needs no Foundation for them.
enum ListText {
    /// The text without white space at both ends.
    static func trimmed(_ text: some StringProtocol) -> String {
        // Most values have none, and that is quick to see: visible ASCII at both ends.
        let visible: ClosedRange<UInt8> = 0x21...0x7E
        let isBare = text.utf8.withContiguousStorageIfAvailable { bytes in
            guard let first = bytes.first, let last = bytes.last else { return true }
            return visible.contains(first) && visible.contains(last)
        }
        if isBare == true { return String(text) }
        var rest = text[...]
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }

    /// The text after `prefix`, whose ASCII letters match in both cases; nil when the text starts otherwise.
    static func dropping(prefix: String, from text: String) -> String? {
        guard text.prefix(prefix.count).lowercased() == prefix.lowercased() else { return nil }
        return String(text.dropFirst(prefix.count))
    }
}
