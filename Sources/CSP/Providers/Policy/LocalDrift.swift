import DMTree

/// A program on the device changes a value that the server has set. For a policy it is the effective value that changes,
/// which `Policy/Result` shows; `Policy/Config` goes on holding what the server wants.
public struct LocalDrift: Hashable, Sendable, Codable {
    /// The node that drifted: a policy by its address in `Policy/Config`, or a node of another CSP.
    public let uri: TreeURI
    /// What a node of another CSP held; nil for a policy, whose value follows from what the servers set.
    private let original: String?

    /// True for a policy, which Config refresh applies again; it leaves other CSPs alone (windows-csp.md 5.7).
    public let isPolicy: Bool

    /// Changes the value.
    ///
    /// - Returns: nil, and nothing is changed, where the server has set nothing or the value is the same.
    public static func take(_ uri: TreeURI, to value: String, in tree: inout DeviceTree) -> LocalDrift? {
        if let policy = PolicySources.policy(uri, in: tree) {
            guard let effective = PolicySources.effectiveValue(of: policy, in: tree), effective != value else {
                return nil
            }
            PolicySources.setResult(of: policy, to: value, writer: .agent, in: &tree)
            return LocalDrift(uri: policy.uri, original: nil, isPolicy: true)
        }
        guard let original = tree.storedValue(uri), original != value else { return nil }
        tree.setLocally(uri, value: value, writer: .agent)
        return LocalDrift(uri: uri, original: original, isPolicy: false)
    }

    /// Puts the value back.
    ///
    /// - Returns: the value; nil when the server has taken it back in the meantime.
    public func restore(in tree: inout DeviceTree) -> String? {
        guard isPolicy else {
            guard let original, tree.isStored(uri) else { return nil }
            tree.setLocally(uri, value: original)
            return original
        }
        guard let policy = PolicySources.policy(uri, in: tree),
            let value = PolicySources.effectiveValue(of: policy, in: tree)
        else { return nil }
        PolicySources.setResult(of: policy, to: value, in: &tree)
        return value
    }
}
