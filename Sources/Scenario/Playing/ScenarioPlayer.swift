import CSP
import DMSession
import DMTree
import Device
import ESP
import ReferenceServer

extension ReferenceServer: ManagementServer {}

/// Plays a scenario step by step and watches its expectations.
public struct ScenarioPlayer {
    public let scenario: Scenario
    public private(set) var life: DeviceLife<ReferenceServer>
    private var watchers: [Watcher]

    public init(_ scenario: Scenario, keepsMessages: Bool = false, store: RootStore = .shipped) {
        let scenario = scenario.settled
        self.scenario = scenario
        life = DeviceLife(scenario.script, server: scenario.server, store: store)
        life.keepsMessages = keepsMessages
        watchers = scenario.expectations.map(Watcher.init)
    }

    /// When the next step is due; nil when the life is over.
    public var nextTime: DeviceTime? {
        mutating get { life.nextTime }
    }

    /// Plays one step.
    ///
    /// - Returns: what happened, or nil when the life is over.
    public mutating func step() -> [DeviceEvent]? {
        let upcoming = life.nextTime
        // What was expected of an instant that passes without anything happening is judged by how things stand.
        if let upcoming { for index in watchers.indices { watchers[index].passes(to: upcoming, life) } }
        guard life.step() else {
            for index in watchers.indices { watchers[index].ends(life) }
            return nil
        }
        let events = life.takeEvents()
        for index in watchers.indices { watchers[index].sees(events, life) }
        return events
    }

    /// What became of the expectations. Final once `step` has returned nil.
    public var results: [ExpectationResult] { watchers.map(\.result) }

    /// Everything a life that is over has to say.
    public struct Ending: Sendable {
        public var outcome: LifeOutcome
        public var endedAt: DeviceTime
        public var expectations: [ExpectationResult]
        public var diagnostics: [Diagnostic]
    }

    /// The end of the life, with the diagnosis.
    public var ending: Ending {
        Ending(
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

/// What became of one expectation.
public struct ExpectationResult: Hashable, Sendable {
    public var expectation: Expectation
    public var passed: Bool
    /// What was found instead; empty when it passed.
    public var found: String
}
