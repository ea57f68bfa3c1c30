extension NodeDescription.Facts {
    /// The default value as it goes on the wire; nil where the DDF has none, or a text that is no value of the format, such as
    /// `Not available` on an int (windows-csp.md 6.6 pitfalls 12 and 16).
    ///
    /// Integers are decimal, also where the DDF writes `0x0`; truth values are `true` and `false`, also where it writes `False` or
    /// `0` (windows-csp.md 1.4).
    public var defaultOnWire: String? {
        guard let defaultValue else { return nil }
        switch format {
        case .int:
            guard let number = AllowedValues.number(defaultValue), NodeFormat.integers.contains(number) else {
                return nil
            }
            return "\(number)"
        case .bool:
            return NodeFormat.truth(defaultValue).map { $0 ? "true" : "false" }
        case .b64, .date, .time, .float:
            return format.check(defaultValue) == nil ? defaultValue : nil
        case .chr, .xml, .bin, .null, .node:
            return defaultValue
        }
    }
}
