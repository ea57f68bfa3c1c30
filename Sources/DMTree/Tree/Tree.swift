import HashTreeCollections

/// What was added, set or made: the storage of a device's nodes.
///
/// A value type over immutable nodes: copying it is a snapshot in constant time, and an Atomic rolls back by keeping the old
/// copy (design.md section 2). Only explicit nodes are stored; what exists by description alone is the schema's business.
public struct Tree: Sendable {
    public private(set) var root: TreeNode
    private var nextSerial: UInt64

    public init() {
        root = TreeNode(name: ".", value: nil, writer: .client, serial: 0)
        nextSerial = 1
    }

    /// The stored node at a path of lower-case names.
    public subscript(keys: some Sequence<String>) -> TreeNode? {
        var node = root
        for key in keys {
            guard let child = node.children[key] else { return nil }
            node = child
        }
        return node
    }

    /// Stores a node, with every missing ancestor. An existing node keeps its name, children and place in the order.
    ///
    /// - Parameter value: nil leaves a stored value as it is and makes a missing node without one.
    public mutating func set(_ uri: TreeURI, value: String?, writer: Writer) {
        root = setting(root, uri, 0, value, writer)
    }

    /// Removes a node with its subtree. False when it was not stored.
    @discardableResult
    public mutating func remove(_ uri: TreeURI) -> Bool {
        guard !uri.keys.isEmpty, let changed = removing(root, uri.keys[...]) else { return false }
        root = changed
        return true
    }

    /// The number of stored nodes, without the root.
    public var count: Int { root.count - 1 }

    private mutating func setting(
        _ node: TreeNode, _ uri: TreeURI, _ depth: Int, _ value: String?, _ writer: Writer
    ) -> TreeNode {
        guard depth < uri.keys.count else {
            guard let value else { return node }
            return node.with(value: value, writer: writer)
        }
        let key = uri.keys[depth]
        let child: TreeNode
        if let existing = node.children[key] {
            child = existing
        } else {
            child = TreeNode(name: uri.segments[depth], value: nil, writer: writer, serial: nextSerial)
            nextSerial += 1
        }
        let changed = setting(child, uri, depth + 1, value, writer)
        var children = node.children
        children[key] = changed
        return node.with(children: children)
    }

    private func removing(_ node: TreeNode, _ keys: ArraySlice<String>) -> TreeNode? {
        guard let key = keys.first, let child = node.children[key] else { return nil }
        var children = node.children
        if keys.count == 1 {
            children[key] = nil
        } else {
            guard let changed = removing(child, keys.dropFirst()) else { return nil }
            children[key] = changed
        }
        return node.with(children: children)
    }
}
