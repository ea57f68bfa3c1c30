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

    private var script: LifeScript { life.script }

    var diagnostics: [Diagnostic] {
        let refusals = life.diagnostics.filter { $0.severity == .error }
        switch life.outcome {
        case .succeeded, .continued, .reset: return broken + refusals
        case .failed, .hung: return ended + causes + broken + refusals
        }
    }

    // MARK: What the page waited for

    /// The lines that failed or still wait, those with the same reason together.
    private var causes: [Diagnostic] {
        var causes:
            [(key: String, lines: [CategoryBoard.Line], at: DeviceTime, target: String, reason: String, isFailed: Bool)] =
                []
        for entry in life.page.board.entries {
            for line in entry.lines where line.state == .failed || line.state == .inProgress {
                let subcategory = Subcategory(entry.category, line.kind)
                let at = life.lineTimes[subcategory] ?? life.now
                let isFailed = line.state == .failed
                let reason = reason(subcategory, entry.category.scope)
                let key = "\(isFailed) \(entry.category.rawValue) \(reason)"
                if let index = causes.firstIndex(where: { $0.key == key }) {
                    causes[index].lines.append(line)
                    causes[index].at = max(causes[index].at, at)
                } else {
                    causes.append((key, [line], at, subcategory.id, reason, isFailed))
                }
            }
        }
        guard causes.isEmpty else {
            return causes.map { cause in
                let names = cause.lines.map(\.english).joined(separator: ", ")
                let moment = cause.isFailed ? "failed at \(cause.at)" : "still waiting at \(life.now)"
                return Diagnostic(
                    rule: cause.isFailed ? "life.line-failed" : "life.line-waiting", severity: .error,
                    target: cause.target,
                    message: "\(names) \(moment): \(cause.reason)", reference: "esp-behaviour.md 4.1, 4.2")
            }
        }
        return waiting.map { [$0] } ?? []
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
                message: "no session with the server came to its end, so the page never came up",
                hint: "the first session brings the settings of the page", reference: "esp-behaviour.md 2.4")
        case .preparing, .deviceSetup, .rebooting, .deviceError, .deviceExit, .accountSetup, .accountError, .done,
            .continued,
            .reset, .skipped, .technicianSuccess, .technicianFailure:
            return nil
        }
    }

    private func reason(_ line: Subcategory, _ scope: PhaseScope) -> String {
        switch line.kind {
        case .espProviderInstallation:
            let waiting = (life.tree.children(NodeURI.preparationProviders) ?? []).filter {
                !["2", "3"].contains(life.tree.value(NodeURI.preparationProvider($0, "InstallationState")) ?? "")
            }
            return waiting.isEmpty
                ? "a provider failed" : "provider \(waiting.joined(separator: ", ")) never reported 2 or 3"
        case .apps:
            return failedApps(scope) ?? listsReason(scope) ?? providerReason(scope) ?? unfinishedApps(scope)
        case .securityPolicies, .certificates, .networkConnections:
            return listsReason(scope) ?? "an expected item did not arrive in time"
        case .rebootCoalescing: return "the restart that the page asked for did not come"
        case .prepareMultifactorAuth: return "no user token could be obtained"
        case .tpmAttestation, .aadj, .mdmEnrollment, .initiateSyncSessions, .setContinueAnywayButtonVisibility,
            .sendResultsToMdmServer, .saveWhiteGloveSuccessResult, .waitingForAadRegistration:
            return "the step did not end"
        }
    }

    private func names(_ scope: PhaseScope, _ states: Set<TrackedAppState>) -> [String] {
        script.apps.filter { app in
            app.scope == scope && app.isTracked && life.appState(app.id, atError: true).map(states.contains) ?? false
        }
        .map(\.name)
            + life.installations.filter { installation in
                installation.scope == scope
                    && life.appState(installation.id, atError: true).map(states.contains) ?? false
            }
            .map(\.name)
    }

    private func failedApps(_ scope: PhaseScope) -> String? {
        let failed = names(scope, [.error])
        return failed.isEmpty ? nil : "\(failed.joined(separator: ", ")) failed to install"
    }

    private func unfinishedApps(_ scope: PhaseScope) -> String {
        let unfinished = names(scope, [.inProgress, .notInstalled])
        if unfinished.isEmpty { return "an app did not reach its final state in time" }
        return "\(unfinished.joined(separator: ", ")) did not reach the final state in time"
    }

    /// Whether the server ever promised that the lists of a scope are complete, and what became of it.
    private func listsReason(_ scope: PhaseScope) -> String? {
        let uri = NodeURI.firstSyncStatus(
            "ServerHasFinishedProvisioning", in: scope, providerID: script.device.providerID)
        guard life.tree.value(uri)?.lowercased() != "true" else { return nil }
        if case .ended(let time) = life.enrolment { return "the server ended the enrolment at \(time)" }
        let attempts = life.refusals.filter { refusal in
            guard let target = refusal.place.target, let refused = try? TreeURI(target),
                let wanted = try? TreeURI(uri)
            else { return false }
            return refused == wanted
        }
        guard let last = attempts.last else {
            return "the server never set \(scope.rawValue)-scope ServerHasFinishedProvisioning to true"
        }
        return
            "\(scope.rawValue)-scope ServerHasFinishedProvisioning was refused with \(last.status) at \(last.place.time) and never "
            + "sent again"
    }

    private func providerReason(_ scope: PhaseScope) -> String? {
        let waiting = (life.tree.children(NodeURI.appProviders(scope)) ?? []).filter {
            life.tree.value(NodeURI.trackingPoliciesCreated($0, in: scope)) != "true"
        }
        guard !waiting.isEmpty else { return nil }
        return "provider \(waiting.joined(separator: ", ")) never set TrackingPoliciesCreated"
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
