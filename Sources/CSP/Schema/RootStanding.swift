import DDF
import DMTree

/// Where a CSP stands on one Windows, in one scope: which description counts, and what keeps the CSP away.
struct RootStanding {
    /// nil when no description counts: the CSP is unknown here, or a bare root.
    var tree: NodeDescription?
    /// The scope of the description.
    var scope: CatalogueRoot.Scope
    var absence: Absence?
    /// Registered, and described nowhere.
    var bareRoot: NodeDescription?
}

extension WindowsSchema {
    /// Which CSPs exist where (design.md section 3). A registered CSP exists in its registered scopes, with the other
    /// scope's description where its own has none, and as a bare root where there is none at all. One that is described
    /// by v1 only and not registered is gone from Windows 11, except Accounts. Any other stays.
    ///
    /// Only 26200 is known; Windows 11 before it takes from that list what is gone, and nothing else.
    func standing(of csp: String, in scope: CatalogueRoot.Scope) -> RootStanding {
        let own = store.root(scope, csp: csp)
        guard let registered, let entry = registered[csp] else {
            guard let own else { return RootStanding(tree: nil, scope: scope) }
            let isGone =
                own.root.isV1Only && release.isWindows11 && csp != "accounts" && RegisteredRoots.build26200[csp] == nil
            return RootStanding(
                tree: own.tree, scope: scope,
                absence: isGone ? .notRegistered : CSPAvailability.absence(of: csp, on: release))
        }
        let isHere = entry.isRegistered(in: scope)
        let other: CatalogueRoot.Scope = scope == .user ? .device : .user
        if let own {
            let absence: Absence? = isHere ? nil : .scope(scope == .user ? .device : .user)
            return RootStanding(tree: own.tree, scope: scope, absence: absence)
        }
        guard isHere else { return RootStanding(tree: nil, scope: scope) }
        if scope != .outside, let tree = store.root(other, csp: csp)?.tree {
            return RootStanding(tree: tree, scope: other)
        }
        return RootStanding(tree: nil, scope: scope, bareRoot: Self.bareRoot(entry.name))
    }

    /// A root that a device reports as registered and no description shows: it is there, can be read, and has no known
    /// children.
    static func bareRoot(_ name: String) -> NodeDescription {
        var facts = NodeDescription.Facts()
        facts.access = .get
        facts.scope = .permanent
        return NodeDescription(name: name, isDynamic: false, facts: facts, children: [])
    }
}
