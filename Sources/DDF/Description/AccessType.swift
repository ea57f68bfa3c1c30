/// The verbs that a node allows (`AccessType` of a DDF, windows-csp.md 6.2).
public struct AccessType: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let add = AccessType(rawValue: 1)
    public static let copy = AccessType(rawValue: 2)
    public static let delete = AccessType(rawValue: 4)
    public static let exec = AccessType(rawValue: 8)
    public static let get = AccessType(rawValue: 16)
    public static let replace = AccessType(rawValue: 32)

    /// The verbs with their names, in alphabetical order.
    public static let named: [(verb: AccessType, name: String)] = [
        (.add, "Add"), (.copy, "Copy"), (.delete, "Delete"), (.exec, "Exec"), (.get, "Get"), (.replace, "Replace"),
    ]

    /// The names of the verbs, in alphabetical order.
    public var names: [String] { Self.named.filter { contains($0.verb) }.map(\.name) }
}
