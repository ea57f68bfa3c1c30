import SyncML

extension Rule {
    static let valueMissing = Rule.reviewed(
        "value.missing", .error,
        "Replace without Data where the format cannot hold an empty text (415).",
        reference: "windows-csp.md 5.9 row 20")
}
