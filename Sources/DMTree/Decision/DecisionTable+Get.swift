import DDF

extension DecisionTable {
    /// A Get of a node that is there and allows it.
    func get(_ resolution: Resolution, _ node: NodeDescription, _ presence: DeviceTree.Presence) -> Decision {
        guard let reading = tree.reading(resolution, presence: presence) else {
            return refuse(.absentNode, 404, .nodeNotFound, AdviceText.neverSet(request, node), resolution)
        }
        return Decision(rule: .success, status: 200, action: .read(reading), resolution: resolution)
    }

    /// `?prop=` and `?list=` (windows-csp.md 5.9, "Results").
    func decide(
        _ query: TreeURI.Query, _ resolution: Resolution, _ node: NodeDescription, _ presence: DeviceTree.Presence
    ) -> Decision {
        switch query {
        case .property(let name): return property(name, resolution, node)
        case .list(let name):
            guard node.facts.access.contains(.get) else {
                return refuse(
                    .verbNotAllowed, 405, .commandNotAllowed, AdviceText.verbNotAllowed(request, node), resolution)
            }
            switch name.lowercased() {
            case "struct": return list(resolution, withData: false)
            case "structdata": return list(resolution, withData: true)
            default: return unsupportedQuery(resolution, query)
            }
        case .other: return unsupportedQuery(resolution, query)
        }
    }

    private func property(_ name: String, _ resolution: Resolution, _ node: NodeDescription) -> Decision {
        let value: String
        switch name.lowercased() {
        case "name":
            // A fixed name as its description spells it, an instance's as it was first written.
            let instance = node.isDynamic ? tree.storage[resolution.uri.keys]?.name : node.name
            value = instance ?? resolution.uri.segments.last ?? node.name
        case "format": value = node.facts.format.rawValue
        case "type":
            if let root = tree.schema.rootType(resolution.uri, resolution: resolution) {
                value = root
            } else {
                value = node.isInterior ? "" : node.facts.mimeType ?? "text/plain"
            }
        default: return unsupportedQuery(resolution, .property(name))
        }
        return Decision(
            rule: .query, status: 200,
            action: .read(Reading([Reading.Entry(uri: resolution.uri.text, format: .chr, data: value)])),
            resolution: resolution)
    }

    private func list(_ resolution: Resolution, withData: Bool) -> Decision {
        let entries = tree.structure(resolution, uri: resolution.uri.textWithoutQuery, withData: withData)
        return Decision(rule: .query, status: 200, action: .read(Reading(entries)), resolution: resolution)
    }

    private func unsupportedQuery(_ resolution: Resolution, _ query: TreeURI.Query) -> Decision {
        let isNotFound = tree.profile.ambiguities.unsupportedQuery == .notFound
        return Decision(
            rule: .query, status: isNotFound ? 404 : 406, error: isNotFound ? .nodeNotFound : .propertyNotSupported,
            resolution: resolution, advice: [AdviceText.unsupportedQuery(request, query)])
    }
}
