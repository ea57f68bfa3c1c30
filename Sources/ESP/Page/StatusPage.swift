/// The Enrollment Status Page as a machine (esp-behaviour.md 4.2), for a user-driven Entra join.
///
/// Every event is a mutating method that returns what the device has to do. The page reads the device's tree and writes
/// it through actions only, so the caller applies the actions of one event before it raises the next. A page lives as
/// long as the device: reboots and further users are events.
public struct StatusPage: Sendable {
    /// What the page knows of its device before it starts.
    public struct Configuration: Hashable, Sendable {
        /// The DMClient provider that the page follows (ESP-415).
        public var providerID = NodeURI.intuneProviderID
        public var quirks = Quirks()
        public var choices = Choices()
        /// The product code of the agent's MSI, with braces; U-16 may leave it out of the count.
        public var agentProductCode: String?
        /// ESP-004: Windows 11 links to its diagnostics page; older releases collect the logs.
        public var hasDiagnosticsPage = true
        /// ESP-311: enrolled by Group Policy, which shows no page.
        public var isEnrolledByGroupPolicy = false

        public init() {}
    }

    /// The states with what exists only in them.
    enum Situation: Hashable, Sendable {
        case idle
        case preparing(RunningPhase)
        case deviceSetup(RunningPhase)
        case rebooting(RunningPhase)
        case deviceError(RunningPhase, ErrorScreen)
        case deviceExit
        case between
        case accountSetup(RunningPhase)
        case accountError(RunningPhase, ErrorScreen)
        case accountExit
        case done
        case continued
        case reset(RunningPhase, ErrorScreen)
    }

    public let configuration: Configuration
    var situation = Situation.idle
    /// What the page shows.
    public internal(set) var board = CategoryBoard()
    /// The buttons and links that the page offers.
    public internal(set) var controls = PageControls()
    /// `Global.ShowContinueAnywayButton`: device preparation has succeeded, or its page was skipped.
    var preparationSucceeded = false
    /// A reboot during device setup lost the stored credentials (ESP-303).
    var credentialsAreLost = false
    /// `ESP.Device.rebootRequiredToCommitSettings` (ESP-325).
    var settingsNeedReboot = false
    /// Codes by `NodeURI.key`, see `errorReported(_:at:now:tree:)`.
    var reportedErrors: [String: HResult] = [:]
    /// The scopes whose WasDeviceSuccessfullyProvisioned this page has written (ESP-406).
    var writtenResults: Set<PhaseScope> = []
    /// The scopes whose IsSyncDone is no news any more, written by this page or seen from the server (ESP-405).
    var knownSyncDone: Set<PhaseScope> = []
    var activeLoops: Set<SyncLoop> = []
    /// Users who had their account page or were spared it.
    var knownUsers: Set<String> = []

    public init(configuration: Configuration = Configuration()) { self.configuration = configuration }

    /// The state by its name in the reference.
    public var state: PageState {
        switch situation {
        case .idle: .idle
        case .preparing: .preparing
        case .deviceSetup: .deviceSetup
        case .rebooting: .rebooting
        case .deviceError: .deviceError
        case .deviceExit: .deviceExit
        case .between: credentialsAreLost ? .betweenWithPrompt : .between
        case .accountSetup, .accountExit: .accountSetup
        case .accountError: .accountError
        case .done: .done
        case .continued: .continued
        case .reset: .reset
        }
    }

    /// The error screen, while it is shown.
    public var errorScreen: ErrorScreen? {
        switch situation {
        case .deviceError(_, let screen), .accountError(_, let screen), .reset(_, let screen): screen
        case .idle, .preparing, .deviceSetup, .rebooting, .deviceExit, .between, .accountSetup, .accountExit,
            .done, .continued:
            nil
        }
    }

    /// OOBE reaches the page: once in a life, after the first session has brought the server's settings.
    public mutating func enter(now: DeviceTime, tree: some TrackedTree) -> [PageAction] {
        guard case .idle = situation else { return [] }
        var out = Outbox()
        guard !isSkipped(.device, tree) else {
            out.actions.append(.stateEntered(.skipped))
            out.actions.append(.writeNode(uri: NodeURI.hasProvisioningCompleted(.device), value: "true"))
            preparationSucceeded = true
            out.actions.append(.pageLeft(.device, .skipped))
            showSignIn(&out)
            return finish(out)
        }
        // ESP-604: the registry shows every category as not started before the first of them starts.
        out.actions += board.entries.map { .settingChanged(name: $0.settingName, value: $0.json) }
        start(.device, .devicePreparation, now: now, tree: tree, &out)
        return finish(out)
    }

    /// A user signed in. The first time a user does, and where the server wants it, the account page comes up.
    /// - Parameter sid: the user's security identifier.
    public mutating func userSignedIn(sid: String, now: DeviceTime, tree: some TrackedTree) -> [PageAction] {
        switch situation {
        case .idle, .between, .done, .continued: break
        case .preparing, .deviceSetup, .rebooting, .deviceError, .deviceExit, .accountSetup, .accountError,
            .accountExit,
            .reset:
            return []
        }
        guard knownUsers.insert(sid).inserted else { return [] }
        var out = Outbox()
        if isSkipped(.user, tree) {
            out.actions.append(.stateEntered(.skipped))
            out.actions.append(.pageLeft(.user, .skipped))
            situation = .done
            out.actions.append(.stateEntered(.done))
            return finish(out)
        }
        // A device failure does not prevent the account page, and a second user starts with a clean slate.
        if case .idle = situation { preparationSucceeded = true }
        clear(.accountSetup, keepingSucceeded: false, &out)
        writtenResults.remove(.user)
        knownSyncDone.remove(.user)
        start(.user(sid: sid), .accountSetup, now: now, tree: tree, &out)
        return finish(out)
    }

