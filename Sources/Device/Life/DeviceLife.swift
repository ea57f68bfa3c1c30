import CSP
import DMSession
import DMTree
import ESP
import SyncML

/// One emulated device living through time: its tree, sessions, status page and agent, driven by an agenda.
///
/// `DMSession` and `ESP` see the tree and not each other; this is the place where they meet. Time is virtual: `step` goes to whatever
/// is due next. The same script and the same server give the same events, byte for byte (design.md section 5).
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
    var packageQueue: [TreeURI] = []
    var outcomeOfPages: LifeOutcome?
    /// How each app stands, by id.
    public internal(set) var appStates: [String: TrackedAppState] = [:]
    /// The last sign-in screen.
    public internal(set) var lastSignIn: SignIn?
    /// The string values of `AutopilotSettings` (ESP-604).
    public internal(set) var settings: [String: String] = [:]
    /// Seconds that each line took, the last phase's.
    public internal(set) var durations: [TrackedLine: Int64] = [:]
    var resetStarted = false
    var agentHasStarted = false

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
        guard !isOver, let time = agenda.nextTime, time <= script.horizon, let entry = agenda.next() else { return false }
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

    /// The state of an app by its id or name; nil when it never moved.
    public func appState(_ app: String) -> TrackedAppState? {
        let id = script.apps.first { $0.id == app || $0.name == app }?.id ?? app
        return appStates[id]
    }

    /// True when the pages are done and nothing of the life is left but polling.
    private var isOver: Bool { resetStarted }

    mutating func note(_ kind: DeviceEvent.Kind) {
        switch kind {
        case .app(let id, _, let state, _): appStates[id] = state
        case .signIn(let signIn): lastSignIn = signIn
        case .setting(let name, let value): settings[name] = value
        case .duration(_, let line, let seconds): durations[line] = seconds
        default: break
        }
        events.append(DeviceEvent(time: now, kind: kind))
    }

    mutating func perform(_ item: Agenda.Item) {
        switch item {
        case .session(let trigger): runSession(trigger)
        case .loopTick(let loop): tick(loop)
        case .pageTimer(let timer): settle(page: page.timerFired(timer, now: now, tree: tree))
        case .agentAlarm(let alarm): settle(agent: agent.alarmFired(alarm, now: now, tree: tree))
        case .agentStarts: startAgent()
        case .msi(let step): advance(step)
        case .scep(let certificate): finishCertificate(certificate)
        case .image(let node): finishImage(node)
        case .machineStarts: machineStarted()
        case .userSignsIn: userSignsIn()
        case .userPresses(let button): press(button)
        }
    }
}

/// The device's clock as ISO 8601. A life begins at a fixed instant, so that two runs are equal.
enum LocalTime {
    static func text(_ time: DeviceTime) -> String {
        let seconds = time.milliseconds / 1000
        let (day, rest) = (seconds / 86_400, seconds % 86_400)
        func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }
        return "2026-01-\(two(day + 5))T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }
}
