import Notation
import Testing

@testable import ESP

struct AgentTests {
    private let provider = FakeTree.deviceTracking + "DevicePreparation/PolicyProviders/Sidecar/InstallationState"

    @Test("2.4 items 4 and 7: completes as provider, registers its apps with TrackingUri (U-11), then says so")
    func registration() {
        var life = Life.usual(apps: [.good("a", 50), .good("b", 40), .good("c", 10, .user)])
        life.run(until: 70)
        #expect(life.writes(provider) == ["01:00 3"])
        let writes = life.agentLog.filter { $0.time == .seconds(70) }.compactMap { seen -> String? in
            guard case .writeNode(let uri, let value) = seen.action else { return nil }
            return uri.dropFirst(FakeTree.deviceTracking.count) + " = " + value
        }
        let tracking = "Setup/Apps/Tracking/Sidecar/"
        #expect(
            writes == [
                tracking + "Win32App_a_1/TrackingUri = " + FakeTree.deviceTracking + tracking
                    + "Win32App_a_1/InstallationState",
                tracking + "Win32App_a_1/InstallationState = 1",
                tracking + "Win32App_b_1/TrackingUri = " + FakeTree.deviceTracking + tracking
                    + "Win32App_b_1/InstallationState",
                tracking + "Win32App_b_1/InstallationState = 1",
                "Setup/Apps/PolicyProviders/Sidecar/TrackingPoliciesCreated = true",
                tracking + "Win32App_a_1/InstallationState = 2",
            ])
    }

    @Test("ESP-412: at the start of a phase TrackingPoliciesCreated is false, before any session can release the lists")
    func announces() {
        var life = Life.usual(apps: [])
        life.user = "S-1"
        life.run(until: 100)
        #expect(life.writes(NodeURI.trackingPoliciesCreated("Sidecar", in: .device)) == ["01:00 false", "01:10 true"])
        #expect(life.writes(NodeURI.trackingPoliciesCreated("Sidecar", in: .user)) == ["01:15 false", "01:25 true"])
    }

    @Test("5, ESP-518: strictly one after the other, in policy order, dependencies first")
    func order() {
        var appA = Win32App.good("a", 10)
        appA.dependencies = ["z"]
        var appZ = Win32App.good("z", 5)
        appZ.isTracked = false
        var life = Life.usual(apps: [appA, .good("b", 10), appZ])
        life.run(until: 200)
        let starts = life.agentLog.compactMap { seen -> String? in
            guard case .appChanged(let id, .inProgress, _) = seen.action else { return nil }
            return "\(seen.time) \(id)"
        }
        #expect(starts == ["01:10 z", "01:15 a", "01:25 b"])
        #expect(life.tree.children(NodeURI.trackedApps(.device) + "/Sidecar")?.count == 2)
    }

    @Test(
        "ESP-517: HRESULTs of failures",
        arguments: [(Int32(1), "0x80070001"), (1603, "0x80070643"), (1618, "0x80070652")])
    func failures(exitCode: Int32, text: String) {
        let app = Win32App(id: "a", name: "A", attempts: [.init(seconds: 10, exitCode: exitCode)])
        var life = Life.usual(apps: [app])
        life.run(until: 100)
        #expect(life.line(.apps, .deviceSetup)?.text.token == text)
        #expect(life.states(app).last == "01:20 4")
    }

    @Test("ESP-536: a declared retry keeps state 2 and runs again at once")
    func retry() {
        let app = Win32App(
            id: "a", name: "A", attempts: [.init(seconds: 10, exitCode: 1618), .init(seconds: 20)],
            returnCodes: [0: .success, 1618: .retry])
        var life = Life.usual(apps: [app])
        life.run(until: 200)
        #expect(life.states(app) == ["01:10 1", "01:10 2", "01:40 3"])
    }

    @Test("U-14: an app that does not apply counts as completed, or fails by choice", arguments: [true, false])
    func notApplicable(counts: Bool) {
        var app = Win32App.good("a", 10)
        app.meetsRequirements = false
        var configuration = SidecarAgent.Configuration()
        configuration.choices.notApplicable = counts ? .completed : .error
        var life = Life.usual(apps: [app], agent: configuration)
        life.run(until: 100)
        #expect(life.states(app) == ["01:10 1", counts ? "01:10 3" : "01:10 4"])
    }

    @Test("2.4 item 8: an app that is there already is detected, 1 to 2 to 3 without a run")
    func alreadyInstalled() {
        var app = Win32App.good("a", 1000)
        app.isInstalled = true
        var life = Life.usual(apps: [app])
        life.run(until: 100)
        #expect(life.states(app) == ["01:10 1", "01:10 2", "01:10 3"])
    }

    @Test("U-11: TrackingUri may be left out")
    func withoutTrackingURI() {
        var configuration = SidecarAgent.Configuration()
        configuration.choices.trackingURI = .absent
        var life = Life.usual(apps: [.good("a", 10)], agent: configuration)
        life.run(until: 100)
        #expect(!life.tree.exists(NodeURI.trackedApp("Win32App_a_1", of: "Sidecar", "TrackingUri", in: .device)))
        #expect(life.page.state == .between)
    }

    @Test("The provider's name is a parameter")
    func otherProvider() {
        var configuration = SidecarAgent.Configuration()
        configuration.provider = "Acme Agent"
        var life = Life.usual(tree: .enrolled(provider: "Acme Agent"), apps: [.good("a", 10)], agent: configuration)
        life.run(until: 100)
        #expect(life.tree.children(NodeURI.trackedApps(.device)) == ["Acme Agent"])
        #expect(life.page.state == .between)
    }

    @Test("6 rule 1, default true: where no page is shown the agent is never in a phase, and all apps still install")
    func noPage() {
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        profile.showInstallationProgress = false
        let app = Win32App.good("a", 10)
        var life = Life.usual(tree: .enrolled(profile), apps: [app])
        life.run(until: 200)
        #expect(life.time(of: .phaseChanged(.notInEsp)) == "01:00")
        #expect(life.time(of: .phaseChanged(.deviceSetup)) == nil)
        #expect(life.time(of: .appChanged(id: "a", .completed, nil)) == "01:30")
        #expect(life.states(app).isEmpty)
    }

    @Test("6: DeviceSetup, then AccountSetup for the user, then NotInEsp; nothing changes between the phases")
    func phases() {
        var life = Life.usual(apps: [])
        life.at(500) { $0.signIn("S-1") }
        life.at(501) { $0.change { $0.set(FakeTree.userFSS + "ServerHasFinishedProvisioning", "true") } }
        life.run(until: 600)
        let phases = life.agentLog.compactMap { seen -> String? in
            guard case .phaseChanged(let phase) = seen.action else { return nil }
            return "\(seen.time) \(phase.rawValue)"
        }
        #expect(phases == ["01:00 DeviceSetup", "08:20 AccountSetup", "08:35 NotInEsp"])
    }

    @Test("ESP-531, section 5: apps that are not waited for start after the page, and their failure is invisible")
    func untracked() {
        var app = Win32App(id: "u", name: "U", attempts: [.init(seconds: 10, exitCode: 1)])
        app.isTracked = false
        var life = Life.usual(apps: [app, .good("a", 10)])
        life.at(70) { $0.change { $0.set(FakeTree.deviceFSS + "SkipUserStatusPage", "true") } }
        life.run(until: 200)
        #expect(life.time(of: .stateEntered(.between)) == "01:25")
        #expect(life.time(of: .appChanged(id: "u", .inProgress, nil)) == "01:45")
        #expect(life.time(of: .appChanged(id: "u", .error, HRESULT(0x8007_0001))) == "01:55")
        #expect(life.states(app).isEmpty)
        #expect(life.tree.value(FakeTree.deviceFSS + "WasDeviceSuccessfullyProvisioned") == "1")
    }

    @Test("ESP-606: the lines that log readers look for")
    func log() {
        var life = Life.usual(apps: [.good("a", 10)])
        life.run(until: 100)
        let lines = life.agentLog.compactMap { seen -> String? in
            guard case .logged(let line) = seen.action else { return nil }
            return line
        }
        #expect(
            lines == [
                "[Win32App] The EspPhase: DeviceSetup",
                "[ESPAppLockInProcessor] Found 1 apps which need to be installed for current phase",
                "[Win32App][EspManager] In EspPhase: DeviceSetup. App a has been registered. App name: A",
                "[Win32App][EspManager] Updating ESP tracked install status from NotInstalled to InProgress for "
                    + "application a",
                "[Win32App][EspManager] Updating ESP tracked install status from InProgress to Completed for "
                    + "application a",
                "[CheckDeviceAndAccountSetupStateWithWmi] All apps completed for device",
            ])
    }

    @Test("An installation that a restart interrupts begins again")
    func interrupted() {
        let app = Win32App.good("a", 60)
        var life = Life.usual(apps: [app])
        life.at(100) { $0.reboot() }
        life.run(until: 200)
        #expect(life.states(app) == ["01:10 1", "01:10 2", "02:40 3"])
    }

    @Test("A restart before the registration does not lose it")
    func restartBeforeRegistration() {
        let app = Win32App.good("a", 10)
        var life = Life.usual(apps: [app])
        life.at(66) { $0.reboot() }
        life.run(until: 200)
        #expect(life.states(app) == ["01:16 1", "01:16 2", "01:26 3"])
    }
}

