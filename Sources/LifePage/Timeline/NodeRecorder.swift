import DMTree

/// Tells how the tree changes from step to step.
struct NodeRecorder: Sendable {
    private var catalogue = TimelineCatalogue()
    /// As it was after the last step. Holding it costs what the next step writes to.
    private var tree: DeviceTree
    /// The addresses of nodes that are there unwritten, by their lower-case form.
    private var implied: [String: String] = [:]

    /// - Parameter tree: as it is before the first step.
    init(_ tree: DeviceTree) { self.tree = tree }

    /// What is on the device: what is stored, and the values that its CSPs give without. Defaults of CSPs that have no
    /// behaviour are left out: hundreds of nodes that say nothing of this device.
    mutating func initial(_ secrets: inout TimelineSecrets) -> [TimelineNode] {
        let stored = tree.storedLeaves.map { node($0.uri, $0.value, $0.writer, &secrets) }
        let implied = tree.impliedLeaves().filter(\.isEmulated)
        for leaf in implied { self.implied[leaf.uri.canonical.lowercased()] = leaf.uri.canonical }
        return stored + implied.map { node($0.uri.canonical, $0.value, .client, &secrets) }
    }

    /// What changed since the last call.
    mutating func changes(to newTree: DeviceTree, _ secrets: inout TimelineSecrets) -> [TimelineNodeChange] {
        let changes = newTree.changes(since: tree)
        tree = newTree
        return changes.flatMap { change -> [TimelineNodeChange] in
            switch change {
            case .removed(let uri): return [.removed(uri: uri)]
            case .stored(let uri, let value, let writer):
                let set = TimelineNodeChange.set(node(uri, value, writer, &secrets))
                // The first to write a node names it, in letters of any case.
                guard let unwritten = implied.removeValue(forKey: uri.lowercased()), unwritten != uri else {
                    return [set]
                }
                return [.removed(uri: unwritten), set]
            }
        }
    }

    /// The facts that the nodes since the last call are the first to use.
    mutating func takeFacts() -> [TimelineFacts] { catalogue.takeFresh() }

    private mutating func node(
        _ uri: String, _ value: String?, _ writer: Writer, _ secrets: inout TimelineSecrets
    ) -> TimelineNode {
        guard let resolution = try? tree.schema.resolve(locURI: uri) else {
            return TimelineNode(uri: uri, value: value.map { secrets.shown($0) }, writer: writer)
        }
        let facts = catalogue.id(of: resolution, in: tree.schema)
        guard let value, !value.isEmpty else {
            return TimelineNode(uri: uri, value: value, writer: writer, facts: facts)
        }
        guard !secrets.hides(resolution.uri, resolution.node) else {
            return TimelineNode(uri: uri, value: nil, writer: writer, facts: facts, isSecret: true)
        }
        return TimelineNode(uri: uri, value: secrets.shown(value), writer: writer, facts: facts)
    }
}
