import Capture

extension SavedLife.AgendaEntry {
    /// The item in words: `session push` for `{"session":{"_0":"push"}}`.
    public var summary: String {
        guard case .object(let members)? = JSONForm.value(item), let member = members.first else { return item }
        return ([member.name] + Self.words(member.value)).joined(separator: " ")
    }

    private static func words(_ value: JSONValue) -> [String] {
        switch value {
        case .string(let text): [text]
        case .number(let text): [text]
        case .bool(let value): [value ? "true" : "false"]
        case .null: []
        case .array(let elements): elements.flatMap { words($0.value) }
        case .object(let members):
            // Names that the compiler gave say nothing.
            members.flatMap { ($0.name.hasPrefix("_") ? [] : [$0.name]) + words($0.value) }
        }
    }
}
