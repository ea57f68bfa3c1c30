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
    /// The tree as it was when the error came.
    let tree: DeviceTree

    init(life: DeviceLife<Server>) {
        self.life = life
        tree = life.treeAtError
    }

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
        if let reason = poweredOff ?? devicePreparation { return [reason] }
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
        let names = cause.lines.map { $0.kind.label == nil ? $0.kind.rawValue : $0.english }.joined(separator: ", ")
        return Diagnostic(
            rule: rule, severity: .error, line: cause.reason.place?.line, commandID: cause.reason.place?.commandID,
            target: cause.reason.place?.target ?? cause.reason.target ?? cause.target,
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
        case .idle: return life.isWaitingForDomainJoin ? domainJoin : noSession
        case .preparing, .deviceSetup, .rebooting, .deviceError, .deviceExit, .accountSetup, .accountError, .done,
            .continued, .reset, .skipped, .technicianSuccess, .technicianFailure:
            return nil
        }
    }

    private var noSession: Diagnostic {
        Diagnostic(
            rule: "life.no-session", severity: .error,
            message: "no session with the server came to its end, so the page never came up",
            hint: "the first session brings the settings of the page", reference: "esp-behaviour.md 2.4")
    }

    /// A hybrid device that never gets its blob.
    private var domainJoin: Diagnostic {
        let refused = life.refusals.last { $0.place.target?.contains("/OfflineDomainJoin/") == true }
        return Diagnostic(
            rule: "life.no-domain-join", severity: .error, line: refused?.place.line,
            commandID: refused?.place.commandID,
            target: refused?.place.target ?? "./Device/Vendor/MSFT/OfflineDomainJoin/Blob",
            message: "the blob of the offline domain join never came, so the device did not join its domain"
                + (refused.map {
                    ": the last try was refused with \($0.status) at \($0.place.time) (\($0.place.words))"
                } ?? " and its page never came up"),
            hint: "the server sends it by Exec in a session with the alert OdjSync", reference: "esp-behaviour.md 7.3")
    }

    /// A device that is shut down does nothing more.
    private var poweredOff: Diagnostic? {
        guard life.isOff else { return nil }
        return Diagnostic(
            rule: "life.powered-off", severity: .error,
            message: life.page.isResealed
                ? "nobody turned the device on after Reseal" : "the device was shut down and nobody turned it on again",
            hint: life.page.isResealed ? "give device.turnedOn a time" : "add a powerOn to machine",
            reference: life.page.isResealed ? "ESP-706" : "esp-behaviour.md 4.4")
    }

    /// Autopilot device preparation has no lines: it waits for its agent and its apps (7.7).
    private var devicePreparation: Diagnostic? {
        guard let state = life.devicePreparation else { return nil }
        let text: String
        var reason = Reason(text: "")
        switch state {
        case .pendingProvisioning: return nil
        case .bootstrapping: text = "waits for an agent, and none has started"
        case .executingProvisioning:
            reason = unfinishedApps(Subcategory(.deviceSetup, .apps), .device)
            text = "waits for apps: \(reason.text)"
        case .provisioningComplete:
            reason = failedApps(.device) ?? Reason(text: "an app failed")
            text = "ended badly: \(reason.text)"
        }
        return Diagnostic(
            rule: state == .provisioningComplete ? "life.preparation-failed" : "life.preparation-waiting",
            severity: .error, line: reason.place?.line, commandID: reason.place?.commandID,
            target: reason.place?.target ?? reason.target,
            message: "Autopilot device preparation \(text)",
            hint: reason.hint.isEmpty ? "the agent comes by its MSI, or starts by itself" : reason.hint,
            reference: "esp-behaviour.md 7.7")
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
