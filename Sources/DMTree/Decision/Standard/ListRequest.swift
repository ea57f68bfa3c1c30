/// What stands behind `?list=` (oma-dm.md 2.10).
enum ListRequest: Hashable, Sendable {
    /// A part of a node in a TNDS object.
    enum Part: Hashable, Sendable {
        case property(NodeProperty)
        case value
    }

    case structure
    case structureAndData
    /// A TNDS object with these parts.
    case tnds(Set<Part>)

    private static let everything = Set(NodeProperty.allCases.map(Part.property)).union([.value])

    /// nil for an unknown list, an unknown part, and `+` and `-` side by side. `TNDS` alone asks for everything.
    init?(_ text: String) {
        switch text.lowercased() {
        case "struct": self = .structure
        case "structdata": self = .structureAndData
        case "tnds": self = .tnds(Self.everything)
        default:
            guard text.utf8.count > 4, text.prefix(4).lowercased() == "tnds" else { return nil }
            let selection = text.dropFirst(4)
            guard let sign = selection.first, sign == "+" || sign == "-" else { return nil }
            var parts: Set<Part> = []
            for name in selection.dropFirst().split(separator: sign, omittingEmptySubsequences: false) {
                if name.lowercased() == "value" {
                    parts.insert(.value)
                } else if let property = NodeProperty(named: String(name)) {
                    parts.insert(.property(property))
                } else {
                    return nil
                }
            }
            self = .tnds(sign == "+" ? parts : Self.everything.subtracting(parts))
        }
    }
}
