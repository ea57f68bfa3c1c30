import Notation

/// One difference between two states of a tree, as those see it who list the nodes without children.
public enum TreeChange: Hashable, Sendable {
    /// A stored node without children that is there now, with this value and writer. nil: it was made without a value.
    case stored(uri: String, value: String?, writer: Writer)
    /// The node is gone, with all that was below it. Also where it only became another thing: a node with children that
    /// has none now, or the other way round. What it is now follows.
    case removed(uri: String)
}

extension DeviceTree {
    /// What changed since an earlier state of the same device. Applied in order to the earlier `storedLeaves`, the changes
    /// give those of now. Addresses are canonical.
    ///
    /// The work is in proportion to what changed: subtrees whose storage both states share are passed over.
    public func changes(since earlier: DeviceTree) -> [TreeChange] {
        var changes: [TreeChange] = []
        Self.compare(earlier.storage.root.children, storage.root.children, below: ".", &changes)
        return changes
    }

    private static func compare(
        _ old: TreeChildren, _ new: TreeChildren, below path: String, _ changes: inout [TreeChange]
    ) {
        guard !old.sharesStorage(with: new) else { return }
        var kept = 0
        var differing: [(old: TreeNode?, new: TreeNode)] = []
        for (place, entry) in new.entries.enumerated() {
            // A child mostly stands where it stood.
            let isInPlace = old.entries.indices.contains(place) && old.entries[place].key == entry.key
            guard let earlier = isInPlace ? place : old.place(of: entry.key) else {
                differing.append((nil, entry.node))
                continue
            }
            kept += 1
            if !old[earlier].isSame(as: entry.node) { differing.append((old[earlier], entry.node)) }
        }
        if kept < old.entries.count {
            for entry in old.entries where new.place(of: entry.key) == nil {
                changes.append(.removed(uri: address(of: entry.node, below: path)))
            }
        }
        for (earlier, node) in differing { compare(earlier, node, below: path, &changes) }
    }

    private static func compare(
        _ old: TreeNode?, _ new: TreeNode, below path: String, _ changes: inout [TreeChange]
    ) {
        let uri = address(of: new, below: path)
        guard let old else { return store(new, uri, &changes) }
        switch (old.hasChildren, new.hasChildren) {
        case (true, true) where old.name == new.name: compare(old.children, new.children, below: uri, &changes)
        case (false, false) where old.name == new.name: store(new, uri, &changes)
        case (true, true), (false, false), (true, false), (false, true):
            changes.append(.removed(uri: address(of: old, below: path)))
            store(new, uri, &changes)
        }
    }

    /// A node that is new, with all that is below it.
    private static func store(_ node: TreeNode, _ uri: String, _ changes: inout [TreeChange]) {
        guard node.hasChildren else {
            changes.append(.stored(uri: uri, value: node.value, writer: node.writer))
            return
        }
        for entry in node.children.entries { store(entry.node, address(of: entry.node, below: uri), &changes) }
    }

    private static func address(of node: TreeNode, below path: String) -> String {
        path + "/" + PercentCoding.encode(node.name)
    }
}

extension TreeChildren {
    /// Whether both are copies of which none was written to since.
    fileprivate func sharesStorage(with other: TreeChildren) -> Bool {
        guard entries.count == other.entries.count else { return false }
        return entries.withUnsafeBufferPointer { mine in
            other.entries.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress }
        }
    }
}

extension TreeNode {
    /// Whether a look below is spared: the same node, as far as listings show it.
    fileprivate func isSame(as other: TreeNode) -> Bool {
        guard name == other.name, children.sharesStorage(with: other.children) else { return false }
        // Of a node with children a listing shows neither.
        return hasChildren || (value == other.value && writer == other.writer)
    }
}
