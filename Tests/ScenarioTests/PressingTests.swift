import Device
import ESP
import Testing

@testable import Scenario

/// A user who is really there, beside the one of the script.
struct PressingTests {
    private static let failing = """
        until: 30m
        profile:
          showInstallationProgress: true
          allowDeviceResetOnInstallFailure: true
          allowDeviceUseOnInstallFailure: true
        agent: {productCode: "{11111111-1111-4111-8111-111111111111}"}
        apps: [{name: A, duration: 20s, exitCode: 1603}]
        user: {signsIn: 5s}
        expect: [{at: end, outcome: continued}]

        """

    private func playerAtError() throws -> ScenarioPlayer {
        var player = ScenarioPlayer(try ScenarioReader.read(Self.failing))
        while player.nextTime != nil { _ = player.step() }
        return player
    }

    @Test("A life at an error screen is not over while the page offers a button, and a press lets it go on")
    func goesOn() throws {
        var player = try playerAtError()
        #expect(!player.isOver)
        #expect(player.pressableButtons == [.reset, .tryAgain, .continueAnyway])
        #expect(player.ended.ending.outcome == .failed)
        #expect(!player.isOver, "looking at the end does not end it")
        let time = player.life.now.adding(seconds: 60)
        try player.press(.continueAnyway, at: time)
        #expect(player.nextTime.map { $0 <= time } == true)
        let events = player.playToEnd()
        #expect(events.contains { $0.name == "buttonPressed" && $0.time == time })
        #expect(player.ending.outcome == .continued)
        let isExpected = player.ending.expectations.allSatisfy(\.passed)
        #expect(isExpected)
    }

    @Test("A press in the past counts as now")
    func past() throws {
        var player = try playerAtError()
        let now = player.life.now
        try player.press(.reset, at: .zero)
        #expect(player.nextTime == now)
        #expect(player.playToEnd().contains { $0.name == "resetStarted" && $0.time == now })
    }

    @Test("Refusals say why: not offered, beyond the horizon, over")
    func refusals() throws {
        var player = try playerAtError()
        let now = player.life.now
        #expect(throws: PressRefusal(.notOffered, .signOut, at: now)) { try player.press(.signOut, at: now) }
        let late = DeviceTime.seconds(31 * 60)
        #expect(throws: PressRefusal(.beyondHorizon, .reset, at: late)) { try player.press(.reset, at: late) }
        try player.press(.reset, at: now)
        _ = player.playToEnd()
        #expect(player.pressableButtons.isEmpty)
        #expect(throws: PressRefusal(.lifeIsOver, .reset, at: now)) { try player.press(.reset, at: now) }
        for code in PressRefusal.Code.allCases {
            let refusal = PressRefusal(code, .reset, at: now)
            #expect(refusal.description.hasSuffix("."))
            #expect(!refusal.hint.isEmpty)
        }
    }

    @Test("A machine that restarts takes no press")
    func restarting() throws {
        var player = ScenarioPlayer(
            try ScenarioReader.read(
                """
                profile: {showInstallationProgress: true, allowDeviceUseOnInstallFailure: true}
                agent: {productCode: "{11111111-1111-4111-8111-111111111111}"}
                machine: [{at: "02:00", do: restart}]
                apps: [{name: A, duration: 10m}]
                """))
        while let next = player.nextTime, next <= .seconds(120) { _ = player.step() }
        #expect(player.pressableButtons.isEmpty)
        #expect(throws: PressRefusal(.machineIsDown, .continueAnyway, at: .seconds(121))) {
            try player.press(.continueAnyway, at: .seconds(121))
        }
    }
}
