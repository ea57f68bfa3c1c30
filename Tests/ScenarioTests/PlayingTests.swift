import Device
import ESP
import Testing

@testable import Scenario

/// Moments and claims of `expect:`, and what a life that ends badly says.
struct PlayingTests {
    /// An app that is at 2 from 00:40 to 01:40; the page in device setup from 00:30.
    private func verdicts(_ lines: [String]) throws -> [Bool] {
        let yaml = """
            profile: {showInstallationProgress: true}
            agent: {starts: 30s}
            apps: [{name: A, duration: 60s}]
            user: {signsIn: never}
            expect:

            """ + lines.map { "  - \($0)\n" }.joined()
        return try PlayedLife(yaml: yaml).player.ending.expectations.map(\.passed)
    }

    @Test("at: one second more or less")
    func at() throws {
        let times = ["00:38", "00:39", "00:40", "01:40", "01:41"]
        #expect(
            try verdicts(times.map { "{at: \"\($0)\", app: A, state: inProgress}" }) == [
                false, true, true, true, false,
            ])
        #expect(
            try verdicts(["{at: \"00:39\", event: agentStarted}", "{at: \"00:31\", event: agentStarted}"]) == [
                false, true,
            ])
    }

    @Test("by: at some instant up to that one")
    func by() throws {
        let times = ["00:39", "00:40", "10:00"]
        #expect(try verdicts(times.map { "{by: \"\($0)\", app: A, state: inProgress}" }) == [false, true, true])
        #expect(try verdicts(["{by: end, app: A, state: inProgress}"]) == [false])
    }

    @Test("from: for the first time at that instant")
    func from() throws {
        let times = ["00:38", "00:39", "00:41", "00:42", "01:00"]
        #expect(
            try verdicts(times.map { "{from: \"\($0)\", app: A, state: inProgress}" }) == [
                false, true, true, false, false,
            ])
        #expect(try verdicts(["{from: \"99:00\", app: A, state: error}"]) == [false])
    }

    @Test("never, end and after")
    func neverEndAfter() throws {
        #expect(
            try verdicts([
                "{at: never, app: A, state: error}", "{at: never, app: A, state: inProgress}",
                "{app: A, state: completed}",
                "{at: end, app: A, state: inProgress}", "{after: \"01:40\", at: never, app: A, state: inProgress}",
                "{after: \"01:30\", at: never, app: A, state: inProgress}",
                "{after: \"01:50\", from: \"01:50\", app: A}",
                "{event: app, text: A, count: 3}", "{event: app, text: A, count: 2}",
                "{after: \"00:41\", event: app, count: 1}",
            ]) == [true, false, true, false, true, false, true, true, false, true])
    }

    @Test("Every claim can fail, and says what was found")
    func foundSentences() throws {
        let life = try PlayedLife(
            yaml: """
                profile: {showInstallationProgress: true}
                agent: {starts: 30s}
                apps: [{name: A, duration: 60s}]
                server: {sends: [{at: "00:10", commands: [{get: ./DevInfo/DevId, expect: 404, returns: X}]}]}
                expect:
                  - {outcome: failed}
                  - {page: S3}
                  - {category: DeviceSetup, state: failed}
                  - {line: DeviceSetup.Apps, text: identifying}
                  - {node: ./DevInfo/Lang, value: de-DE}
                  - {node: ./Device/Vendor/MSFT/EnrollmentStatusTracking/Setup/Apps/PolicyProviders, children: []}
                  - {button: reset}
                  - {app: A, state: error}
                  - {error: any}
                  - {signIn: prompt}
                  - {setting: Global.ShowContinueAnywayButton, value: "false"}
                  - {duration: apps, seconds: 5}
                  - {untouched: A}
                  - {event: resetStarted}
                """)
        let results = life.player.ending.expectations
        #expect(results.allSatisfy { !$0.passed })
        #expect(
            results.map(\.found) == [
                "200", "\"5A0C71E94D3B4F6E9B1D20A7C8E3F415\"", "succeeded", "S8", "succeeded",
                "succeeded, \"1 of 1 installed\"", "\"en-US\"",
                "Sidecar", "no button", "completed", "no error screen", "automatic", "true", "70 seconds",
                "that it was installed",
                "no such event",
            ])
    }

    @Test("A refused promise is named with scope, status and time")
    func refusedPromise() throws {
        let life = try ScenarioFiles.play("user-tree-missing")
        #expect(
            life.messages.first
                == "Security policies (Error), Certificates (Error), Network connections (Error), Apps (Error) failed at 13:10: "
                + "user-scope ServerHasFinishedProvisioning was refused with 405 at 03:10 (session 8, message 1, CmdID 13) "
                + "and never sent again")
    }

    @Test(
        "What a life waited for",
        arguments: [
            ("server-never-finishes", "the server never set device-scope ServerHasFinishedProvisioning to true"),
            ("sc-05", "provider Sidecar never reported 2 or 3"), ("sc-03", "B failed to install"),
            ("sc-10", "A did not reach the final state in time"),
            ("unenrolled", "the server ended the enrolment at 02:00"),
            ("server-breaks", "the server gave no answer"), ("server-breaks", "the server kept the session going"),
        ])
    func reasons(name: String, words: String) throws {
        #expect(try ScenarioFiles.play(name).messages.contains { $0.contains(words) })
    }

    @Test("A server that never answers: no page, hung, and why")
    func deadServer() throws {
        let life = try PlayedLife(
            yaml: "profile: {showInstallationProgress: true}\nserver: {faults: [{kind: noAnswer}]}")
        #expect(life.player.ending.outcome == .hung)
        #expect(life.player.ending.endedAt == .seconds(540))
        #expect(life.messages.first == "no session with the server came to its end, so the page never came up")
    }

    @Test("Nobody signs in: hung, and why")
    func noSignIn() throws {
        let life = try PlayedLife(yaml: "user: {signsIn: never}")
        #expect(life.player.ending.outcome == .hung)
        #expect(life.messages == ["the device waits at the sign-in screen and nobody signs in"])
    }

    @Test("ESP-324: a provider that never reports holds Apps; the life is cut off at its horizon and says so")
    func heldByProvider() throws {
        let life = try PlayedLife(
            yaml: """
                profile: {showInstallationProgress: true, installProgressTimeoutInMinutes: 5}
                agent: {starts: 10s, register: 20h}
                until: 1h
                """)
        #expect(life.player.ending.outcome == .hung)
        #expect(
            life.messages.contains { $0.contains("still waiting") && $0.contains("never set TrackingPoliciesCreated") })
    }

    @Test("A second error ends the life; the user answered the first one")
    func secondError() throws {
        let life = try PlayedLife(
            yaml: """
                profile: {showInstallationProgress: true, allowDeviceUseOnInstallFailure: true}
                agent: {starts: 10s}
                apps: [{name: A, exitCode: 1}, {name: U, scope: user, exitCode: 2}]
                user: {presses: [{onError: 10s, button: tryAgain}, {onError: 10s, button: continueAnyway}]}
                expect:
                  - {event: error, count: 3}
                  - {event: buttonPressed, count: 2}
                  - {page: S7}
                  - {outcome: failed}
                """)
        #expect(life.failures == [])
    }
}
