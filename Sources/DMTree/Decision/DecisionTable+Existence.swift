import DDF

extension DecisionTable {
    /// Rows 10 to 15: whether the node is there, may come into being, and takes the verb.
    func existenceRows(
        _ resolution: Resolution, _ node: NodeDescription, _ presence: DeviceTree.Presence
    ) -> Decision? {
        switch request.verb {
        case .get, .delete, .exec:
            if case .missing(let depth) = presence {
                return refuse(
                    .absentNode, 404, .nodeNotFound, AdviceText.missing(request, resolution, depth: depth), resolution)
            }
        case .add:
            if resolution.uri.query == nil, let decision = addRows(resolution, node, presence) { return decision }
        case .replace:
            // An absent node is made as by an Add, so it need not list Replace.
            if resolution.uri.query == nil, case .missing(let depth) = presence {
                return replaceOfAbsentNode(resolution, node, depth: depth)
            }
        case .copy, .alert, .notACommand: break
        }
        return verbRow(resolution, node)
    }

    /// Rows 11 and 12.
    private func addRows(
        _ resolution: Resolution, _ node: NodeDescription, _ presence: DeviceTree.Presence
    ) -> Decision? {
        let listsAdd = node.facts.access.contains(.add)
        switch presence {
        case .stored where listsAdd:
            return refuse(.existingNode, 418, .alreadyExists, AdviceText.exists(request, node), resolution)
        case .missing(let depth):
            if depth < resolution.steps.count - 1, tree.profile.ambiguities.implicitAdd == .refused {
                return refuse(
                    .absentNode, 404, .nodeNotFound, AdviceText.missing(request, resolution, depth: depth), resolution)
            }
            if let blocking = Self.blockingNode(resolution, depth: depth) {
                return refuse(
                    .addNotAllowed, 405, .commandNotAllowed,
                    AdviceText.addNotAllowed(request, node, blocking: blocking), resolution)
            }
        case .stored, .implied: break
        }
        if !listsAdd {
            return refuse(
                .addNotAllowed, 405, .commandNotAllowed, AdviceText.addNotAllowed(request, node, blocking: node),
                resolution)
        }
        if let parent = resolution.steps.dropLast().last, !parent.isInterior {
            return refuse(
                .addNotAllowed, 405, .commandNotAllowed, AdviceText.parentIsLeaf(request, parent), resolution)
        }
        return nil
    }

    /// Row 14. Windows carries a Replace of a missing node out as an Add, where the standard answers 404
    /// (windows-csp.md 5.2).
    private func replaceOfAbsentNode(
        _ resolution: Resolution, _ node: NodeDescription, depth: Int
    ) -> Decision? {
        if tree.profile.ambiguities.replaceOfAbsent == .refused {
            return refuse(
                .replaceOfAbsentNode, 404, .nodeNotFound, AdviceText.missing(request, resolution, depth: depth),
                resolution)
        }
        let keys = resolution.uri.keys
        let structural = resolution.uri.structuralCount
        if resolution.uri.scope == .user, keys.count > structural + 2, keys[structural] == "dmclient",
            depth == structural + 2
        {
            return refuse(
                .replaceOfAbsentNode, 405, .commandNotAllowed, AdviceText.userProviderMissing(request, resolution),
                resolution)
        }
        if Self.replaceNeedsNode.contains(keys[structural]) {
            return refuse(
                .replaceOfAbsentNode, 404, .nodeNotFound, AdviceText.replaceNeedsNode(request, resolution), resolution)
        }
        if let named = (depth..<keys.count - 1).first(where: { resolution.steps[$0].isDynamic }) {
            return refuse(
                .replaceOfAbsentNode, 404, .nodeNotFound,
                AdviceText.namedAncestorMissing(request, resolution, depth: named), resolution)
        }
        if let blocking = Self.blockingNode(resolution, depth: depth) {
            return refuse(
                .replaceOfAbsentNode, 405, .commandNotAllowed,
                AdviceText.addNotAllowed(request, node, blocking: blocking), resolution)
        }
        return nil
    }

    /// The first node on the way to an absent one that a server cannot make. A fixed-name ancestor without Add is no
    /// obstacle: it is there as soon as its parent is. Nor is a named one whose child in the address lists Add
    /// (`RootCATrustedCertificates/Root/{CertHash}/EncodedCertificate`, Accounts users): its instances can come about in no other
    /// way, and published sessions add certificates so (docs/decisions/0005).
    private static func blockingNode(_ resolution: Resolution, depth: Int) -> NodeDescription? {
        let last = resolution.steps.count - 1
        for index in depth...last {
            let step = resolution.steps[index]
            if step.facts.access.contains(.add) { continue }
            if index == last { return step }
            if step.isDynamic, !resolution.steps[index + 1].facts.access.contains(.add) { return step }
        }
        return nil
    }

    /// CSPs whose pages repeat that Replace wants an existing node.
    private static let replaceNeedsNode: Set<String> = ["devinfo", "devdetail", "dmacc", "wifi"]

    /// Row 15.
    func verbRow(_ resolution: Resolution, _ node: NodeDescription) -> Decision? {
        if let query = resolution.uri.query {
            guard request.verb == .get else {
                return refuse(
                    .verbNotAllowed, 405, .commandNotAllowed, AdviceText.verbOnQuery(request, query), resolution)
            }
            return nil
        }
        let needed: AccessType =
            switch request.verb {
            case .add: .add
            case .replace: .replace
            case .delete: .delete
            case .get: .get
            case .exec: .exec
            case .copy, .alert, .notACommand: []
            }
        if !node.facts.access.isSuperset(of: needed) {
            return refuse(
                .verbNotAllowed, 405, .commandNotAllowed, AdviceText.verbNotAllowed(request, node), resolution)
        }
        if request.verb == .delete, node.facts.scope == .permanent {
            return refuse(
                .verbNotAllowed, 405, .commandNotAllowed, AdviceText.deletePermanent(request, node), resolution)
        }
        return nil
    }
}
