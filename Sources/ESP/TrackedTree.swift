import Notation

/// What the page and the agents read of the device's tree.
///
/// URIs are LocURIs as servers write them: `./Vendor/MSFT` and `./Device/Vendor/MSFT` are one cell, and names may be
/// percent-encoded or raw (`MS DM Server` and `MS%20DM%20Server`, esp-behaviour.md 0.3). `./User` is the user who is
/// signed in.
public protocol TrackedTree {
    /// A number that is another one after every write; nil when the tree does not count its writes.
    var revision: Int? { get }
    /// The value of a leaf, or its default; nil when the node is absent or was never set and has no default.
    func value(_ uri: String) -> String?
    /// Whether the node is there, leaf or interior.
    func exists(_ uri: String) -> Bool
    /// The decoded names of a node's children in their order; nil when the node is absent.
    func children(_ uri: String) -> [String]?
    /// The children of a node, each with the values of some of its own leaves; empty when the node is absent.
    ///
    /// The page reads its apps this way after every change. A tree that can do it in one walk should.
    func children(_ uri: String, withLeaves leaves: [String]) -> [TrackedChild]
}

/// A child of a node with the values of some of its leaves, in the order asked for; nil for one without a value.
public struct TrackedChild: Hashable, Sendable {
    public let name: String
    public let values: [String?]

    public init(name: String, values: [String?]) {
        self.name = name
        self.values = values
    }
}

extension TrackedTree {
    public var revision: Int? { nil }

    public func children(_ uri: String, withLeaves leaves: [String]) -> [TrackedChild] {
        (children(uri) ?? []).map { name in
            let base = "\(uri)/\(PercentCoding.encode(name))"
            return TrackedChild(name: name, values: leaves.map { value("\(base)/\($0)") })
        }
    }

    /// The value of a bool node; nil when it is absent or holds something else.
    func bool(_ uri: String) -> Bool? {
        switch value(uri).map({ ListText.trimmed($0).lowercased() }) {
        case "true": true
        case "false": false
        default: nil
        }
    }

    /// The value of an int node; nil when it is absent or holds something else.
    func int(_ uri: String) -> Int? { value(uri).flatMap { Int(ListText.trimmed($0)) } }

    /// Whether an app provider of the scope has not yet written its list (ESP-512), or only foreign providers are
    /// registered for apps while device preparation knows one that handles apps (ESP-324).
    func isHeldByAppProvider(in scope: PhaseScope, expectsOwnProvider: Bool) -> Bool {
        let names = children(NodeURI.appProviders(scope)) ?? []
        if names.contains(where: { bool(NodeURI.trackingPoliciesCreated($0, in: scope)) != true }) { return true }
        guard expectsOwnProvider, scope == .device, !names.isEmpty else { return false }
        let known = Set(names.map { $0.lowercased() })
        return (children(NodeURI.preparationProviders) ?? []).contains { name in
            !known.contains(name.lowercased())
                && bool(NodeURI.preparationProvider(name, "TrackedResourceTypes/Apps")) == true
        }
    }
}
