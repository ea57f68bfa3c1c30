/// A shape by which a secret is known in any text.
public enum SecretPattern: Hashable, Sendable, CaseIterable {
    /// Three runs of Base64url with points between them, the first of which begins with `eyJ`: `{"` in Base64.
    case jsonWebToken
    /// `user@host.domain`.
    case email
    /// Six pairs of hexadecimal digits with dashes or colons.
    case macAddress
    /// `S-1-5-21-…` and `S-1-12-1-…`: those that name a user or a tenant. Well-known ones such as `S-1-5-32-544` name none.
    case securityIdentifier

    /// Where the shape stands in a text, in order, without overlaps.
    func matches(in text: [UInt8]) -> [Range<Int>] {
        switch self {
        case .jsonWebToken: Self.tokens(text)
        case .email: Self.emails(text)
        case .macAddress: Self.addresses(text)
        case .securityIdentifier: Self.identifiers(text)
        }
    }

    private static func tokens(_ text: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var from = 0
        while let start = text.index(of: "eyJ", from: from) {
            from = start + 3
            if start > 0, isBase64URL(text[start - 1]) { continue }
            var end = start
            var points = 0
            while end < text.count, isBase64URL(text[end]) || text[end] == UInt8(ascii: ".") {
                if text[end] == UInt8(ascii: ".") { points += 1 }
                end += 1
            }
            guard points >= 1, end - start >= 16 else { continue }
            found.append(start..<end)
            from = end
        }
        return found
    }

    private static func isBase64URL(_ byte: UInt8) -> Bool { isWord(byte) || byte == UInt8(ascii: "-") }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), 0x30...0x39,
            UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func emails(_ text: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var from = 0
        while let mark = text.index(of: UInt8(ascii: "@"), from: from) {
            from = mark + 1
            var start = mark
            while start > (found.last?.upperBound ?? 0), isLocalPart(text[start - 1]) { start -= 1 }
            var end = mark + 1
            var points = 0
            while end < text.count,
                isWord(text[end]) || text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: ".")
            {
                if text[end] == UInt8(ascii: ".") { points += 1 }
                end += 1
            }
            while end > mark, text[end - 1] == UInt8(ascii: ".") {
                end -= 1
                points -= 1
            }
            guard start < mark, points >= 1 else { continue }
            found.append(start..<end)
            from = end
        }
        return found
    }

    private static func isLocalPart(_ byte: UInt8) -> Bool {
        isWord(byte) || "-.+%".utf8.contains(byte) || byte >= 0x80
    }

    private static func addresses(_ text: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 2
        while index + 15 <= text.count {
            let mark = text[index]
            guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: ":") else {
                index += 1
                continue
            }
            let start = index - 2
            let end = start + 17
            let fits =
                end <= text.count
                && (0..<17).allSatisfy { offset in
                    offset % 3 == 2 ? text[start + offset] == mark : isHex(text[start + offset])
                }
            let isAlone =
                fits && (start == 0 || !(isHex(text[start - 1]) || text[start - 1] == mark))
                && (end == text.count || !(isHex(text[end]) || text[end] == mark))
            if isAlone {
                found.append(start..<end)
                index = end + 2
            } else {
                index += 1
            }
        }
        return found
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
        default: false
        }
    }

    private static func identifiers(_ text: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for prefix in ["S-1-5-21-", "S-1-12-1-"] as [StaticString] {
            var from = 0
            while let start = text.index(of: prefix, from: from) {
                var end = start + prefix.utf8CodeUnitCount
                while end < text.count, (0x30...0x39).contains(text[end]) || text[end] == UInt8(ascii: "-") { end += 1 }
                from = end
                if end > start + prefix.utf8CodeUnitCount { found.append(start..<end) }
            }
        }
        return found.sorted { $0.lowerBound < $1.lowerBound }
    }
}
