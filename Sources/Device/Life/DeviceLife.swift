import CSP
import DMSession
import DMTree
import ESP
import Notation
import SyncML

/// One emulated device living through time: its tree, sessions, status page and agent, driven by an agenda.
///
/// `DMSession` and `ESP` see the tree and not each other; this is the place where they meet. Time is virtual: `step`
/// goes to whatever is due next. The same script and the same server give the same events, byte for byte (design.md
/// section 5).
public struct DeviceLife<Server: ManagementServer> {
    public let script: LifeScript
    public var server: Server
    public internal(set) var now = DeviceTime.zero
    public internal(set) var tree: DeviceTree
    public internal(set) var page: StatusPage
    public internal(set) var agent: SidecarAgent
    public internal(set) var configMgr: ConfigMgrAgent?
    /// Everything that happened since `takeEvents` was last called.
    var events: [DeviceEvent] = []
    /// Every diagnostic of every session, in order.
    public internal(set) var diagnostics: [Diagnostic] = []
    /// The messages of all sessions, in order; what `--save-messages` writes.
    public internal(set) var messages: [SavedMessage] = []
    /// Whether `messages` is filled.
    public var keepsMessages = false

    var agenda = Agenda()
    public internal(set) var sessionNumber = 0
    /// The message of the session that is under way, from 1.
    var messageNumber = 0
    var pendingAlerts: [GenericAlert] = []
    var activeLoops: Set<SyncLoop> = []
    /// Whether the machine runs.
    var power = Power.on
    var signInScreenIsUp = false
    /// The place in the script of the user who is signed in.
    var signedInUser: Int?
    /// The nodes of the users who are not signed in, by SID.
    var userTrees: [String: UserTree] = [:]
    var hasEntered = false
    /// How often each scripted answer to an error screen, or to a button that is offered, is still given.
    var answersLeft: [Int] = []
    /// The buttons that the page offers, to notice those that come.
    var offered: Set<PageButton> = []
    var jobs = JobState()
    var outcomeOfPages: LifeOutcome?
    /// How each app stands, by id.
    public internal(set) var appStates: [String: TrackedAppState] = [:]
    /// What OMA-DM installs or has installed, in the order in which it began.
    public internal(set) var installations: [Installation] = []
    /// When each line of the page last changed its state.
    public internal(set) var lineTimes: [Subcategory: DeviceTime] = [:]
    /// Apps, packages and nodes as they were when the error screen that is up came up.
    var statesAtError: StatesAtError?
    /// The last sign-in screen.
    public internal(set) var lastSignIn: SignIn?
    /// The string values of `AutopilotSettings` (ESP-604).
    public internal(set) var settings: [String: String] = [:]
    /// Seconds that each line took, by phase.
    public internal(set) var durations: [PhaseScope: [TrackedLine: Int64]] = [:]
    var resetStarted = false
    var agentHasStarted = false
    /// The phase whose sync loop has stopped: the session that follows is still one of that phase.
    var closingPhase: PhaseScope?
    /// The server ended the enrolment, or the cleanup is under way.
    public internal(set) var enrolment = Enrolment.active
    /// Sessions that broke one after the other before the first one that did not.
    var brokenFirstSessions = 0
    /// Values of the reboot catalogue that were applied, by address.
    var rebootValues: [TreeURI: String] = [:]
    /// Settings that wait for the user's flow, in order (ESP-322).
    var heldBackPolicies: [String] = []
    /// How far the offline domain join of a hybrid device is; nil for any other, and where it is put off (ESP-707).
    var domainJoin: DomainJoin?
    /// What fell into a time in which the device was off, in order.
    var heldUpItems: [HeldUpItem] = []
    /// How far Autopilot device preparation is; nil in every other mode.
    public internal(set) var devicePreparation: DevicePreparationState?
    /// Commands of the server that were refused, in order.
    public internal(set) var refusals: [Refusal] = []
    /// Commands of the server that changed what a diagnosis asks for, in order.
    public internal(set) var serverWrites: [ServerWrite] = []
    /// Sessions that broke, in order.
    public internal(set) var breaks: [SessionBreak] = []
    /// How many commands the server sent, and when the last of them came.
    public internal(set) var commandCount = 0
    public internal(set) var lastCommandTime: DeviceTime?
    /// How the last run of each app's installer ended, by id.
    public internal(set) var exitCodes: [String: Int32] = [:]
    /// What keeps policies in place between sessions, and what has drifted.
    var enforcement = LocalEnforcement()
    /// The certificate that the device was enrolled with.
    var certificate: EnrolmentCertificate
    /// Why each app failed, by id.
    public internal(set) var appErrors: [String: HRESULT] = [:]
    /// How the last session that was authenticated inside SyncML was; nonces are kept in the DM account.
    var negotiatedAuthentication: AuthenticationType?
    /// What the user still answers to the server's questions.
    var userAnswers: UserScript?
    /// How many interruptions of the script have happened.
    var interruptionCount = 0
    /// The notifications that sessions were started for.
    var notifications = NotificationInbox()

