import CSP
import DMTree

/// What a server knows of a device's nodes, as a page shows it.
struct ServedNodes: Sendable {
    let schema: WindowsSchema
    private var tree = ServedTree()
    private var catalogue = TimelineCatalogue()

    init(_ schema: WindowsSchema) { self.schema = schema }

    /// A node has this value now.
    mutating func set(
        _ uri: TreeURI, to value: String?, by writer: Writer, _ secrets: inout TimelineSecrets
    ) -> [TimelineNodeChange] {
        shown(tree.set(resolved(uri), to: value, by: writer), &secrets)
    }

    /// A node is gone, with all that was below it.
    mutating func remove(_ uri: TreeURI, _ secrets: inout TimelineSecrets) -> [TimelineNodeChange] {
        shown(tree.remove(resolved(uri)), &secrets)
    }

    /// The facts that the nodes since the last call are the first to use.
    mutating func takeFacts() -> [TimelineFacts] { catalogue.takeFresh() }

    /// The address by which nodes are told apart whose names differ in case only.
    private func resolved(_ uri: TreeURI) -> TreeURI { (try? schema.resolve(locURI: uri.canonical))?.uri ?? uri }

    private mutating func shown(_ changes: [TreeChange], _ secrets: inout TimelineSecrets) -> [TimelineNodeChange] {
        changes.map { change in
            switch change {
            case .removed(let uri): .removed(uri: uri)
            case .stored(let uri, let value, let writer): .set(node(uri, value, writer, &secrets))
            }
        }
    }

    private mutating func node(
        _ uri: String, _ value: String?, _ writer: Writer, _ secrets: inout TimelineSecrets
    ) -> TimelineNode {
        guard let resolution = try? schema.resolve(locURI: uri) else {
            return TimelineNode(uri: uri, value: value.map { secrets.shown($0) }, writer: writer)
        }
        let facts = catalogue.id(of: resolution, in: schema)
        guard let value, !value.isEmpty else {
            return TimelineNode(uri: uri, value: value, writer: writer, facts: facts)
        }
        guard !secrets.hides(resolution.uri, resolution.node) else {
            return TimelineNode(uri: uri, value: nil, writer: writer, facts: facts, isSecret: true)
        }
        return TimelineNode(uri: uri, value: secrets.shown(value), writer: writer, facts: facts)
    }
}
