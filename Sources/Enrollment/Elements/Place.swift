import XMLStream

/// Where in a document an element stands; nil for a value made in code.
///
/// All places are equal, so that a document and its copy read back from other bytes compare equal.
public struct Place: Sendable {
    public var position: XMLPosition?

    public init(_ position: XMLPosition? = nil) { self.position = position }
}

extension Place: Hashable {
    public static func == (left: Place, right: Place) -> Bool { true }
    public func hash(into hasher: inout Hasher) {}
}
