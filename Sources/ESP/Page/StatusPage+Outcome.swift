import Notation

extension StatusPage {
    /// A batch failed: the result goes out at once, before the user presses anything (ESP-527), and the error screen
    /// comes.
    mutating func fail(
        _ failing: RunningPhase, _ category: Category, code: HRESULT?, tree: some TrackedTree, _ out: inout Outbox
    ) {
        var phase = failing
        for line in board[category].lines where line.state == .notStarted {
            setLine(Subcategory(category, line.kind), .failedFromPreviousSubcategory, .previousStepFailed, &out)
        }
        setCategory(category, .failed, &out)
        failCategories(after: category, &out)
        writeResult(0, phase.scope, tree, &out)
        if configuration.choices.syncDone == .onFailureToo { writeIsSyncDone(phase.scope, tree, &out) }
        setTimers(of: &phase, to: [:], &out)
        stopTimers(of: phase, &out)
        let screen = ErrorScreen(code: code, text: errorText(phase.scope, tree))
        phase.block = block(tree)
        situation = errorSituation(phase, screen)
        out.actions.append(.stateEntered(state))
        if isTechnicianFlow { out.actions.append(.eventLogged(.whiteGloveFailed)) }
        out.actions.append(.errorShown(screen))
        show(
            .onError(
                phase.block, preparationSucceeded: preparationSucceeded, exit: exitButton(phase.scope),
                logs: logsLink(phase.scope, tree)), &out)
    }

    /// Where a phase that failed shows its error: S3, S7, or the result page of the technician (S12).
    func errorSituation(_ phase: RunningPhase, _ screen: ErrorScreen) -> Situation {
        switch phase.owner {
        case .device: isTechnicianFlow ? .technicianFailure(phase, screen) : .deviceError(phase, screen)
        case .user: .accountError(phase, screen)
        }
    }

    /// T1m and the timers of the steps that the device carries out.
    private func stopTimers(of phase: RunningPhase, _ out: inout Outbox) {
        out.actions.append(.stopTimer(.phase(phase.scope)))
        if phase.begunSteps.contains(.tpmAttestation) { out.actions.append(.stopTimer(.attestation)) }
        if phase.begunSteps.contains(.waitingForAadRegistration) {
            out.actions.append(.stopTimer(.registration))
            out.actions.append(.stopTimer(.registrationKick))
        }
    }

    private mutating func failCategories(after category: Category, _ out: inout Outbox) {
        guard category.scope == .device else { return }
        for later in Category.allCases.drop(while: { $0 != category }).dropFirst() {
            for line in board[later].lines where line.state == .notStarted {
                setLine(Subcategory(later, line.kind), .failedFromPreviousSubcategory, .previousStepFailed, &out)
            }
            setCategory(later, .failedFromPreviousCategory, &out)
        }
    }

    /// Everything succeeded: the page shows it for five seconds (S4, T5).
    mutating func succeed(_ phase: RunningPhase, now: DeviceTime, _ out: inout Outbox) {
        stopTimers(of: phase, &out)
        show(PageControls(), &out)
        switch phase.owner {
        case .device:
            situation = .deviceExit
            out.actions.append(.stateEntered(.deviceExit))
        case .user where signsOut:
            // ESP-523: the user is told to sign out, and the page stays until then.
            situation = .accountSignOut
            show(PageControls(buttons: [.signOut]), &out)
            return
        case .user: situation = .accountExit
        }
        out.actions.append(.startTimer(.exitDelay, at: now.adding(seconds: PageTimer.exitDelaySeconds)))
    }

