import DDF
import DMTree

extension WindowsSchema {
    public func children(of uri: TreeURI, resolution: Resolution) -> [NodeDescription] {
        if uri.keys.isEmpty {
            return roots(below: uri) + [StructuralNode.device, StructuralNode.syncML, StructuralNode.user]
        }
        if uri.scope != .outside, uri.keys.count < 3 {
            return uri.keys.count == 1 ? [StructuralNode.vendor] : [StructuralNode.msft]
        }
        if uri.keys.count == uri.structuralCount { return roots(below: uri) }
        guard let node = resolution.node else { return [] }
        let keys = uri.keys[uri.structuralCount...]
        if keys.first == "policy" {
            if keys.count == 1 { return present(node.children) + registeredPolicyRoots(uri.scope) }
            if keys.count == 2, keys.last == "config" { return policyAreas(uri.scope) }
        }
        return present(node.children)
    }

    /// Without what only older descriptions know, or another Windows has.
    private func present(_ nodes: [NodeDescription]) -> [NodeDescription] {
        nodes.filter { !$0.facts.isRetired && $0.facts.applicability.includes(release) }
    }

    private func policyAreas(_ scope: TreeURI.Scope) -> [NodeDescription] {
        present(
            store.areas(CatalogueRoot.Scope(scope)).compactMap { root in
                store.root(root.scope, csp: "policy", area: root.area?.lowercased())?.tree
            })
    }

    /// What a device registers below Policy and no description shows.
    private func registeredPolicyRoots(_ scope: TreeURI.Scope) -> [NodeDescription] {
        (registered?.entries(in: CatalogueRoot.Scope(scope)) ?? [])
            .filter { $0.name.hasPrefix("Policy/") }.map { Self.bareRoot($0.csp) }
    }

    /// The CSPs that exist in a scope, or at the root or below `./SyncML`.
    private func roots(below uri: TreeURI) -> [NodeDescription] {
        let scope: CatalogueRoot.Scope = uri.keys.isEmpty ? .outside : CatalogueRoot.Scope(uri.scope)
        let isSyncML = uri.keys.first == "syncml"
        var names = store.csps(scope).map(\.csp)
        var known = Set(names.map { $0.lowercased() })
        for entry in registered?.entries(in: scope) ?? [] where !entry.name.contains("/") {
            if known.insert(entry.name.lowercased()).inserted { names.append(entry.name) }
        }
        return names.compactMap { name -> NodeDescription? in
            if scope == .outside, Self.isBelowSyncML(name.lowercased()) != isSyncML { return nil }
            let resolution = resolve(uri.child(name))
            guard case .described = resolution.standing else { return nil }
            return resolution.node
        }
    }
}
