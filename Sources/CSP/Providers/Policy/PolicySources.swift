import DDF
import DMTree

/// Policies that several management servers set on one device (windows-csp.md 4.6): `Config` holds what the server of the
/// session set, `Result` the outcome after merging all of them by the ConflictResolution of the policy. Device and user
/// scope are merged each on its own.
///
/// What other servers set is kept below PolicyManager, which is local and never answered: a node
/// `PolicyManager/Sources/{Area}/{Policy}/{ProviderID}` each, the oldest write first. A policy that one server alone sets
/// has no such nodes.
public enum PolicySources {
    /// The value of one server.
    public struct Source: Hashable, Sendable {
        public var providerID: String
        public var value: String

        public init(providerID: String, value: String) {
            self.providerID = providerID
            self.value = value
        }
    }

    /// Sets a policy as another management server does, in a session of its own. No access rules apply.
    ///
    /// - Parameters:
    ///   - config: the policy, `./…/Policy/Config/{Area}/{Policy}`; nothing happens for any other address.
    ///   - providerID: of that server. That of the tree's session writes `Config`.
    public static func set(
        _ value: String, at config: TreeURI, by providerID: String, in tree: inout DeviceTree
    ) {
        guard let policy = policy(config, in: tree) else { return }
        if providerID == tree.providerID {
            tree.setLocally(policy.uri, value: value, writer: .server)
            wrote(policy, value: value, in: &tree)
            return
        }
        tree.hasOtherServers = true
        let node = sources(of: policy.uri)
        if tree.storage[node.keys] == nil, let own = tree.storedValue(policy.uri) {
            tree.setLocally(node.child(tree.providerID), value: own)
        }
        tree.removeLocally(node.child(providerID).canonical)
        tree.setLocally(node.child(providerID), value: value, writer: .server)
        merge(policy, in: &tree)
    }

    /// Takes the value of another management server back.
    public static func remove(at config: TreeURI, by providerID: String, in tree: inout DeviceTree) {
        guard let policy = policy(config, in: tree) else { return }
        if providerID == tree.providerID {
            tree.removeLocally(policy.uri.canonical)
            deleted(policy.uri, in: &tree)
            return
        }
        tree.removeLocally(sources(of: policy.uri).child(providerID).canonical)
        merge(policy, in: &tree)
    }

    /// Who set a policy, the oldest write first; empty while one server alone did.
    public static func sources(at config: TreeURI, in tree: DeviceTree) -> [Source] {
        values(at: config, in: tree)
    }

    // MARK: What the CSP does

    /// The server of the session set a policy.
    static func wrote(_ policy: NodeReference, value: String?, in tree: inout DeviceTree) {
        // The address of the sources is not worth making for the one server that most devices have.
        guard tree.hasOtherServers, case let node = sources(of: policy.uri), tree.storage[node.keys] != nil
        else {
            setResult(of: policy, to: value, in: &tree)
            return
        }
        let own = node.child(tree.providerID)
        tree.removeLocally(own.canonical)
        tree.setLocally(own, value: value ?? "", writer: .server)
        merge(policy, in: &tree)
    }

    /// The server of the session deleted a policy, an area or all of `Config`. What other servers set stays.
    static func deleted(_ config: TreeURI, in tree: inout DeviceTree) {
        Policy.removeResult(of: config, in: &tree)
        guard tree.hasOtherServers else { return }
        for uri in policies(below: config, in: tree) {
            guard let policy = policy(uri, in: tree) else { continue }
            tree.removeLocally(sources(of: uri).child(tree.providerID).canonical)
            merge(policy, in: &tree)
        }
    }

    /// A policy does not exist any more, whoever set it.
    static func forget(_ config: TreeURI, in tree: inout DeviceTree) {
        Policy.removeResult(of: config, in: &tree)
        guard tree.hasOtherServers else { return }
        tree.removeLocally(sources(of: config).canonical)
    }

    /// A note when the value that the server of the session is about to set does not count.
    static func advice(on change: Change, in tree: DeviceTree) -> [Advice] {
        guard tree.hasOtherServers, change.node.key(2) != nil, let value = change.value else { return [] }
        var sources = values(at: change.node.uri, in: tree)
        guard !sources.isEmpty else { return [] }
        sources.removeAll { $0.providerID == tree.providerID }
        sources.append(Source(providerID: tree.providerID, value: value))
        let rule = change.node.description.facts.conflictResolution ?? .noMerge
        guard let winner = rule.winner(of: sources.map(\.value)), sources[winner].providerID != tree.providerID else {
            return []
        }
        return [
            Advice(
                rule: "policy.merged", severity: .note,
                message: "the value of \(sources[winner].providerID) stays in effect: \(rule.rawValue)",
                hint: "Result holds the effective value", reference: "windows-csp.md 4.6, 6.3")
        ]
    }

    /// What `Result` has to hold for a policy: the merged value; nil when nobody set it.
    static func effectiveValue(of policy: NodeReference, in tree: DeviceTree) -> String? {
        let sources = values(at: policy.uri, in: tree)
        guard !sources.isEmpty else { return tree.storedValue(policy.uri) }
        let rule = policy.description.facts.conflictResolution ?? .noMerge
        return rule.winner(of: sources.map(\.value)).map { sources[$0].value }
    }

    private static func merge(_ policy: NodeReference, in tree: inout DeviceTree) {
        if let value = effectiveValue(of: policy, in: tree) {
            setResult(of: policy, to: value, in: &tree)
        } else {
            forget(policy.uri, in: &tree)
        }
    }

    /// The node of a policy in `Result`.
    static func setResult(
        of policy: NodeReference, to value: String?, writer: Writer = .client, in tree: inout DeviceTree
    ) {
        tree.setTwinLocally(
            of: policy.uri, at: policy.uri.structuralCount + 1, named: "Result", key: "result", value: value,
            writer: writer)
    }

    private static func values(at config: TreeURI, in tree: DeviceTree) -> [Source] {
        (tree.storage[sources(of: config).keys]?.orderedChildren ?? []).map {
            Source(providerID: $0.name, value: $0.value ?? "")
        }
    }

    /// The description of a policy by its address in `Config`; nil for any other address.
    static func policy(_ config: TreeURI, in tree: DeviceTree) -> NodeReference? {
        let resolution = tree.schema.resolve(config)
        guard let node = resolution.node, !node.isInterior else { return nil }
        let reference = NodeReference(uri: resolution.uri, description: node)
        let keys = resolution.uri.keys
        guard keys.count == resolution.uri.structuralCount + 4, keys[resolution.uri.structuralCount] == "policy",
            reference.key(0) == "config"
        else { return nil }
        return reference
    }

    /// The policies with sources at or below an address in `Config`, as addresses there.
    private static func policies(below config: TreeURI, in tree: DeviceTree) -> [TreeURI] {
        let depth = config.structuralCount + 4
        guard config.keys.count < depth else { return [config] }
        let children = tree.storage[sources(of: config).keys]?.orderedChildren ?? []
        return children.flatMap { policies(below: config.child($0.name), in: tree) }
    }

    /// `…/PolicyManager/Sources/…` in the place of `…/Policy/Config/…`.
    private static func sources(of config: TreeURI) -> TreeURI {
        let index = config.structuralCount
        return config.replacing(at: index, with: "PolicyManager").replacing(at: index + 1, with: "Sources")
    }
}