    /// Leaves the page of a scope: providers learn it from HasProvisioningCompleted (ESP-414).
    mutating func leave(_ scope: PhaseScope, _ outcome: PageOutcome, _ out: inout Outbox) {
        out.actions.append(.writeNode(uri: NodeURI.hasProvisioningCompleted(scope), value: "true"))
        out.actions.append(.setResumeMarker(false))
        out.actions.append(.eventLogged(.pageExiting))
        out.actions.append(.pageLeft(scope, outcome))
        switch (scope, outcome) {
        case (.device, .succeeded) where isTechnicianFlow: showTechnicianSuccess(&out)
        case (.device, _):
            out.actions.append(.settingChanged(name: "Global.RunProvisioning", value: "false"))
            guard configuration.installsQualityUpdates else {
                showSignIn(&out)
                return
            }
            // 7.6: at the last page of OOBE, before the sign-in.
            situation = .updating
            out.actions.append(.stateEntered(.between))
            out.actions.append(.startQualityUpdates)
        case (.user, .continued): situation = .continued
        case (.user, .succeeded), (.user, .skipped):
            situation = .done
            out.actions.append(.stateEntered(.done))
        }
    }

    /// The sign-in between the phases (S5, S5b): with stored credentials unless a reboot has lost them.
    mutating func showSignIn(_ out: inout Outbox) {
        situation = .between
        out.actions.append(.stateEntered(state))
        let isNameFilledIn = !credentialsAreLost || !configuration.isOn(.esp306)
        out.actions.append(
            .signInShown(signInNeedsPrompt ? .prompt(userNameFilledIn: isNameFilledIn) : .automatic))
    }

    /// Whether the sign-in screen asks for credentials: a reboot lost them, DeviceLock policies forbid their use
    /// (ESP-309), or the user has to sign in to Active Directory (7.3).
    var signInNeedsPrompt: Bool {
        credentialsAreLost || (hasDeviceLock && configuration.isOn(.esp309)) || configuration.join == .hybrid
    }

    /// The green result page of pre-provisioning (S11, ESP-704).
    mutating func showTechnicianSuccess(_ out: inout Outbox) {
        situation = .technicianSuccess
        out.actions.append(.stateEntered(.technicianSuccess))
        out.actions.append(.eventLogged(.whiteGloveSucceeded))
        show(PageControls(buttons: [.reseal]), &out)
    }

    /// Reseal (ESP-704): the device shuts down; its user's flow begins with the page as new (ESP-706).
    mutating func reseal(_ out: inout Outbox) {
        guard case .technicianSuccess = situation else { return }
        isResealed = true
        situation = .idle
        preparationSucceeded = false
        credentialsAreLost = false
        writtenResults.remove(.device)
        knownSyncDone.remove(.device)
        reportedErrors = [:]
        show(PageControls(), &out)
        for category in Category.allCases { clear(category, keepingSucceeded: false, &out) }
        out.actions.append(.stateEntered(.idle))
        out.actions.append(.powerOff)
    }

    /// Try again (ESP-521): what failed or never ran goes back to the start, what succeeded is kept.
    mutating func tryAgain(now: DeviceTime, tree: some TrackedTree, _ out: inout Outbox) {
        var phase: RunningPhase
        switch situation {
        case .deviceError(let failed, _), .accountError(let failed, _), .technicianFailure(let failed, _):
            phase = failed
        case .idle, .preparing, .deviceSetup, .rebooting, .deviceExit, .updating, .between, .accountSetup,
            .accountExit, .accountSignOut, .done, .continued, .reset, .technicianSuccess:
            return
        }
        rememberOldFailures(in: &phase, tree)
        reportedErrors = [:]
        out.actions.append(.errorCleared)
        show(PageControls(), &out)
        guard let first = Category.allCases.first(where: { $0.scope == phase.scope && board[$0].state != .succeeded })
        else { return }
        for category in Category.allCases.drop(while: { $0 != first }) where isToRepeat(category) {
            clear(category, keepingSucceeded: true, &out)
        }
        phase.timeoutMinutes = timeoutMinutes(tree)
        phase.isExpired = false
        phase.appsIgnoreTimeout = false
        for kind in phase.begunSteps where phase.endedSteps[kind] != .succeeded {
            phase.begunSteps.remove(kind)
            phase.endedSteps[kind] = nil
        }
        activeLoops = []
        enterState(phase, first, &out)
        // U-19: T1m is full again also where both phases share it.
        deviceAnchor = now
        startTimeout(of: &phase, at: now, &out)
        run(phase, first, now: now, tree: tree, &out)
        // What the server forced meanwhile is judged next (ESP-405).
        judgedRevision = nil
    }

