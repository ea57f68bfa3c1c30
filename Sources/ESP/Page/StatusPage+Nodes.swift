import Notation

/// What the page reads of FirstSyncStatus and writes to it.
extension StatusPage {
    private func node(_ name: String, _ scope: PhaseScope) -> String {
        NodeURI.firstSyncStatus(name, in: scope, providerID: configuration.providerID)
    }

    /// Reads the lines of a scope.
    func reader<Tree: TrackedTree>(
        _ scope: PhaseScope, _ tree: Tree, reportedErrors: [String: HRESULT]
    ) -> LineReader<Tree> {
        LineReader(
            scope: scope, providerID: configuration.providerID, choices: configuration.choices,
            agentProductCode: configuration.agentProductCode, expectsOwnProvider: configuration.isOn(.esp324),
            reportedErrors: reportedErrors, tree: tree)
    }

    /// Whether the page of a scope does not come up. Both Skip nodes stand in the device tree and default to true
    /// (ESP-409).
    func isSkipped(_ scope: PhaseScope, _ tree: some TrackedTree) -> Bool {
        if configuration.enrollment == .groupPolicy, configuration.isOn(.esp311) { return true }
        let name =
            switch scope {
            case .device: "SkipDeviceStatusPage"
            case .user: "SkipUserStatusPage"
            }
        return tree.bool(node(name, .device)) ?? true
    }

    /// T1m in minutes. The node exists in the device tree only and governs both phases (windows-csp.md 3.3.5).
    func timeoutMinutes(_ tree: some TrackedTree) -> Int {
        guard let minutes = tree.int(node("TimeOutUntilSyncFailure", .device)),
            EnrollmentStatusPageProfile.timeoutRange.contains(minutes)
        else { return PageTimer.defaultPhaseMinutes }
        return minutes
    }

    /// BlockInStatusPage, in the device tree only (ESP-408).
    func block(_ tree: some TrackedTree) -> BlockInStatusPage {
        let value = tree.int(node("BlockInStatusPage", .device))
        // ESP-528: a HoloLens that cannot read the bits still offers Reset.
        if value == nil, configuration.isHoloLens { return .reset }
        return BlockInStatusPage(nodeValue: value)
    }

    /// The text of the error screen, read when it is shown: own scope, then device, then a built-in one (ESP-003,
    /// ESP-410). On the technician's result page that is the text of a timeout, whatever failed (ESP-704).
    func errorText(_ scope: PhaseScope, _ tree: some TrackedTree) -> String {
        let own = tree.value(node("CustomErrorText", scope)) ?? ""
        let text = own.isEmpty ? tree.value(node("CustomErrorText", .device)) ?? "" : own
        guard text.isEmpty else { return text }
        return isTechnicianFlow ? ErrorScreen.timeoutText : ErrorScreen.defaultText
    }

    /// The logs link, when either scope allows it (ESP-004, ESP-410). A user node that was never set reads as its
    /// default false, so false there cannot hide what the device node allows.
    func logsLink(_ scope: PhaseScope, _ tree: some TrackedTree) -> PageButton? {
        let isAllowed = [scope, .device].contains { tree.bool(node("AllowCollectLogsButton", $0)) == true }
        guard isAllowed, !configuration.isHoloLens else { return nil }
        return configuration.hasDiagnosticsPage ? .viewDiagnostics : .collectLogs
    }

    /// Writes WasDeviceSuccessfullyProvisioned. The first move to 0 or 1 is final, so a success after Try again stays a
    /// failure to the server (ESP-317, ESP-406).
    mutating func writeResult(_ value: Int, _ scope: PhaseScope, _ tree: some TrackedTree, _ out: inout Outbox) {
        let uri = node("WasDeviceSuccessfullyProvisioned", scope)
        let isFinal = writtenResults.contains(scope) || [0, 1].contains(tree.int(uri))
        guard !isFinal || !configuration.isOn(.esp317) else { return }
        writtenResults.insert(scope)
        out.actions.append(.writeNode(uri: uri, value: String(value)))
    }

    /// Writes IsSyncDone unless it is true already (ESP-405), and ends the sessions that wait for it.
    mutating func writeIsSyncDone(_ scope: PhaseScope, _ tree: some TrackedTree, _ out: inout Outbox) {
        let uri = node("IsSyncDone", scope)
        if knownSyncDone.insert(scope).inserted, tree.bool(uri) != true {
            out.actions.append(.writeNode(uri: uri, value: "true"))
        }
        let loop: SyncLoop =
            switch scope {
            case .device: .deviceSetup
            case .user: .accountSetup
            }
        // Also when the phase ended without waiting: one session has to tell the server.
        ensureLoop(loop, &out)
        stopLoop(loop, &out)
    }

    /// Ends a phase whose IsSyncDone the server has set (ESP-405, ESP-406). False when there is nothing to end.
    mutating func endAsServerForces(
        _ phase: RunningPhase, _ category: Category, now: DeviceTime, tree: some TrackedTree, _ out: inout Outbox
    ) -> Bool {
        let choice =
            switch phase.owner {
            case .device: configuration.choices.forcedEndOfDevicePage
            case .user: configuration.choices.forcedEndOfAccountPage
            }
        guard choice == .documented, tree.bool(node("IsSyncDone", phase.scope)) == true,
            knownSyncDone.insert(phase.scope).inserted
        else { return false }
        let isFailure = tree.int(node("WasDeviceSuccessfullyProvisioned", phase.scope)) == 0
        ensureLoop(category.syncLoop, &out)
        stopLoop(category.syncLoop, &out)
        guard !isFailure else {
            for line in board[category].lines where line.state == .inProgress {
                setLine(Subcategory(category, line.kind), .cancelled, .error, &out)
            }
            fail(phase, category, code: nil, tree: tree, &out)
            return true
        }
        var phase = phase
        setTimers(of: &phase, to: [:], &out)
        preparationSucceeded = true
        for ending in Category.allCases where ending.scope == phase.scope {
            for line in board[ending].lines where line.state != .succeeded {
                setLine(Subcategory(ending, line.kind), .succeeded, .complete, &out)
            }
            setCategory(ending, .succeeded, &out)
        }
        succeed(phase, now: now, &out)
        return true
    }
}
