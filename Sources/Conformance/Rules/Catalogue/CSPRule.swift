import SyncML

/// A rule of one CSP that `apply` tells, and lint does, too, where the message shows the breach.
struct CSPRule: Sendable {
    var id: String
    var severity: Rule.Severity
    var summary: String
    var reference: String
    /// True for what is missing: it is told only of an instance that the message itself adds, because everything else may
    /// have come before.
    var needsOwnInstance: Bool

    init(
        _ id: String, _ severity: Rule.Severity, _ summary: String, reference: String, needsOwnInstance: Bool = false
    ) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.reference = reference
        self.needsOwnInstance = needsOwnInstance
    }

    private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }

    /// Whether advice of `apply` holds for every device. Advice that has no rule here depends on what the device holds, or
    /// on what runs there.
    static func isCertain(_ id: String, inOwnInstance: Bool) -> Bool {
        if let rule = byID[id] { return inOwnInstance || !rule.needsOwnInstance }
        return Rule.describedIDs.contains(id)
    }
}
