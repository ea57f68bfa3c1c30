extension SavedLife {
    /// Nodes as rows come, in the order of the tree. A node whose parent is not there goes to the end.
    static func inOrder(_ nodes: [Node]) -> [Node] {
        var below: [Substring: [Node]] = [:]
        for node in nodes { below[node.parent, default: []].append(node) }
        var result: [Node] = []
        result.reserveCapacity(nodes.count)
        func add(_ path: Substring) {
            guard let children = below.removeValue(forKey: path) else { return }
            for node in children.sorted(by: { $0.position < $1.position }) {
                result.append(node)
                add(node.path[...])
            }
        }
        add("")
        for rest in below.values { result += rest }
        return result
    }
}
