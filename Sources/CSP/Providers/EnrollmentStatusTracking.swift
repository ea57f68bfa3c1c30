import DMTree

/// EnrollmentStatusTracking CSP: what on-device agents tell the Enrollment Status Page (windows-csp.md 2, ESP-411 to
/// ESP-414).
///
/// The description checks formats; the CSP declares no allowed values, so Windows stores whatever number comes. What no
/// reader of the node understands is stored with a warning (windows-csp.md 5.9 row 19).
struct EnrollmentStatusTracking: Provider {
    let name = "EnrollmentStatusTracking"

    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        // false until the provider sets it (ESP-412; the description has no default, ledger of windows-csp.md 2.3).
        stored == nil && node.keys.last == "trackingpoliciescreated" ? "false" : nil
    }

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard let value = change.value, let number = Int(value) else { return .allowed }
        let isPreparation = change.node.key(0) == "devicepreparation"
        let meaning: (range: ClosedRange<Int>, words: String)
        switch change.node.keys.last {
        case "installationstate" where isPreparation:
            meaning = (1...4, "1 NotInstalled, 2 NotRequired, 3 Completed, 4 Error")
        case "installationstate": meaning = (1...4, "1 NotInstalled, 2 InProgress, 3 Completed, 4 Error")
        case "rebootrequired": meaning = (1...3, "1 NotRequired, 2 SoftReboot, 3 HardReboot")
        case "timeout": meaning = (1...1440, "minutes, 15 when never set")
        case "lasterror" where isPreparation && change.node.key(1) == "policyproviders":
            return Judgement(advice: [
                Advice(
                    rule: "tracking.last-error", severity: .note,
                    message: "LastError is meant to be written by the provider on the device, not by the server",
                    reference: "windows-csp.md 2.1")
            ])
        default: return .allowed
        }
        guard !meaning.range.contains(number) else { return .allowed }
        return Judgement(advice: [
            Advice(
                rule: "tracking.unknown-value", severity: .warning,
                message:
                    "\(change.node.description.name) is stored as \(value), which no reader of the node understands",
                hint: meaning.words, reference: "windows-csp.md 2.3, 5.9 row 19")
        ])
    }
}
