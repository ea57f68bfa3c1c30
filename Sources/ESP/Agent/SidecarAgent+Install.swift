extension SidecarAgent {
    /// Starts the next app when none is at work.
    mutating func pump(now: DeviceTime, _ out: inout [AgentAction]) {
        while work == .idle, !queue.isEmpty {
            let id = queue.removeFirst()
            if let app = app(id) { install(app, now: now, &out) }
        }
    }

    /// Detects, and runs the installer when the app is not there (2.4 item 8).
    private mutating func install(_ app: Win32App, now: DeviceTime, _ out: inout [AgentAction]) {
        guard app.meetsRequirements else {
            end(app, configuration.choices.notApplicable == .completed ? .completed : .error, nil, &out)
            return
        }
        if let failed = app.dependencies.first(where: { progress[$0]?.state == .error }) {
            end(app, .error, progress[failed]?.code, &out)
            return
        }
        set(app, .inProgress, nil, &out)
        guard !app.isInstalled, let attempt = attempt(app) else {
            end(app, .completed, nil, &out)
            return
        }
        progress[app.id]?.attempts += 1
        work = .installing(appID: app.id)
        out.append(.startAlarm(.installEnds(appID: app.id), at: now.adding(seconds: attempt.seconds)))
    }

    /// The run that comes next; the last one repeats.
    private func attempt(_ app: Win32App) -> Win32App.Attempt? {
        guard let last = app.attempts.last else { return nil }
        let begun = progress[app.id]?.attempts ?? 0
        return begun < app.attempts.count ? app.attempts[begun] : last
    }

    /// The run that is or was at work.
    private func currentAttempt(_ app: Win32App) -> Win32App.Attempt? {
        guard let last = app.attempts.last else { return nil }
        let index = max(0, (progress[app.id]?.attempts ?? 1) - 1)
        return index < app.attempts.count ? app.attempts[index] : last
    }

    /// An installer's run has ended.
    mutating func installEnded(_ app: Win32App, now: DeviceTime, _ out: inout [AgentAction]) {
        work = .idle
        guard let attempt = currentAttempt(app) else { return }
        if attempt.restartsMachine {
            work = .waitingForRestart(appID: app.id)
            out.append(.machineRestarts)
            return
        }
        switch app.returnCodes[attempt.exitCode] {
        case .success: endByDetection(app, attempt, &out)
        case .softReboot: requestReboot(app, attempt, value: 2, &out)
        case .hardReboot: requestReboot(app, attempt, value: 3, &out)
        case .retry: queue.insert(app.id, at: 0)
        case nil: end(app, .error, HResult(win32: attempt.exitCode), &out)
        }
    }

    /// ESP-517: an installer that ended well counts only when detection agrees.
    private mutating func endByDetection(
        _ app: Win32App, _ attempt: Win32App.Attempt, _ out: inout [AgentAction]
    ) {
        end(app, attempt.isDetected ? .completed : .error, attempt.isDetected ? nil : .notDetected, &out)
    }

    /// ESP-536: the page restarts the machine in the device phase. In the user phase, and after the page, the wish is
    /// recorded only, and detection decides at once (ESP-538).
    private mutating func requestReboot(
        _ app: Win32App, _ attempt: Win32App.Attempt, value: Int, _ out: inout [AgentAction]
    ) {
        if progress[app.id]?.isRegistered == true {
            out.append(.writeNode(uri: node(app, "RebootRequired"), value: String(value)))
        }
        guard phase == .deviceSetup, progress[app.id]?.isRegistered == true else {
            endByDetection(app, attempt, &out)
            return
        }
        progress[app.id]?.awaitsReboot = true
        if value == 3 { work = .waitingForRestart(appID: app.id) }
    }

    /// After a restart detection runs again.
    mutating func finishAfterRestart(_ app: Win32App, _ out: inout [AgentAction]) {
        let wasDeclared = progress[app.id]?.awaitsReboot == true
        progress[app.id]?.awaitsReboot = false
        if wasDeclared { out.append(.writeNode(uri: node(app, "RebootRequired"), value: "1")) }
        if !wasDeclared, !configuration.quirks.isOn(.esp301) {
            queue.insert(app.id, at: 0)
        } else if let attempt = currentAttempt(app) {
            endByDetection(app, attempt, &out)
        }
    }

    /// An app has reached a final state. A tracked app that failed ends the sequence of its phase (ESP-518).
    private mutating func end(
        _ app: Win32App, _ state: TrackedAppState, _ code: HResult?, _ out: inout [AgentAction]
    ) {
        set(app, state, code, &out)
        guard let scope = phase?.scope, scope == app.scope else { return }
        if state == .error, app.isTracked { queue = [] }
        let tracked = apps.filter { $0.scope == scope && $0.isTracked }
        if tracked.allSatisfy({ progress[$0.id]?.state == .completed }) {
            out.append(
                .logged(
                    scope == .device
                        ? "[CheckDeviceAndAccountSetupStateWithWmi] All apps completed for device"
                        : "[CheckDeviceAndAccountSetupStateWithWmi] all apps completed for user"))
        }
    }

    /// Moves an app, and its tracking node when it has one.
    private mutating func set(
        _ app: Win32App, _ state: TrackedAppState, _ code: HResult?, _ out: inout [AgentAction]
    ) {
        var known = progress[app.id] ?? Progress()
        let old = known.state
        known.state = state
        known.code = code
        progress[app.id] = known
        guard old != state else { return }
        if known.isRegistered {
            let uri = node(app, "InstallationState")
            if let code { out.append(.reportError(uri: uri, code)) }
            out.append(.writeNode(uri: uri, value: String(state.rawValue)))
            out.append(
                .logged(
                    "[Win32App][EspManager] Updating ESP tracked install status from \(Self.word(old)) to "
                        + "\(Self.word(state)) for application \(app.id)"))
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
