import DDF
import Notation

extension StandardTable {
    /// A Get of a node that is there and may be read.
    func read(_ resolution: Resolution, _ presence: DeviceTree.Presence) -> Decision {
        let entry = tree.standardEntry(resolution, uri: resolution.uri.text, presence: presence, withData: true)
        return Decision(
            rule: .standard(.success), status: 200, action: .read(Reading([entry])), resolution: resolution)
    }

    /// A list of a node and everything below it that this server may read.
    func list(_ list: ListRequest, _ resolution: Resolution) throws(StandardRefusal) -> Decision {
        let uri = resolution.uri.textWithoutQuery
        let entries: [Reading.Entry]
        switch list {
        case .structure: entries = self.entries(resolution, uri: uri, withData: false)
        case .structureAndData: entries = self.entries(resolution, uri: uri, withData: true)
        case .tnds(let parts):
            var document = TNDSDocument(nodes: [])
            if resolution.uri.keys.isEmpty {
                // The root has no name that an object could carry.
                document.nodes = tree.standardChildren(of: resolution).compactMap { object($0, parts) }
            } else if let node = object(resolution, parts) {
                document.nodes = [node]
            }
            guard let text = document.text(namespace: ambiguities.tndsNamespace) else {
                throw StandardRefusal(.executionError, 500, StandardText.notWritten, resolution)
            }
            entries = [
                Reading.Entry(
                    uri: resolution.uri.text, format: .xml, type: TNDSDocument.mediaType, data: text)
            ]
        }
        return Decision(
            rule: .standard(.success), status: 200, action: .read(Reading(entries)), resolution: resolution)
    }

    /// Depth first. What the description or the ACL keeps from this server is left out.
    private func entries(_ resolution: Resolution, uri: String, withData: Bool) -> [Reading.Entry] {
        var entries: [Reading.Entry] = []
        if isReadable(resolution) {
            let isInterior = tree.standardFormat(resolution) == .node
            entries.append(
                tree.standardEntry(
                    resolution, uri: uri, presence: tree.standardPresence(resolution),
                    withData: withData && !isInterior))
        }
        for child in tree.standardChildren(of: resolution) {
            guard let name = child.uri.segments.last else { continue }
            entries += self.entries(child, uri: uri + "/" + PercentCoding.encode(name), withData: withData)
        }
        return entries
    }

    /// A node with what is below it as an object; nil when it may not be read. What hangs below such a node has no place
    /// in the object and is left out with it (our choice).
    private func object(_ resolution: Resolution, _ parts: Set<ListRequest.Part>) -> TNDSNode? {
        guard isReadable(resolution), let name = resolution.uri.segments.last,
            let format = tree.standardFormat(resolution)
        else { return nil }
        let presence = tree.standardPresence(resolution)
        var properties: [NodeProperty: String] = [:]
        for property in NodeProperty.allCases where parts.contains(.property(property)) {
            guard let value = tree.property(property, resolution, presence: presence), !value.isEmpty else { continue }
            properties[property] = value
        }
        var node = TNDSNode(name: name)
        node.properties = properties
        // The grammar wants a Type wherever there are properties.
        if !properties.isEmpty { node.properties[.type] = tree.property(.type, resolution, presence: presence) }
        node.isInterior = format == .node
        if format != .node, parts.contains(.value) { node.value = tree.value(resolution, leaf: presence) ?? "" }
        node.children = tree.standardChildren(of: resolution).compactMap { object($0, parts) }
        return node
    }

    private func isReadable(_ resolution: Resolution) -> Bool {
        resolution.node?.facts.access.contains(.get) == true
            && tree.effectiveACL(resolution.uri.keys).acl.allows(.get, server)
    }
}
