import DDF
import Notation

/// Applying a TNDS object: each of its nodes as the single command would, all of them or none (DM-TNDS-02).
extension DeviceTree {
    /// Adds or replaces the top nodes of an object below `anchor`.
    mutating func graft(
        _ document: TNDSDocument, replacing: Bool, at anchor: TreeURI, _ request: Request,
        _ application: inout Application
    ) {
        let snapshot = self
        var graft = Graft(request: request)
        do throws(Graft.Failure) {
            for node in document.nodes {
                let uri = try graft.address(of: node, below: anchor)
                if replacing {
                    try graft.replace(node, at: uri, isTop: true, in: &self)
                } else {
                    try graft.add(node, at: uri, in: &self)
                }
            }
            application.effects = graft.effects
            application.canUndo = graft.canUndo
        } catch {
            self = snapshot
            var refusal = error.application
            refusal.decision.culprit = error.uri
            refusal.decision.advice.append(StandardText.objectNodeRefused(error.uri))
            refusal.decision.resolution = application.decision.resolution
            application = refusal
        }
    }
}

/// One object on its way into the tree.
private struct Graft {
    /// The command that carries the object.
    let request: Request
    var effects: [Effect] = []
    var canUndo = true

    /// A node that was refused.
    struct Failure: Error {
        var uri: String
        var application: Application
    }

    func address(of node: TNDSNode, below anchor: TreeURI) throws(Failure) -> String {
        var uri = anchor.textWithoutQuery
        if let path = node.path, path != "." {
            uri += "/" + (path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
        }
        return node.name.isEmpty ? uri : uri + "/" + PercentCoding.encode(node.name)
    }

    mutating func add(_ node: TNDSNode, at uri: String, in tree: inout DeviceTree) throws(Failure) {
        try send(.add, uri, node, in: &tree)
        try setProperties(of: node, at: uri, in: &tree)
        for child in node.children { try add(child, at: uri + "/" + PercentCoding.encode(child.name), in: &tree) }
    }

    /// Makes the node and what is below it exactly what the object says. What is there by its description alone stays.
    mutating func replace(
        _ node: TNDSNode, at uri: String, isTop: Bool, in tree: inout DeviceTree
    ) throws(Failure) {
        guard let resolution = try? tree.schema.resolve(locURI: uri), case .described = resolution.standing else {
            return try send(.replace, uri, node, in: &tree)
        }
        let presence = tree.standardPresence(resolution)
        if case .missing = presence {
            // The object's own root has to be there, as for any Replace.
            guard isTop else { return try add(node, at: uri, in: &tree) }
            try send(.replace, uri, node, in: &tree)
            return try replace(node, at: uri, isTop: false, in: &tree)
        }
        let isInterior = tree.standardFormat(resolution) == .node
        guard isInterior == node.isInterior else {
            try send(.delete, uri, node, in: &tree)
            return try add(node, at: uri, in: &tree)
        }
        if isInterior {
            let wanted = Set(node.children.map { $0.name.asciiLowercased() })
            for child in tree.storage[resolution.uri.keys]?.orderedChildren ?? []
            where !wanted.contains(child.name.asciiLowercased()) {
                try send(.delete, uri + "/" + PercentCoding.encode(child.name), node, in: &tree)
            }
        } else if differs(node, resolution, presence, tree) {
            try send(.replace, uri, node, in: &tree)
        }
        try setProperties(of: node, at: uri, in: &tree)
        for child in node.children {
            try replace(child, at: uri + "/" + PercentCoding.encode(child.name), isTop: false, in: &tree)
        }
    }

    private func differs(
        _ node: TNDSNode, _ resolution: Resolution, _ presence: DeviceTree.Presence, _ tree: DeviceTree
    ) -> Bool {
        if (tree.value(resolution, leaf: presence) ?? "") != node.value ?? "" { return true }
        for property in [NodeProperty.format, .type] {
            guard let wanted = node.properties[property] else { continue }
            if wanted != tree.property(property, resolution, presence: presence) { return true }
        }
        return false
    }

    /// ACL and Title, where the object states another one. Name, Size, TStamp and VerNo are the device's.
    private mutating func setProperties(
        of node: TNDSNode, at uri: String, in tree: inout DeviceTree
    ) throws(Failure) {
        for property in [NodeProperty.acl, .title] {
            guard let wanted = node.properties[property],
                let resolution = try? tree.schema.resolve(locURI: uri),
                tree.property(property, resolution, presence: .stored) != wanted
            else { continue }
            try send(.replace, "\(uri)?prop=\(property.rawValue)", data: wanted, in: &tree)
        }
    }

    private mutating func send(
        _ verb: Verb, _ uri: String, _ node: TNDSNode, in tree: inout DeviceTree
    ) throws(Failure) {
        try send(
            verb, uri, format: node.properties[.format] ?? (node.isInterior ? "node" : "chr"),
            type: node.properties[.type], data: node.isInterior ? nil : node.value ?? "", in: &tree)
    }

    /// Sends what the server could have sent for one node.
    private mutating func send(
        _ verb: Verb, _ uri: String, format: String? = nil, type: String? = nil, data: String? = nil,
        in tree: inout DeviceTree
    ) throws(Failure) {
        let application = tree.apply(
            Request(
                verb: verb, cmdID: request.cmdID, target: uri, format: format, type: type, data: data,
                isInAtomic: request.isInAtomic))
        guard application.succeeded else { throw Failure(uri: uri, application: application) }
        effects += application.effects
        canUndo = canUndo && application.canUndo
    }
}