    /// What the update stage at the end of OOBE is at; nil outside of it (7.6).
    var updateStage: UpdateStage?
    /// Entra knows a hybrid device, and will not forget it.
    var isRegistered = false
    /// The device was turned on for the first time.
    var hasBooted = false

    /// After so many broken sessions in a row at the start the life is over: OOBE does not come to its page.
    static var firstSessionLimit: Int { 10 }

    /// - Parameter tree: what the enrolment left, for a device that was enrolled with a real server; nil: what the script's
    ///   device says.
    public init(_ script: LifeScript, server: Server, store: RootStore = .shipped, tree: DeviceTree? = nil) {
        self.script = script
        self.server = server
        self.tree =
            tree ?? script.device.makeTree(store: store, firstSync: FirstSyncRules(script.page.choices))
        page = StatusPage(configuration: script.page)
        agent = SidecarAgent(apps: script.apps, scripts: script.scripts, configuration: script.agent)
        configMgr = script.configMgr.map(ConfigMgrAgent.init)
        certificate = EnrolmentCertificate(
            ends: .seconds(script.renewal.expiresAfterSeconds ?? script.renewal.validitySeconds))
        answersLeft = script.userActions.map { action in
            switch action.moment {
            case .at: 0
            case .onError(_, let times), .onOffer(_, let times): times
            }
        }
        userAnswers = script.userAnswers
        begin()
        planUpdateScan()
        for push in script.pushes { agenda.add(.session(.push), at: push) }
        if let start = script.agentStarts { agenda.add(.agentStarts, at: start) }
        if let start = script.configMgrStarts { agenda.add(.configMgrStarts, at: start) }
        for action in script.machineActions { agenda.add(.machine(action.kind), at: action.time) }
        for action in script.userActions {
            if case .at(let time) = action.moment { agenda.add(.userPresses(action.button), at: time) }
        }
        for (index, time) in script.notifications.enumerated() { agenda.add(.notification(index), at: time) }
        for (index, drift) in script.drifts.enumerated() { agenda.add(.drift(index), at: drift.time) }
        for (index, drift) in script.settingDrifts.enumerated() { agenda.add(.settingDrift(index), at: drift.time) }
        for (index, user) in script.users.enumerated() {
            if case .at(let time) = user.signIn { agenda.add(.userSignsIn(index), at: time) }
        }
    }

    /// What happens first (esp-behaviour.md 7): the page comes up before enrolment where that is one of its steps;
    /// otherwise the first session follows enrolment at once.
    private mutating func begin() {
        if script.page.mode == .devicePreparation { devicePreparation = .pendingProvisioning }
        if script.page.enrollment != .oobe, !script.users.isEmpty {
            signedInUser = 0
            makeUserContext()
        }
        hasBooted = !page.startsBeforeEnrollment
        if page.startsBeforeEnrollment {
            agenda.add(.machine(.powerOn), at: .zero)
            power = .off(since: .zero)
        } else {
            // A device on the desktop is a member of its domain already (7.3, 7.4).
            if script.page.join == .hybrid, script.page.enrollment == .oobe { domainJoin = .waitingForBlob }
            agenda.add(.session(.enrollment), at: .zero)
        }
    }

    /// Does what is due next.
    ///
    /// - Returns: false when nothing is due any more before the horizon, or the life is over.
    public mutating func step() -> Bool {
        guard !isOver, let time = agenda.nextTime, time <= script.horizon, let entry = agenda.next() else {
            return false
        }
        now = max(now, entry.time)
        tree.localTime = script.localTime.text(now)
        perform(entry.item)
        return true
    }

    /// When something is due next; nil when nothing is.
    public var nextTime: DeviceTime? {
        mutating get { isOver ? nil : agenda.nextTime.flatMap { $0 <= script.horizon ? $0 : nil } }
    }

