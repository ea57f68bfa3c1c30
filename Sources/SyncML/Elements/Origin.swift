import XMLStream

/// Where in a message an element stands: the place of its start tag.
///
/// Two origins are always equal, so that a message and its copy read back from other bytes compare equal. A value made in
/// code has no place.
public struct Origin: Sendable {
    public var position: XMLPosition?

    public init(_ position: XMLPosition? = nil) { self.position = position }

    public static let none = Origin()
}

extension Origin: Hashable {
    public static func == (left: Origin, right: Origin) -> Bool { true }
    public func hash(into hasher: inout Hasher) {}
}
