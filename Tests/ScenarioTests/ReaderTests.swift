import Device
import ESP
import Testing

@testable import ReferenceServer
@testable import Scenario

/// The scenario format: what each key does, and what is said of a wrong one.
struct ReaderTests {
    private func refusal(_ yaml: String) -> ScenarioError? {
        do throws(ScenarioError) {
            _ = try ScenarioReader.read(yaml)
            return nil
        } catch { return error }
    }

    @Test("An empty mapping is a life: the default device, hidden page, no app")
    func defaults() throws {
        let scenario = try ScenarioReader.read("name: Empty\n")
        #expect(scenario.name == "Empty")
        #expect(scenario.script.device.providerID == "MS DM Server")
        #expect(scenario.script.device.release.build == 26200)
        #expect(scenario.assignments?.profile.showInstallationProgress == false)
        #expect(scenario.script.signInSeconds == 5)
        #expect(scenario.script.syncSeconds == 60)
        #expect(scenario.script.restartSeconds == 45)
    }

    @Test("device")
    func device() throws {
        let scenario = try ScenarioReader.read(
            """
            device: {windows: 10-22h2, edition: pro, provider: Äpfel & Birnen, name: PC-1, manufacturer: M, model: X,
              autopilot: false, restart: 90s, sync: 2m}
            """)
        let script = scenario.script
        #expect(script.device.release.build == 19045)
        #expect(script.device.release.edition == .pro)
        #expect(script.device.providerID == "Äpfel & Birnen")
        #expect(script.page.providerID == "Äpfel & Birnen")
        #expect(script.agent.providerID == "Äpfel & Birnen")
        #expect(script.device.profile.deviceName == "PC-1")
        #expect(script.device.profile.manufacturer == "M")
        #expect(script.device.profile.model == "X")
        #expect(!script.makesUserProvider)
        #expect(script.restartSeconds == 90)
        #expect(script.syncSeconds == 120)
        #expect(try ScenarioReader.read("device: {restart: never}").script.restartSeconds == nil)
    }

    @Test("profile: Graph's names; what is not understood is a note")
    func profile() throws {
        let scenario = try ScenarioReader.read(
            """
            profile:
              "@odata.type": "#microsoft.graph.windows10EnrollmentCompletionPageConfiguration"
              showInstallationProgress: true
              installProgressTimeoutInMinutes: 45
              customErrorMessage: "Call 4242"
              installQualityUpdates: true
              colour: green
            """)
        #expect(scenario.assignments?.profile.installProgressTimeoutInMinutes == 45)
        #expect(scenario.assignments?.profile.customErrorMessage == "Call 4242")
        #expect(scenario.notes.count == 1)
        #expect(scenario.notes.contains { $0.contains("colour") })
    }

    @Test("apps: Win32 keys")
    func apps() throws {
        let scenario = try ScenarioReader.read(
            """
            profile: {showInstallationProgress: true, selectedMobileAppIds: [00000000-0000-4000-8000-000000000001]}
            apps:
              - {name: One, id: 00000000-0000-4000-8000-000000000001, duration: 10s, exitCode: "0x80070643", detected: false, version: 3}
              - {name: Two, scope: user, reboot: hard, dependencies: [One], installed: true, applicable: false, retryCodes: [1618]}
              - name: Three
                attempts: [{duration: 1m, exitCode: 1618}, {restartsMachine: true}]
            """)
        let apps = scenario.script.apps
        #expect(apps.map(\.isTracked) == [true, false, false])
        #expect(apps[0].attempts == [Win32App.Attempt(seconds: 10, exitCode: -2_147_023_293, isDetected: false)])
        #expect(apps[0].version == 3)
        #expect(apps[1].scope == .user)
        #expect(apps[1].attempts.first?.exitCode == 1641)
        #expect(apps[1].dependencies == [apps[0].id])
        #expect(apps[1].isInstalled)
        #expect(!apps[1].meetsRequirements)
        #expect(apps[1].returnCodes[1618] == .retry)
        #expect(apps[2].attempts.map(\.seconds) == [60, 30])
        #expect(apps[2].attempts[1].restartsMachine)
    }

