import CSP
import DMSession
import DMTree
import Device
import ESP
import ReferenceServer

extension ReferenceServer: ManagementServer {
    public mutating func respond(to request: ManagementRequest, now: DeviceTime) -> ManagementResponse? {
        reply(to: request.body, signature: request.signature, address: request.address, now: now).map {
            ManagementResponse(body: $0.body, signature: $0.signature)
        }
    }
}

/// Plays a scenario with its embedded server.
public typealias ScenarioPlayer = LifePlayer<ReferenceServer>

/// Plays a scenario step by step against a server and watches its expectations.
public struct LifePlayer<Server: ManagementServer> {
    public let scenario: Scenario
    public internal(set) var life: DeviceLife<Server>
    var watchers: [Watcher]
    /// What the registry would say so far; nil unless asked for.
    public internal(set) var registry: RegistryMirror?

    /// - Parameters:
    ///   - server: whom the device talks to.
    ///   - tree: what the enrolment left, for a device that was enrolled with a real server.
    public init(
        _ scenario: Scenario, server: Server, keepsMessages: Bool = false, keepsRegistry: Bool = false,
        store: RootStore = .shipped, tree: DeviceTree? = nil
    ) {
        let scenario = scenario.settled
        self.scenario = scenario
        life = DeviceLife(scenario.script, server: server, store: store, tree: tree)
        life.keepsMessages = keepsMessages
        watchers = scenario.expectations.map(Watcher.init)
        if keepsRegistry { registry = RegistryMirror(RegistryFacts(scenario.script)) }
    }

    /// Keeps the messages from now on, also of a life that was resumed and did not.
    public mutating func keepMessages() { life.keepsMessages = true }

    /// When the next step is due; nil when the life is over.
    public var nextTime: DeviceTime? {
        mutating get { life.nextTime }
    }

    /// Whether the life is over, and its expectations are judged.
    public private(set) var isOver = false

    /// Plays one step.
    ///
    /// - Returns: what happened, or nil when the life is over.
    public mutating func step() -> [DeviceEvent]? {
        let upcoming = life.nextTime
        // What was expected of an instant that passes without anything happening is judged by how things stand.
        if let upcoming { for index in watchers.indices { watchers[index].passes(to: upcoming, life) } }
        guard life.step() else {
            end()
            return nil
        }
        let events = life.takeEvents()
        registry?.observe(events, tree: life.tree, now: life.now)
        for index in watchers.indices { watchers[index].sees(events, life) }
        return events
    }

    /// Declares the life over and judges its expectations: for whoever knows that the user presses nothing any more.
    public mutating func end() {
        for index in watchers.indices { watchers[index].ends(life) }
        isOver = true
    }

    /// What the user can press as things stand; nothing once the life is over.
    public var pressableButtons: [PageButton] { isOver ? [] : life.pressableButtons }

    /// Lets the user press a button: the next steps up to `time` carry it out.
    ///
    /// - Parameter time: an instant in the past counts as now.
    public mutating func press(_ button: PageButton, at time: DeviceTime) throws(PressRefusal) {
        guard !isOver else { throw PressRefusal(.lifeIsOver, button, at: time) }
        try life.press(button, at: time)
    }

    /// The life as it would be if it ended now: for one that stands still and may go on.
    public var ended: LifePlayer {
        var ended = self
        ended.end()
        return ended
    }

    /// What became of the expectations. Final once `step` has returned nil.
    public var results: [ExpectationResult] { watchers.map(\.result) }

    /// The end of the life, with the diagnosis.
    public var ending: LifeEnding {
        LifeEnding(
            outcome: life.outcome, endedAt: life.now, expectations: results,
            diagnostics: Diagnosis(life: life).diagnostics)
    }

    /// Plays to the end and gives every event.
    public mutating func playToEnd() -> [DeviceEvent] {
        var all: [DeviceEvent] = []
        while let events = step() { all += events }
        return all
    }
}

extension LifePlayer: Sendable where Server: Sendable {}

extension LifePlayer where Server == ReferenceServer {
    public init(
        _ scenario: Scenario, keepsMessages: Bool = false, keepsRegistry: Bool = false, store: RootStore = .shipped
    ) {
        self.init(
            scenario, server: scenario.settled.server, keepsMessages: keepsMessages, keepsRegistry: keepsRegistry,
            store: store)
    }

    /// The life as it stands, between two steps.
    ///
    /// - Parameters:
    ///   - text: the scenario file, which the saved life carries with it.
    ///   - switches: the quirks and choices that were set beside it.
    ///   - deviceProfile: the device profile that was.
    public func saved(
        scenario text: String, switches: [ScenarioSwitch], deviceProfile: String? = nil
    ) -> SavedScenario {
        SavedScenario(
            scenario: text, switches: switches, deviceProfile: deviceProfile, life: life.saved,
            server: life.server.progress,
            expectations: watchers.map(\.memory), registry: registry?.state)
    }

    /// Goes on with a life that was saved.
    ///
    /// - Throws: `ScenarioError` when its scenario cannot be read any more.
    public init(_ saved: SavedScenario, store: RootStore = .shipped) throws(ScenarioError) {
        var scenario = try ScenarioReader.read(saved.scenario, deviceProfile: saved.deviceProfile)
        for change in saved.switches { try change.apply(to: &scenario) }
        self.init(
            scenario, keepsMessages: saved.life.keepsMessages, keepsRegistry: saved.registry != nil, store: store)
        life.restore(saved.life)
        life.server.progress = saved.server
        for (index, memory) in saved.expectations.enumerated() where watchers.indices.contains(index) {
            watchers[index].memory = memory
        }
        if let state = saved.registry { registry = RegistryMirror(RegistryFacts(scenario.script), state: state) }
    }
}

/// Everything a life that is over has to say.
public struct LifeEnding: Sendable {
    public var outcome: LifeOutcome
    public var endedAt: DeviceTime
    public var expectations: [ExpectationResult]
    public var diagnostics: [Diagnostic]
}

/// What became of one expectation.
public struct ExpectationResult: Hashable, Sendable {
    public var expectation: Expectation
    public var passed: Bool
    /// What was found instead; empty when it passed.
    public var found: String
}
