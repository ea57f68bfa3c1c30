import DMTree

/// What a server may write below `MY/WSTEP/Renew` (enrollment.md 10.1; the texts of the CertificateStore DDF).
enum RenewalRules {
    private static let reference = "enrollment.md 10.1, CertificateStore DDF"

    /// Judges a change below Renew; nil for what is allowed.
    static func fault(_ change: Change, in tree: DeviceTree) -> Judgement.Refusal? {
        switch change.node.keys.last {
        case "robosupport": roboFault(change)
        case "retryinterval": intervalFault(change, in: tree)
        default: nil
        }
    }

    /// ROBO is the only renewal of an enrolment with a token, which every enrolment here is: the description answers
    /// false and a Delete with 405. Windows 10 and 11 treat it as true anyway (enrollment.md 10.1).
    private static func roboFault(_ change: Change) -> Judgement.Refusal? {
        switch change.kind {
        case .add(let value), .replace(let value):
            guard ["false", "0"].contains(value?.lowercased()) else { return nil }
        case .delete: break
        }
        return Judgement.Refusal(
            row: .verbNotAllowed, status: 405, error: .commandNotAllowed,
            advice: Advice(
                rule: "renew.robo", severity: .error,
                message: "a device that was enrolled with a token renews by ROBO only, so ROBOSupport stays true",
                hint: "leave ROBOSupport out, or write true", reference: reference))
    }

    /// The text has "it will result in errors" for an interval longer than the period; the code is that of row 19.
    private static func intervalFault(_ change: Change, in tree: DeviceTree) -> Judgement.Refusal? {
        guard let value = change.value, let interval = Int(value) else { return nil }
        let renew = change.node.uri.prefix(change.node.uri.keys.count - 1)
        let period = tree.storedValue(renew.child("RenewPeriod")).flatMap { Int($0) } ?? RenewalWindow.defaultPeriod
        guard interval > period else { return nil }
        return Judgement.Refusal(
            row: .valueNotAllowed, status: 500, error: .invalidArgument,
            advice: Advice(
                rule: "renew.retry-interval", severity: .error,
                message: "RetryInterval is \(interval) days, more than the RenewPeriod of \(period)",
                hint: "write RenewPeriod first, and a RetryInterval that is not longer", reference: reference))
    }
}
