import SyncML

extension Rule {
    static let formatMismatch = Rule.reviewed(
        "format.mismatch", .error,
        "Meta states another Format than the node has (415).",
        reference: "windows-csp.md 5.9 row 17")
}
