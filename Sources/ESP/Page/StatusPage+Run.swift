import Notation

extension StatusPage {
    /// How far the subcategories of a category have come.
    private enum BatchResult {
        case waiting
        case succeeded
        case failed
        case rebootNeeded
    }

    /// What one subcategory does next; shared by counters and steps.
    typealias Verdict = SubcategoryMonitor.Verdict

    /// The phase at work with its category; nil while none is.
    var running: (RunningPhase, Category)? {
        switch situation {
        case .preparing(let phase): (phase, .devicePreparation)
        case .deviceSetup(let phase): (phase, .deviceSetup)
        case .accountSetup(let phase): (phase, .accountSetup)
        case .idle, .rebooting, .deviceError, .deviceExit, .updating, .between, .accountError, .accountExit,
            .accountSignOut, .done, .continued, .reset, .technicianSuccess, .technicianFailure:
            nil
        }
    }

    /// Shows the page of an owner and runs it from its first category (S0 to S1, S5 to S6).
    mutating func start(
        _ owner: RunningPhase.Owner, _ category: Category, now: DeviceTime, tree: some TrackedTree, _ out: inout Outbox
    ) {
        var phase = RunningPhase(owner: owner, timeoutMinutes: timeoutMinutes(tree))
        out.actions.append(.setResumeMarker(true))
        out.actions.append(.writeNode(uri: NodeURI.hasProvisioningCompleted(phase.scope), value: "false"))
        enterState(phase, category, &out)
        startTimeout(of: &phase, at: now, &out)
        run(phase, category, now: now, tree: tree, &out)
    }

    /// Starts T1m in full, except before the registration of a hybrid device, which has a time of its own (ESP-305).
    mutating func startTimeout(of phase: inout RunningPhase, at now: DeviceTime, _ out: inout Outbox) {
        guard !waitsForRegistration(phase) else {
            phase.timeoutAnchor = nil
            return
        }
        // ESP-318: T1m is wall time, and the clock jumps when it is set right.
        let error = configuration.isOn(.esp318) ? configuration.clockErrorMinutes : 0
        var anchor = now.adding(minutes: -Int64(error))
        if phase.scope == .device {
            deviceAnchor = anchor
        } else if configuration.choices.timeoutAnchor == .life, let deviceAnchor {
            anchor = deviceAnchor
        }
        phase.timeoutAnchor = anchor
        out.actions.append(.startTimer(.phase(phase.scope), at: max(now, phase.deadline ?? now)))
    }

    /// Whether T4 has to end before T1m begins.
    private func waitsForRegistration(_ phase: RunningPhase) -> Bool {
        guard phase.scope == .user, configuration.join == .hybrid, configuration.isOn(.esp305) else { return false }
        return board[.accountSetup][.waitingForAadRegistration]?.state != .succeeded
    }

    /// Runs a phase from `category` on, until it waits, fails, needs a reboot or succeeds.
    mutating func run(
        _ running: RunningPhase, _ first: Category, now: DeviceTime, tree: some TrackedTree, _ out: inout Outbox
    ) {
        var phase = running
        var category = first
        if !phase.isStuck(in: first) { refreshTimeout(of: &phase, tree, &out) }
        while true {
            begin(category, &phase, tree, &out)
            guard !phase.isStuck(in: category) else {
                situation = Self.situation(phase, category)
                return
            }
            switch runBatches(of: category, &phase, now: now, tree: tree, &out) {
            case .waiting:
                if needsSessions(category) { ensureLoop(category.syncLoop, &out) }
                situation = Self.situation(phase, category)
                judgedRevision = tree.revision
                return
            case .rebootNeeded:
                askForReboot(phase, category, now: now, &out)
                return
            case .failed:
                fail(phase, category, code: failureCode(in: category, phase), tree: tree, &out)
                return
            case .succeeded: setCategory(category, .succeeded, &out)
            }
            switch category {
            case .devicePreparation:
                stopLoop(.providers, &out)
                category = .deviceSetup
                enterState(phase, category, &out)
            case .deviceSetup, .accountSetup:
                succeed(phase, now: now, &out)
                return
            }
        }
    }

    /// Whether what a category waits for comes by sessions: not before enrolment by device ticket, and not before the
    /// registration of a hybrid device.
    private func needsSessions(_ category: Category) -> Bool {
        let lines = board[category].lines.filter { $0.state == .inProgress }
        return !lines.contains { line in
            switch line.kind {
            case .tpmAttestation, .aadj, .mdmEnrollment, .waitingForAadRegistration: true
            case .espProviderInstallation, .initiateSyncSessions, .setContinueAnywayButtonVisibility, .securityPolicies,
                .certificates, .networkConnections, .apps, .rebootCoalescing, .sendResultsToMdmServer,
                .saveWhiteGloveSuccessResult, .prepareMultifactorAuth:
                false
            }
        }
    }

