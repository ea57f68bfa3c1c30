import CSP
import DMTree
import ESP

/// Restarts that the Reboot CSP asks for (windows-csp.md 4.12).
extension DeviceLife {
    /// RebootNow: in a session, at its end.
    mutating func startRestart(_ job: Job) {
        noteJob(job, "requested")
        schedule(.restartDue, of: job.uri, afterSeconds: 0)
    }

    mutating func restartIsDue(_ node: TreeURI) { requestRestart() }

    /// Plans the next restart of a schedule. One that is over, or was taken back, plans none.
    mutating func planRestart(_ job: Job) {
        guard let due = nextRestart(job.uri, job.data) else {
            noteJob(job, job.data.isEmpty ? "cancelled" : "over")
            return
        }
        noteJob(job, script.localTime.text(due))
        agenda.add(.job(JobStep(node: job.uri, stage: .scheduledRestart(due: due))), at: due)
    }

    /// A restart that falls into a time in which the machine is down is left out (our choice); a recurrent schedule
    /// goes on with its next day.
    mutating func scheduledRestart(_ node: TreeURI, due: DeviceTime) {
        guard let value = tree.storedValue(node) else { return }
        let job = Job(kind: .restartSchedule, uri: node, data: value)
        if let next = nextRestart(node, value) {
            agenda.add(.job(JobStep(node: node, stage: .scheduledRestart(due: next))), at: next)
        }
        guard now == due else {
            noteJob(job, "missed")
            return
        }
        noteJob(job, "due")
        requestRestart()
    }

    /// The first instant after now that a schedule names; nil when there is none.
    private func nextRestart(_ node: TreeURI, _ value: String) -> DeviceTime? {
        guard let time = ISODateTime(value) else { return nil }
        let start = script.localTime.instant(epochSeconds: time.seconds(assuming: 0))
        let period: Int64
        switch node.keys.last {
        case "dailyrecurrent": period = 86_400
        case "weeklyrecurrent": period = 7 * 86_400
        default: return start > now ? start : nil
        }
        guard start <= now else { return start }
        return start.adding(seconds: (now.seconds(since: start) / period + 1) * period)
    }
}
