import SyncML

extension Rule {
    static let nodeNotOnBuild = Rule.reviewed(
        "node.not-on-build", .error,
        "Described for other builds of Windows (Get 404, else 405). A warning in commands without a message, which name no Windows.",
        reference: "windows-csp.md 5.9 row 9, 6.6 pitfall 18")
}
