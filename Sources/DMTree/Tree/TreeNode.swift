/// Who wrote a value. Agent and client writes never appear on the wire (design.md section 5).
public enum Writer: String, Hashable, Sendable, Codable {
    /// The MDM server, by a command.
    case server
    /// Windows itself: enrolment, a CSP, the Enrollment Status Page.
    case client
    /// A program on the device, such as the Intune Management Extension.
    case agent
}

/// One stored node with what is below it. A value type: copies share what they have in common.
public struct TreeNode: Sendable {
    /// The decoded name, as first written.
    public internal(set) var name: String
    /// nil for an interior node and for a leaf that was added without a value.
    public internal(set) var value: String?
    /// Who wrote the value, or made the node.
    public internal(set) var writer: Writer
    var children = TreeChildren()
    private var box: PropertyBox?

    /// nil for a node that has none: every node in profile `windows`.
    var properties: NodeProperties? {
        get { box?.values }
        set { box = newValue.map(PropertyBox.init) }
    }

    init(name: String, writer: Writer) {
        self.name = name
        self.writer = writer
    }

    /// The stored children, oldest first.
    public var orderedChildren: [TreeNode] { children.entries.map(\.node) }

    /// The stored child of a lower-case name.
    func child(_ key: String) -> TreeNode? { children.place(of: key).map { children[$0] } }

    /// The stored value of a leaf right below, by a name that compares without case.
    public func value(ofLeaf name: String) -> String? { child(name.asciiLowercased())?.value }

    /// True when something is stored below.
    public var hasChildren: Bool { !children.entries.isEmpty }

    /// The number of nodes below and including this one.
    public var count: Int { children.entries.reduce(1) { $0 + $1.node.count } }

    /// What is stored below and at this node, in bytes: names, values and properties.
    var bytes: Int {
        children.entries.reduce(name.utf8.count + (value?.utf8.count ?? 0) + (properties?.bytes ?? 0)) {
            $0 + $1.node.bytes
        }
    }
}