    /// Something in the tree has changed: a session, an agent or a task of the device wrote to it.
    public mutating func treeChanged(now: DeviceTime, tree: some TrackedTree) -> [PageAction] {
        var out = Outbox()
        guard let (phase, category) = running else { return [] }
        if !endAsServerForces(phase, category, now: now, tree: tree, &out) {
            run(phase, category, now: now, tree: tree, &out)
        }
        return finish(out)
    }

    /// An agent or a scenario names the HRESULT of a node that failed (ESP-517).
    ///
    /// The tree has no node for the code of a tracked app, and Windows does not document how the page learns it. Raise
    /// this before the `treeChanged` that shows the failure. For a node without a failed state (a policy, a
    /// certificate, a network profile) the report itself ends the line (U-17).
    public mutating func errorReported(
        _ code: HResult, at uri: String, now: DeviceTime, tree: some TrackedTree
    ) -> [PageAction] {
        let key = NodeURI.key(uri)
        reportedErrors[key] = code
        if case (var phase, let category)? = running {
            phase.oldFailures = phase.oldFailures.mapValues { $0.subtracting([key]) }
            situation = Self.situation(phase, category)
        }
        return treeChanged(now: now, tree: tree)
    }

    /// The sessions of device setup begin before the page comes up.
    private var isBeforeOrInDeviceSetup: Bool {
        if case .idle = situation { return true }
        return running?.0.owner == .device
    }

    /// A device policy whose LocURI is in the reboot catalogue was applied (ESP-325). Only device setup reacts, to what
    /// the first session brought before the page came up, too.
    public mutating func rebootRequiredURIApplied(_ uri: String, scope: PhaseScope) -> [PageAction] {
        guard configuration.quirks.isOn(.esp325), scope == .device, isBeforeOrInDeviceSetup else { return [] }
        settingsNeedReboot = true
        return [
            .eventLogged(.rebootRequired(uri: uri)),
            .settingChanged(name: "ESP.Device.rebootRequiredToCommitSettings", value: "true"),
        ]
    }

    /// A timer that the page had started has ended. A timer that was stopped or moved since is ignored.
    public mutating func timerFired(_ timer: PageTimer, now: DeviceTime, tree: some TrackedTree) -> [PageAction] {
        var out = Outbox()
        switch timer {
        case .phase(let scope):
            guard case (var phase, let category)? = running, phase.scope == scope, now >= phase.deadline,
                !phase.isExpired
            else { return [] }
            phase.isExpired = true
            run(phase, category, now: now, tree: tree, &out)
        case .provider(let name):
            guard let (phase, category) = running, let end = phase.providerTimers[name], now >= end else { return [] }
            run(phase, category, now: now, tree: tree, &out)
        case .exitDelay:
            switch situation {
            case .deviceExit: leave(.device, .succeeded, tree, &out)
            case .accountExit: leave(.user, .succeeded, tree, &out)
            case .idle, .preparing, .deviceSetup, .rebooting, .deviceError, .between, .accountSetup, .accountError,
                .done,
                .continued, .reset:
                return []
            }
        case .rebootWait:
            guard case .rebooting(let phase) = situation else { return [] }
            failAfterMissingReboot(phase, tree: tree, &out)
        }
        return finish(out)
    }

    /// The user pressed a button or link. One that is not offered does nothing.
    public mutating func pressed(_ button: PageButton, now: DeviceTime, tree: some TrackedTree) -> [PageAction] {
        guard controls.offers(button) else { return [] }
        var out = Outbox()
        switch button {
        case .tryAgain: tryAgain(now: now, tree: tree, &out)
        case .continueAnyway: continueAnyway(tree, &out)
        case .reset: reset(&out)
        // ESP-524: the page stays.
        case .collectLogs, .viewDiagnostics: out.actions.append(.collectLogs(areas: ["Autopilot"]))
        }
        return finish(out)
    }

    /// The reset that the page asked for did not start: its button can be pressed again.
    public mutating func resetDidNotStart() -> [PageAction] {
        guard case .reset(let phase, let screen) = situation else { return [] }
        var out = Outbox()
        situation = phase.owner == .device ? .deviceError(phase, screen) : .accountError(phase, screen)
        out.actions.append(.stateEntered(state))
        var next = controls
        next.disabled.remove(.reset)
        show(next, &out)
        return finish(out)
    }

    /// The machine has started again, whoever restarted it. The device has lost its timers and sync loops.
    public mutating func rebooted(now: DeviceTime, tree: some TrackedTree) -> [PageAction] {
        var out = Outbox()
        activeLoops = []
        resume(now: now, tree: tree, &out)
        return finish(out)
    }
}
