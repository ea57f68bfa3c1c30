import Notation

extension SidecarAgent {
    /// msiexec: another installation is running (ESP-314).
    private static let installerBusyExitCode: Int32 = 1618
    /// How long msiexec takes to find that out, in seconds.
    private static let installerBusySeconds: Int64 = 2

    /// Starts what comes next when nothing is at work.
    mutating func pump(now: DeviceTime, _ out: inout [AgentAction]) {
        while work == .idle, !queue.isEmpty {
            switch queue.removeFirst() {
            case .script(let name): beginScript(name, now: now, &out)
            case .install(let key):
                if let app = app(ofKey: key) { install(app, key, now: now, &out) }
            }
        }
    }

    /// Detects, and runs the installer when the app is not there (2.4 item 8).
    private mutating func install(
        _ app: Win32App, _ key: String, now: DeviceTime, _ out: inout [AgentAction]
    ) {
        guard app.meetsRequirements else {
            out.append(.enforcementChanged(id: app.id, .requirementsNotMet, exitCode: nil))
            endAsNotApplicable(app, key, &out)
            return
        }
        guard areDependenciesThere(app, key, &out) else { return }
        out.append(.enforcementChanged(id: app.id, .received, exitCode: nil))
        set(app, key, .inProgress, nil, &out)
        guard !app.isInstalled, !present.contains(presenceKey(app, of: progress[key]?.user)), !app.attempts.isEmpty
        else {
            out.append(.enforcementChanged(id: app.id, .succeeded, exitCode: nil))
            end(app, key, .completed, nil, &out)
            return
        }
        guard app.installer == .msi, isInstallerBusy else {
            begin(app, key, now: now, &out)
            return
        }
        if configuration.quirks.isOn(.esp314) {
            begin(app, key, forcedExitCode: Self.installerBusyExitCode, now: now, &out)
        } else {
            work = .waitingForInstaller(key)
        }
    }

    /// Whether an app may be installed now, as far as its dependencies say; otherwise it has been ended.
    private mutating func areDependenciesThere(
        _ app: Win32App, _ key: String, _ out: inout [AgentAction]
    ) -> Bool {
        let dependencies = app.dependencies.compactMap { self.app($0) }
        if dependencies.contains(where: { !$0.meetsRequirements }) {
            out.append(.enforcementChanged(id: app.id, .dependencyRequirementsNotMet, exitCode: nil))
            endAsNotApplicable(app, key, &out)
            return false
        }
        if let failed = dependencies.first(where: { progress[self.key($0)]?.state == .error }) {
            out.append(.enforcementChanged(id: app.id, .dependencyFailed, exitCode: nil))
            end(app, key, .error, progress[self.key(failed)]?.code, &out)
            return false
        }
        if !app.installsDependencies,
            dependencies.contains(where: { !$0.isInstalled && !present.contains(presenceKey($0, of: user)) })
        {
            out.append(.enforcementChanged(id: app.id, .dependencyNotAutoInstalled, exitCode: nil))
            endAsNotApplicable(app, key, &out)
            return false
        }
        return true
    }

    /// U-14: an app that does not apply does not block.
    private mutating func endAsNotApplicable(_ app: Win32App, _ key: String, _ out: inout [AgentAction]) {
        end(app, key, configuration.choices.notApplicable == .completed ? .completed : .error, nil, &out)
    }

    /// Starts a run of the installer.
    mutating func begin(
        _ app: Win32App, _ key: String, forcedExitCode: Int32? = nil, now: DeviceTime, _ out: inout [AgentAction]
    ) {
        guard let attempt = attempt(app, key) else { return }
        progress[key]?.attempts += 1
        progress[key]?.forcedExitCode = forcedExitCode
        work = .installing(key)
        out.append(.enforcementChanged(id: app.id, .inProgress, exitCode: nil))
        let seconds = forcedExitCode == nil ? attempt.seconds : min(attempt.seconds, Self.installerBusySeconds)
        out.append(.startAlarm(.installEnds(key: key), at: now.adding(seconds: seconds)))
    }

    /// The run that comes next; the last one repeats.
    private func attempt(_ app: Win32App, _ key: String) -> Win32App.Attempt? {
        guard let last = app.attempts.last else { return nil }
        let begun = progress[key]?.attempts ?? 0
        return begun < app.attempts.count ? app.attempts[begun] : last
    }

    /// The run that is or was at work.
    private func currentAttempt(_ app: Win32App, _ key: String) -> Win32App.Attempt? {
        guard let last = app.attempts.last else { return nil }
        let index = max(0, (progress[key]?.attempts ?? 1) - 1)
        return index < app.attempts.count ? app.attempts[index] : last
    }

    /// An installer's run has ended.
    mutating func installEnded(_ app: Win32App, _ key: String, now: DeviceTime, _ out: inout [AgentAction]) {
        work = .idle
        guard let attempt = currentAttempt(app, key) else { return }
        if let error = attempt.downloadError {
            out.append(.enforcementChanged(id: app.id, .downloadFailed, exitCode: nil))
            end(app, key, .error, error, &out)
            return
        }
        // An installer that found Windows Installer busy has done nothing (ESP-314).
        if attempt.restartsMachine, progress[key]?.forcedExitCode == nil {
            work = .waitingForRestart(key)
            out.append(.machineRestarts)
            return
        }
        let exitCode = progress[key]?.forcedExitCode ?? attempt.exitCode
        progress[key]?.forcedExitCode = nil
        switch app.returnCodes[exitCode] {
        case .success: endByDetection(app, key, attempt, &out)
        case .softReboot: requestReboot(app, key, attempt, value: 2, &out)
        case .hardReboot: requestReboot(app, key, attempt, value: 3, &out)
        case .retry:
            out.append(.enforcementChanged(id: app.id, .failedRetryingNow, exitCode: exitCode))
            queue.insert(.install(key), at: 0)
        case nil:
            out.append(.enforcementChanged(id: app.id, .failed, exitCode: exitCode))
            end(app, key, .error, HRESULT(win32: exitCode), &out)
        }
    }

