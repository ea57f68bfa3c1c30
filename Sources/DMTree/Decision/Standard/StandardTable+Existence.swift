import DDF

extension StandardTable {
    /// Rows 9 to 12: whether the node is there, or may come into being.
    func existenceRows(_ resolution: Resolution) throws(StandardRefusal) -> DeviceTree.Presence {
        guard case .described = resolution.standing else { throw unresolved(resolution) }
        if let node = resolution.node, let provider = tree.provider(for: resolution.uri),
            let refusal = provider.absence(
                of: NodeReference(uri: resolution.uri, description: node), for: request.verb, in: tree)
        {
            // The standard has no status for a node that another device would have: it is not there.
            throw StandardRefusal(
                request.verb == .add ? .pathCannotBeMade : .absentNode, 404, refusal.advice, resolution)
        }
        let presence = tree.standardPresence(resolution)
        let isQuery = resolution.uri.query != nil
        // A33: a server without rights does not learn whether the node is there.
        let hides = ambiguities.accessOrder == .accessFirst
        if hides, !isQuery { try authorize(resolution, presence) }
        switch presence {
        case .stored, .implied:
            if request.verb == .add, !isQuery {
                throw StandardRefusal(.existingNode, 418, StandardText.exists(request), resolution)
            }
        case .missing(let depth):
            // A property has rights of its own when its node is there.
            if hides, isQuery { try authorize(.get, resolution.uri, resolution) }
            guard isCreation, !isQuery else {
                throw StandardRefusal(
                    .absentNode, 404, StandardText.missing(request, resolution, depth: depth), resolution)
            }
            try canBeMade(resolution, depth: depth)
        }
        return presence
    }

    /// Whether the command makes a node that is not there (A21).
    private var isCreation: Bool {
        request.verb == .add || request.verb == .replace && ambiguities.replaceOfAbsent == .added
    }

    /// An address that no description of this device has. Below a leaf that is there an Add is row 11.
    private func unresolved(_ resolution: Resolution) -> StandardRefusal {
        let advice = StandardText.unknown(request, resolution, tree)
        guard request.verb == .add else { return StandardRefusal(.absentNode, 404, advice, resolution) }
        if case .unknown(let matched) = resolution.standing, matched > 0, matched == resolution.steps.count {
            let parent = tree.schema.resolve(resolution.uri.prefix(matched))
            if let format = tree.standardFormat(parent), format != .node {
                return StandardRefusal(
                    .parentIsLeaf, 405, StandardText.parentIsLeaf(parent.uri.canonical), resolution)
            }
        }
        return StandardRefusal(.pathCannotBeMade, 404, advice, resolution)
    }

    /// Rows 11 and 12 for a node whose names are described, the first `depth` of which are there.
    private func canBeMade(_ resolution: Resolution, depth: Int) throws(StandardRefusal) {
        let parent = tree.schema.resolve(resolution.uri.prefix(depth))
        if depth > 0, tree.standardFormat(parent) != .node {
            throw StandardRefusal(.parentIsLeaf, 405, StandardText.parentIsLeaf(parent.uri.canonical), resolution)
        }
        let last = resolution.steps.count - 1
        guard depth < last else { return }
        let missing = resolution.uri.prefix(depth + 1).canonical
        if ambiguities.implicitAdd == .refused {
            throw StandardRefusal(
                .pathCannotBeMade, 404, StandardText.parentMissing(request, missing), resolution, culprit: missing)
        }
        for index in depth..<last {
            let step = resolution.steps[index]
            // A fixed name without Add is there as soon as its parent is.
            guard step.isDynamic, !step.facts.access.contains(.add) else { continue }
            let culprit = resolution.uri.prefix(index + 1).canonical
            throw StandardRefusal(
                .pathCannotBeMade, 405, StandardText.ancestorNotAllowed(request, culprit), resolution, culprit: culprit)
        }
    }

    /// Row 13.
    func verbRow(
        _ resolution: Resolution, _ node: NodeDescription, _ presence: DeviceTree.Presence
    ) throws(StandardRefusal) {
        let needed: AccessType =
            switch request.verb {
            case .add: .add
            case .replace: .replace
            case .delete: .delete
            case .get: .get
            case .exec: .exec
            case .copy, .alert, .notACommand: []
            }
        if request.verb == .delete, node.facts.scope == .permanent || resolution.uri.keys.isEmpty {
            throw StandardRefusal(.verbNotAllowed, 405, StandardText.permanent(resolution, "deleted"), resolution)
        }
        guard node.facts.access.isSuperset(of: needed) else {
            throw StandardRefusal(.verbNotAllowed, 405, StandardText.verbNotAllowed(request, node), resolution)
        }
        guard request.verb == .replace, tree.standardFormat(resolution) == .node else { return }
        switch presence {
        case .missing: break
        case .stored, .implied:
            throw StandardRefusal(.verbNotAllowed, 405, StandardText.replaceOfInterior(resolution), resolution)
        }
    }

    /// Row 14: the ACL. An Add asks the parent of what comes into being, everything else the node.
    func authorize(_ resolution: Resolution, _ presence: DeviceTree.Presence) throws(StandardRefusal) {
        switch presence {
        case .missing(let depth) where isCreation:
            try authorize(.add, resolution.uri.prefix(depth), resolution)
        case .stored, .implied, .missing:
            switch request.verb {
            case .get: try authorize(.get, resolution.uri, resolution)
            case .replace: try authorize(.replace, resolution.uri, resolution)
            case .delete: try authorize(.delete, resolution.uri, resolution)
            case .exec: try authorize(.exec, resolution.uri, resolution)
            case .add: try authorize(.add, resolution.uri.prefix(max(0, resolution.uri.keys.count - 1)), resolution)
            case .copy, .alert, .notACommand: break
            }
        }
    }

    func authorize(
        _ verb: AccessControlList.Verb, _ node: TreeURI, _ resolution: Resolution
    ) throws(StandardRefusal) {
        let (acl, owner) = tree.effectiveACL(node.keys)
        guard !acl.allows(verb, server) else { return }
        throw StandardRefusal(
            .denied, 425, StandardText.denied(verb, node.canonical, server, acl, owner: owner), resolution)
    }
}
