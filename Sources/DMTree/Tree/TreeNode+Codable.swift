/// A stored node as text keeps it: its name, value and writer, its children in their order, and the
/// properties of profile `oma` where it has any.
extension TreeNode: Codable {
    private enum Key: String, CodingKey {
        case name, value, writer, properties, children
    }

    private struct Child: Codable {
        var key: String
        var node: TreeNode
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            writer: try container.decode(Writer.self, forKey: .writer))
        value = try container.decodeIfPresent(String.self, forKey: .value)
        properties = try container.decodeIfPresent(NodeProperties.self, forKey: .properties)
        for child in try container.decodeIfPresent([Child].self, forKey: .children) ?? [] {
            _ = children.append(child.node, key: child.key)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encodeIfPresent(value, forKey: .value)
        try container.encode(writer, forKey: .writer)
        try container.encodeIfPresent(properties, forKey: .properties)
        guard hasChildren else { return }
        try container.encode(children.entries.map { Child(key: $0.key, node: $0.node) }, forKey: .children)
    }
}
