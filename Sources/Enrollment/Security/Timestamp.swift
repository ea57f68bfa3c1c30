import XMLStream

/// `u:Timestamp`. Servers that send one years old are accepted (enrollment.md 7.2).
public struct Timestamp: Hashable, Sendable {
    /// `u:Id`, such as `_0`.
    public var id: String?
    /// ISO 8601, as written.
    public var created: TextElement?
    public var expires: TextElement?

    public init(id: String? = nil, created: TextElement? = nil, expires: TextElement? = nil) {
        self.id = id
        self.created = created
        self.expires = expires
    }
}

extension Timestamp {
    init(_ element: Element) {
        self.init(
            id: element.attribute(anyPrefix: "Id"), created: element.text("Created"), expires: element.text("Expires"))
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("u:Timestamp")
        if let id { writer.attribute("u:Id", id) }
        writer.leaf("u:Created", created)
        writer.leaf("u:Expires", expires)
        writer.end("u:Timestamp")
    }
}
