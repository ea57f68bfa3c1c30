extension AllowedValues: CustomStringConvertible {
    /// Which values are meant, in words.
    public var description: String {
        let values: String =
            switch kind {
            case .none: "any value"
            case .enumeration(let listed): listed.isEmpty ? "any value" : "one of " + listed.joined(separator: ", ")
            case .flags(let listed): "sums of " + listed.joined(separator: ", ")
            case .range(let ranges): ranges.isEmpty ? "any value" : Self.describe(ranges)
            case .regularExpression(let patterns):
                patterns.isEmpty ? "any value" : "text that matches " + patterns.joined(separator: " or ")
            case .admx: "<enabled/> with the data of the ADMX policy, or <disabled/>"
            case .xsd: "an XML document with a schema"
            case .json: "a JSON document"
            case .sddl: "a security descriptor in SDDL"
            }
        guard let delimiter = listDelimiter?.first else { return values }
        return "a list separated by \(Self.spelling(delimiter)), each item \(values)"
    }
}

extension AllowedValues.Kind {
    /// The ValueType of the DDF.
    public var valueType: String {
        switch self {
        case .none: "None"
        case .enumeration: "ENUM"
        case .flags: "Flag"
        case .range: "Range"
        case .regularExpression: "RegEx"
        case .admx: "ADMX"
        case .xsd: "XSD"
        case .json: "JSON"
        case .sddl: "SDDL"
        }
    }
}

extension Occurrence: CustomStringConvertible {
    /// The words of the DDF: `ZeroOrOne`, `OneOrN 5`.
    public var description: String {
        switch self {
        case .one: "One"
        case .zeroOrOne: "ZeroOrOne"
        case .zeroOrMore: "ZeroOrMore"
        case .oneOrMore: "OneOrMore"
        case .zeroOrN(let number): "ZeroOrN" + (number.map { " \($0)" } ?? "")
        case .oneOrN(let number): "OneOrN" + (number.map { " \($0)" } ?? "")
        }
    }
}
