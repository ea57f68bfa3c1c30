import Notation

/// What may happen to a page beside changes of the tree: settings that need a restart, the steps that the device carries
/// out for it, timers, buttons.
extension StatusPage {
    /// A device policy whose LocURI is in the reboot catalogue was applied (ESP-325). Only device setup reacts, to what
    /// the first session brought before the page came up, too.
    public mutating func rebootRequiredURIApplied(_ uri: String, scope: PhaseScope) -> [PageAction] {
        guard configuration.isOn(.esp325), scope == .device, isBeforeOrInDeviceSetup else { return [] }
        settingsNeedReboot = true
        return [
            .eventLogged(.rebootRequired(uri: uri)),
            .settingChanged(name: "ESP.Device.rebootRequiredToCommitSettings", value: "true"),
        ]
    }

    /// A DeviceLock policy was applied (ESP-309, ESP-310). Nothing happens at once.
    public mutating func deviceLockApplied(scope: PhaseScope) {
        if scope == .device, isBeforeOrInDeviceSetup { hasDeviceLock = true }
    }

    /// A step that the page asked for by `startPreparation` is over. The answer to a step that has failed since, by its
    /// timer, is ignored.
    /// - Parameter error: nil for success.
    public mutating func preparationStepEnded(
        _ kind: SubcategoryKind, error: HRESULT?, now: DeviceTime, tree: some TrackedTree
    ) -> [PageAction] {
        guard case .preparing(var phase) = situation, phase.begunSteps.contains(kind),
            board[.devicePreparation][kind]?.state == .inProgress
        else { return [] }
        var out = Outbox()
        phase.endedSteps[kind] = error.map { .failed($0) } ?? .succeeded
        if kind == .mdmEnrollment, error == nil, isSkipped(.device, tree) {
            // ESP-705: a page that the server does not want ends before anything was waited for.
            out.actions.append(.stopTimer(.phase(.device)))
            out.actions.append(.setResumeMarker(false))
            out.actions.append(enrollmentStatus("Completed"))
            skipDevicePage(&out)
            return finish(out)
        }
        run(phase, .devicePreparation, now: now, tree: tree, &out)
        return finish(out)
    }

    /// Entra knows the device: the first line of a hybrid account phase ends, and T1m begins (ESP-305).
    public mutating func registrationSucceeded(now: DeviceTime, tree: some TrackedTree) -> [PageAction] {
        registrationEnded(.succeeded, now: now, tree: tree)
    }

    /// The registration failed for good; `error` is what the scenario gives.
    public mutating func registrationFailed(
        _ error: HRESULT, now: DeviceTime, tree: some TrackedTree
    ) -> [PageAction] {
        registrationEnded(.failed(error), now: now, tree: tree)
    }

    private mutating func registrationEnded(
        _ end: RunningPhase.StepEnd, now: DeviceTime, tree: some TrackedTree
    ) -> [PageAction] {
        guard case .accountSetup(var phase) = situation, phase.begunSteps.contains(.waitingForAadRegistration),
            board[.accountSetup][.waitingForAadRegistration]?.state == .inProgress
        else { return [] }
        var out = Outbox()
        phase.endedSteps[.waitingForAadRegistration] = end
        run(phase, .accountSetup, now: now, tree: tree, &out)
        return finish(out)
    }

    /// A timer that the page had started has ended. A timer that was stopped or moved since is ignored.
    public mutating func timerFired(_ timer: PageTimer, now: DeviceTime, tree: some TrackedTree) -> [PageAction] {
        var out = Outbox()
        switch timer {
        case .phase(let scope):
            guard case (var phase, let category)? = running, phase.scope == scope, let deadline = phase.deadline,
                now >= deadline, !phase.isExpired, !phase.isStuck(in: category)
            else { return [] }
            phase.isExpired = true
            run(phase, category, now: now, tree: tree, &out)
        case .provider(let name):
            guard let (phase, category) = running, let end = phase.providerTimers[name], now >= end else { return [] }
            run(phase, category, now: now, tree: tree, &out)
        case .attestation: return preparationStepEnded(.tpmAttestation, error: .timeout, now: now, tree: tree)
        case .registration: return registrationFailed(.timeout, now: now, tree: tree)
        case .registrationKick:
            guard case .accountSetup(let phase) = situation, phase.endedSteps[.waitingForAadRegistration] == nil else {
                return []
            }
            out.actions.append(.kickRegistration)
            planKick(phase, now: now, &out)
        case .exitDelay:
            switch situation {
            case .deviceExit: leave(.device, .succeeded, &out)
            case .accountExit: leave(.user, .succeeded, &out)
            case .idle, .preparing, .deviceSetup, .rebooting, .deviceError, .updating, .between, .accountSetup,
                .accountError, .accountSignOut, .done, .continued, .reset, .technicianSuccess, .technicianFailure:
                return []
            }
        case .rebootWait:
            guard case .rebooting(let phase) = situation else { return [] }
            failAfterMissingReboot(phase, tree: tree, &out)
        }
        return finish(out)
    }

