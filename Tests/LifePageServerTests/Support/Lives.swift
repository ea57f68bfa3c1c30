import Device
import ESP
import ReferenceServer
import Scenario
import Synchronization

@testable import LifePageServer

/// A real clock that stands until it is moved.
final class HandClock: Sendable {
    private let time = Mutex(Duration.zero)

    var now: Duration { time.withLock { $0 } }
    func advance(_ duration: Duration) { time.withLock { $0 += duration } }
}

/// Remembers what it is told.
struct Memory: LifeWitness {
    var steps: [[DeviceEvent]] = []
    /// The ending each time the life came to rest, with whether its expectations were all met.
    var rests: [(outcome: LifeOutcome, isExpected: Bool)] = []
    var wentOn = 0
    var pauses = 0
    /// Called in each step, as if it took its time.
    var onStep: @Sendable () -> Void = {}

    var events: [DeviceEvent] { steps.flatMap(\.self) }
    var names: [String] { events.map(\.name) }

    mutating func saw(_ events: [DeviceEvent], of player: LifePlayer<ReferenceServer>) {
        steps.append(events)
        onStep()
    }

    mutating func sawRest(of player: LifePlayer<ReferenceServer>) {
        rests.append((player.ending.outcome, player.ending.expectations.allSatisfy(\.passed)))
    }

    mutating func sawGoingOn() { wentOn += 1 }
    mutating func letsTimePass() { pauses += 1 }
}

enum Lives {
    /// A page that blocks and offers every way out of an error, an app that fails once, and a user who would sign in.
    static let failing = """
        name: One app fails once
        profile:
          showInstallationProgress: true
          installProgressTimeoutInMinutes: 60
          allowLogCollectionOnInstallFailure: true
          blockDeviceSetupRetryByUser: false
          allowDeviceResetOnInstallFailure: true
          allowDeviceUseOnInstallFailure: true
        agent: {productCode: "{11111111-1111-4111-8111-111111111111}", download: 20s, install: 40s}
        apps:
          - name: A
            id: 00000000-0000-4000-8000-000000000001
            attempts: [{duration: 20s, exitCode: 1603}, {duration: 20s}]
        server: {lists: "01:05"}
        user: {signsIn: 5s}
        expect:
          - {from: "01:30", page: S3}
          - {at: end, outcome: failed}

        """

    /// ESP-523: the page of an administrator after Autopilot Reset waits for Sign out.
    static let signingOut = """
        name: An administrator after Autopilot Reset
        device: {autopilotReset: true}
        profile: {showInstallationProgress: true, allowDeviceUseOnInstallFailure: true}
        agent: {productCode: "{11111111-1111-4111-8111-111111111111}", download: 20s, install: 40s}
        server: {lists: "01:05"}
        user: {signsIn: 10s}

        """

    /// Nothing blocks: Continue anyway is there while work goes on, which never ends before the life is cut off.
    static let leaving = """
        name: A page that may be left
        until: 10m
        profile: {showInstallationProgress: true, blockDeviceSetupRetryByUser: true}
        agent: {starts: 30s}
        apps: [{name: A, duration: 60m}]
        user: {signsIn: never}

        """

    static func player(_ yaml: String) throws -> ScenarioPlayer {
        ScenarioPlayer(try ScenarioReader.read(yaml), keepsMessages: true)
    }

    static func bundled() throws -> ScenarioPlayer { try player(BundledScenario.text) }

    static func conductor(
        _ player: ScenarioPlayer, _ clock: HandClock, speed: PlaySpeed = .times(20), pausingAt pause: DeviceTime? = nil
    ) -> LifeConductor<ReferenceServer> {
        LifeConductor(player, speed: speed, pausingAt: pause) { clock.now }
    }
}

extension LifeConductor {
    /// Lives on as a stage would, moving the clock by hand, until nothing is due any more or `end` is reached.
    mutating func live(_ clock: HandClock, to end: DeviceTime? = nil, _ witness: inout some LifeWitness<Server>) {
        for _ in 0..<100_000 {
            proceed(&witness)
            guard let wait = untilWake, end.map({ time < $0 }) ?? true else { return }
            clock.advance(wait)
        }
    }
}
