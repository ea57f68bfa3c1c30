import SyncML

extension Rule {
    static let nodeUnknown = Rule.reviewed(
        "node.unknown", .error,
        "No description of any edition knows the node (404). The hint names the nearest one that exists.",
        reference: "windows-csp.md 5.9 row 8")
}
