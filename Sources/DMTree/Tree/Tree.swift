/// What was added, set or made: the storage of a device's nodes.
///
/// A value type of values that share their storage: copying it is a snapshot in constant time, a later write copies
/// only what lies on its path, and an Atomic rolls back by keeping the old copy (design.md section 2). Only explicit
/// nodes are stored; what exists by description alone is the schema's business.
public struct Tree: Sendable {
    public private(set) var root: TreeNode
    /// Grows with every write, so that a reader knows when nothing can have changed.
    public private(set) var revision = 0

    public init() {
        root = TreeNode(name: ".", writer: .client)
    }

    /// The stored node at a path of lower-case names.
    public subscript(keys: some Sequence<String>) -> TreeNode? {
        var node = root
        for key in keys {
            guard let child = node.child(key) else { return nil }
            node = child
        }
        return node
    }

    /// How many names of a path lead to stored nodes.
    func depth(of keys: [String]) -> Int {
        keys.withUnsafeBufferPointer { Self.depth(of: $0, from: 0, in: root.children) }
    }

    /// Walks in place: through buffer pointers, because an element of an array is copied before it is handed on.
    private static func depth(
        of keys: UnsafeBufferPointer<String>, from depth: Int, in children: borrowing TreeChildren
    ) -> Int {
        guard depth < keys.count, let place = children.place(of: keys[depth]) else { return depth }
        return children.entries.withUnsafeBufferPointer {
            Self.depth(of: keys, from: depth + 1, in: $0[place].node.children)
        }
    }

    /// Stores a node, with every missing ancestor. An existing node keeps its name, children and place in the order.
    ///
    /// - Parameter value: nil leaves a stored value as it is and makes a missing node without one.
    public mutating func set(_ uri: TreeURI, value: String?, writer: Writer) {
        revision += 1
        uri.keys.withUnsafeBufferPointer { keys in
            Self.set(&root, uri, keys, nil, depth: 0, value: value, writer: writer)
        }
    }

    /// As above at the address that has another name at one place.
    mutating func set(_ uri: TreeURI, renaming: Renaming, value: String?, writer: Writer) {
        revision += 1
        uri.keys.withUnsafeBufferPointer { keys in
            Self.set(&root, uri, keys, renaming, depth: 0, value: value, writer: writer)
        }
    }

    /// Another name at one place of an address.
    struct Renaming {
        var index: Int
        var name: String
        /// The name in lower case.
        var key: String
    }

    /// Removes a node with its subtree. False when it was not stored.
    @discardableResult
    public mutating func remove(_ uri: TreeURI) -> Bool {
        revision += 1
        return Self.remove(&root, uri.keys[...])
    }

    /// Takes the child of the root with a lower-case name out and puts another one in its place.
    ///
    /// - Returns: what stood there; nil for nothing.
    mutating func exchange(_ key: String, with node: TreeNode?) -> TreeNode? {
        revision += 1
        let place = root.children.place(of: key)
        let old = place.map { root.children[$0] }
        switch (place, node) {
        case (let place?, let node?): root.children[place] = node
        case (let place?, nil): root.children.remove(at: place)
        case (nil, let node?): _ = root.children.append(node, key: key)
        case (nil, nil): break
        }
        return old
    }

    /// Changes a stored node where it stands. Nothing happens when it is not stored.
    mutating func update(_ keys: ArraySlice<String>, _ change: (inout TreeNode) -> Void) {
        revision += 1
        Self.update(&root, keys, change)
    }

    private static func update(_ node: inout TreeNode, _ keys: ArraySlice<String>, _ change: (inout TreeNode) -> Void) {
        guard let key = keys.first else { return change(&node) }
        guard let place = node.children.place(of: key) else { return }
        update(&node.children[place], keys.dropFirst(), change)
    }

    /// Gives a stored node another name. Its place in the order stays.
    mutating func rename(_ keys: [String], to name: String, key: String) {
        guard let old = keys.last else { return }
        update(keys.dropLast()) { parent in
            guard let place = parent.children.place(of: old) else { return }
            parent.children.rename(at: place, to: name, key: key)
        }
    }

    /// Changes every stored node, the root included.
    mutating func updateAll(_ change: (inout TreeNode) -> Void) {
        revision += 1
        Self.updateAll(&root, change)
    }

    private static func updateAll(_ node: inout TreeNode, _ change: (inout TreeNode) -> Void) {
        change(&node)
        for place in node.children.entries.indices { updateAll(&node.children[place], change) }
    }

    /// The number of stored nodes, without the root.
    public var count: Int { root.count - 1 }

    /// Works in place: a write costs the walk, and a copy of those children on the way that a snapshot shares.
    private static func set(
        _ node: inout TreeNode, _ uri: TreeURI, _ keys: UnsafeBufferPointer<String>, _ renaming: Renaming?, depth: Int,
        value: String?, writer: Writer
    ) {
        guard depth < keys.count else {
            guard let value else { return }
            node.value = value
            node.writer = writer
            return
        }
        let place: Int
        if let renaming, renaming.index == depth {
            place =
                node.children.place(of: renaming.key)
                ?? node.children.append(TreeNode(name: renaming.name, writer: writer), key: renaming.key)
        } else {
            place =
                node.children.place(of: keys[depth])
                ?? node.children.append(TreeNode(name: uri.segments[depth], writer: writer), key: keys[depth])
        }
        set(&node.children[place], uri, keys, renaming, depth: depth + 1, value: value, writer: writer)
    }

    private static func remove(_ node: inout TreeNode, _ keys: ArraySlice<String>) -> Bool {
        guard let key = keys.first, let place = node.children.place(of: key) else { return false }
        if keys.count > 1 { return remove(&node.children[place], keys.dropFirst()) }
        node.children.remove(at: place)
        return true
    }
}

extension Tree: Codable {}
