extension StatusPage {
    /// What a subcategory in progress does at this instant.
    mutating func step(
        _ subcategory: Subcategory, _ phase: inout RunningPhase, now: DeviceTime, tree: some TrackedTree,
        _ out: inout Outbox
    ) -> Verdict {
        if let line = subcategory.kind.trackedLine { return count(line, &phase, now: now, tree: tree) }
        switch subcategory.kind {
        // Real work only in self-deploying mode and pre-provisioning, and for a hybrid join: these succeed at once.
        case .tpmAttestation, .aadj, .mdmEnrollment, .waitingForAadRegistration: return .ended(.succeeded, .complete)
        case .espProviderInstallation: return providers(&phase, now: now, tree: tree, &out)
        // The run itself starts when the first line waits.
        case .initiateSyncSessions: return .ended(.succeeded, .complete)
        case .setContinueAnywayButtonVisibility:
            preparationSucceeded = true
            out.actions.append(.settingChanged(name: "Global.ShowContinueAnywayButton", value: "true"))
            return .ended(.succeeded, .complete)
        case .rebootCoalescing:
            return settingsNeedReboot
                ? .ended(.rebootRequiredAndTryAgain, .rebootRequired) : .ended(.succeeded, .complete)
        case .sendResultsToMdmServer:
            writeResult(1, phase.scope, tree, &out)
            writeIsSyncDone(phase.scope, tree, &out)
            return .ended(.succeeded, .complete)
        // Present in every mode, with a meaning in pre-provisioning only.
        case .saveWhiteGloveSuccessResult: return .ended(.succeeded, .complete)
        case .prepareMultifactorAuth:
            return configuration.quirks.isOn(.esp323) ? .ended(.failed, .error) : .ended(.succeeded, .complete)
        case .securityPolicies, .certificates, .networkConnections, .apps: return .running(.working)
        }
    }

    /// The subcategory monitor on one counter line (esp-behaviour.md 4.1).
    private func count(
        _ line: TrackedLine, _ phase: inout RunningPhase, now: DeviceTime, tree: some TrackedTree
    ) -> Verdict {
        let reader = LineReader(
            scope: phase.scope, providerID: configuration.providerID, choices: configuration.choices,
            agentProductCode: configuration.agentProductCode,
            reportedErrors: reportedErrors, tree: tree)
        if phase.listsKnownAt == nil, reader.serverHasFinished { phase.listsKnownAt = now }
        let reading = reader.read(line)
        phase.oldFailures[line]?.formIntersection(reading.failures.map(\.key))
        if line == .apps { phase.oldReboots.formIntersection(reading.reboots.map(\.key)) }

        var isExpired = phase.isExpired
        if line == .apps, configuration.quirks.isOn(.esp324) {
            if isExpired, reading.isHeldByProvider { phase.appsIgnoreTimeout = true }
            if phase.appsIgnoreTimeout { isExpired = false }
        }
        let monitor = SubcategoryMonitor(
            line: line, isExpired: isExpired,
            showsTimeoutCode: configuration.choices.unfinishedText == .code)
        return monitor.verdict(
            on: reading.ignoring(failures: phase.oldFailures[line] ?? [], reboots: phase.oldReboots))
    }

    /// The provider line: waits for every provider of device preparation (ESP-411).
    private func providers(
        _ phase: inout RunningPhase, now: DeviceTime, tree: some TrackedTree, _ out: inout Outbox
    ) -> Verdict {
        let entered = phase.starts[.espProviderInstallation] ?? now
        var waiting: [String: DeviceTime] = [:]
        var failure: HResult?
        for name in tree.children(NodeURI.preparationProviders) ?? [] {
            let state = tree.int(NodeURI.preparationProvider(name, "InstallationState"))
            if state != 4 { phase.oldProviderFailures.remove(name) }
            switch state {
            case 2, 3: continue
            case 4 where !phase.oldProviderFailures.contains(name):
                // LastError means something in the error state only.
                let code = TrackedNode.error(at: NodeURI.preparationProvider(name, "LastError"), in: tree)
                failure = failure ?? code ?? .providerErrorWithoutCode
            case nil, .some:
                let minutes = tree.int(NodeURI.preparationProvider(name, "Timeout")) ?? 0
                waiting[name] = entered.adding(
                    minutes: Int64(minutes > 0 ? minutes : PageTimer.defaultProviderMinutes))
            }
        }
        setTimers(of: &phase, to: waiting, &out)
        if let failure { return .ended(.failed, .hex(failure)) }
        if phase.isExpired || waiting.values.contains(where: { now >= $0 }) {
            out.actions.append(.eventLogged(.providersTimedOut))
            return .ended(.failed, .hex(.timeout))
        }
        return waiting.isEmpty ? .ended(.succeeded, .complete) : .running(.working)
    }

    /// Starts, moves and stops the provider timers so that exactly these run.
    func setTimers(of phase: inout RunningPhase, to ends: [String: DeviceTime], _ out: inout Outbox) {
        for name in phase.providerTimers.keys.sorted() where ends[name] == nil {
            out.actions.append(.stopTimer(.provider(name)))
        }
        for (name, end) in ends.sorted(by: { $0.key < $1.key }) where phase.providerTimers[name] != end {
            out.actions.append(.startTimer(.provider(name), at: end))
        }
        phase.providerTimers = ends
    }
}
