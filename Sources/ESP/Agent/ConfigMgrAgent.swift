import Notation

/// The Configuration Manager client as the page sees it (esp-behaviour.md 7.5): a policy provider of device preparation
/// that is ready once ccmsetup has installed and registered it, and optionally a task sequence that device setup waits
/// for. It takes no part in account setup.
public struct ConfigMgrAgent: Sendable, Codable {
    /// What does not change during a life.
    public struct Configuration: Hashable, Sendable, Codable {
        /// The provider's name in EnrollmentStatusTracking.
        public var provider = "ConfigMgr"
        /// From the start of ccmsetup to a client that is registered.
        public var setupSeconds: Int64
        /// What ccmsetup ends with; nil for success.
        public var failure: Failure?
        public var taskSequence: TaskSequence?

        public init(setupSeconds: Int64 = 120, failure: Failure? = nil, taskSequence: TaskSequence? = nil) {
            self.setupSeconds = setupSeconds
            self.failure = failure
            self.taskSequence = taskSequence
        }
    }

    /// How ccmsetup fails. Without a code the page shows 0x00000004 (esp-behaviour.md 4.6).
    public struct Failure: Hashable, Sendable, Codable {
        public var code: HRESULT?

        public init(code: HRESULT? = nil) { self.code = code }
    }

    /// The provisioning task sequence.
    public struct TaskSequence: Hashable, Sendable, Codable {
        public var seconds: Int64
        /// Seconds after which it restarts the machine, to go on afterwards; nil: it does not.
        public var restartsAfterSeconds: Int64?
        public var fails: Bool

        public init(seconds: Int64, restartsAfterSeconds: Int64? = nil, fails: Bool = false) {
            self.seconds = seconds
            self.restartsAfterSeconds = restartsAfterSeconds
            self.fails = fails
        }
    }

    /// What the client waits for.
    public enum Step: Hashable, Sendable, Codable {
        case setupEnds
        case taskSequenceRestarts
        case taskSequenceEnds
    }

    private enum State: Hashable, Sendable, Codable {
        case absent
        /// ccmsetup is at work.
        case installing
        /// Registered, and waiting for device setup.
        case ready
        /// `restartsAfter` is nil once the sequence has restarted the machine.
        case running(remainingSeconds: Int64, restartsAfter: Int64?)
        case restarting(remainingSeconds: Int64)
        case ended
    }

    /// The name under which the task sequence is tracked.
    public static let taskSequenceName = "Provisioning_TS"

    public let configuration: Configuration
    private var state = State.absent

    public init(configuration: Configuration) { self.configuration = configuration }

    /// ccmsetup starts.
    public mutating func started(now: DeviceTime) -> [AgentAction] {
        guard state == .absent else { return [] }
        state = .installing
        return [alarm(.setupEnds, now, configuration.setupSeconds)]
    }

    /// The client looks whether device setup has begun. Raise it after the page has had its turn.
    public mutating func treeChanged(now: DeviceTime, tree: some TrackedTree) -> [AgentAction] {
        guard state == .ready, tree.bool(NodeURI.hasProvisioningCompleted(.device)) == false else { return [] }
        var actions: [AgentAction] = []
        if let sequence = configuration.taskSequence {
            actions.append(write("TrackingUri", node("InstallationState")))
            actions.append(write("InstallationState", "1"))
            actions.append(write("InstallationState", "2"))
            actions += run(sequence.seconds, restartsAfter: sequence.restartsAfterSeconds, now)
        } else {
            state = .ended
        }
        if tree.exists("\(NodeURI.appProviders(.device))/\(PercentCoding.encode(configuration.provider))") {
            actions.append(
                .writeNode(uri: NodeURI.trackingPoliciesCreated(configuration.provider, in: .device), value: "true"))
        }
        return actions
    }

    /// An alarm that the client had started.
    public mutating func alarmFired(_ step: Step, now: DeviceTime, tree: some TrackedTree) -> [AgentAction] {
        switch (state, step) {
        case (.installing, .setupEnds): return setupEnded(now: now, tree: tree)
        case (.running(let seconds, let done?), .taskSequenceRestarts):
            state = .restarting(remainingSeconds: max(0, seconds - done))
            return [write("RebootRequired", "3"), .machineRestarts]
        case (.running, .taskSequenceEnds):
            state = .ended
            let failed = configuration.taskSequence?.fails == true
            return [write("InstallationState", failed ? "4" : "3")]
        case (.absent, _), (.installing, _), (.ready, _), (.running, _), (.restarting, _), (.ended, _): return []
        }
    }

    /// The machine has started again: what was at work goes on.
    public mutating func rebooted(now: DeviceTime, tree: some TrackedTree) -> [AgentAction] {
        switch state {
        case .absent, .ready, .ended: return treeChanged(now: now, tree: tree)
        case .installing: return [alarm(.setupEnds, now, configuration.setupSeconds)]
        case .running(let seconds, let done): return run(seconds, restartsAfter: done, now)
        case .restarting(let seconds):
            return [write("RebootRequired", "1")] + run(seconds, restartsAfter: nil, now)
        }
    }

    private mutating func setupEnded(now: DeviceTime, tree: some TrackedTree) -> [AgentAction] {
        let uri = NodeURI.preparationProvider(configuration.provider, "InstallationState")
        guard let failure = configuration.failure else {
            state = .ready
            return [.writeNode(uri: uri, value: "3")] + treeChanged(now: now, tree: tree)
        }
        state = .ended
        var actions: [AgentAction] = []
        if let code = failure.code {
            actions.append(
                .writeNode(
                    uri: NodeURI.preparationProvider(configuration.provider, "LastError"), value: String(code.signed)))
        }
        return actions + [.writeNode(uri: uri, value: "4")]
    }

    private mutating func run(_ seconds: Int64, restartsAfter done: Int64?, _ now: DeviceTime) -> [AgentAction] {
        state = .running(remainingSeconds: seconds, restartsAfter: done)
        if let done { return [alarm(.taskSequenceRestarts, now, done)] }
        return [alarm(.taskSequenceEnds, now, seconds)]
    }

    private func alarm(_ step: Step, _ now: DeviceTime, _ seconds: Int64) -> AgentAction {
        .startAlarm(.configMgr(step), at: now.adding(seconds: seconds))
    }

    private func node(_ leaf: String) -> String {
        NodeURI.trackedApp(Self.taskSequenceName, of: configuration.provider, leaf, in: .device)
    }

    private func write(_ leaf: String, _ value: String) -> AgentAction { .writeNode(uri: node(leaf), value: value) }
}
