import DMTree

/// Reboot CSP (windows-csp.md 4.12): RebootNow, which restarts the device at the end of the session, and three
/// schedules. A schedule wants date and time; an empty value takes it back; daily and weekly exclude each other.
///
/// The reference names no codes for wrong values: a text that is no time, and the second recurrent schedule, answer 500
/// with E_INVALIDARG, as a value outside of what a description allows (our choice, 5.9 row 19).
struct Reboot: Provider {
    let name = "Reboot"

    private static let reference = "windows-csp.md 4.12"

    /// The schedules with their lower-case names.
    private static let schedules: Set<String> = ["single", "dailyrecurrent", "weeklyrecurrent"]

    /// A Get gives the time with its offset. The reference says so of DailyRecurrent; that the others do likewise is
    /// our choice.
    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        guard Self.isSchedule(node), let time = stored.flatMap(ISODateTime.init) else { return nil }
        return time.text(assuming: Self.offset(in: tree))
    }

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard Self.isSchedule(change.node), let value = change.value, !value.isEmpty else { return .allowed }
        guard let time = ISODateTime(value) else {
            return refusal(
                .valueNotAllowed, "reboot.time", "\"\(value)\" is no date with a time in ISO 8601",
                "write it as in 2025-10-07T10:35:00")
        }
        if let other = Self.excluded(by: change.node), tree.storedValue(other)?.isEmpty == false {
            return refusal(
                .executed, "reboot.two-schedules",
                "a daily and a weekly schedule exclude each other, and \(other.segments.last ?? "") is set",
                "delete \(other.canonical) first")
        }
        let now = ISODateTime(tree.localTime)
        let offset = Self.offset(in: tree)
        guard change.node.key(1) == "single", let now, time.seconds(assuming: offset) <= now.seconds(assuming: offset)
        else { return .allowed }
        return Judgement(advice: [
            Advice(
                rule: "reboot.past", severity: .warning,
                message: "\(value) is over on the device's clock (\(tree.localTime)), so nothing happens",
                hint: "write a later time", reference: Self.reference)
        ])
    }

    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        guard change.node.key(0) == "schedule" else { return [] }
        let value = change.value ?? ""
        if value.isEmpty { tree.removeLocally(change.node.uri.canonical) }
        return [.planJob(Job(kind: .restartSchedule, uri: change.node.uri, data: value))]
    }

    /// The answer is 200: nothing is left that could be asked for (our choice; 202 is for jobs with a result).
    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        guard node.key(0) == "rebootnow" else { return nil }
        return Execution(status: 200, effects: [.planJob(Job(kind: .restart, uri: node.uri, data: ""))])
    }

    private static func isSchedule(_ node: NodeReference) -> Bool {
        node.key(0) == "schedule" && node.key(1).map(schedules.contains) ?? false
    }

    /// The recurrent schedule that cannot stand beside another one.
    private static func excluded(by node: NodeReference) -> TreeURI? {
        let schedule = node.uri.prefix(node.uri.structuralCount + 2)
        switch node.key(1) {
        case "dailyrecurrent": return schedule.child("WeeklyRecurrent")
        case "weeklyrecurrent": return schedule.child("DailyRecurrent")
        default: return nil
        }
    }

    private static func offset(in tree: DeviceTree) -> Int64 { ISODateTime(tree.localTime)?.offsetMinutes ?? 0 }

    private func refusal(_ row: DecisionRow, _ rule: String, _ message: String, _ hint: String) -> Judgement {
        Judgement(
            refusal: Judgement.Refusal(
                row: row, status: 500, error: .invalidArgument,
                advice: Advice(
                    rule: rule, severity: .error, message: message, hint: hint, reference: Self.reference)))
    }
}
