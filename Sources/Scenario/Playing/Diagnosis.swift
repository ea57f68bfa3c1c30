import DMSession
import DMTree
import Device
import ESP

/// Why a life ended as it did, in the server's terms (design.md section 6): what the client refused, and what the page
/// waited for.
///
/// It knows the device only, so it says the same of any server.
struct Diagnosis<Server: ManagementServer> {
    let life: DeviceLife<Server>

    var script: LifeScript { life.script }

    var diagnostics: [Diagnostic] {
        let refusals = life.diagnostics.filter { $0.severity == .error }
        switch life.outcome {
        case .succeeded, .continued, .reset: return hiddenPage + broken + refusals
        case .failed, .hung: return ended + causes + serverMistakes + broken + refusals
        }
    }

    // MARK: What the page waited for

    /// Why lines failed or still wait: those of a category with the same reason together.
    private struct Cause {
        var lines: [CategoryBoard.Line]
        var at: DeviceTime
        var target: String
        var reason: Reason
        var isFailed: Bool
        var category: ESP.Category
    }

    private var causes: [Diagnostic] {
        var causes: [Cause] = []
        for entry in life.page.board.entries {
            for line in entry.lines where line.state == .failed || line.state == .inProgress {
                let subcategory = Subcategory(entry.category, line.kind)
                let at = life.lineTimes[subcategory] ?? life.now
                let isFailed = line.state == .failed
                let reason = reason(subcategory, entry.category.scope)
                if let index = causes.firstIndex(where: {
                    $0.isFailed == isFailed && $0.category == entry.category && $0.reason == reason
                }) {
                    causes[index].lines.append(line)
                    causes[index].at = max(causes[index].at, at)
                } else {
                    causes.append(
                        Cause(
                            lines: [line], at: at, target: subcategory.id, reason: reason, isFailed: isFailed,
                            category: entry.category))
                }
            }
        }
        guard causes.isEmpty else { return causes.map { $0.isFailed ? failed($0) : stillWaiting($0) } }
        return waiting.map { [$0] } ?? []
    }

    private func failed(_ cause: Cause) -> Diagnostic {
        diagnostic("life.line-failed", cause, "failed at \(cause.at)")
    }

    private func stillWaiting(_ cause: Cause) -> Diagnostic {
        diagnostic("life.line-waiting", cause, "still waiting at \(life.now)")
    }

    private func diagnostic(_ rule: String, _ cause: Cause, _ moment: String) -> Diagnostic {
        let names = cause.lines.map(\.english).joined(separator: ", ")
        return Diagnostic(
            rule: rule, severity: .error, line: cause.reason.place?.line, commandID: cause.reason.place?.commandID,
            target: cause.reason.place?.target ?? cause.target,
            message: "\(names) \(moment): \(cause.reason.text)", hint: cause.reason.hint,
            reference: cause.reason.reference)
    }

    /// A life that stands still without a line that waits.
    private var waiting: Diagnostic? {
        guard life.outcome == .hung else { return nil }
        switch life.page.state {
        case .between, .betweenWithPrompt:
            return Diagnostic(
                rule: "life.no-sign-in", severity: .error,
                message: "the device waits at the sign-in screen and nobody signs in",
                hint: "give user.signsIn a time", reference: "esp-behaviour.md 4.2 S5")
        case .idle:
            return Diagnostic(
                rule: "life.no-session", severity: .error,
                message: life.isWaitingForDomainJoin
                    ? "the blob of the offline domain join never came, so the device did not join its domain"
                    : "no session with the server came to its end, so the page never came up",
                hint: life.isWaitingForDomainJoin
                    ? "the server sends it to ./Device/Vendor/MSFT/OfflineDomainJoin/Blob"
                    : "the first session brings the settings of the page", reference: "esp-behaviour.md 2.4, 7.3")
        case .preparing, .deviceSetup, .rebooting, .deviceError, .deviceExit, .accountSetup, .accountError, .done,
            .continued, .reset, .skipped, .technicianSuccess, .technicianFailure:
            return nil
        }
    }

    // MARK: What happened to the connection

    private var ended: [Diagnostic] {
        guard case .ended(let time) = life.enrolment else { return [] }
        return [
            Diagnostic(
                rule: "life.unenrolled", severity: .error, message: "the server ended the enrolment at \(time)",
                hint: "a device that was unenrolled during the page has nobody to finish it",
                reference: "windows-csp.md 3.8")
        ]
    }

    /// Sessions that broke, those with the same reason together.
    private var broken: [Diagnostic] {
        var reasons: [(reason: String, first: DeviceTime, last: DeviceTime, count: Int)] = []
        for session in life.breaks {
            if let index = reasons.firstIndex(where: { $0.reason == session.reason }) {
                reasons[index].last = session.time
                reasons[index].count += 1
            } else {
                reasons.append((session.reason, session.time, session.time, 1))
            }
        }
        return reasons.map { entry in
            let when =
                entry.count == 1 ? "at \(entry.first)" : "\(entry.count) times from \(entry.first) to \(entry.last)"
            return Diagnostic(
                rule: "life.session-broken", severity: .error, message: "a session broke \(when): \(entry.reason)",
                reference: "oma-dm.md 2.1")
        }
    }
}