    /// The events since the last call.
    public mutating func takeEvents() -> [DeviceEvent] {
        defer { events = [] }
        return events
    }

    /// How the life stands. Final once `step` has returned false.
    public var outcome: LifeOutcome {
        if resetStarted { return .reset }
        if devicePreparation != nil { return outcomeOfPages ?? .hung }
        switch page.state {
        case .deviceError, .accountError, .technicianFailure: return .failed
        case .reset: return .reset
        case .done, .continued: return outcomeOfPages ?? .succeeded
        case .technicianSuccess: return .succeeded
        // Nobody signs in on a device of this mode (7.2).
        case .between, .betweenWithPrompt: return script.page.mode == .selfDeploying ? .succeeded : .hung
        case .accountSetup: return page.waitsForLastButton ? .succeeded : .hung
        case .idle, .preparing, .deviceSetup, .rebooting, .deviceExit, .skipped: return .hung
        }
    }

    /// Whether a hybrid device still waits for the blob that makes it a member of its domain (7.3).
    public var isWaitingForDomainJoin: Bool { domainJoin == .waitingForBlob }

    /// Whether nobody is signed in.
    public var isUserSignedOut: Bool { !isUserSignedIn }

    /// Whether the device is shut down, and not in a restart.
    public var isOff: Bool {
        if case .off = power { true } else { false }
    }

    /// The tree as it was when the error screen that is up came up; as it is when none is.
    public var treeAtError: DeviceTree {
        var result = tree
        if let states = statesAtError { result.restore(states.tree) }
        return result
    }

    /// Whether an agent on the device has started.
    public var hasRunningAgent: Bool { agentHasStarted || configMgr != nil }

    /// Whether the device page stayed away, for a device that would have one.
    public var wasDevicePageSkipped: Bool {
        script.page.enrollment == .oobe && devicePreparation == nil && hasEntered
            && page.board[.devicePreparation].state == .notStarted && !page.isResealed
    }

    /// The state of an app by its id or name; nil when the page does not know it yet and it never moved. What OMA-DM
    /// installs, by name, product code, package family name or id, counts as the page counts it.
    ///
    /// - Parameter isAtError: as it was when the last error screen came up, for those who ask why it came.
    public func appState(_ app: String, atError isAtError: Bool = false) -> TrackedAppState? {
        let states = isAtError ? statesAtError : nil
        let (apps, installed) = (states?.apps ?? appStates, states?.installations ?? installations)
        if let known = script.apps.first(where: { $0.id == app || $0.name == app }) { return apps[known.id] }
        return standing(in: installed) { $0.name == app || $0.id == app.lowercased() }?.state
    }

    /// How something that OMA-DM installs stands. The same product may be installed for several users: the one who is
    /// signed in goes first, then the last one who got it.
    public func installation(where isMeant: (Installation) -> Bool) -> Installation? {
        standing(in: installations, where: isMeant)
    }

    /// Whether it was installed for a user who is not the one at the device.
    public func isOfAnotherUser(_ installation: Installation) -> Bool {
        installation.user != nil && installation.user != user?.sid
    }

    private func standing(
        in installations: [Installation], where isMeant: (Installation) -> Bool
    ) -> Installation? {
        let meant = installations.filter(isMeant)
        return meant.first { !isOfAnotherUser($0) } ?? meant.last
    }

    /// True when nothing happens any more, whatever the user does.
    var isFinal: Bool {
        if resetStarted { return true }
        // A device that polls lives as long as it is enrolled, and one that is not enrolled any more has nothing to do.
        guard script.polls else { return brokenFirstSessions >= Self.firstSessionLimit }
        switch enrolment {
        case .active, .ending: return false
        case .ended: return true
        }
    }

    /// True when nothing is left to happen but sync loops that nobody waits for.
    private var isOver: Bool {
        if isFinal || script.polls { return isFinal }
        if devicePreparation != nil { return outcomeOfPages != nil && isAgendaIdle }
        switch page.state {
        case .deviceError, .accountError, .done, .continued, .technicianSuccess, .technicianFailure:
            return isAgendaIdle
        case .between, .betweenWithPrompt: return script.page.mode == .selfDeploying && isAgendaIdle
        case .accountSetup: return page.waitsForLastButton && isAgendaIdle
        case .idle, .preparing, .deviceSetup, .rebooting, .deviceExit, .reset, .skipped: return false
        }
    }

