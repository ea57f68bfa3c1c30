import XMLStream

/// An element that DM does not define, or that stands where DM does not allow it, kept whole so that nothing is lost.
public struct UnknownElement: Hashable, Sendable {
    /// What an element holds, in document order.
    public enum Node: Hashable, Sendable {
        case element(UnknownElement)
        case text(String)
    }

    public struct Attribute: Hashable, Sendable {
        public var name: XMLName
        public var value: String

        public init(name: XMLName, value: String) {
            self.name = name
            self.value = value
        }
    }

    public var name: XMLName
    public var attributes: [Attribute]
    public var content: [Node]
    public var origin: Origin

    public init(name: XMLName, attributes: [Attribute] = [], content: [Node] = [], origin: Origin = .none) {
        self.name = name
        self.attributes = attributes
        self.content = content
        self.origin = origin
    }

    /// The element's direct child elements.
    public var elements: [UnknownElement] {
        content.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The element's direct text.
    public var text: String {
        content.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
    }
}