    /// The registration task runs every four minutes while the line waits (4.4, T4).
    func planKick(_ phase: RunningPhase, now: DeviceTime, _ out: inout Outbox) {
        guard let start = phase.starts[.waitingForAadRegistration] else { return }
        let next = now.adding(minutes: PageTimer.registrationKickMinutes)
        guard next < start.adding(minutes: PageTimer.registrationMinutes) else { return }
        out.actions.append(.startTimer(.registrationKick, at: next))
    }

    /// The user pressed a button or link. One that is not offered does nothing.
    public mutating func pressed(_ button: PageButton, now: DeviceTime, tree: some TrackedTree) -> [PageAction] {
        guard controls.offers(button) else { return [] }
        var out = Outbox()
        switch button {
        case .tryAgain: tryAgain(now: now, tree: tree, &out)
        case .continueAnyway: continueAnyway(tree, &out)
        case .signOut: signOut(tree, &out)
        case .reseal: reseal(&out)
        case .reset: reset(&out)
        // ESP-524: the page stays.
        case .collectLogs, .viewDiagnostics:
            out.actions.append(.collectLogs(areas: usesDeviceTicket ? ["Autopilot", "TPM"] : ["Autopilot"]))
        }
        return finish(out)
    }

    /// The reset that the page asked for did not start: its button can be pressed again.
    public mutating func resetDidNotStart() -> [PageAction] {
        guard case .reset(let phase, let screen) = situation else { return [] }
        var out = Outbox()
        situation = errorSituation(phase, screen)
        out.actions.append(.stateEntered(state))
        var next = controls
        next.disabled.remove(.reset)
        show(next, &out)
        return finish(out)
    }

    /// Quality updates are done, or there were none (7.6): the sign-in screen comes.
    /// - Parameter isRestarted: the machine restarted for them, which loses the stored credentials (ESP-303).
    public mutating func qualityUpdatesEnded(isRestarted: Bool) -> [PageAction] {
        guard case .updating = situation else { return [] }
        var out = Outbox()
        if isRestarted { loseCredentials() }
        showSignIn(&out)
        return finish(out)
    }

    /// The machine has started again, whoever restarted it. The device has lost its timers and sync loops.
    public mutating func rebooted(now: DeviceTime, tree: some TrackedTree) -> [PageAction] {
        var out = Outbox()
        activeLoops = []
        resume(now: now, tree: tree, &out)
        return finish(out)
    }

    /// The user of a device that a technician has prepared turns it on: the first-sync state starts anew, so that the
    /// server can send its lists again (ESP-706). What was installed stays.
    public mutating func userFlowStarts(tree: some TrackedTree) -> [PageAction] {
        guard isResealed, case .idle = situation else { return [] }
        var out = Outbox()
        for name in [
            "ExpectedPolicies", "ExpectedNetworkProfiles", "ExpectedSCEPCerts", "ExpectedPFXCerts",
            "ExpectedMSIAppPackages", "ExpectedModernAppPackages", "ServerHasFinishedProvisioning", "IsSyncDone",
            "WasDeviceSuccessfullyProvisioned",
        ] {
            let uri = NodeURI.firstSyncStatus(name, in: .device, providerID: configuration.providerID)
            if tree.exists(uri) { out.actions.append(.removeNode(uri: uri)) }
        }
        for provider in tree.children(NodeURI.trackedApps(.device)) ?? [] {
            out.actions.append(
                .removeNode(uri: "\(NodeURI.trackedApps(.device))/\(PercentCoding.encode(provider))"))
        }
        for provider in tree.children(NodeURI.appProviders(.device)) ?? [] {
            out.actions.append(
                .writeNode(uri: NodeURI.trackingPoliciesCreated(provider, in: .device), value: "false"))
        }
        return finish(out)
    }
}
