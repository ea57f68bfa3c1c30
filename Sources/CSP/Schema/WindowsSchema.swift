import DDF
import DMTree

/// What can exist on one Windows: the catalogue narrowed to a release and edition, the registered roots, the observations.
public struct WindowsSchema: NodeSchema {
    public let release: WindowsRelease
    public let store: RootStore
    /// What a device of this release reported as registered; nil for releases that nobody published.
    private let registered: RegisteredRoots?
    private let observations: [Observation]

    public init(release: WindowsRelease = .standard, store: RootStore = .shipped) {
        self.release = release
        self.store = store
        registered = release.build >= 26200 ? .build26200 : nil
        observations = Observation.rows.filter { $0.builds.isEmpty || $0.builds.contains(release.build) }
    }

    public func observed(_ verb: Verb, _ uri: TreeURI) -> Observed? {
        for row in observations where row.matches(verb, uri, release) {
            return Observed(id: row.id, answer: row.answer, source: row.source)
        }
        return nil
    }

    public func resolve(_ uri: TreeURI) -> Resolution {
        var steps: [NodeDescription] = []
        steps.reserveCapacity(uri.keys.count)
        let structural = Self.structuralSteps(uri)
        if structural.count < uri.structuralCount {
            return Resolution(standing: .unknown(matched: structural.count), steps: structural, uri: uri)
        }
        steps += structural
        guard steps.count < uri.keys.count else { return Resolution(standing: .described, steps: steps, uri: uri) }

        let scope = CatalogueRoot.Scope(uri.scope)
        let csp = uri.keys[steps.count]
        let own = store.root(scope, csp: csp)
        let standing = standing(of: csp, in: scope, own: own)
        if let tree = standing.tree {
            let walk = Walk(schema: self, uri: uri, scope: standing.scope, csp: csp)
            let resolution = walk.run(from: tree, steps: steps, absence: standing.absence)
            if case .unknown = resolution.standing, let other = describedElsewhere(uri, scope, csp, steps) { return other }
            return resolution
        }
        if let other = describedElsewhere(uri, scope, csp, steps) { return other }
        if standing.isBareRoot {
            return Resolution(
                standing: uri.keys.count == steps.count + 1 ? .described : .unknown(matched: steps.count + 1),
                steps: steps + [Self.bareRoot(standing.name)], uri: uri)
        }
        return Resolution(standing: .unknown(matched: steps.count), steps: steps, uri: uri)
    }

    /// The first names of an address, as far as they are structure.
    private static func structuralSteps(_ uri: TreeURI) -> [NodeDescription] {
        let wanted: [(key: String, node: NodeDescription)] =
            switch uri.scope {
            case .device:
                [("device", StructuralNode.device), ("vendor", StructuralNode.vendor), ("msft", StructuralNode.msft)]
            case .user: [("user", StructuralNode.user), ("vendor", StructuralNode.vendor), ("msft", StructuralNode.msft)]
            case .outside: uri.keys.first == "syncml" ? [("syncml", StructuralNode.syncML)] : []
            }
        var steps: [NodeDescription] = []
        for (index, step) in wanted.enumerated() {
            guard index < uri.keys.count, uri.keys[index] == step.key else { break }
            steps.append(step.node)
        }
        return steps
    }

    private struct RootStanding {
        var tree: NodeDescription?
        var scope: CatalogueRoot.Scope
        var absence: Absence?
        var isBareRoot = false
        var name = ""
    }

    /// Which CSPs exist where (design.md section 3): a registered CSP exists in its registered scopes, with the other scope's
    /// description where its own has none; one described by v1 only and not registered is gone from Windows 11, except Accounts.
    private func standing(of csp: String, in scope: CatalogueRoot.Scope, own: RootStore.Root?) -> RootStanding {
        let registration = (registered ?? (release.isWindows11 ? .build26200 : nil))?[csp]
        if let registration, registered != nil {
            let isHere =
                switch scope {
                case .device: registration.isDevice
                case .user: registration.isUser
                case .outside: registration.isOutside
                }
            if let own {
                return RootStanding(
                    tree: own.tree, scope: scope,
                    absence: isHere ? nil : .scope(scope == .user ? .device : .user), name: registration.name)
            }
            let other: CatalogueRoot.Scope = scope == .user ? .device : .user
            if isHere, scope != .outside, let tree = store.root(other, csp: csp)?.tree {
                return RootStanding(tree: tree, scope: other, name: registration.name)
            }
            return RootStanding(
                tree: nil, scope: scope,
                isBareRoot: isHere && store.root(other, csp: csp) == nil, name: registration.name)
        }
        guard let own else { return RootStanding(tree: nil, scope: scope) }
        let isGone = own.root.isV1Only && release.isWindows11 && registration == nil && csp != "accounts"
        let isTooEarly = csp == "enrollmentstatustracking" && release.build < 18362
        return RootStanding(
            tree: own.tree, scope: scope,
            absence: isTooEarly ? .build([WindowsVersion(build: 18362)]) : isGone ? .notRegistered : nil,
            name: own.root.csp)
    }

