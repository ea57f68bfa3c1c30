import Foundation
import Notation
import Testing

@testable import ESP

/// A device reduced to a tree, a page and its agents, in virtual time: the conventions of esp-behaviour.md 8.
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

    /// How long the device takes for a step of device preparation, and how the step ends.
    struct Step {
        var seconds: Int64
        var error: HRESULT?
    }

    var tree: FakeTree
    var page: StatusPage
    var agent: SidecarAgent
    var configMgr: ConfigMgrAgent?
    /// The user who signs in as soon as the sign-in screen comes up.
    var user: String?
    private(set) var signedInUser: String?
    /// The nodes of the users who are not signed in.
    private var userNodes: [String: FakeTree.UserNodes] = [:]
    /// The steps that the device carries out for the page; one that is not here never ends.
    var steps: [SubcategoryKind: Step] = [:]
    /// What the server's first session brings: after enrolment by device ticket, and when a resealed device starts.
    var firstSession: (inout FakeTree) -> Void = { _ in }
    /// How long a restart takes that a machine asks for; nil: it does not come, or the test makes it.
    var restartSeconds: Int64?
    private(set) var isOff = false
    /// The machine is restarting.
    private var isDown = false
    /// Saves and loads page and agents after every event.
    var reloadsAfterEveryEvent = false
    private(set) var now = DeviceTime.zero
    private(set) var pageLog: [Seen<PageAction>] = []
    private(set) var agentLog: [Seen<AgentAction>] = []
    private var agenda: [(time: DeviceTime, event: Event)] = []

    init(
        tree: FakeTree = .enrolled(), apps: [Win32App] = [], scripts: [AgentScript] = [],
        page: StatusPage.Configuration = .init(), agent: SidecarAgent.Configuration = .init(),
        configMgr: ConfigMgrAgent.Configuration? = nil
    ) {
        self.tree = tree
        self.page = StatusPage(configuration: page)
        self.agent = SidecarAgent(apps: apps, scripts: scripts, configuration: agent)
        self.configMgr = configMgr.map(ConfigMgrAgent.init)
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
            case .alarm(.configMgr(let step)): apply(configMgr?.alarmFired(step, now: now, tree: tree) ?? [])
            case .alarm(let alarm): apply(agent.alarmFired(alarm, now: now, tree: tree))
            case .script(let script): script(&self)
            }
        }
        now = end
    }

    /// Events of the same time keep the order in which they were planned.
    private mutating func insert(_ time: DeviceTime, _ event: Event) {
        let index = agenda.firstIndex { $0.time > time } ?? agenda.endIndex
        agenda.insert((time, event), at: index)
    }

    private mutating func cancel(_ timer: PageTimer) {
        agenda.removeAll { if case .timer(timer) = $0.event { true } else { false } }
    }
}

// MARK: - What happens

extension Life {
    mutating func enter() { apply(page.enter(now: now, tree: tree)) }
    mutating func startAgent() { apply(agent.started(now: now, tree: tree)) }
    mutating func startConfigMgr() { apply(configMgr?.started(now: now) ?? []) }

    mutating func press(_ button: PageButton) {
        apply(page.pressed(button, now: now, tree: tree))
        if button == .tryAgain { apply(agent.tryAgain(now: now, tree: tree)) }
    }

    /// A user signs in; the nodes of `./User` become that user's.
    mutating func signIn(_ sid: String) {
        if let last = signedInUser, last != sid { signOut() }
        if let nodes = userNodes.removeValue(forKey: sid) { tree.put(nodes) }
        signedInUser = sid
        apply(page.userSignedIn(sid: sid, now: now, tree: tree))
        apply(agent.userSignedIn(sid: sid, now: now, tree: tree))
    }

    mutating func signOut() {
        guard let sid = signedInUser else { return }
        userNodes[sid] = tree.takeUserNodes()
        signedInUser = nil
        agent.userSignedOut()
    }

    /// The server, or a part of the device, changes the tree.
    mutating func change(_ body: (inout FakeTree) -> Void) {
        body(&tree)
        apply(agent.treeChanged(now: now, tree: tree))
        apply(page.treeChanged(now: now, tree: tree))
    }

    /// A device policy of the reboot catalogue is applied (ESP-325).
    mutating func applyRebootPolicy(_ uri: String, scope: PhaseScope = .device) {
        apply(page.rebootRequiredURIApplied(uri, scope: scope))
    }

