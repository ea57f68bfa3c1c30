import Notation

/// The Enrollment Status Page as a machine (esp-behaviour.md 4.2), in every mode that has one (7).
///
/// Every event is a mutating method that returns what the device has to do. The page reads the device's tree and writes
/// it through actions only, so the caller applies the actions of one event before it raises the next. A page lives as
/// long as the device: reboots and further users are events.
public struct StatusPage: Sendable, Codable {
    /// The states with what exists only in them.
    enum Situation: Hashable, Sendable, Codable {
        case idle
        case preparing(RunningPhase)
        case deviceSetup(RunningPhase)
        case rebooting(RunningPhase)
        case deviceError(RunningPhase, ErrorScreen)
        case deviceExit
        /// The device page has closed and quality updates are looked for; the sign-in screen comes after them (7.6).
        case updating
        case between
        case accountSetup(RunningPhase)
        case accountError(RunningPhase, ErrorScreen)
        case accountExit
        /// Succeeded, and waiting for the user to press Sign out (ESP-523).
        case accountSignOut
        case done
        case continued
        case reset(RunningPhase, ErrorScreen)
        case technicianSuccess
        case technicianFailure(RunningPhase, ErrorScreen)
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
    /// A policy of the reboot catalogue was applied (ESP-325).
    var settingsNeedReboot = false
    /// A DeviceLock policy was applied during device setup (ESP-309, ESP-310).
    var hasDeviceLock = false
    /// The technician has resealed the device: what follows is its user's (ESP-706).
    public internal(set) var isResealed = false
    /// Where T1m of the device phase counted from, for U-19.
    var deviceAnchor: DeviceTime?
    /// Codes by `NodeURI.key`, see `errorReported(_:at:now:tree:)`.
    var reportedErrors: [String: HRESULT] = [:]
    /// The scopes whose WasDeviceSuccessfullyProvisioned this page has written (ESP-406).
    var writtenResults: Set<PhaseScope> = []
    /// The scopes whose IsSyncDone is no news any more, written by this page or seen from the server (ESP-405).
    var knownSyncDone: Set<PhaseScope> = []
    var activeLoops: Set<SyncLoop> = []
    /// The revision of the tree that the running phase was last judged by; nil when it has to be judged anew.
    var judgedRevision: Int?
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
        case .updating: .between
        case .between: signInNeedsPrompt ? .betweenWithPrompt : .between
        case .accountSetup, .accountExit, .accountSignOut: .accountSetup
        case .accountError: .accountError
        case .done: .done
        case .continued: .continued
        case .reset: .reset
        case .technicianSuccess: .technicianSuccess
        case .technicianFailure: .technicianFailure
        }
    }

    /// Whether everything has succeeded and only a button is waited for (ESP-523, ESP-704).
    public var waitsForLastButton: Bool {
        switch situation {
        case .accountSignOut, .technicianSuccess: true
        case .idle, .preparing, .deviceSetup, .rebooting, .deviceError, .deviceExit, .updating, .between, .accountSetup,
            .accountError, .accountExit, .done, .continued, .reset, .technicianFailure:
            false
        }
    }

    /// The error screen, while it is shown.
    public var errorScreen: ErrorScreen? {
        switch situation {
        case .deviceError(_, let screen), .accountError(_, let screen), .reset(_, let screen),
            .technicianFailure(_, let screen):
            screen
        case .idle, .preparing, .deviceSetup, .rebooting, .deviceExit, .updating, .between, .accountSetup,
            .accountExit, .accountSignOut, .done, .continued, .technicianSuccess:
            nil
        }
    }

    /// Whether this is the technician's part of pre-provisioning.
    public var isTechnicianFlow: Bool { configuration.mode == .preProvisioning && !isResealed }

    /// Whether device setup will never end (ESP-310).
    public var isStuck: Bool { running.map { $0.isStuck(in: $1) } ?? false }

    /// Whether the page comes up before the device is enrolled, which is one of its steps (7.1, 7.2).
    public var startsBeforeEnrollment: Bool { usesDeviceTicket }

    /// When the first line of the account page that is up began to wait; nil while there is none.
    public var accountStart: DeviceTime? {
        guard case .accountSetup(let phase) = situation else { return nil }
        return phase.starts[.waitingForAadRegistration]
    }

    /// Whether the steps of device preparation really run (1.4).
    var usesDeviceTicket: Bool { configuration.mode.usesDeviceTicket && !isResealed }

    /// Whether Sign out stands in for Continue anyway on the account page (ESP-523).
    var signsOut: Bool {
        configuration.isUserAdministrator && (configuration.join == .hybrid || configuration.isAfterAutopilotReset)
    }

    /// The way out of the page of a scope.
    func exitButton(_ scope: PhaseScope) -> PageButton? {
        switch scope {
        case .device: isTechnicianFlow ? nil : .continueAnyway
        case .user: signsOut ? .signOut : .continueAnyway
        }
    }

    /// OOBE reaches the page: once in each flow. By device ticket the page comes up before enrolment, which is one of
    /// its steps, so the Skip nodes are read after it; otherwise after the first session has brought the server's
    /// settings.
    public mutating func enter(now: DeviceTime, tree: some TrackedTree) -> [PageAction] {
        guard case .idle = situation else { return [] }
        var out = Outbox()
        guard usesDeviceTicket || !isSkipped(.device, tree) else {
            skipDevicePage(&out)
            return finish(out)
        }
        // ESP-604: the registry shows every category as not started before the first of them starts.
        out.actions += board.entries.map { setting(for: $0) }
        if configuration.isOn(.esp326), configuration.join == .hybrid { out.actions.append(.whitePageShown) }
        out.actions.append(.settingChanged(name: "Global.RunProvisioning", value: "true"))
        out.actions.append(enrollmentStatus(usesDeviceTicket ? "Initial" : "Completed"))
        start(.device, .devicePreparation, now: now, tree: tree, &out)
        return finish(out)
    }

    /// The page of the device stays away (S13).
    mutating func skipDevicePage(_ out: inout Outbox) {
        out.actions.append(.stateEntered(.skipped))
        out.actions.append(.writeNode(uri: NodeURI.hasProvisioningCompleted(.device), value: "true"))
        preparationSucceeded = true
        out.actions.append(.pageLeft(.device, .skipped))
        if isTechnicianFlow { showTechnicianSuccess(&out) } else { showSignIn(&out) }
    }

    /// `Global.MDMEnrollmentStatus` (3.5).
    func enrollmentStatus(_ value: String) -> PageAction {
        .settingChanged(name: "Global.MDMEnrollmentStatus", value: value)
    }

    /// A user signed in. The first time a user does, and where the server wants it, the account page comes up.
    /// - Parameter sid: the user's security identifier.
    public mutating func userSignedIn(sid: String, now: DeviceTime, tree: some TrackedTree) -> [PageAction] {
        switch situation {
        case .idle, .between, .done, .continued: break
        case .preparing, .deviceSetup, .rebooting, .deviceError, .deviceExit, .updating, .accountSetup, .accountError,
            .accountExit, .accountSignOut, .reset, .technicianSuccess, .technicianFailure:
            return []
        }
        guard knownUsers.insert(sid).inserted else { return [] }
        var out = Outbox()
        // Self-deploying mode has no account phase (7.2).
        if configuration.mode == .selfDeploying || isSkipped(.user, tree) {
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
        reportedErrors = reportedErrors.filter { !$0.key.hasPrefix("user/") }
        start(.user(sid: sid), .accountSetup, now: now, tree: tree, &out)
        return finish(out)
    }

    /// Something in the tree has changed: a session, an agent or a task of the device wrote to it.
    public mutating func treeChanged(now: DeviceTime, tree: some TrackedTree) -> [PageAction] {
        var out = Outbox()
        guard let (phase, category) = running, tree.revision == nil || tree.revision != judgedRevision else {
            return []
        }
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
        _ code: HRESULT, at uri: String, now: DeviceTime, tree: some TrackedTree
    ) -> [PageAction] {
        let key = NodeURI.key(uri)
        reportedErrors[key] = code
        judgedRevision = nil
        if case (var phase, let category)? = running {
            phase.oldFailures = phase.oldFailures.mapValues { $0.subtracting([key]) }
            situation = Self.situation(phase, category)
        }
        return treeChanged(now: now, tree: tree)
    }

    /// The sessions of device setup begin before the page comes up.
    var isBeforeOrInDeviceSetup: Bool {
        switch situation {
        case .idle, .preparing, .deviceSetup, .rebooting: true
        case .deviceError, .deviceExit, .updating, .between, .accountSetup, .accountError, .accountExit,
            .accountSignOut, .done, .continued, .reset, .technicianSuccess, .technicianFailure:
            false
        }
    }
}