struct QuirkTests {
    /// The "Default" column of 1.6, in the order of the ids.
    private static let defaults: [Quirks.Default] = [
        .on, .on, .on, .off, .onForHybridJoin, .on, .on, .on, .on, .on, .on, .on, .on, .on, .on, .on, .on, .off, .off,
        .on, .off, .off, .off, .on, .on, .off,
    ]

    @Test("ESP-313, ESP-314: whether the agent has Windows Installer, and whether it installs what the page waits for")
    func installer() {
        var packaged = Win32App.good("a", 50)
        packaged.installer = .msi
        var untracked = Win32App.good("c", 10)
        untracked.isTracked = false
        var life = Life.usual(apps: [packaged, .good("b", 40), untracked])
        life.user = "S-1"
        var seen: [String] = []
        for time in [69, 70, 119, 120, 159, 160, 300] as [Int64] {
            life.run(until: time)
            seen.append("\(time) \(life.agent.isRunningInstaller) \(life.agent.isInstallingTrackedApp)")
        }
        #expect(
            seen == [
                "69 false false", "70 true true", "119 true true", "120 false true", "159 false true",
                "160 false false", "300 false false",
            ])
        var after = SidecarAgent(apps: [untracked])
        after.progress["c"] = SidecarAgent.Progress(appID: "c", user: nil)
        after.work = .installing("c")
        #expect(!after.isRunningInstaller && !after.isInstallingTrackedApp)
        after.work = .waitingForRestart("c")
        #expect(!after.isRunningInstaller && !after.isInstallingTrackedApp)
    }

    @Test("1.6: every quirk is in the table once, in order, with its default")
    func catalogue() {
        #expect(Quirks.catalogue.map(\.id) == Quirks.ID.allCases)
        #expect(Quirks.catalogue.map(\.defaultState) == Self.defaults)
        #expect(Quirks.ID.allCases.first?.rawValue == "ESP-301" && Quirks.ID.allCases.last?.rawValue == "ESP-326")
    }

    @Test("A quirk that does not exist is refused; ESP-305 is on for a hybrid join only")
    func unknown() {
        var quirks = Quirks()
        #expect(throws: Quirks.Refusal.unknown("ESP-999")) { try quirks.set("ESP-999", to: true) }
        #expect(!quirks.isOn(.esp305) && quirks.isOn(.esp305, join: .hybrid))
    }

    @Test("A quirk that is played can be set by its name")
    func set() throws {
        var quirks = Quirks()
        #expect(quirks.isOn(.esp303) && !quirks.isOn(.esp323))
        try quirks.set("ESP-303", to: false)
        try quirks.set("ESP-323", to: true)
        #expect(!quirks.isOn(.esp303) && quirks.isOn(.esp323))
    }
}

struct DeviceTimeTests {
    @Test(
        "An instant is written as mm:ss",
        arguments: [(Int64(0), "00:00"), (65_000, "01:05"), (3_600_000, "60:00"), (1_250, "00:01.250")])
    func text(milliseconds: Int64, text: String) {
        #expect(DeviceTime(milliseconds: milliseconds).description == text)
    }
}

struct NodeURITests {
    @Test("0.3, 1.1: one key for every spelling")
    func key() {
        let key = NodeURI.key("./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server")
        #expect(NodeURI.key("./Vendor/MSFT/dmclient/Provider/MS DM Server") == key)
        #expect(NodeURI.key("./User/Vendor/MSFT/DMClient/Provider/MS DM Server") != key)
        #expect(NodeURI.key("./A/100%/%zz") == "a/100%/%zz")
    }
}
