import SyncML

extension Rule {
    static let valueNotOfFormat = Rule.reviewed(
        "value.not-of-format", .error,
        "The text is no value of the node's format (415).",
        reference: "windows-csp.md 5.9 row 18")
}
