extension StatusPage {
    /// Asks for a restart and waits for it (S2r, T6). T1m goes on: its end is kept in the phase.
    mutating func askForReboot(_ phase: RunningPhase, _ category: Category, now: DeviceTime, _ out: inout Outbox) {
        setCategory(category, .rebootRequiredAndTryAgain, &out)
        situation = .rebooting(phase)
        out.actions.append(.stateEntered(.rebooting))
        show(PageControls(), &out)
        out.actions.append(.startTimer(.rebootWait, at: now.adding(seconds: PageTimer.rebootWaitSeconds)))
        out.actions.append(.requestReboot)
    }

    /// The restart did not come: the category fails, with a code for the log only (esp-behaviour.md 4.6).
    mutating func failAfterMissingReboot(_ phase: RunningPhase, tree: some TrackedTree, _ out: inout Outbox) {
        for line in board[.deviceSetup].lines where line.state == .rebootRequiredAndTryAgain {
            setLine(Subcategory(.deviceSetup, line.kind), .failed, .error, logging: .unexpected, &out)
        }
        fail(phase, .deviceSetup, code: nil, tree: tree, &out)
    }

    /// Goes on where the page was when the machine went down (ESP-604: terminal states are kept, the rest runs on).
    mutating func resume(now: DeviceTime, tree: some TrackedTree, _ out: inout Outbox) {
        switch situation {
        case .idle, .updating, .between, .done, .continued, .reset: break
        case .preparing(var phase):
            phase.isStuck = phase.isStuck || getsStuck
            resume(phase, .devicePreparation, now: now, tree: tree, &out)
        case .deviceSetup(var phase), .rebooting(var phase):
            loseCredentials()
            phase.isStuck = phase.isStuck || getsStuck
            resume(phase, .deviceSetup, now: now, tree: tree, &out)
        case .accountSetup(var phase):
            // U-18: reboots in account setup are unsupported by Microsoft (ESP-526); the page resumes for that user.
            if configuration.choices.accountReboot == .restartTimers {
                if phase.timeoutAnchor != nil { phase.timeoutAnchor = now }
                if phase.endedSteps[.waitingForAadRegistration] == nil {
                    phase.starts[.waitingForAadRegistration] = now
                }
            }
            resume(phase, .accountSetup, now: now, tree: tree, &out)
        case .deviceError(_, let screen):
            loseCredentials()
            showAgain(screen, &out)
        case .accountError(_, let screen), .technicianFailure(_, let screen): showAgain(screen, &out)
        case .accountSignOut, .technicianSuccess: out.actions.append(.controlsChanged(controls))
        case .deviceExit:
            loseCredentials()
            out.actions.append(.startTimer(.exitDelay, at: now.adding(seconds: PageTimer.exitDelaySeconds)))
        case .accountExit:
            out.actions.append(.startTimer(.exitDelay, at: now.adding(seconds: PageTimer.exitDelaySeconds)))
        }
    }

    private mutating func resume(
        _ resumed: RunningPhase, _ category: Category, now: DeviceTime, tree: some TrackedTree, _ out: inout Outbox
    ) {
        var phase = resumed
        if phase.owner == .device, settingsNeedReboot {
            settingsNeedReboot = false
            out.actions.append(.settingChanged(name: "ESP.Device.rebootRequiredToCommitSettings", value: "false"))
        }
        for line in board[category].lines where line.state == .rebootRequiredAndTryAgain {
            let subcategory = Subcategory(category, line.kind)
            if line.kind == .rebootCoalescing {
                setLine(subcategory, .succeeded, .complete, &out)
            } else {
                setLine(subcategory, .notStarted, .waitingForPrevious, &out)
            }
        }
        let reader = reader(phase.scope, tree, reportedErrors: reportedErrors)
        phase.oldReboots = Set(reader.read(.apps).reboots.map(\.key))
        // T2 counts from the entry of the provider line, which the page enters anew.
        phase.providerTimers = [:]
        if phase.starts[.espProviderInstallation] != nil { phase.starts[.espProviderInstallation] = now }
        // What the device did for the page in memory is begun anew. T4 goes on from where it began, unless U-18 says
        // otherwise.
        phase.begunSteps = Set(phase.begunSteps.filter { phase.endedSteps[$0] != nil })
        if configuration.choices.timeoutAnchor == .pageLoad, phase.timeoutAnchor != nil { phase.timeoutAnchor = now }
        phase.isExpired = phase.deadline.map { now >= $0 } ?? false
        enterState(phase, category, &out)
        if let deadline = phase.deadline, !phase.isExpired {
            out.actions.append(.startTimer(.phase(phase.scope), at: deadline))
        }
        run(phase, category, now: now, tree: tree, &out)
        judgedRevision = nil
    }

    /// ESP-310: the user of a user-driven join typed the credentials before the page came up, so with DeviceLock any
    /// restart before the end of device setup is one too many.
    private var getsStuck: Bool {
        hasDeviceLock && configuration.mode == .userDriven && configuration.isOn(.esp310)
    }

    mutating func loseCredentials() {
        if configuration.isOn(.esp303) { credentialsAreLost = true }
    }

    private func showAgain(_ screen: ErrorScreen, _ out: inout Outbox) {
        out.actions.append(.errorShown(screen))
        out.actions.append(.controlsChanged(controls))
    }
}
