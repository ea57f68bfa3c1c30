/// What a text is that stands where XML wants an element.
enum DocumentText {
    /// An ellipsis, or the beginnings of Markdown: fences, quotes, bold text, headings, list marks.
    static func isEllipsisOrMarkdown(_ text: ArraySlice<UInt8>) -> Bool {
        let starts = [
            "...", "\u{2026}", "[...]", "[\u{2026}]", "(...)", "```", "~~~", "''''", "**", "__", "# ", "## ", "> ",
            "* ",
            "- ",
        ]
        return starts.contains { text.starts(with: $0.utf8) } || text.elementsEqual("..".utf8)
    }

    /// True for a request or status line, or two lines that look like header fields.
    static func isHTTP(_ text: ArraySlice<UInt8>) -> Bool {
        let methods = ["HTTP/", "POST ", "GET ", "PUT "]
        if methods.contains(where: { text.starts(with: $0.utf8) }) { return true }
        let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        let fields: Set<String> = [
            "accept", "accept-charset", "accept-encoding", "authorization", "cache-control", "client-request-id",
            "connection", "content-encoding", "cookie", "devicetoken", "mdm-genericalert", "ms-signature", "set-cookie",
            "content-length", "content-type", "date", "expect", "host",
            "ms-cv", "server", "transfer-encoding", "user-agent", "x-powered-by",
        ]
        return fields.contains(name)
    }

    /// True for text in which the angle brackets are written as entities.
    static func isEscaped(_ text: ArraySlice<UInt8>) -> Bool {
        ["&lt;", "&#60;", "&#x3c;", "&#x3C;"].contains { text.starts(with: $0.utf8) }
    }

    /// Where the last character begins, when the document ends in its middle.
    static func unfinishedCharacter(in source: [UInt8]) -> Int? {
        guard let lead = source.suffix(3).lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return nil }
        let length =
            switch source[lead] {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        return source.count - lead < length ? lead : nil
    }

    /// Where the last tag, section or reference begins, when nothing ends it.
    static func unfinishedToken(in source: [UInt8]) -> Int? {
        guard let last = source.lastIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return nil
        }
        let end = source[last] == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: ";")
        return source[last...].contains(end) ? nil : last
    }

    /// The typographic character that `bytes` begin with, nil when there is none: quotes and dashes that word processors
    /// put in place of `"`, `'` and `--`.
    static func typographic(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard bytes.count >= 3, let scalar = String(decoding: bytes.prefix(3), as: UTF8.self).unicodeScalars.first
        else {
            return nil
        }
        switch scalar.value {
        case 0x2018...0x201F, 0x2032...0x2036, 0x00AB, 0x00BB, 0x2013, 0x2014: return scalar
        default: return nil
        }
    }
}
