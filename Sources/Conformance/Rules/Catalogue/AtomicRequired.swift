import SyncML

extension Rule {
    static let atomicRequired = Rule.reviewed(
        "atomic.required", .warning,
        "A node that wants all its commands in one Atomic, outside of one. Carried out.",
        reference: "windows-csp.md 6.4")
}