    /// Starts a category that is not in progress: BlockInStatusPage is read anew then (esp-behaviour.md 1.2).
    private mutating func begin(
        _ category: Category, _ phase: inout RunningPhase, _ tree: some TrackedTree, _ out: inout Outbox
    ) {
        guard board[category].state != .inProgress else { return }
        setCategory(category, .inProgress, &out)
        phase.block = block(tree)
        show(
            .duringWork(
                phase.block, preparationSucceeded: preparationSucceeded, exit: exitButton(phase.scope)), &out)
    }

    /// Runs the batches in their order. A batch ends when all of it has ended (ESP-525); a failure in it ends the
    /// category, and a reboot is asked for only when nothing failed (ESP-537).
    private mutating func runBatches(
        of category: Category, _ phase: inout RunningPhase, now: DeviceTime, tree: some TrackedTree, _ out: inout Outbox
    ) -> BatchResult {
        for batch in category.batches {
            for kind in batch where board[category][kind]?.state == .notStarted {
                phase.starts[kind] = now
                setLine(Subcategory(category, kind), .inProgress, .working, &out)
            }
            for kind in batch where board[category][kind]?.state == .inProgress {
                let subcategory = Subcategory(category, kind)
                switch step(subcategory, &phase, now: now, tree: tree, &out) {
                case .running(let text): setLine(subcategory, .inProgress, text, &out)
                case .ended(let state, let text):
                    setLine(subcategory, state, text, &out)
                    recordDuration(of: subcategory, phase, now: now, &out)
                    if kind == .waitingForAadRegistration, state == .succeeded, phase.timeoutAnchor == nil {
                        startTimeout(of: &phase, at: now, &out)
                    }
                }
            }
            let states = batch.compactMap { board[category][$0]?.state }
            if states.contains(.inProgress) { return .waiting }
            if states.contains(.failed) || states.contains(.cancelled) { return .failed }
            if states.contains(.rebootRequiredAndTryAgain) { return .rebootNeeded }
        }
        return .succeeded
    }

    /// The phase's timeout as the server last set it. It may change until the server has finished (ESP-404), and a
    /// server that shortens it to force the error screen is honoured (ESP-407), so the timer moves with it.
    private mutating func refreshTimeout(
        of phase: inout RunningPhase, _ tree: some TrackedTree, _ out: inout Outbox
    ) {
        guard !phase.isExpired, case let minutes = timeoutMinutes(tree), minutes != phase.timeoutMinutes else { return }
        phase.timeoutMinutes = minutes
        if let deadline = phase.deadline { out.actions.append(.startTimer(.phase(phase.scope), at: deadline)) }
    }

    /// How long a line took, from its start or from the moment its lists were known, whichever is later (ESP-601).
    private func recordDuration(
        of subcategory: Subcategory, _ phase: RunningPhase, now: DeviceTime, _ out: inout Outbox
    ) {
        guard let line = subcategory.kind.trackedLine, let start = phase.starts[subcategory.kind] else { return }
        let seconds = now.seconds(since: max(start, phase.listsKnownAt ?? start))
        out.actions.append(.durationRecorded(phase.scope, line, seconds: seconds))
    }

    /// The code of the first line that has one; the timeout's when T1m ended the category.
    private func failureCode(in category: Category, _ phase: RunningPhase) -> HRESULT? {
        for line in board[category].lines where line.state == .failed {
            if case .hex(let code) = line.text { return code }
        }
        return phase.isExpired ? .timeout : nil
    }

    static func situation(_ phase: RunningPhase, _ category: Category) -> Situation {
        switch category {
        case .devicePreparation: .preparing(phase)
        case .deviceSetup: .deviceSetup(phase)
        case .accountSetup: .accountSetup(phase)
        }
    }

    mutating func enterState(_ phase: RunningPhase, _ category: Category, _ out: inout Outbox) {
        situation = Self.situation(phase, category)
        out.actions.append(.stateEntered(state))
    }
}

extension Category {
    /// The run of sessions that keeps the category going (esp-behaviour.md 2.3).
    var syncLoop: SyncLoop {
        switch self {
        case .devicePreparation: .providers
        case .deviceSetup: .deviceSetup
        case .accountSetup: .accountSetup
        }
    }
}
