import SyncML

extension Rule {
    static let queryVerb = Rule.reviewed(
        "query.verb", .error,
        "Another verb than Get on a property or list (405).",
        reference: "windows-csp.md 5.9 Results")
}
