import Scenario

/// An app that the life is to bring.
public struct TimelineApp: Encodable, Sendable {
    /// The app's id, the product code of an MSI package, or the family name of a Store or UWP app.
    public var id: String
    public var name: String
    /// `win32`, `msi`, `uwp`, `store` or `office`.
    public var kind: String
    /// `device` or `user`.
    public var scope: String?
    /// Whether the page waits for it.
    public var isTracked: Bool

    public init(id: String, name: String, kind: String, scope: String?, isTracked: Bool) {
        self.id = id
        self.name = name
        self.kind = kind
        self.scope = scope
        self.isTracked = isTracked
    }

    private enum Key: String, CodingKey { case id, name, kind, scope, tracked }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
        try container.encode(kind, forKey: .kind)
        try container.encode(scope, forKey: .scope)
        try container.encode(isTracked, forKey: .tracked)
    }
}
