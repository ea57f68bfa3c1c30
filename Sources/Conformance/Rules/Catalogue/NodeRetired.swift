import SyncML

extension Rule {
    static let nodeRetired = Rule.reviewed(
        "node.retired", .error,
        "Only older descriptions of the CSP know the node (Get 404, else 405). A warning in commands without a message, which name no Windows.",
        reference: "windows-csp.md 5.9 row 9")
}
