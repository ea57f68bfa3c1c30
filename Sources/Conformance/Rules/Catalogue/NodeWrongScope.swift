import SyncML

extension Rule {
    static let nodeWrongScope = Rule.reviewed(
        "node.wrong-scope", .error,
        "Described, or registered, in the other scope only (Get 404, else 405).",
        reference: "windows-csp.md 5.9 row 9")
}
