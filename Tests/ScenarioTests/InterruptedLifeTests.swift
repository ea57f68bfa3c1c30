import Device
import Testing

@testable import Scenario

/// Lives that are cut off in the middle: power, restarts, sessions at the wrong moment, numbers no clock can hold.
struct InterruptedLifeTests {
    private static let page = """
        profile: {showInstallationProgress: true, allowDeviceResetOnInstallFailure: true, allowDeviceUseOnInstallFailure: true}
        agent: {productCode: "{11111111-1111-4111-8111-111111111111}"}

        """

    private func play(_ yaml: String) throws -> PlayedLife { try PlayedLife(yaml: Self.page + yaml) }

    @Test("S2r, ESP-303: a power cut in device setup is like a restart; the page resumes and asks for credentials")
    func powerCut() throws {
        let life = try play(
            """
            server: {lists: "01:05"}
            apps: [{name: A, duration: 5m}]
            machine: [{at: "03:00", do: powerOff}, {at: "20:00", do: powerOn}]
            expect:
              - {at: "20:00", event: machineStarted}
              - {at: end, signIn: prompt}
              - {at: end, app: A}
              - {at: end, outcome: succeeded}
            """)
        #expect(life.failures == [])
    }

    @Test("7.1: work of Windows stands still while the device is off")
    func standstill() throws {
        let life = try play(
            """
            server: {lists: "01:05"}
            apps: [{name: M, kind: msi, productCode: "{22222222-2222-4222-8222-222222222222}", download: 5s, duration: 5m}]
            machine: [{at: "02:00", do: powerOff}, {at: "12:00", do: powerOn}]
            expect:
              - {at: end, app: M}
              - {at: end, outcome: succeeded}
            """)
        #expect(life.failures == [])
        let end = life.events.first { event in
            if case .package(_, "M", 70) = event.kind { true } else { false }
        }
        // Five minutes and five seconds of work after the agent's minute, and ten minutes in which nothing happens.
        #expect(end.map { $0.time >= .seconds(16 * 60) } == true)
    }

    @Test("7.2: a push does not reach a device before it is enrolled by its ticket")
    func pushBeforeEnrolment() throws {
        let life = try play(
            """
            device: {mode: selfDeploying}
            server: {lists: "00:10"}
            apps: [{name: A, duration: 10s}]
            expect: [{at: end, outcome: succeeded}]
            """)
        #expect(life.failures == [])
    }

    @Test("7.3: a restart while the blob is awaited does not end the asking")
    func restartBeforeBlob() throws {
        let life = try play(
            """
            device: {join: hybrid, blob: 10m}
            machine: [{at: "03:30", do: restart}]
            expect:
              - {by: "15:00", page: S1}
              - {at: end, event: eventLog, text: "blob was applied"}
            """)
        #expect(life.failures == [])
    }

    @Test("7.4: a device that was joined on its desktop waits for no blob")
    func desktopJoin() throws {
        let life = try play(
            """
            device: {join: hybrid, enrollment: coManagement}
            expect: [{at: never, event: restartRequested}, {by: "01:00", page: S6}]
            """)
        #expect(life.failures == [])
    }

    @Test("7.1, ESP-706: turning a resealed device on begins its user's flow, whoever turns it on")
    func turnedOnByHand() throws {
        let life = try play(
            """
            device: {mode: preProvisioning, turnedOn: 2h}
            server: {lists: "02:30"}
            user: {presses: [{button: reseal, onOffer: 30s}]}
            machine: [{at: "30:00", do: restart}, {at: "30:30", do: powerOff}, {at: "31:00", do: powerOn}]
            expect:
              - {from: "31:00", event: poweredOn, after: "10:00"}
              - {by: "40:00", page: S5, after: "31:00"}
              - {at: end, outcome: succeeded}
            """)
        #expect(life.failures == [])
    }

    @Test("T6: a task sequence that restarts the machine does not run into the page's own wait for a restart")
    func longRestart() throws {
        let life = try PlayedLife(
            yaml: """
                profile: {showInstallationProgress: true}
                device: {restart: 2m}
                configMgr: {setup: 30s, taskSequence: {duration: 3m, restartsAfter: 1m}}
                expect: [{at: never, page: S3}, {at: end, outcome: succeeded}]
                """)
        #expect(life.failures == [])
    }

    @Test("7.7: device preparation does not succeed against a server that never answers")
    func deadServer() throws {
        let life = try PlayedLife(
            yaml: """
                device: {mode: devicePreparation}
                agent: {starts: 30s}
                server: {faults: [{kind: noAnswer}]}
                """)
        #expect(life.player.ending.outcome == .hung)
        #expect(life.player.ending.endedAt <= .seconds(3600))
    }

    @Test("A number that no clock can hold leads to no crash")
    func hugeNumbers() throws {
        let life = try play(
            """
            server:
              lists: "01:05"
              sends:
                - at: "00:30"
                  commands:
                    - replace: ./Device/Vendor/MSFT/EnrollmentStatusTracking/DevicePreparation/PolicyProviders/Sidecar/Timeout
                      format: int
                      data: "9223372036854775807"
            expect: [{at: end, outcome: succeeded}]
            """)
        #expect(!life.events.isEmpty)
    }

    @Test("ESP-521: an app that fails again at once is seen to fail again")
    func failsAgain() throws {
        let life = try play(
            """
            server: {lists: "01:05"}
            apps:
              - {name: B, duration: 5s, exitCode: 1}
              - {name: A, duration: 5s, dependencies: [B]}
            user: {presses: [{button: tryAgain, onError: 30s}]}
            expect: [{at: end, event: error, count: 2}, {at: end, outcome: failed}]
            """)
        #expect(life.failures == [])
        #expect(life.player.ending.endedAt < .seconds(600))
    }

    @Test("2.4 item 4: an agent that runs before its provider is registered reports as soon as it is")
    func agentBeforeServer() throws {
        let life = try PlayedLife(
            yaml: """
                device: {mode: selfDeploying}
                profile: {showInstallationProgress: true}
                agent: {starts: 30s}
                expect: [{by: "03:00", page: S2}, {at: end, outcome: succeeded}]
                """)
        #expect(life.failures == [])
    }

    @Test("An app that restarts the machine and fails is tried once more after the page, and the life ends")
    func restartsForEver() throws {
        let life = try play(
            """
            server: {lists: "01:05"}
            apps: [{name: Rude, duration: 30s, restartsMachine: true, detected: false}]
            user: {presses: [{onError: 30s, button: continueAnyway}]}
            expect: [{at: end, event: restartRequested, count: 2}, {at: end, outcome: continued}]
            """)
        #expect(life.failures == [])
        #expect(life.player.ending.endedAt < .seconds(3600))
    }
}
