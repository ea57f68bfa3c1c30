import SyncML

extension Rule {
    static let queryUnsupported = Rule.reviewed(
        "query.unsupported", .error,
        "A property or list that Windows does not support (406).",
        reference: "windows-csp.md 5.9 Results")
}
