import DDF

/// One node of a TNDS object with what is below it (oma-dm.md 3.6).
public struct TNDSNode: Hashable, Sendable {
    /// Decoded. Empty only for a top node that stands for the Target itself.
    public var name: String
    /// Where a top node hangs below the Target, as written; nil for right there.
    public var path: String?
    /// The run-time properties that the object states, as text; the Format of an interior node is `node`.
    public var properties: [NodeProperty: String] = [:]
    public var isInterior = false
    /// nil for an interior node, and for a leaf without Value.
    public var value: String?
    public var children: [TNDSNode] = []

    public init(name: String) { self.name = name }
}

/// A subtree as text: management nodes with their values and run-time properties (oma-dm.md 3.6).
public struct TNDSDocument: Hashable, Sendable {
    /// The top nodes.
    public var nodes: [TNDSNode]

    public init(nodes: [TNDSNode]) { self.nodes = nodes }

    /// The media type of the form in XML.
    public static let mediaType = "application/vnd.syncml.dmtnds+xml"
    /// What the media types of all forms begin with.
    private static let mediaTypePrefix = "application/vnd.syncml.dmtnds"

    /// Whether a Meta Type names a TNDS object of any form. Most types are shorter, and are not looked at.
    static func isNamed(by type: String) -> Bool {
        type.utf8.count >= mediaTypePrefix.utf8.count && type.lowercased().hasPrefix(mediaTypePrefix)
    }
}

/// Why a text is no TNDS object.
public struct TNDSError: Error, Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        /// Not well-formed, or beyond a limit of the parser.
        case xml
        /// The root is not MgmtTree.
        case notAnObject
        /// The root is in a namespace that is not read (A14).
        case namespace
        /// No VerDTD, or another one than 1.2.
        case version
        /// No Node at all.
        case noNodes
        /// A Node without NodeName, or a nested one with an empty NodeName.
        case noName
        /// A NodeName with a slash, or another name that no address can have.
        case wrongName
        /// Path on a nested Node, or one that is no relative address.
        case wrongPath
        /// A Format that the standard does not have.
        case unknownFormat
        /// A Node with Value and Nodes, or an interior one with a Value, or a leaf with Nodes.
        case contradiction
        /// Two Nodes beside each other have the same name.
        case repeatedName
    }

    public var code: Code
    /// In the object, not in the message.
    public var line: Int
    public var column: Int
    /// What was found, in one plain sentence without the place.
    public var reason: String
}
