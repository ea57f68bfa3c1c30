import SyncML

extension Rule {
    static let valueNotAllowed = Rule.reviewed(
        "value.not-allowed", .error,
        "The value breaks the enumeration, range, flags or pattern (500); the old value is kept.",
        reference: "windows-csp.md 5.9 row 19")
}
