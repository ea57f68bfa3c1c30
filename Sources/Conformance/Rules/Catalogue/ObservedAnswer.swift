import SyncML

extension Rule {
    static let observedAnswer = Rule.reviewed(
        "observed", .error,
        "A real device was seen to answer this status, against its description.",
        reference: "data/observations; windows-csp.md 5.9")
}
