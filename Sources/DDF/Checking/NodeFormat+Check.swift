import Notation

extension NodeFormat {
    /// The integers that Windows takes: 32 bits, signed or unsigned (windows-csp.md 1.4).
    public static let integers: ClosedRange<Int64> = -2_147_483_648...4_294_967_295

    /// Says what is wrong with a text that should be of this format (windows-csp.md 5.9 row 18); nil when it is right.
    ///
    /// Blanks round a number or a truth value are passed over. `chr`, `xml`, `bin` and `node` are not checked, and `null` is not
    /// either: the generic Policy description uses it for policies of any format.
    public func check(_ value: String) -> ValueFault? {
        switch self {
        case .chr, .xml, .node, .bin, .null: return nil
        case .int:
            if let number = Int64(value.trimmed), Self.integers.contains(number) { return nil }
            return fault(value, "a decimal integer between -2147483648 and 4294967295")
        case .bool:
            return Self.truth(value) == nil ? fault(value, "true or false") : nil
        case .b64:
            return Base64.decode(value) != nil ? nil : fault(value, "Base64, as in aGVsbG8=")
        case .float:
            return Self.isFloat(value.trimmed) ? nil : fault(value, "a decimal number such as 1.5 or 1.5E3")
        case .date:
            return Self.isDate(value.trimmed[...]) ? nil : fault(value, "a date such as 2025-02-28 or 20250228")
        case .time:
            return Self.isTime(value.trimmed)
                ? nil : fault(value, "a time such as 16:38:17, or date and time with T between")
        }
    }

    private func fault(_ value: String, _ expected: String) -> ValueFault {
        ValueFault(
            kind: .notOfFormat, sentence: "\(ValueFault.quoted(value)) is no \(rawValue).",
            hint: "Send \(expected).")
    }

    /// What a `bool` says: true, false, 1 or 0 in any case; nil for anything else.
    public static func truth(_ value: String) -> Bool? {
        switch value.trimmed.lowercased() {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }

    /// An XML Schema float.
    private static func isFloat(_ text: String) -> Bool {
        if ["INF", "-INF", "NaN"].contains(text) { return true }
        return text.utf8.allSatisfy { "+-.eE0123456789".utf8.contains($0) } && Double(text) != nil
    }

    /// An ISO 8601 date with century, basic or extended (oma-dm.md 1.4).
    private static func isDate(_ text: Substring) -> Bool {
        let parts: [Substring]
        if text.contains("-") {
            parts = text.split(separator: "-", omittingEmptySubsequences: false)
        } else {
            guard text.utf8.count == 8 else { return false }
            parts = [text.prefix(4), text.dropFirst(4).prefix(2), text.suffix(2)]
        }
        guard parts.map(\.utf8.count) == [4, 2, 2], let year = digits(parts[0]), let month = digits(parts[1]),
            let day = digits(parts[2]), (1...12).contains(month)
        else { return false }
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }

    /// An ISO 8601 time, basic or extended, or date and time: the nodes of this format in CertificateStore hold both.
    private static func isTime(_ text: String) -> Bool {
        var rest = text[...]
        if let separator = rest.firstIndex(of: "T") {
            guard isDate(rest[..<separator]) else { return false }
            rest = rest[rest.index(after: separator)...]
        }
        if rest.last == "Z" {
            rest.removeLast()
        } else if let sign = rest.firstIndex(where: { $0 == "+" || $0 == "-" }) {
            let zone = rest[rest.index(after: sign)...].filter { $0 != ":" }
            guard [2, 4].contains(zone.utf8.count), digits(zone[...]) != nil else { return false }
            rest = rest[..<sign]
        }
        if let point = rest.firstIndex(where: { $0 == "." || $0 == "," }) {
            guard digits(rest[rest.index(after: point)...]) != nil else { return false }
            rest = rest[..<point]
        }
        let parts: [Substring]
        if rest.contains(":") {
            parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        } else {
            guard rest.utf8.count == 6 else { return false }
            parts = [rest.prefix(2), rest.dropFirst(2).prefix(2), rest.suffix(2)]
        }
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 }) else { return false }
        let numbers = parts.compactMap { digits($0) }
        // 60 is a leap second, 24:00:00 the end of a day.
        return numbers.count == parts.count && numbers[0] <= 24 && numbers[1] <= 59
            && numbers.dropFirst(2).allSatisfy { $0 <= 60 }
    }

    private static func digits(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return Int(text)
    }
}
