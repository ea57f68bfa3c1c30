/// Small text operations on node values, so that the target needs no Foundation for them.
enum ListText {
    /// The text without white space at both ends.
    static func trimmed(_ text: some StringProtocol) -> String {
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