    @Test("agent, MSI apps, policies, Wi-Fi, certificates")
    func world() throws {
        let scenario = try ScenarioReader.read(
            """
            agent: {provider: Agent, productCode: "{AB}", download: 1s, install: 2s, exitCode: 1603, register: 3s}
            apps: [{name: Pack, kind: msi, productCode: "{CD}", scope: user, download: 4s, duration: 5s, exitCode: 1}]
            policies: [{uri: ./User/Vendor/MSFT/X, data: v}, {uri: ./Device/Vendor/MSFT/Y, format: int, data: 1, scope: user, tracked: true}]
            wifi: [{ssid: Café, scope: user}]
            certificates: [{id: c_1, subject: CN=x, server: https://s.test, duration: 6s, fails: 0x80094800}]
            """)
        let assigned = try #require(scenario.assignments)
        #expect(assigned.agentProvider == "Agent")
        #expect(scenario.script.agent.registrationDelaySeconds == 3)
        #expect(scenario.script.agentProductCode == "{AB}")
        #expect(scenario.script.packages["{ab}"]?.exitCode == 1603)
        #expect(scenario.script.packages["{cd}"]?.installSeconds == 5)
        #expect(assigned.packages.map(\.scope) == [.user])
        #expect(assigned.settings.map(\.scope) == [.user, .user])
        #expect(assigned.settings.map(\.isTracked) == [false, true])
        #expect(assigned.wifi.map(\.ssid) == ["Café"])
        #expect(scenario.script.certificates["c_1"]?.seconds == 6)
        #expect(scenario.script.certificates["c_1"]?.error == HResult(0x8009_4800))
    }

