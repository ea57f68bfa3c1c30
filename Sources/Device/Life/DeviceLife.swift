import CSP
import DMSession
import DMTree
import ESP
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
    /// Everything that happened since `takeEvents` was last called.
    var events: [DeviceEvent] = []
    /// Every diagnostic of every session, in order.
    public internal(set) var diagnostics: [Diagnostic] = []
    /// The messages of all sessions, in order; what `--save-messages` writes.
    public internal(set) var messages: [SavedMessage] = []
    /// Whether `messages` is filled.
    public var keepsMessages = false

    var agenda = Agenda()
    var sessionNumber = 0
    var pendingAlerts: [GenericAlert] = []
    var activeLoops: Set<SyncLoop> = []
    var isRestarting = false
    var signInScreenIsUp = false
    var isUserSignedIn = false
    var hasEntered = false
    var errorAnswers: [Int] = []
    var jobs = JobState()
    var outcomeOfPages: LifeOutcome?
    /// How each app stands, by id.
    public internal(set) var appStates: [String: TrackedAppState] = [:]
    /// What OMA-DM installs or has installed, in the order in which it began.
    public internal(set) var installations: [Installation] = []
    /// When each line of the page last changed its state.
    public internal(set) var lineTimes: [Subcategory: DeviceTime] = [:]
    private var statesAtError: (apps: [String: TrackedAppState], installations: [Installation])?
    /// The last sign-in screen.
    public internal(set) var lastSignIn: SignIn?
    /// The string values of `AutopilotSettings` (ESP-604).
    public internal(set) var settings: [String: String] = [:]
    /// Seconds that each line took, by phase.
    public internal(set) var durations: [PhaseScope: [TrackedLine: Int64]] = [:]
    var resetStarted = false
    var agentHasStarted = false
    /// When a machine that is down comes up.
    var startsAgainAt: DeviceTime?
    /// The phase whose sync loop has stopped: the session that follows is still one of that phase.
    var closingPhase: PhaseScope?
    /// The server ended the enrolment, or the cleanup is under way.
    public internal(set) var enrolment = Enrolment.active
    /// Sessions that broke one after the other before the first one that did not.
    var brokenFirstSessions = 0
    /// Values of the reboot catalogue that were applied, by address.
    var rebootValues: [TreeURI: String] = [:]
    /// Commands of the server that were refused, in order.
    public internal(set) var refusals: [Refusal] = []
    /// Sessions that broke, in order.
    public internal(set) var breaks: [SessionBreak] = []

    /// Whether the device is under the server's management.
    public enum Enrolment: Hashable, Sendable {
        case active
        /// The server executed Unenroll; one session with the alert follows (windows-csp.md 3.8, 5.5).
        case ending
        case ended(at: DeviceTime)
    }

    /// A command that was not executed.
    public struct Refusal: Hashable, Sendable {
        public var time: DeviceTime
        public var session: Int
        public var outcome: CommandOutcome
    }

    /// A session that ended before its time.
    public struct SessionBreak: Hashable, Sendable {
        public var time: DeviceTime
        public var session: Int
        public var reason: String
    }

    /// After so many broken sessions in a row at the start the life is over: OOBE does not come to its page.
    static var firstSessionLimit: Int { 10 }

    /// A message as it went over the wire.
    public struct SavedMessage: Hashable, Sendable {
        public enum Direction: String, Hashable, Sendable {
            case client, server
        }

        public var session: Int
        public var direction: Direction
        public var time: DeviceTime
        public var bytes: [UInt8]
    }

    public init(_ script: LifeScript, server: Server, store: RootStore = .shipped) {
        self.script = script
        self.server = server
        tree = script.device.makeTree(store: store)
        page = StatusPage(configuration: script.page)
        agent = SidecarAgent(apps: script.apps, configuration: script.agent)
        errorAnswers = script.userActions.map { action in
            if case .onError(_, let times) = action.moment { times } else { 0 }
        }
        agenda.add(.session(.enrollment), at: .zero)
        for push in script.pushes { agenda.add(.session(.push), at: push) }
        if let start = script.agentStarts { agenda.add(.agentStarts, at: start) }
        for action in script.userActions {
            if case .at(let time) = action.moment { agenda.add(.userPresses(action.button), at: time) }
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
        tree.localTime = LocalTime.text(now)
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
        switch page.state {
        case .deviceError, .accountError: return .failed
        case .reset: return .reset
        case .done, .continued: return outcomeOfPages ?? .succeeded
        case .idle, .preparing, .deviceSetup, .rebooting, .deviceExit, .between, .betweenWithPrompt, .accountSetup,
            .skipped:
            return .hung
        }
    }

    /// The state of an app by its id or name; nil when the page does not know it yet and it never moved. What OMA-DM
    /// installs, by name, product code, package family name or id, counts as the page counts it.
    ///
    /// - Parameter isAtError: as it was when the last error screen came up, for those who ask why it came.
    public func appState(_ app: String, atError isAtError: Bool = false) -> TrackedAppState? {
        let current = (apps: appStates, installations: installations)
        let states = isAtError ? (statesAtError ?? current) : current
        if let known = script.apps.first(where: { $0.id == app || $0.name == app }) { return states.apps[known.id] }
        return states.installations.first { $0.name == app || $0.id == app.lowercased() }?.state
    }

    /// True when nothing is left to happen but sync loops that nobody waits for.
    private var isOver: Bool {
        if resetStarted || brokenFirstSessions >= Self.firstSessionLimit { return true }
        switch page.state {
        case .deviceError, .accountError, .done, .continued:
            return agenda.items.allSatisfy { if case .loopTick = $0 { true } else { false } }
        case .idle, .preparing, .deviceSetup, .rebooting, .deviceExit, .between, .betweenWithPrompt, .accountSetup,
            .reset,
            .skipped:
            return false
        }
    }

    mutating func note(_ kind: DeviceEvent.Kind) {
        let event = DeviceEvent(time: now, kind: kind)
        if let installation = event.installation { record(installation) }
        switch kind {
        case .app(let id, _, let state, _): appStates[id] = state
        case .line(let line, _, _): lineTimes[line] = now
        case .error: statesAtError = (appStates, installations)
        case .signIn(let signIn): lastSignIn = signIn
        case .setting(let name, let value): settings[name] = value
        case .duration(let scope, let line, let seconds): durations[scope, default: [:]][line] = seconds
        case .commandAnswered(let outcome) where !outcome.succeeded:
            refusals.append(Refusal(time: now, session: sessionNumber, outcome: outcome))
        case .sessionBroken(let number, let reason):
            breaks.append(SessionBreak(time: now, session: number, reason: reason))
        default: break
        }
        events.append(event)
    }

    mutating func perform(_ item: Agenda.Item) {
        if let startsAgainAt, isHeldUp(item) {
            agenda.add(item, at: startsAgainAt)
            return
        }
        switch item {
        case .session(let trigger): runSession(trigger)
        case .loopTick(let loop): tick(loop)
        case .pageTimer(let timer): settle(page: page.timerFired(timer, now: now, tree: tree))
        case .agentAlarm(let alarm): settle(agent: agent.alarmFired(alarm, now: now, tree: tree))
        case .agentStarts: startAgent()
        case .job(let step): perform(step)
        case .machineStarts: machineStarted()
        case .userSignsIn: userSignsIn()
        case .userPresses(let button): press(button)
        }
        // Whatever happened may be what a package waited for: its turn, its user, Windows Installer.
        continuePackages()
    }
}
