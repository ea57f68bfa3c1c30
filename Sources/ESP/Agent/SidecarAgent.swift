import Notation

/// The Intune Management Extension as the page sees it: a policy provider that registers and installs Win32 apps, one
/// at a time (esp-behaviour.md 2.4 items 4 and 7 to 9, 5 "IME order", 6).
///
/// Pure, like the page: events return actions. The caller applies the actions of one event, gives the page its turn,
/// and raises the next. Apps are scripted; nothing is installed.
public struct SidecarAgent: Sendable, Codable {
    /// What does not change during a life.
    public struct Configuration: Hashable, Sendable, Codable {
        /// The provider's name in EnrollmentStatusTracking.
        public var provider = "Sidecar"
        /// The DMClient provider whose Skip nodes the agent reads.
        public var providerID = NodeURI.intuneProviderID
        public var choices = Choices()
        public var quirks = Quirks()
        public var mode = DeploymentMode.userDriven
        public var join = DirectoryJoin.entra
        /// The device went through Autopilot Reset (ESP-316).
        public var isAfterAutopilotReset = false
        /// A user is assigned to the device before pre-provisioning (ESP-702).
        public var isUserPreAssigned = false
        /// ESP-010: the technician flow also installs the apps that do not block.
        public var installsNonBlockingApps = false
        /// From the start of a phase to the check-in that registers its apps.
        public var registrationDelaySeconds: Int64 = 10
        /// From the end of the page to the check-in that starts the other apps; about 20 s were measured (2.4).
        public var normalCheckInDelaySeconds: Int64 = 20
        /// From the end of the page to the check-in that runs remediations; minutes were measured (2.4).
        public var remediationDelaySeconds: Int64 = 300

        public init() {}
    }

    /// What the agent is doing. One thing at a time, so there is one of these. Installs are named by their keys.
    enum Work: Hashable, Sendable, Codable {
        case idle
        case installing(String)
        case runningScript(String)
        /// The app cannot go on, and no other app may start, before the machine has restarted.
        case waitingForRestart(String)
        /// The installer is an MSI, and OMA-DM holds the mutex (ESP-314 off).
        case waitingForInstaller(String)
    }

    /// What the agent knows of one install: an app on the device, or an app of one user.
    struct Progress: Hashable, Sendable, Codable {
        let appID: String
        /// The user of an install that is a user's; nil for one of the device.
        let user: String?
        var state = TrackedAppState.notInstalled
        /// Runs begun so far.
        var attempts = 0
        /// The scope in which the app has a tracking node; nil when it has none.
        var registeredIn: PhaseScope?
        /// Exited with a reboot code that has not been answered yet.
        var awaitsReboot = false
        /// What the run that is at work ends with, whatever its script says.
        var forcedExitCode: Int32?
        /// Failed in the technician flow, where that does not count (ESP-703).
        var isFailureIgnored = false
        var code: HRESULT?
    }

    public let configuration: Configuration
    /// In policy order.
    public let apps: [Win32App]
    public let scripts: [AgentScript]
    /// Nil until the service runs.
    public internal(set) var phase: EspPhase?
    var isRunning = false
    /// Whether the agent has told the page that it is there (2.4 item 4).
    var hasReported = false
    /// The SID of the user who is signed in.
    var user: String?
    /// The users of a hybrid device whose registration with Entra is through, by SID.
    var registeredUsers: Set<String> = []
    /// The device has been resealed, or never was in a technician's hands.
    var isTechnicianFlow: Bool
    var work = Work.idle
    /// Installs and scripts that wait for their turn.
    var queue: [Task] = []
    var progress: [String: Progress] = [:]
    /// Keys of what detection finds without a run, because an earlier run left it there.
    var present: Set<String> = []
    /// Keys of what was begun after the page.
    var triedAfterPage: Set<String> = []
    /// Scripts that ran, each with the user it ran for, or for the device.
    var scriptsRun: Set<String> = []
    /// Whether OMA-DM holds Windows Installer's mutex at this instant (ESP-314). The device sets it before it raises
    /// an event.
    public var isInstallerBusy = false

    /// Something to do.
    enum Task: Hashable, Sendable, Codable {
        case install(String)
        case script(String)
    }

    /// - Parameter apps: the required apps of device and user, in policy order.
    public init(
        apps: [Win32App], scripts: [AgentScript] = [], configuration: Configuration = Configuration()
    ) {
        self.apps = apps
        self.scripts = scripts
        self.configuration = configuration
        isTechnicianFlow = configuration.mode == .preProvisioning
    }

    /// The agent's MSI is installed and its service starts: it reports itself as completed (2.4 item 4).
    public mutating func started(now: DeviceTime, tree: some TrackedTree) -> [AgentAction] {
        guard !isRunning else { return [] }
        isRunning = true
        var out: [AgentAction] = []
        report(tree, &out)
        follow(now: now, tree: tree, &out)
        return out
    }

    /// Tells the page that the agent is there, as soon as a server has registered it: a service may run before that.
    private mutating func report(_ tree: some TrackedTree, _ out: inout [AgentAction]) {
        guard isRunning, !hasReported,
            tree.exists("\(NodeURI.preparationProviders)/\(PercentCoding.encode(configuration.provider))")
        else { return }
        hasReported = true
        out.append(
            .writeNode(uri: NodeURI.preparationProvider(configuration.provider, "InstallationState"), value: "3"))
    }

