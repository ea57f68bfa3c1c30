@testable import ESP

/// A device reduced to a tree, a page and an agent, in virtual time: the conventions of esp-behaviour.md 8.
struct Life {
    private enum Event {
        case timer(PageTimer)
        case alarm(AgentAlarm)
        case script((inout Life) -> Void)
    }

    /// Something seen, with its time.
    struct Seen<Action> {
        let time: DeviceTime
        let action: Action
    }

    var tree: FakeTree
    var page: StatusPage
    var agent: SidecarAgent
    /// The user who signs in as soon as the sign-in screen comes up.
    var user: String?
    private(set) var now = DeviceTime.zero
    private(set) var pageLog: [Seen<PageAction>] = []
    private(set) var agentLog: [Seen<AgentAction>] = []
    private var agenda: [(time: DeviceTime, event: Event)] = []

    init(
        tree: FakeTree = .enrolled(), apps: [Win32App] = [], page: StatusPage.Configuration = .init(),
        agent: SidecarAgent.Configuration = .init()
    ) {
        self.tree = tree
        self.page = StatusPage(configuration: page)
        self.agent = SidecarAgent(apps: apps, configuration: agent)
    }

    /// The usual life: page at 00:00, the agent's MSI and service at 01:00, lists and release of the device at 01:05.
    static func usual(
        tree: FakeTree = .enrolled(), apps: [Win32App], page: StatusPage.Configuration = .init(),
        agent: SidecarAgent.Configuration = .init(), startsAgent: Bool = true, finishesDevice: Bool = true
    ) -> Life {
        var life = Life(tree: tree, apps: apps, page: page, agent: agent)
        life.at(0) { $0.enter() }
        if startsAgent {
            life.at(60) { life in
                life.tree.set(FakeTree.agentMSI + "/Status", "70")
                life.startAgent()
            }
        }
        if finishesDevice { life.at(65) { $0.change { $0.finishDevice() } } }
        return life
    }

    mutating func at(_ seconds: Int64, _ script: @escaping (inout Life) -> Void) {
        insert(.seconds(seconds), .script(script))
    }

    /// Plays everything up to and including this second.
    mutating func run(until seconds: Int64) {
        let end = DeviceTime.seconds(seconds)
        while let next = agenda.first, next.time <= end {
            agenda.removeFirst()
            now = max(now, next.time)
            switch next.event {
            case .timer(let timer): apply(page.timerFired(timer, now: now, tree: tree))
            case .alarm(let alarm): apply(agent.alarmFired(alarm, now: now, tree: tree))
            case .script(let script): script(&self)
            }
        }
        now = end
    }

    mutating func enter() { apply(page.enter(now: now, tree: tree)) }
    mutating func startAgent() { apply(agent.started(now: now, tree: tree)) }
    mutating func press(_ button: PageButton) {
        apply(page.pressed(button, now: now, tree: tree))
        if button == .tryAgain { apply(agent.tryAgain(now: now, tree: tree)) }
    }
    mutating func signIn(_ sid: String) {
        apply(page.userSignedIn(sid: sid, now: now, tree: tree))
        apply(agent.userSignedIn(sid: sid, now: now, tree: tree))
    }
    /// The server, or a part of the device, changes the tree.
    mutating func change(_ body: (inout FakeTree) -> Void) {
        body(&tree)
        settle()
    }
    /// The machine restarts: timers and alarms are gone.
    mutating func reboot() {
        agenda.removeAll { if case .script = $0.event { false } else { true } }
        apply(page.rebooted(now: now, tree: tree))
        apply(agent.rebooted(now: now, tree: tree))
    }

    private mutating func settle() {
        apply(agent.treeChanged(now: now, tree: tree))
        apply(page.treeChanged(now: now, tree: tree))
    }