    private var isAgendaIdle: Bool {
        agenda.items.allSatisfy { item in
            if case .loopTick = item { return true }
            return isIdle(item) || isIdleRenewal(item)
        }
    }

    mutating func note(_ kind: DeviceEvent.Kind) {
        let event = DeviceEvent(time: now, kind: kind)
        if let installation = event.installation { record(installation) }
        switch kind {
        case .app(let id, _, let state, let code):
            appStates[id] = state
            appErrors[id] = code
        case .enforcement(let id, _, let exitCode?): exitCodes[id] = exitCode
        case .line(let line, _, _): lineTimes[line] = now
        case .error:
            statesAtError = StatesAtError(apps: appStates, installations: installations, tree: tree.saved)
        case .errorCleared: statesAtError = nil
        case .signIn(let signIn): lastSignIn = signIn
        case .setting(let name, let value): settings[name] = value
        case .duration(let scope, let line, let seconds): durations[scope, default: [:]][line] = seconds
        case .commandAnswered(let outcome): keep(outcome)
        case .sessionBroken(let number, let reason):
            breaks.append(SessionBreak(time: now, session: number, reason: reason))
        default: break
        }
        events.append(event)
    }

    /// Keeps what a diagnosis asks for: refused commands, and those that changed what the page reads.
    private mutating func keep(_ outcome: CommandOutcome) {
        commandCount += 1
        lastCommandTime = now
        let place = CommandPlace(
            time: now, session: sessionNumber, message: messageNumber, command: outcome.command,
            commandID: outcome.commandID, target: outcome.target, line: outcome.line)
        if !outcome.succeeded {
            refusals.append(Refusal(place: place, status: outcome.status))
        } else if let target = outcome.target, outcome.command != "Get",
            Self.isWorthKeeping(target)
        {
            serverWrites.append(ServerWrite(place: place))
        }
    }

    /// What the page reads, and network profiles, which Windows may drop again.
    private static func isWorthKeeping(_ target: String) -> Bool {
        ["/FirstSyncStatus", "/EnrollmentStatusTracking/", "/WiFi/Profile/", "/VPNv2/"].contains {
            target.contains($0)
        }
    }

    mutating func perform(_ item: Agenda.Item) {
        switch power {
        case .on: break
        case .restarting(let end):
            // A timer that the page started on its way down is gone with the power.
            guard !item.endsWithPower else { return }
            if isHeldUp(item) {
                agenda.add(item, at: end)
                return
            }
        case .off:
            // A device that is off does nothing; what falls into that time happens once it is on.
            guard item.isForMachineThatIsOff else {
                heldUpItems.append(HeldUpItem(item: item, due: now))
                return
            }
        }
        switch item {
        case .session(let trigger): runSession(trigger)
        case .loopTick(let loop): tick(loop)
        case .blobTick: runSession(.domainJoin)
        case .pageTimer(let timer): settle(page: page.timerFired(timer, now: now, tree: tree))
        case .agentAlarm(.configMgr(let step)):
            settle(agent: configMgr?.alarmFired(step, now: now, tree: tree) ?? [])
        case .agentAlarm(let alarm): settle(agent: agent.alarmFired(alarm, now: now, tree: tree))
        case .agentStarts: startAgent()
        case .configMgrStarts: settle(agent: configMgr?.started(now: now) ?? [])
        case .preparationEnds(let kind): preparationEnds(kind)
        case .registrationEnds: registrationEnds()
        case .qualityUpdate(let step): goOnUpdating(step)
        case .job(let step): perform(step)
        case .machineStarts: machineStarted()
        case .machine(let kind): handle(kind)
        case .turnOn: turnOn()
        case .userSignsIn(let index): userSignsIn(index)
        case .userPresses(let button): press(button)
        case .notification(let index): receiveNotification(index)
        case .drift(let index): drift(script.drifts[index])
        case .configRefresh: refreshPolicies()
        case .configLockRestores: restoreLockedSettings()
        case .configLockReturns: configLockReturns()
        case .settingDrift(let index): drift(script.settingDrifts[index])
        case .documentsReapplied: reapplyDocuments()
        case .renewalIsDue: renewalIsDue()
        case .certificateEnds: certificateEnds()
        }
        // Whatever happened may be what a package waited for: its turn, its user, Windows Installer.
        continuePackages()
    }
}

extension DeviceLife: Sendable where Server: Sendable {}
