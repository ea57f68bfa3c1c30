#if Live
import DMSession
import Device
import DeviceFile
import ESP
import HTTPExchange
import LiveDevice
import Scenario

/// What a live device did, for people while it happens and for machines at the end.
struct LiveReport: Encodable, Sendable {
    struct Session: Encodable, Sendable {
        var number: Int
        var trigger: String
        /// Commands of the server that were answered, and those of them that were refused.
        var commands = 0
        var refused: [Refused] = []
        var messages = 0
        /// Milliseconds that the phases of its exchanges took, by name: resolving, connecting, handshake, sending, waiting,
        /// receiving. A kept connection has only the last three.
        var phases: [String: Double] = [:]
        var outcome = "completed"
        /// Why it broke; null for one that ended well.
        @OrNull var reason: String?
    }

    struct Refused: Encodable, Sendable {
        var command: String
        @OrNull var target: String?
        var status: Int
    }

    var schemaVersion = 1
    /// What came before, for `enroll`; null for the other verbs.
    @OrNull var enrolment: EnrollmentReport?
    var sessions: [Session] = []
    /// `rested`, `stopped` or `left`.
    var ending = "rested"
    /// When the device polls next, ISO 8601; null when it does not.
    @OrNull var nextPoll: String?
    private var page = LifeText()
    private var isUnreachable = false

    private enum CodingKeys: String, CodingKey {
        case schemaVersion, enrolment, sessions, ending, nextPoll
    }

    /// Takes the events of a step.
    ///
    /// - Returns: the lines for people.
    mutating func take(_ events: [DeviceEvent], _ exchanges: [ExchangeRecord]) -> [String] {
        var lines: [String] = []
        defer { change { $0.take(exchanges) } }
        for event in events {
            switch event.kind {
            case .sessionStarted(let number, let trigger):
                sessions.append(Session(number: number, trigger: trigger.rawValue))
            case .messageSent, .messageReceived: change { $0.messages += 1 }
            case .commandAnswered(let outcome):
                change { session in
                    session.commands += 1
                    guard !outcome.succeeded else { return }
                    session.refused.append(
                        Refused(command: outcome.command, target: outcome.target, status: outcome.status))
                }
                if !outcome.succeeded {
                    lines.append("    \(outcome.command) \(outcome.target ?? ""): \(outcome.status)")
                }
            case .sessionBroken(_, let reason):
                change { $0.fail(reason) }
                lines.append(summary)
            case .sessionEnded(_, let end):
                if let complaint = end.complaint { change { $0.fail(complaint) } }
                lines.append(summary)
            case .redirected(_, let address): lines.append("    the server moves the session to \(address)")
            case .restartRequested: lines.append("the device restarts")
            case .certificateExpired: lines.append("the certificate of the enrolment has ended")
            default: break
            }
        }
        return lines + page.lines(events).map(\.text)
    }

    mutating func end(_ ending: LiveLife.Ending, _ device: LiveLife) {
        switch ending {
        case .rested: self.ending = "rested"
        case .stopped: self.ending = "stopped"
        case .left: self.ending = "left"
        }
        nextPoll = device.life.nextPoll.map { device.life.script.localTime.text($0) }
    }

    func print() {
        if sessions.isEmpty { Terminal.print("Nothing was due.") }
        if let next = nextPoll { Terminal.print("The next poll is due at \(next).") }
        if ending == "left" { Terminal.print("The device is not enrolled any more.") }
    }

    /// nil when all is well.
    var status: Int32? {
        guard let failed = sessions.last(where: { $0.outcome != "completed" }) else { return nil }
        // A device that leaves does so whatever the server answers (enrollment.md 13).
        guard ending != "left" else { return nil }
        return failed.reason?.hasPrefix("the server gave no answer: ") == true
            && failed.messages == 1 ? LiveStatus.connection : LiveStatus.refused
    }

    private mutating func change(_ body: (inout Session) -> Void) {
        guard !sessions.isEmpty else { return }
        body(&sessions[sessions.count - 1])
    }

    private var summary: String {
        guard let session = sessions.last else { return "" }
        let head = "session \(session.number) (\(session.trigger)): \(session.messages) messages"
        let refused = session.refused.isEmpty ? "" : ", \(session.refused.count) refused"
        let commands = session.commands == 0 ? "" : ", \(session.commands) commands\(refused)"
        return "\(head)\(commands), \(session.reason ?? "completed")"
    }
}

extension LiveReport.Session {
    fileprivate mutating func take(_ exchanges: [ExchangeRecord]) {
        for (phase, nanoseconds) in exchanges.flatMap(\.timing.nanoseconds) {
            phases[phase.rawValue, default: 0] += Double(nanoseconds) / 1_000_000
        }
    }

    fileprivate mutating func fail(_ why: String) {
        outcome = "broken"
        reason = why
    }
}
#endif
