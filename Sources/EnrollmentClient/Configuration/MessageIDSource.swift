/// Gives the MessageIDs of requests: `urn:uuid:` and a fresh GUID in lower case (enrollment.md 4.1). The machine has no
/// randomness of its own.
public protocol MessageIDSource: Sendable {
    mutating func next() -> String
}

/// Message ids from a function, such as one that draws GUIDs.
public struct DrawnMessageIDs: MessageIDSource {
    private let draw: @Sendable () -> String

    /// - Parameter guid: a bare GUID, without `urn:uuid:`.
    public init(guid: @escaping @Sendable () -> String) { draw = guid }

    public mutating func next() -> String { "urn:uuid:\(draw())" }
}