    /// A scenario names the code of a node.
    mutating func report(_ code: HRESULT, at uri: String) {
        apply(page.errorReported(code, at: uri, now: now, tree: tree))
    }

    /// The hybrid device is registered with Entra.
    mutating func register() {
        apply(agent.userRegistered(now: now, tree: tree))
        apply(page.registrationSucceeded(now: now, tree: tree))
    }
    mutating func failRegistration(_ code: HRESULT) {
        apply(page.registrationFailed(code, now: now, tree: tree))
    }

    mutating func endUpdates(isRestarted: Bool) { apply(page.qualityUpdatesEnded(isRestarted: isRestarted)) }

    /// OMA-DM takes or frees Windows Installer's mutex.
    mutating func setInstaller(isBusy: Bool) {
        agent.isInstallerBusy = isBusy
        if !isBusy { apply(agent.installerFreed(now: now)) }
    }

    /// The machine restarts: timers and alarms are gone.
    mutating func reboot() {
        goDown()
        isDown = false
        apply(page.rebooted(now: now, tree: tree))
        apply(agent.rebooted(now: now, tree: tree))
        apply(configMgr?.rebooted(now: now, tree: tree) ?? [])
    }

    /// The user turns on a device that a technician has resealed.
    mutating func turnOn() {
        isOff = false
        apply(page.userFlowStarts(tree: tree))
        agent.resealed()
        firstSession(&tree)
        enter()
    }

    /// The machine is switched off, and on again after so many seconds.
    mutating func powerOff(forSeconds seconds: Int64) {
        isDown = true
        goDown()
        insert(now.adding(seconds: seconds), .script { $0.reboot() })
    }

    private mutating func goDown() {
        agenda.removeAll { if case .script = $0.event { false } else { true } }
    }

    private mutating func restart() {
        guard let restartSeconds, !isDown else { return }
        isDown = true
        goDown()
        insert(now.adding(seconds: restartSeconds), .script { $0.reboot() })
    }

    private mutating func carryOut(_ kind: SubcategoryKind) {
        guard let step = steps[kind] else { return }
        let end = Event.script { life in
            if kind == .mdmEnrollment, step.error == nil { life.firstSession(&life.tree) }
            life.apply(life.page.preparationStepEnded(kind, error: step.error, now: life.now, tree: life.tree))
        }
        insert(now.adding(seconds: step.seconds), end)
    }

    private mutating func apply(_ actions: [PageAction]) {
        pageLog += actions.map { Seen(time: now, action: $0) }
        reload()
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
            case .startPreparation(let kind): carryOut(kind)
            case .requestReboot: restart()
            case .powerOff:
                isOff = true
                goDown()
            case .signUserOut: signOut()
            case .stateEntered, .startSyncLoop, .stopSyncLoop, .setResumeMarker, .categoryChanged, .subcategoryChanged,
                .controlsChanged, .errorShown, .errorCleared, .settingChanged, .eventLogged, .durationRecorded,
                .pageLeft, .startPollingTasks, .collectLogs, .startReset, .kickRegistration, .startQualityUpdates,
                .whitePageShown:
                break
            }
        }
        guard !actions.isEmpty, !isOff, !isDown else { return }
        apply(agent.treeChanged(now: now, tree: tree))
        apply(configMgr?.treeChanged(now: now, tree: tree) ?? [])
    }

    private mutating func apply(_ actions: [AgentAction]) {
        agentLog += actions.map { Seen(time: now, action: $0) }
        reload()
        for action in actions {
            switch action {
            case .writeNode(let uri, let value):
                tree.set(uri, value)
                apply(page.treeChanged(now: now, tree: tree))
            case .startAlarm(let alarm, let time): insert(time, .alarm(alarm))
            case .reportError(let uri, let code): apply(page.errorReported(code, at: uri, now: now, tree: tree))
            case .machineRestarts: restart()
            case .phaseChanged, .appChanged, .enforcementChanged, .scriptRan, .logged: break
            }
        }
    }

    private mutating func reload() {
        guard reloadsAfterEveryEvent else { return }
        page = Self.reloaded(page)
        agent = Self.reloaded(agent)
        configMgr = configMgr.map(Self.reloaded)
    }

    private static func reloaded<Value: Codable>(_ value: Value) -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
        } catch {
            Issue.record(error, "\(Value.self) does not come back")
            return value
        }
    }
}
