import DMTree

/// A node as a page shows it: one without children.
public struct TimelineNode: Hashable, Encodable, Sendable {
    /// Canonical: `./Vendor/MSFT` is written `./Device/Vendor/MSFT`.
    public var uri: String
    /// nil for a node without one, and for a secret.
    public var value: String?
    public var writer: Writer
    /// The id of what the catalogue says of the node; nil when it does not know it.
    public var facts: Int?
    /// There is a value, and it is not shown.
    public var isSecret: Bool

    public init(uri: String, value: String?, writer: Writer, facts: Int? = nil, isSecret: Bool = false) {
        self.uri = uri
        self.value = value
        self.writer = writer
        self.facts = facts
        self.isSecret = isSecret
    }

    private enum Key: String, CodingKey { case uri, value, writer, facts, secret }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(uri, forKey: .uri)
        try container.encode(value, forKey: .value)
        try container.encode(writer, forKey: .writer)
        try container.encode(facts, forKey: .facts)
        if isSecret { try container.encode(true, forKey: .secret) }
    }
}

/// A change of the tree.
public enum TimelineNodeChange: Hashable, Encodable, Sendable {
    /// The node is there now, as given.
    case set(TimelineNode)
    /// The node is gone, with all that was below it.
    case removed(uri: String)

    private enum Key: String, CodingKey { case uri, removed }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .set(let node): try node.encode(to: encoder)
        case .removed(let uri):
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(uri, forKey: .uri)
            try container.encode(true, forKey: .removed)
        }
    }
}
