extension StatusPage {
    /// A batch failed: the result goes out at once, before the user presses anything (ESP-527), and the error screen
    /// comes.
    mutating func fail(
        _ failing: RunningPhase, _ category: Category, code: HResult?, tree: some TrackedTree, _ out: inout Outbox
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
        out.actions.append(.stopTimer(.phase(phase.scope)))
        let screen = ErrorScreen(code: code, text: errorText(phase.scope, tree))
        situation = phase.owner == .device ? .deviceError(phase, screen) : .accountError(phase, screen)
        out.actions.append(.stateEntered(state))
        phase.block = block(tree)
        out.actions.append(.errorShown(screen))
        show(
            .onError(
                phase.block, preparationSucceeded: preparationSucceeded, logs: logsLink(phase.scope, tree)), &out)
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
        out.actions.append(.stopTimer(.phase(phase.scope)))
        show(PageControls(), &out)
        switch phase.owner {
        case .device:
            situation = .deviceExit
            out.actions.append(.stateEntered(.deviceExit))
        case .user: situation = .accountExit
        }
        out.actions.append(.startTimer(.exitDelay, at: now.adding(seconds: PageTimer.exitDelaySeconds)))
    }

    /// Leaves the page of a scope: providers learn it from HasProvisioningCompleted (ESP-414).
    mutating func leave(_ scope: PhaseScope, _ outcome: PageOutcome, _ tree: some TrackedTree, _ out: inout Outbox) {
        out.actions.append(.writeNode(uri: NodeURI.hasProvisioningCompleted(scope), value: "true"))
        out.actions.append(.setResumeMarker(false))
        out.actions.append(.eventLogged(.pageExiting))
        out.actions.append(.pageLeft(scope, outcome))
        switch (scope, outcome) {
        case (.device, _): showSignIn(&out)
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
        let isNameFilledIn = !configuration.quirks.isOn(.esp306)
        out.actions.append(.signInShown(credentialsAreLost ? .prompt(userNameFilledIn: isNameFilledIn) : .automatic))
    }

    /// Try again (ESP-521): what failed or never ran goes back to the start, what succeeded is kept.
    mutating func tryAgain(now: DeviceTime, tree: some TrackedTree, _ out: inout Outbox) {
        var phase: RunningPhase
        switch situation {
        case .deviceError(let failed, _), .accountError(let failed, _): phase = failed
        case .idle, .preparing, .deviceSetup, .rebooting, .deviceExit, .between, .accountSetup, .accountExit, .done,
            .continued, .reset:
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
        phase.timeoutAnchor = now
        phase.timeoutMinutes = timeoutMinutes(tree)
        phase.isExpired = false
        phase.appsIgnoreTimeout = false
        activeLoops = []
        enterState(phase, first, &out)
        out.actions.append(.startTimer(.phase(phase.scope), at: phase.deadline))
        run(phase, first, now: now, tree: tree, &out)
    }

    private func isToRepeat(_ category: Category) -> Bool {
        switch board[category].state {
        case .failed, .cancelled, .failedFromPreviousCategory: true
        case .notStarted, .inProgress, .succeeded, .rebootRequiredAndTryAgain: false
        }
    }

    /// What stands failed in the tree now has failed the last attempt, not the next one.
    private func rememberOldFailures(in phase: inout RunningPhase, _ tree: some TrackedTree) {
        let reader = LineReader(
            scope: phase.scope, providerID: configuration.providerID, choices: configuration.choices,
            agentProductCode: configuration.agentProductCode,
            reportedErrors: [:], tree: tree)
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
        case .idle, .rebooting, .deviceExit, .between, .accountExit, .done, .continued, .reset: return
        }
        setTimers(of: &phase, to: [:], &out)
        out.actions.append(.stopTimer(.phase(phase.scope)))
        if errorScreen != nil { out.actions.append(.errorCleared) }
        show(PageControls(), &out)
        out.actions.append(.stateEntered(.continued))
        let lines = Category.allCases.filter { $0.scope == phase.scope }.flatMap { board[$0].lines }
        if lines.contains(where: { $0.state == .failed }) { out.actions.append(.startPollingTasks) }
        for category in Category.allCases where board[category].state == .failedFromPreviousCategory {
            clear(category, keepingSucceeded: false, &out)
        }
        writeIsSyncDone(phase.scope, tree, &out)
        leave(phase.scope, .continued, tree, &out)
    }

    /// Reset (ESP-007): the button stays, disabled, until the reset starts or fails to.
    mutating func reset(_ out: inout Outbox) {
        switch situation {
        case .deviceError(let phase, let screen), .accountError(let phase, let screen):
            situation = .reset(phase, screen)
        case .idle, .preparing, .deviceSetup, .rebooting, .deviceExit, .between, .accountSetup, .accountExit, .done,
            .continued, .reset:
            return
        }
        var next = controls
        next.disabled.insert(.reset)
        show(next, &out)
        out.actions.append(.stateEntered(.reset))
        out.actions.append(.startReset)
    }
}