    @Test("server and user")
    func serverAndUser() throws {
        let scenario = try ScenarioReader.read(
            """
            server: {lists: never, userLists: 30s, faults: [{at: 1m, for: 10s, kind: garbage}],
              sends: [{at: "02:00", commands: [{get: ./DevInfo/DevId, expect: 200, returns: X}]}]}
            user: {signsIn: never, sid: S-1-5-21-7, presses: [{at: 3m, button: tryAgain}, {onError: 5s, times: 2, button: reset}]}
            quirks: {ESP-303: off}
            until: 2h
            """)
        #expect(scenario.assignments?.listsAt == nil)
        #expect(scenario.assignments?.userListsAfterSeconds == 30)
        #expect(scenario.faults == [.init(kind: .garbage, from: .seconds(60), to: .seconds(70))])
        #expect(scenario.scripted.map(\.time) == [.seconds(120)])
        #expect(scenario.expectations.map(\.claim) == [.status(scripted: 0, 200), .result(scripted: 0, "X")])
        #expect(scenario.script.pushes == [.seconds(120)])
        #expect(scenario.script.signInSeconds == nil)
        #expect(scenario.script.userSID == "S-1-5-21-7")
        #expect(
            scenario.script.userActions == [
                .init(moment: .at(.seconds(180)), button: .tryAgain),
                .init(moment: .onError(afterSeconds: 5, times: 2), button: .reset),
            ])
        #expect(!scenario.script.page.quirks.isOn(.esp303))
        #expect(scenario.script.horizon == .seconds(7200))
    }

    @Test(
        "Times",
        arguments: [("50", 50), ("50s", 50), ("20m", 1200), ("2h", 7200), ("\"01:10\"", 70), ("\"01:02:03\"", 3723)])
    func times(text: String, seconds: Int64) throws {
        #expect(try ScenarioReader.read("until: \(text)").script.horizon == .seconds(seconds))
    }

    @Test(
        "No times",
        arguments: [
            "-5s", "5x", "\"1:-2\"", "9999999999999999999", "9999999h", "\"9000000000000000000:59\"", "\"1:2:3:4\"",
            "soon", "\":\"", "1e3",
            "\"\"",
        ])
    func noTimes(text: String) { #expect(refusal("name: x\nuntil: \(text)")?.line == 2) }

    @Test(
        "A wrong value is an error at its place that says what helps",
        arguments: [
            ("device: {windows: 11-25h3}", "11-25h2"), ("device: {edition: prox}", "pro"),
            ("device: {sync: 0}", "one second"),
            ("device: {provider: \" \"}", "blank"), ("device: {autopilot: perhaps}", "true or false"),
            ("device: 3", "keys and values"),
            ("apps: {name: A}", "list"), ("apps: [{id: x}]", "no \"name\""),
            ("apps: [{name: A}, {name: A}]", "another app"),
            ("apps: [{name: A, dependencies: [B]}]", "no Win32 app"),
            ("apps: [{name: A, exitCode: 99999999999}]", "exit code"),
            ("apps: [{name: A, exitCode: lots}]", "exit code"), ("apps: [{name: A, version: 0}]", "from 1"),
            ("apps: [{name: A, version: 99999999999999999999}]", "whole number"),
            ("apps: [{name: A, kind: msi}]", "productCode"),
            ("apps: [{name: A, productCode: x}]", "kind: msi"),
            ("apps: [{name: A, kind: msi, productCode: x, detected: no}]", "Win32"),
            ("apps: [{name: A, attempts: [{duration: 1}], exitCode: 3}]", "attempts"),
            ("apps: [{name: A, scope: users}]", "user"),
            ("agent: {provider: P}", "productCode"), ("policies: [{uri: /x, data: 1}]", "LocURI"),
            ("policies: [{uri: ./x}]", "data"),
            ("certificates: [{id: c, fails: much}]", "HRESULT"), ("quirks: {ESP-399: on}", "ESP-3"),
            ("quirks: {ESP-304: on}", "not played"),
            ("quirks: {ESP-303: maybe}", "on or off"), ("server: {sends: [{commands: []}]}", "\"at\""),
            ("server: {sends: [{at: 1, commands: []}]}", "commands"),
            ("server: {sends: [{at: 1, commands: [{data: x}]}]}", "verb"),
            ("server: {sends: [{at: 1, commands: [{get: ./a, add: ./b}]}]}", "verbs"),
            ("server: {sends: [{at: 1, commands: [{get: ./a, expect: 99999}]}]}", "from 100"),
            ("server: {sends: [{at: 1, commands: [{add: ./a, returns: x}]}]}", "only a get"),
            ("server: {faults: [{at: 1}]}", "kind"), ("{server: {plan: false}, wifi: [{ssid: a}]}", "wifi"),
            ("user: {presses: [{button: reset}]}", "onError"), ("user: {presses: [{at: 1, button: rest}]}", "reset"),
            ("user: {presses: [{onError: 1, times: 0, button: reset}]}", "from 1"),
            ("user: {presses: [{at: 1}]}", "button"),
            ("profile: {installProgressTimeoutInMinutes: 9999, showInstallationProgress: true}", "1440"),
            ("profile: 3", "profile"),
            ("until: 0", "one second"), ("- a", "keys and values"), ("", "empty"), ("name: ]", "YAML"),
            ("a: b: c", "YAML"),
            ("{name: a, name: b}", "twice"),
        ])
    func wrongValue(yaml: String, word: String) throws {
        let error = try #require(refusal(yaml))
        #expect(error.line == 1)
        #expect(error.column >= 1)
        #expect(error.description.contains(word), "\(error)")
    }

    @Test(
        "Claims that say nothing, or what there is not",
        arguments: [
            ("{at: 1}", "says nothing"), ("{outcome: good}", "succeeded"),
            ("{outcome: succeeded, page: S1}", "outcome and page"),
            ("{at: 1, by: 2, page: S1}", "at and by"), ("{page: S99}", "S9"),
            ("{category: Device, state: failed}", "no category"),
            ("{category: DeviceSetup}", "state"), ("{line: DeviceSetup.App, text: x}", "AppsSubcategory"),
            ("{line: DeviceSetup.Apps}", "state"), ("{node: \"\"}", "LocURI"),
            ("{node: ./a, value: 1, children: []}", "not both"),
            ("{button: exit}", "expected one of"), ("{app: Nobody}", "no app"), ("{app: A, state: done}", "no state"),
            ("{untouched: B}", "no app"),
            ("{error: bad}", "HRESULT"), ("{signIn: maybe}", "automatic"), ("{setting: x}", "value"),
            ("{duration: apps}", "seconds"),
            ("{duration: apps, seconds: -1}", "from 0"), ("{event: reboot}", "no event"),
            ("{event: app, state: failed}", "takes no"),
            ("{page: S1, seconds: 3}", "takes no"), ("{outcom: succeeded}", "outcome"),
            ("{from: never, page: S1}", "length of time"),
            ("{event: app, count: 1, at: 3}", "count"),
        ])
    func wrongClaim(claim: String, word: String) throws {
        let error = try #require(refusal("apps: [{name: A}]\nexpect:\n  - \(claim)"))
        #expect(error.line == 3)
        #expect(error.description.contains(word), "\(error)")
    }
}
