/// What the catalogue says of a node. Nodes with the same description share one.
public struct TimelineFacts: Hashable, Encodable, Sendable {
    /// From 0, in the order in which they are sent.
    public var id: Int
    /// The name of the CSP.
    public var csp: String
    /// `int`, `chr` and so on, as Meta Format writes it.
    public var format: String
    /// The verbs a server may use, such as `Get`.
    public var access: [String]
    /// In the words of the DDF, such as `ZeroOrOne`.
    public var occurrence: String
    /// In which scopes such a node can be: `device`, `user`; empty for one outside of both.
    public var scope: [String]
    public var defaultValue: String?
    /// Which values are allowed, in words.
    public var allowed: String?
    /// The first build that has the node.
    public var since: String?
    /// Those of the editions that Espalier plays which have the node; nil for all of them.
    public var editions: [String]?
    /// The MIME type; nil for none, or for an interior node.
    public var type: String?
    /// Whatever else is worth knowing, each a few words.
    public var notes: [String]

    public init(
        id: Int, csp: String, format: String, access: [String], occurrence: String, scope: [String],
        defaultValue: String? = nil, allowed: String? = nil, since: String? = nil, editions: [String]? = nil,
        type: String? = nil, notes: [String] = []
    ) {
        self.id = id
        self.csp = csp
        self.format = format
        self.access = access
        self.occurrence = occurrence
        self.scope = scope
        self.defaultValue = defaultValue
        self.allowed = allowed
        self.since = since
        self.editions = editions
        self.type = type
        self.notes = notes
    }

    private enum Key: String, CodingKey {
        case id, csp, format, access, occurrence, scope, `default`, allowed, since, editions, type, notes
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(csp, forKey: .csp)
        try container.encode(format, forKey: .format)
        try container.encode(access, forKey: .access)
        try container.encode(occurrence, forKey: .occurrence)
        try container.encode(scope, forKey: .scope)
        try container.encode(defaultValue, forKey: .default)
        try container.encode(allowed, forKey: .allowed)
        try container.encode(since, forKey: .since)
        try container.encode(editions, forKey: .editions)
        try container.encode(type, forKey: .type)
        try container.encode(notes, forKey: .notes)
    }
}
