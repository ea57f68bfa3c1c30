import Device
import ESP
import Notation
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
        #expect(scenario.script.users[0].signIn == .afterScreen(seconds: 5))
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
            agent: {starts: 30s}
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
        #expect(scenario.script.packages["{ab}"]?.attempts.map(\.exitCode) == [1603])
        #expect(scenario.script.packages["{cd}"]?.attempts.map(\.installSeconds) == [5])
        #expect(assigned.packages.map(\.scope) == [.user])
        #expect(assigned.settings.map(\.scope) == [.user, .user])
        #expect(assigned.settings.map(\.isTracked) == [nil, true])
        #expect(assigned.wifi.map(\.ssid) == ["Café"])
        #expect(scenario.script.certificates["c_1"]?.seconds == 6)
        #expect(scenario.script.certificates["c_1"]?.error == HRESULT(0x8009_4800))
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
        #expect(scenario.expectations.map(\.claim) == [.status(scripted: 0, 200), .result(scripted: 0, ["X"])])
        #expect(scenario.script.pushes == [.seconds(120)])
        #expect(scenario.script.users[0].signIn == .never)
        #expect(scenario.script.users[0].sid == "S-1-5-21-7")
        #expect(
            scenario.script.userActions == [
                .init(moment: .at(.seconds(180)), button: .tryAgain),
                .init(moment: .onError(afterSeconds: 5, times: 2), button: .reset),
            ])
        #expect(!scenario.script.page.quirks.isOn(.esp303))
        #expect(scenario.script.horizon == .seconds(7200))
    }

    @Test("server: release, mistakes, profiles over time")
    func serverBehaviour() throws {
        let scenario = try ScenarioReader.read(
            """
            server:
              release: {device: 2m, user: never}
              mistakes: [releaseTooEarly, {wrongProvider: Contoso MDM}, boolforblock]
              profileTarget: user
              defaultBlockingList: [a, b]
              profileChanges:
                - {at: 10m, profile: deleted}
                - {at: 5m, profile: {showInstallationProgress: true, installProgressTimeoutInMinutes: 7}}
            """)
        let assigned = try #require(scenario.assignments)
        #expect(assigned.deviceRelease == .after(seconds: 120))
        #expect(assigned.userRelease == .never)
        #expect(scenario.script.pushes == [.seconds(120)])
        #expect(scenario.mistakes == [.releaseTooEarly, .wrongProvider("Contoso MDM"), .boolForBlock])
        #expect(assigned.profileIsUserTargeted)
        #expect(assigned.defaultBlockingList == ["a", "b"])
        #expect(assigned.profileChanges.map(\.time) == [.seconds(300), .seconds(600)])
        #expect(assigned.profileChanges.map { $0.profile?.installProgressTimeoutInMinutes } == [7, nil])
    }

    @Test("server: every mistake has its name")
    func mistakes() throws {
        let names = [
            "releaseTooEarly", "timeoutInSeconds", "misspeltNodes", "boolForBlock", "withoutAdd", "resendsEverySession",
            "resendsEveryMessage", "statesForAgent", "missingResource",
        ]
        let yaml = "server: {mistakes: [\(names.joined(separator: ", "))]}"
        #expect(try ScenarioReader.read(yaml).mistakes.count == names.count)
    }

    @Test("The server knows the switches of the life, also those that are set after the file was read")
    func settled() throws {
        var scenario = try ScenarioReader.read("device: {autopilot: false}")
        try scenario.script.page.choices.set("U-01", to: "showAlways")
        try scenario.script.page.quirks.set("ESP-302", to: false)
        let assigned = try #require(scenario.settled.assignments)
        #expect(assigned.choices.laterUsers == .showAlways)
        #expect(!assigned.quirks.isOn(.esp302))
        #expect(assigned.addsUserTree)
        #expect(try ScenarioReader.read("name: x").settled.assignments?.addsUserTree == false)
    }

    @Test("The server knows mode, join, users and ConfigMgr from the sections that say them")
    func variant() throws {
        let technician = try ScenarioReader.read(
            "device: {mode: preProvisioning, join: hybrid, preAssignedUser: true, blob: 90s}\nuser: {licensed: false}")
        let assigned = try #require(technician.settled.assignments)
        #expect(assigned.mode == .preProvisioning)
        #expect(assigned.join == .hybrid)
        #expect(assigned.preAssignedUser == "ada@example.test")
        #expect(assigned.unlicensedUsers == ["ada@example.test"])
        #expect(assigned.blobAt == .seconds(90))
        #expect(assigned.configMgr == nil)
        let managed = try ScenarioReader.read("configMgr: {starts: never}").settled.assignments
        #expect(managed?.configMgr?.timeoutMinutes == 30)
        #expect(managed?.preAssignedUser == nil)
        #expect(try ScenarioReader.read("device: {join: hybrid, blob: never}").assignments?.blobAt == nil)
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
            ("choices: {U-11: nowhere}", "ownInstallationState"), ("choices: {U-99: a}", "open question"),
            ("machine: [{at: 1, do: powerOff}, {at: 2, do: restart}]", "off cannot restart"),
            ("machine: [{at: 2, do: restart}, {at: 1, do: restart}]", "back in time"),
            ("quirks: {ESP-303: maybe}", "on or off"), ("server: {sends: [{commands: []}]}", "\"at\""),
            ("server: {sends: [{at: 1, commands: []}]}", "commands"),
            ("server: {sends: [{at: 1, commands: [{data: x}]}]}", "verb"),
            ("server: {sends: [{at: 1, commands: [{get: ./a, add: ./b}]}]}", "verbs"),
            ("server: {sends: [{at: 1, commands: [{get: ./a, expect: 99999}]}]}", "from 100"),
            ("server: {sends: [{at: 1, commands: [{add: ./a, returns: x}]}]}", "only a get"),
            ("server: {faults: [{at: 1}]}", "kind"), ("server: {faults: [{kind: silence}]}", "silent"),
            ("server: {mistakes: [releaseTooErly]}", "releaseTooEarly"),
            ("server: {mistakes: [wrongProvider]}", "no name"),
            ("server: {mistakes: [{boolForBlock: yes}]}", "wrongProvider"), ("server: {release: 3}", "keys and values"),
            ("server: {release: {device: soon}}", "length of time"), ("server: {profileTarget: users}", "user"),
            ("server: {profileChanges: [{profile: deleted}]}", "\"at\""),
            ("server: {profileChanges: [{at: 1m}]}", "profile"),
            ("server: {profileChanges: [{at: 1m, profile: gone}]}", "profile"),
            ("server: {plan: false, lists: 3m}", "lists"),
            ("server: {plan: false, mistakes: [withoutAdd]}", "mistakes"),
            ("{server: {plan: false}, wifi: [{ssid: a}]}", "wifi"),
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
