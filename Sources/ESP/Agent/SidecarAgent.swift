/// The Intune Management Extension as the page sees it: a policy provider that registers and installs Win32 apps, one
/// at a time (esp-behaviour.md 2.4 items 4 and 7 to 9, 5 "IME order", 6).
///
/// Pure, like the page: events return actions. The caller applies the actions of one event, gives the page its turn,
/// and raises the next. Apps are scripted; nothing is installed.
public struct SidecarAgent: Sendable {
    /// What does not change during a life.
    public struct Configuration: Hashable, Sendable {
        /// The provider's name in EnrollmentStatusTracking.
        public var provider = "Sidecar"
        /// The DMClient provider whose Skip nodes the agent reads.
        public var providerID = NodeURI.intuneProviderID
        public var choices = Choices()
        public var quirks = Quirks()
        /// From the start of a phase to the check-in that registers its apps.
        public var registrationDelaySeconds: Int64 = 10
        /// From the end of the page to the check-in that starts the other apps; about 20 s were measured (2.4).
        public var normalCheckInDelaySeconds: Int64 = 20

        public init() {}
    }

    /// What the agent is doing. One app at a time, so there is one of these.
    enum Work: Hashable, Sendable {
        case idle
        case installing(appID: String)
        /// The app cannot go on, and no other app may start, before the machine has restarted.
        case waitingForRestart(appID: String)
    }

    /// What the agent knows of one app.
    struct Progress: Hashable, Sendable {
        var state = TrackedAppState.notInstalled
        /// Runs begun so far.
        var attempts = 0
        /// Whether the app has a tracking node.
        var isRegistered = false
        /// Exited with a reboot code that has not been answered yet.
        var awaitsReboot = false
        var code: HResult?
    }

    public let configuration: Configuration
    /// In policy order.
    public let apps: [Win32App]
    /// Nil until the service runs.
    public internal(set) var phase: EspPhase?
    var isRunning = false
    var isUserSignedIn = false
    var work = Work.idle
    var queue: [String] = []
    var progress: [String: Progress] = [:]
    /// Whether OMA-DM holds Windows Installer's mutex at this instant (ESP-314). The device sets it before it raises
    /// an event.
    public var isInstallerBusy = false

    /// - Parameter apps: the required apps of device and user, in policy order.
    public init(apps: [Win32App], configuration: Configuration = Configuration()) {
        self.apps = apps
        self.configuration = configuration
    }

    /// The agent's MSI is installed and its service starts: it reports itself as completed (2.4 item 4).
    public mutating func started(now: DeviceTime, tree: some TrackedTree) -> [AgentAction] {
        guard !isRunning else { return [] }
        isRunning = true
        var out: [AgentAction] = []
        if tree.exists("\(NodeURI.preparationProviders)/\(NodeURI.encoded(configuration.provider))") {
            let uri = NodeURI.preparationProvider(configuration.provider, "InstallationState")
            out.append(.writeNode(uri: uri, value: "3"))
        }
        follow(now: now, tree: tree, &out)
        return out
    }

    /// The agent reads `HasProvisioningCompleted` and the Skip nodes again. Raise it after the page has had its turn.
    public mutating func treeChanged(now: DeviceTime, tree: some TrackedTree) -> [AgentAction] {
        var out: [AgentAction] = []
        follow(now: now, tree: tree, &out)
        return out
    }

    /// A user signed in, and the page has had its turn.
    public mutating func userSignedIn(now: DeviceTime, tree: some TrackedTree) -> [AgentAction] {
        isUserSignedIn = true
        return treeChanged(now: now, tree: tree)
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
            queueAll()
        case .installEnds(let id):
            guard work == .installing(appID: id), let app = app(id) else { return [] }
            installEnded(app, now: now, &out)
        }
        pump(now: now, &out)
        return out
    }

    /// The user pressed Try again: failed apps of the phase are installed again, and the sequence goes on (ESP-521).
    public mutating func tryAgain(now: DeviceTime, tree: some TrackedTree) -> [AgentAction] {
        guard isRunning, let scope = phase?.scope else { return [] }
        var out: [AgentAction] = []
        queue = inOrder(apps.filter { $0.scope == scope && $0.isTracked && isOpen($0.id) })
        pump(now: now, &out)
        return out
    }

    /// The machine has started again and the service with it.
    public mutating func rebooted(now: DeviceTime, tree: some TrackedTree) -> [AgentAction] {
        guard isRunning else { return [] }
        var out: [AgentAction] = []
        let interrupted = work
        work = .idle
        for app in apps where progress[app.id]?.awaitsReboot == true { finishAfterRestart(app, &out) }
        switch interrupted {
        case .idle: break
        case .installing(let id):
            // The same run begins again.
            progress[id]?.attempts -= 1
            queue.insert(id, at: 0)
        case .waitingForRestart(let id):
            // Answered above when the app had asked for the restart; otherwise the app restarted the machine itself.
            if let app = app(id), progress[id]?.state == .inProgress { finishAfterRestart(app, &out) }
        }
        let old = phase
        phase = nil
        follow(now: now, tree: tree, restarting: old, &out)
        if phase == nil { phase = old }
        pump(now: now, &out)
        return out
    }

    func app(_ id: String) -> Win32App? { apps.first { $0.id == id } }

    /// Whether an app still has to be installed.
    func isOpen(_ id: String) -> Bool {
        guard let known = progress[id] else { return true }
        return known.state != .completed && !known.awaitsReboot && work != .installing(appID: id)
            && work != .waitingForRestart(appID: id)
    }
}
