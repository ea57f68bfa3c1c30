import XMLStream

/// Where in a message an element stands: the place of its start tag.
///
/// Two origins are always equal, so that a message and its copy read back from other bytes compare equal. A value made in
/// code has no place. Kept in 12 bytes, because every command and Item has one.
public struct Origin: Sendable {
    private var line: UInt32
    private var column: UInt32
    private var offset: UInt32

    public init(_ position: XMLPosition? = nil) {
        line = UInt32(clamping: position?.line ?? 0)
        column = UInt32(clamping: position?.column ?? 0)
        offset = UInt32(clamping: position?.offset ?? 0)
    }

    public var position: XMLPosition? {
        line == 0 ? nil : XMLPosition(line: Int(line), column: Int(column), offset: Int(offset))
    }

    public static let none = Origin()
}

extension Origin: Hashable {
    public static func == (left: Origin, right: Origin) -> Bool { true }
    public func hash(into hasher: inout Hasher) {}
}