    private func isToRepeat(_ category: Category) -> Bool {
        switch board[category].state {
        case .failed, .cancelled, .failedFromPreviousCategory: true
        case .notStarted, .inProgress, .succeeded, .rebootRequiredAndTryAgain: false
        }
    }

    /// What stands failed in the tree now has failed the last attempt, not the next one.
    private func rememberOldFailures(in phase: inout RunningPhase, _ tree: some TrackedTree) {
        let reader = reader(phase.scope, tree, reportedErrors: [:])
        for line in TrackedLine.allCases {
            phase.oldFailures[line] = Set(reader.read(line).failures.map(\.key))
        }
        phase.oldProviderFailures = Set(
            (tree.children(NodeURI.preparationProviders) ?? []).filter {
                tree.int(NodeURI.preparationProvider($0, "InstallationState")) == 4
            })
    }

    /// Continue anyway (ESP-522), during work of a profile that does not block, or from the error screen.
    mutating func continueAnyway(_ tree: some TrackedTree, _ out: inout Outbox) {
        var phase: RunningPhase
        switch situation {
        case .preparing(let current), .deviceSetup(let current), .accountSetup(let current),
            .deviceError(let current, _), .accountError(let current, _):
            phase = current
        case .idle, .rebooting, .deviceExit, .updating, .between, .accountExit, .accountSignOut, .done, .continued,
            .reset, .technicianSuccess, .technicianFailure:
            return
        }
        setTimers(of: &phase, to: [:], &out)
        stopTimers(of: phase, &out)
        if errorScreen != nil { out.actions.append(.errorCleared) }
        show(PageControls(), &out)
        out.actions.append(.stateEntered(.continued))
        let lines = Category.allCases.filter { $0.scope == phase.scope }.flatMap { board[$0].lines }
        if lines.contains(where: { $0.state == .failed }) {
            out.actions.append(.settingChanged(name: "Global.RestoreMdmTasks", value: "true"))
            out.actions.append(.startPollingTasks)
        }
        for category in Category.allCases where board[category].state == .failedFromPreviousCategory {
            clear(category, keepingSucceeded: false, &out)
        }
        if phase.scope == .device { stopLoop(.providers, &out) }
        writeIsSyncDone(phase.scope, tree, &out)
        leave(phase.scope, .continued, &out)
    }

    /// Sign out (ESP-523): in place of Continue anyway, and at the end of an account page that succeeded.
    mutating func signOut(_ tree: some TrackedTree, _ out: inout Outbox) {
        if case .accountSignOut = situation {
            show(PageControls(), &out)
            leave(.user, .succeeded, &out)
        } else {
            continueAnyway(tree, &out)
        }
        out.actions.append(.signUserOut)
    }

    /// Reset (ESP-007): the button stays, disabled, until the reset starts or fails to.
    mutating func reset(_ out: inout Outbox) {
        switch situation {
        case .deviceError(let phase, let screen), .accountError(let phase, let screen),
            .technicianFailure(let phase, let screen):
            situation = .reset(phase, screen)
        case .idle, .preparing, .deviceSetup, .rebooting, .deviceExit, .updating, .between, .accountSetup,
            .accountExit, .accountSignOut, .done, .continued, .reset, .technicianSuccess:
            return
        }
        var next = controls
        next.disabled.insert(.reset)
        show(next, &out)
        out.actions.append(.stateEntered(.reset))
        out.actions.append(.startReset)
    }
}
