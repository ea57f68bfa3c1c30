import SyncML

extension Rule {
    static let accessVerb = Rule.reviewed(
        "access.verb", .error,
        "The node does not allow the verb (405).",
        reference: "windows-csp.md 5.9 row 15")
}
