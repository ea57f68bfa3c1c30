import DMTree
import ESP
import Notation

/// Sessions of a device that stays with its server: by the schedule, at logins, and when its user asks (enrollment.md 14.1,
/// 15).
extension DeviceLife {
    /// Plans the next poll. A session may have moved the schedule, and one that ran takes the place of a poll that fell
    /// into it.
    mutating func planPoll() {
        guard script.polls, enrolment == .active else { return }
        forgetOld()
        agenda.cancel(.session(.schedule))
        let schedule = PollSchedule(in: tree)
        agenda.add(.session(.schedule), at: schedule.next(after: now, start: .zero))
    }

    /// What a life remembers for a diagnosis is bounded for a device that stays for weeks.
    private mutating func forgetOld() {
        let most = 1_000
        if diagnostics.count > most { diagnostics.removeFirst(diagnostics.count - most) }
        if refusals.count > most { refusals.removeFirst(refusals.count - most) }
        if serverWrites.count > most { serverWrites.removeFirst(serverWrites.count - most) }
        if breaks.count > most { breaks.removeFirst(breaks.count - most) }
    }

    /// PollOnLogin of the provider; off by default.
    mutating func pollOnLogin() {
        let leaf = "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(tree.providerID))/Poll/PollOnLogin"
        guard script.polls, tree.value(leaf)?.lowercased() == "true" else { return }
        sessionSoon(.login)
    }

    /// The user starts a session in Settings.
    public mutating func requestSession() { sessionSoon(.user) }

    /// The user leaves management in Settings, at once. Nothing happens where Settings does not offer it: on a device that
    /// is joined to Entra (enrollment.md 13).
    ///
    /// - Returns: whether the device is leaving.
    public mutating func disconnect() -> Bool {
        userDisconnects()
        return enrolment == .ending
    }

    /// Time went by while nobody played the life: what fell into it happens now.
    public mutating func catchUp(to time: DeviceTime) {
        now = max(now, time)
        tree.localTime = script.localTime.text(now)
    }

    /// When the next poll is due; nil for a device that does not poll.
    public var nextPoll: DeviceTime? {
        script.polls && enrolment == .active ? PollSchedule(in: tree).next(after: now, start: .zero) : nil
    }

    /// The certificate of the enrolment as it really ends, in place of what the script says.
    public mutating func setCertificate(ends: DeviceTime) { certificate = EnrolmentCertificate(ends: ends) }

    /// What the provisioning document of the enrolment set in motion begins (enrollment.md 8.4).
    public mutating func begin(_ effects: [Effect]) { carryOut(effects) }
}
