extension AllowedValues {
    /// Says what is wrong with a value that is of the node's format (windows-csp.md 5.9 row 19); nil when the node takes it.
    ///
    /// Each item of a list is checked alone; the empty list is allowed, and so is a delimiter at the end. Numbers compare as
    /// numbers, whether written in decimal or as `0x…`; truth values compare whatever their spelling (pitfalls 12, 13).
    /// ADMX payloads, schemas, JSON and SDDL are not checked.
    ///
    /// - Parameter nodeName: the name of the node, which may tell the unit for the hint.
    public func check(_ value: String, format: NodeFormat, nodeName: String? = nil) -> ValueFault? {
        guard let delimiter = listDelimiter?.first else { return checkItem(value, format: format, nodeName: nodeName) }
        for item in value.split(separator: delimiter) {
            if var fault = checkItem(String(item), format: format, nodeName: nodeName) {
                fault.hint += " Items are separated by \(Self.spelling(delimiter))."
                return fault
            }
        }
        return nil
    }

    private func checkItem(_ value: String, format: NodeFormat, nodeName: String?) -> ValueFault? {
        switch kind {
        case .none, .admx, .xsd, .json, .sddl: return nil
        case .enumeration(let values): return Self.checkListed(value, values, format: format)
        case .flags(let values): return Self.checkFlags(value, values)
        case .range(let ranges): return Self.checkRange(value, ranges, nodeName: nodeName)
        case .regularExpression(let patterns):
            guard !patterns.isEmpty, !patterns.contains(where: { ValuePattern($0).matches(value) }) else { return nil }
            return ValueFault(
                kind: .noMatch, sentence: "\(ValueFault.quoted(value)) does not match the pattern of the node.",
                hint: "The pattern is \(patterns.joined(separator: " or ")).")
        }
    }

    private static func checkListed(_ value: String, _ values: [String], format: NodeFormat) -> ValueFault? {
        let sought = comparable(value, format: format)
        if values.isEmpty || values.contains(where: { comparable($0, format: format) == sought }) { return nil }
        return ValueFault(
            kind: .notListed, sentence: "\(ValueFault.quoted(value)) is not one of the allowed values.",
            hint: "Allowed are \(values.joined(separator: ", ")).")
    }

    /// What two spellings of one value have in common. Texts compare without regard to case: the descriptions of VPNv2 list
    /// `Ikev2` where the published samples send `IKEv2`.
    private static func comparable(_ value: String, format: NodeFormat) -> String {
        switch format {
        case .bool:
            if let truth = NodeFormat.truth(value) { return truth ? "1" : "0" }
            return number(value).map(String.init) ?? value.lowercased()
        case .int: return number(value).map(String.init) ?? value.lowercased()
        case .b64, .bin: return value
        case .chr, .xml, .node, .null, .date, .time, .float: return value.lowercased()
        }
    }

    private static func checkFlags(_ value: String, _ values: [String]) -> ValueFault? {
        if values.isEmpty { return nil }
        let hint = "Allowed are \(values.joined(separator: ", ")) and sums of them."
        guard let bits = number(value).map({ UInt32(truncatingIfNeeded: $0) }) else {
            return ValueFault(kind: .unknownFlags, sentence: "\(ValueFault.quoted(value)) is no number.", hint: hint)
        }
        // A flag may have several bits, so the value has to be what its flags give together.
        let flags = values.compactMap { number($0).map { UInt32(truncatingIfNeeded: $0) } }
        let reached = flags.reduce(0) { $1 & bits == $1 ? $0 | $1 : $0 }
        if reached == bits { return nil }
        return ValueFault(
            kind: .unknownFlags, sentence: "\(ValueFault.quoted(value)) has bits that are no flags of the node.",
            hint: hint)
    }

    private static func checkRange(
        _ value: String, _ ranges: [ClosedRange<Int64>], nodeName: String?
    ) -> ValueFault? {
        if ranges.isEmpty { return nil }
        let unit = nodeName.flatMap { ValueUnit(nodeName: $0) }
        let hint = "Allowed is \(describe(ranges))" + (unit.map { " \($0.rawValue)" } ?? "") + "."
        guard let number = number(value) else {
            return ValueFault(kind: .outOfRange, sentence: "\(ValueFault.quoted(value)) is no number.", hint: hint)
        }
        // The same 32 bits may be written signed or unsigned: -1 is 4294967295.
        let other = number < 0 ? number + 0x1_0000_0000 : number > Int64(Int32.max) ? number - 0x1_0000_0000 : number
        if ranges.contains(where: { $0.contains(number) || $0.contains(other) }) { return nil }
        let direction = ranges.allSatisfy { number < $0.lowerBound } ? "below" : "outside"
        return ValueFault(
            kind: .outOfRange, sentence: "\(number) is \(direction) the range of the node.", hint: hint)
    }

    /// Ranges in words: `0 to 100`, `5`, `1 to 3 or 7`.
    static func describe(_ ranges: [ClosedRange<Int64>]) -> String {
        ranges.map { $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)" }
            .joined(separator: " or ")
    }

    /// A number in decimal or as `0x…`; nil for anything else.
    static func number(_ text: String) -> Int64? {
        let text = text.trimmed
        if text.hasPrefix("0x") || text.hasPrefix("0X") { return Int64(text.dropFirst(2), radix: 16) }
        return Int64(text)
    }

    /// A delimiter as people can read it.
    static func spelling(_ delimiter: Character) -> String {
        guard let scalar = delimiter.unicodeScalars.first, scalar.value < 0x21 || scalar.value > 0x7E
        else { return "\"\(delimiter)\"" }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