    private mutating func apply(_ actions: [PageAction]) {
        pageLog += actions.map { Seen(time: now, action: $0) }
        for action in actions {
            switch action {
            case .writeNode(let uri, let value): tree.set(uri, value)
            case .removeNode(let uri): tree.remove(uri)
            case .startTimer(let timer, let time):
                cancel(timer)
                insert(time, .timer(timer))
            case .stopTimer(let timer): cancel(timer)
            case .signInShown:
                if let user { insert(now, .script { $0.signIn(user) }) }
            case .stateEntered, .startSyncLoop, .stopSyncLoop, .requestReboot, .setResumeMarker, .categoryChanged,
                .subcategoryChanged, .controlsChanged, .errorShown, .errorCleared, .settingChanged, .eventLogged,
                .durationRecorded, .pageLeft, .startPollingTasks, .collectLogs, .startReset, .startPreparation,
                .kickRegistration, .powerOff, .startQualityUpdates, .signUserOut, .whitePageShown:
                break
            }
        }
        if !actions.isEmpty { apply(agent.treeChanged(now: now, tree: tree)) }
    }

    private mutating func apply(_ actions: [AgentAction]) {
        agentLog += actions.map { Seen(time: now, action: $0) }
        for action in actions {
            switch action {
            case .writeNode(let uri, let value):
                tree.set(uri, value)
                apply(page.treeChanged(now: now, tree: tree))
            case .startAlarm(let alarm, let time): insert(time, .alarm(alarm))
            case .reportError(let uri, let code): apply(page.errorReported(code, at: uri, now: now, tree: tree))
            case .phaseChanged, .appChanged, .enforcementChanged, .scriptRan, .machineRestarts, .logged: break
            }
        }
    }

    private mutating func cancel(_ timer: PageTimer) {
        agenda.removeAll { if case .timer(timer) = $0.event { true } else { false } }
    }

    /// Events of the same time keep the order in which they were planned.
    private mutating func insert(_ time: DeviceTime, _ event: Event) {
        let index = agenda.firstIndex { $0.time > time } ?? agenda.endIndex
        agenda.insert((time, event), at: index)
    }
}

// MARK: - What tests ask

extension Life {
    /// When the page first did this, as `mm:ss`; nil when it never did.
    func time(of action: PageAction) -> String? { pageLog.first { $0.action == action }?.time.description }

    /// When the agent first did this.
    func time(of action: AgentAction) -> String? { agentLog.first { $0.action == action }?.time.description }

    /// When a line first showed this token.
    func time(of token: String, on kind: SubcategoryKind, in category: Category) -> String? {
        pageLog.first {
            guard case .subcategoryChanged(Subcategory(category, kind), _, let text) = $0.action else { return false }
            return text.token == token
        }?.time.description
    }

    /// The values that were written to a node, with their times.
    func writes(_ uri: String) -> [String] {
        let page = pageLog.compactMap { seen -> (DeviceTime, String)? in
            guard case .writeNode(uri, let value) = seen.action else { return nil }
            return (seen.time, value)
        }
        let agent = agentLog.compactMap { seen -> (DeviceTime, String)? in
            guard case .writeNode(uri, let value) = seen.action else { return nil }
            return (seen.time, value)
        }
        return (page + agent).sorted { $0.0 < $1.0 }.map { "\($0.0) \($0.1)" }
    }

    func line(_ kind: SubcategoryKind, _ category: Category) -> CategoryBoard.Line? { page.board[category][kind] }

    /// The states of a device app's tracking node, with their times.
    func states(_ app: Win32App) -> [String] {
        writes(
            NodeURI.trackedApp(
                app.trackingName, of: agent.configuration.provider, "InstallationState", in: app.scope))
    }
}

extension Win32App {
    /// An app that needs this many seconds and then is there.
    static func good(_ id: String, _ seconds: Int64, _ scope: PhaseScope = .device) -> Win32App {
        Win32App(id: id, name: id.uppercased(), scope: scope, attempts: [Attempt(seconds: seconds)])
    }
}