    /// Row 9 for a path that only the other scope describes.
    private func describedElsewhere(
        _ uri: TreeURI, _ scope: CatalogueRoot.Scope, _ csp: String, _ steps: [NodeDescription]
    ) -> Resolution? {
        guard scope != .outside else { return nil }
        let other: CatalogueRoot.Scope = scope == .user ? .device : .user
        guard let tree = store.root(other, csp: csp)?.tree else { return nil }
        let walk = Walk(schema: self, uri: uri, scope: other, csp: csp)
        let resolution = walk.run(from: tree, steps: steps, absence: nil)
        if case .unknown = resolution.standing { return nil }
        return Resolution(
            standing: .absent(.scope(other == .user ? .user : .device)), steps: resolution.steps, uri: resolution.uri)
    }

    private static func bareRoot(_ name: String) -> NodeDescription {
        var facts = NodeDescription.Facts()
        facts.access = .get
        facts.scope = .permanent
        return NodeDescription(name: name, isDynamic: false, facts: facts, children: [])
    }

    public func rootType(_ uri: TreeURI, resolution: Resolution) -> String? {
        guard uri.keys.count == uri.structuralCount + 1, let root = resolution.steps.last else { return nil }
        let csp = uri.keys[uri.structuralCount]
        if let entry = registered?[csp] { return "com.microsoft/\(entry.version)/MDM/\(entry.name)" }
        if let type = root.facts.mimeType, type.hasPrefix("com.microsoft/") { return type }
        let version = store.root(CatalogueRoot.Scope(uri.scope), csp: csp)?.root.cspVersion ?? "1.0"
        return "com.microsoft/\(version)/MDM/\(root.name)"
    }

    public func children(of uri: TreeURI, resolution: Resolution) -> [NodeDescription] {
        let structural = uri.structuralCount
        if uri.keys.isEmpty {
            return store.csps(.outside).filter { $0.csp.lowercased() != "dmacc" }.map { Self.bareRoot($0.csp) }
                + [StructuralNode.device, StructuralNode.syncML, StructuralNode.user]
        }
        if uri.keys.count < 3, uri.scope != .outside {
            return uri.keys.count == 1 ? [StructuralNode.vendor] : [StructuralNode.msft]
        }
        if uri.keys.count == structural { return roots(below: uri) }
        guard let node = resolution.node else { return [] }
        let keys = uri.keys[structural...]
        if keys.elementsEqual(["policy", "config"]) {
            return store.areas(CatalogueRoot.Scope(uri.scope)).compactMap { root in
                store.root(root.scope, csp: "policy", area: root.area?.lowercased())?.tree
            }.filter { $0.facts.applicability.includes(release) }
        }
        return node.children.filter { !$0.facts.isRetired && $0.facts.applicability.includes(release) }
    }

    /// The CSPs that exist in a scope.
    private func roots(below uri: TreeURI) -> [NodeDescription] {
        let scope = CatalogueRoot.Scope(uri.scope)
        let isSyncML = uri.keys.first == "syncml"
        var names = store.csps(scope).map(\.csp)
        if let registered {
            let known = Set(names.map { $0.lowercased() })
            names += registered.entries(in: scope).map(\.name).filter { !known.contains($0.lowercased()) }
        }
        return names.compactMap { name -> NodeDescription? in
            if scope == .outside, (["dmacc", "dms"].contains(name.lowercased())) != isSyncML { return nil }
            let resolution = resolve(uri.child(name))
            guard case .described = resolution.standing else { return nil }
            return resolution.node
        }
    }
}

extension CatalogueRoot.Scope {
    public init(_ scope: TreeURI.Scope) {
        switch scope {
        case .device: self = .device
        case .user: self = .user
        case .outside: self = .outside
        }
    }
}
