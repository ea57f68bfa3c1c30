import SyncML

extension Rule {
    static let accessAdd = Rule.reviewed(
        "access.add", .error,
        "The node, or one above it that is missing, cannot be added by a server (405).",
        reference: "windows-csp.md 5.9 rows 12 and 14")
}
