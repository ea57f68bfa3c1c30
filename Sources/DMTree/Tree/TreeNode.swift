import HashTreeCollections

/// Who wrote a value. Agent and client writes never appear on the wire (design.md section 5).
public enum Writer: String, Hashable, Sendable {
    /// The MDM server, by a command.
    case server
    /// Windows itself: enrolment, a CSP, the Enrollment Status Page.
    case client
    /// A program on the device, such as the Intune Management Extension.
    case agent
}

/// One stored node. Immutable: a change makes new nodes along the path, so an old root stays a valid snapshot.
public final class TreeNode: Sendable {
    /// The decoded name, as first written.
    public let name: String
    /// nil for an interior node and for a leaf that was added without a value.
    public let value: String?
    public let writer: Writer
    /// Grows with every node made; instances are listed in this order.
    let serial: UInt64
    let children: TreeDictionary<String, TreeNode>

    init(
        name: String, value: String?, writer: Writer, serial: UInt64, children: TreeDictionary<String, TreeNode> = [:]
    ) {
        self.name = name
        self.value = value
        self.writer = writer
        self.serial = serial
        self.children = children
    }

    func with(value: String?, writer: Writer) -> TreeNode {
        TreeNode(name: name, value: value, writer: writer, serial: serial, children: children)
    }

    func with(children: TreeDictionary<String, TreeNode>) -> TreeNode {
        TreeNode(name: name, value: value, writer: writer, serial: serial, children: children)
    }

    /// The stored children, oldest first.
    public var orderedChildren: [TreeNode] { keyedChildren.map(\.node) }

    /// As above, with the lower-case names they are stored under.
    var keyedChildren: [(key: String, node: TreeNode)] {
        children.map { ($0.key, $0.value) }.sorted { $0.1.serial < $1.1.serial }
    }

    /// The stored child of a lower-case name.
    func child(_ key: String) -> TreeNode? { children[key] }

    public var hasChildren: Bool { !children.isEmpty }

    /// The number of nodes below and including this one.
    public var count: Int { children.values.reduce(1) { $0 + $1.count } }
}