    /// ESP-517: an installer that ended well counts only when detection agrees.
    private mutating func endByDetection(
        _ app: Win32App, _ key: String, _ attempt: Win32App.Attempt, _ out: inout [AgentAction]
    ) {
        out.append(
            .enforcementChanged(
                id: app.id, attempt.isDetected ? .succeeded : .failed, exitCode: attempt.exitCode))
        if attempt.isDetected { present.insert(presenceKey(app, of: progress[key]?.user)) }
        end(app, key, attempt.isDetected ? .completed : .error, attempt.isDetected ? nil : .notDetected, &out)
    }

    /// ESP-536: the page restarts the machine in the device phase. In the user phase, and after the page, the wish is
    /// recorded only, and detection decides at once (ESP-538).
    private mutating func requestReboot(
        _ app: Win32App, _ key: String, _ attempt: Win32App.Attempt, value: Int, _ out: inout [AgentAction]
    ) {
        let scope = shownScope(key)
        if let scope { out.append(.writeNode(uri: node(app, "RebootRequired", scope), value: String(value))) }
        guard phase == .deviceSetup, scope == .device else {
            endByDetection(app, key, attempt, &out)
            return
        }
        progress[key]?.awaitsReboot = true
        out.append(.enforcementChanged(id: app.id, .waitingForRestart, exitCode: attempt.exitCode))
        guard value == 3 else { return }
        work = .waitingForRestart(key)
        for case .install(let waiting) in queue {
            guard let other = self.app(ofKey: waiting) else { continue }
            out.append(.enforcementChanged(id: other.id, .pendingHardRestart, exitCode: nil))
            // 6002 goes with state 2 (esp-behaviour.md 3.4).
            set(other, waiting, .inProgress, nil, &out)
        }
    }

    /// After a restart detection runs again.
    mutating func finishAfterRestart(_ app: Win32App, _ key: String, _ out: inout [AgentAction]) {
        let wasDeclared = progress[key]?.awaitsReboot == true
        progress[key]?.awaitsReboot = false
        if wasDeclared, let scope = shownScope(key) {
            out.append(.writeNode(uri: node(app, "RebootRequired", scope), value: "1"))
        }
        if !wasDeclared, !configuration.quirks.isOn(.esp301) {
            queue.insert(.install(key), at: 0)
        } else if let attempt = currentAttempt(app, key) {
            endByDetection(app, key, attempt, &out)
        }
    }

    /// An install has reached a final state. A tracked app that failed ends the sequence of its phase (ESP-518).
    private mutating func end(
        _ app: Win32App, _ key: String, _ state: TrackedAppState, _ code: HRESULT?, _ out: inout [AgentAction]
    ) {
        let isIgnored = state == .error && ignoresFailure(app)
        if isIgnored { progress[key]?.isFailureIgnored = true }
        set(app, key, state, code, shown: isIgnored ? .completed : state, &out)
        guard let scope = phase?.scope, scope == shownScope(key) else { return }
        if state == .error, !isIgnored { queue.removeAll { if case .install = $0 { true } else { false } } }
        let registered = progress.values.filter { $0.registeredIn == scope && $0.user == (scope == .user ? user : nil) }
        if registered.allSatisfy({ $0.state == .completed || $0.isFailureIgnored }) {
            out.append(
                .logged(
                    scope == .device
                        ? "[CheckDeviceAndAccountSetupStateWithWmi] All apps completed for device"
                        : "[CheckDeviceAndAccountSetupStateWithWmi] all apps completed for user"))
        }
    }

    /// The scope of an install's tracking node; nil also while `./User` is not the user whose install it is.
    private func shownScope(_ key: String) -> PhaseScope? {
        guard let known = progress[key], known.user == nil || known.user == user else { return nil }
        return known.registeredIn
    }

    /// Moves an install on, and its tracking node when it has one.
    /// - Parameter shown: what the tracking node says, where that differs (ESP-703).
    mutating func set(
        _ app: Win32App, _ key: String, _ state: TrackedAppState, _ code: HRESULT?, shown: TrackedAppState? = nil,
        _ out: inout [AgentAction]
    ) {
        var known = progress[key] ?? Progress(appID: app.id, user: owner(app))
        let old = known.state
        known.state = state
        known.code = code
        progress[key] = known
        guard old != state else { return }
        if let scope = shownScope(key) {
            let uri = node(app, "InstallationState", scope)
            let shown = shown ?? state
            if let code, shown == .error { out.append(.reportError(uri: uri, code)) }
            out.append(.writeNode(uri: uri, value: String(shown.rawValue)))
            out.append(
                .logged(
                    "[Win32App][EspManager] Updating ESP tracked install status from \(Self.word(old)) to "
                        + "\(Self.word(shown)) for application \(app.id)"))
        }
        out.append(.appChanged(id: app.id, state, code))
    }

    /// The agent's words for the states (esp-behaviour.md 2.1, ESP-413).
    private static func word(_ state: TrackedAppState) -> String {
        switch state {
        case .notInstalled: "NotInstalled"
        case .inProgress: "InProgress"
        case .completed: "Completed"
        case .error: "Error"
        }
    }
}
