import SyncML

extension Rule {
    static let nodeNotOnEdition = Rule.reviewed(
        "node.not-on-edition", .error,
        "Described for other editions (Get 404, else 405). A warning in commands without a message, which name no Windows.",
        reference: "windows-csp.md 5.9 row 9")
}