    /// The agent reads `HasProvisioningCompleted` and the Skip nodes again. Raise it after the page has had its turn.
    public mutating func treeChanged(now: DeviceTime, tree: some TrackedTree) -> [AgentAction] {
        var out: [AgentAction] = []
        report(tree, &out)
        follow(now: now, tree: tree, &out)
        return out
    }

    /// A user signed in, and the page has had its turn. What waits for the user before is dropped.
    public mutating func userSignedIn(sid: String, now: DeviceTime, tree: some TrackedTree) -> [AgentAction] {
        if user != sid {
            user = sid
            queue.removeAll { task in
                if case .install(let key) = task { progress[key]?.user.map { $0 != sid } ?? false } else { false }
            }
            // The page of the new user is a phase of its own, even when the last one was left in the same phase.
            if phase == .notInEsp { phase = nil }
        }
        return treeChanged(now: now, tree: tree)
    }

    /// Entra knows the user of a hybrid device who is signed in (SC-09). Raise it before the page learns it, so that the
    /// page does not count before the agent has announced itself.
    public mutating func userRegistered(now: DeviceTime, tree: some TrackedTree) -> [AgentAction] {
        guard let user else { return [] }
        registeredUsers.insert(user)
        return treeChanged(now: now, tree: tree)
    }

    /// The user signed out. Installs of that user go on at the next sign-in.
    public mutating func userSignedOut() { user = nil }

    /// The technician resealed the device: what did not count there is tried again for the user (ESP-703).
    public mutating func resealed() {
        isTechnicianFlow = false
        queue = []
        work = .idle
        phase = nil
        for (key, known) in progress {
            progress[key]?.registeredIn = nil
            guard known.isFailureIgnored || known.state != .completed else { continue }
            // The runs of the technician's flow have been used up.
            progress[key] = Progress(appID: known.appID, user: known.user, attempts: known.attempts)
        }
    }

    /// An alarm that the agent had started.
    public mutating func alarmFired(_ alarm: AgentAlarm, now: DeviceTime, tree: some TrackedTree) -> [AgentAction] {
        guard isRunning else { return [] }
        var out: [AgentAction] = []
        switch alarm {
        case .register(let scope):
            guard phase?.scope == scope else { return [] }
            register(scope, &out)
        case .normalCheckIn:
            guard phase == .notInEsp else { return [] }
            queueAll(&out)
        case .remediations:
            guard phase == .notInEsp else { return [] }
            queueScripts(scripts.filter { $0.kind == .remediation })
        case .installEnds(let key):
            guard work == .installing(key), let app = app(ofKey: key) else { return [] }
            installEnded(app, key, now: now, &out)
        case .scriptEnds(let name):
            guard work == .runningScript(name) else { return [] }
            scriptEnded(name, &out)
        case .configMgr: return []
        }
        pump(now: now, &out)
        return out
    }

    /// OMA-DM has let go of Windows Installer's mutex: what waited for it begins (ESP-314 off).
    public mutating func installerFreed(now: DeviceTime) -> [AgentAction] {
        guard case .waitingForInstaller(let key) = work, let app = app(ofKey: key) else { return [] }
        work = .idle
        var out: [AgentAction] = []
        begin(app, key, now: now, &out)
        pump(now: now, &out)
        return out
    }

    /// The user pressed Try again: failed apps of the phase are installed again, and the sequence goes on (ESP-521).
    public mutating func tryAgain(now: DeviceTime, tree: some TrackedTree) -> [AgentAction] {
        guard isRunning, let scope = phase?.scope else { return [] }
        var out: [AgentAction] = []
        queue.removeAll { if case .install = $0 { true } else { false } }
        // What failed is open again, so that a failure that comes back is seen as a new one.
        for key in progress.keys.sorted() where progress[key]?.registeredIn == scope && progress[key]?.state == .error {
            if let app = app(ofKey: key) { set(app, key, .notInstalled, nil, &out) }
        }
        queueInstalls(apps.filter { isRegistered($0, in: scope) }, in: scope, &out)
        pump(now: now, &out)
        return out
    }

    /// The machine has started again and the service with it.
    public mutating func rebooted(now: DeviceTime, tree: some TrackedTree) -> [AgentAction] {
        guard isRunning else { return [] }
        var out: [AgentAction] = []
        let interrupted = work
        work = .idle
        for key in progress.keys.sorted() where progress[key]?.awaitsReboot == true {
            if let app = app(ofKey: key) { finishAfterRestart(app, key, &out) }
        }
        switch interrupted {
        case .idle: break
        case .installing(let key):
            // The same run begins again.
            progress[key]?.attempts -= 1
            queue.insert(.install(key), at: 0)
        case .runningScript(let name): queue.insert(.script(name), at: 0)
        case .waitingForInstaller(let key): queue.insert(.install(key), at: 0)
        case .waitingForRestart(let key):
            // Answered above when the app had asked for the restart; otherwise the app restarted the machine itself.
            if let app = app(ofKey: key), progress[key]?.state == .inProgress { finishAfterRestart(app, key, &out) }
        }
        let old = phase
        phase = nil
        follow(now: now, tree: tree, restarting: old, &out)
        if phase == nil { phase = old }
        pump(now: now, &out)
        return out
    }

    func app(_ id: String) -> Win32App? { apps.first { $0.id == id } }

    func app(ofKey key: String) -> Win32App? { progress[key].flatMap { app($0.appID) } }

    /// Whether an install still has to be done.
    func isOpen(_ key: String) -> Bool {
        guard let known = progress[key] else { return true }
        return known.state != .completed && !known.awaitsReboot && work != .installing(key)
            && work != .waitingForRestart(key) && work != .waitingForInstaller(key)
    }
}
