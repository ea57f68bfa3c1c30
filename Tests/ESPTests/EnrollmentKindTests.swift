import Testing

@testable import ESP

/// Who else gets a page (esp-behaviour.md 7.4), and who does not.
struct EnrollmentKindTests {
    /// A desktop on which an account is added: no device page. The agent is there at once.
    private func desktop(_ variant: Variant, apps: [Win32App] = [], minutes: Int = 60) -> Life {
        var tree = FakeTree.enrolled(.bits(7, minutes: minutes))
        tree.set(NodeURI.preparationProvider("Sidecar", "InstallationState"), "3")
        var life = Life(tree: tree, apps: apps, page: variant.page, agent: variant.agent)
        life.at(0) { life in
            life.signIn("S-1")
            life.startAgent()
        }
        life.finishUser(at: 5)
        return life
    }

    @Test(
        "7.4: an account added on the desktop, or co-management, gets the account page without a device page",
        arguments: [EnrollmentKind.workAccount, .coManagement])
    func desktop(kind: EnrollmentKind) {
        var life = desktop(Variant(enrollment: kind), apps: [.good("c", 10, .user)])
        life.run(until: 100)
        #expect(life.route == ["00:00 S6", "00:25 S8"])
        #expect(life.writes(NodeURI.hasProvisioningCompleted(.device)).isEmpty)
    }

    @Test(
        "ESP-304: on 1903 and older an added work account waits for Entra until the timeout",
        arguments: [
            (17763, true, true), (18362, true, true), (18363, true, false), (26200, true, false), (18362, false, false),
        ])
    func workAccount(build: Int, isOn: Bool, waits: Bool) {
        var variant = Variant(enrollment: .workAccount, quirks: [.esp304: isOn])
        variant.page.build = build
        var life = desktop(variant, minutes: 10)
        life.run(until: 2000)
        #expect(life.route == (waits ? ["00:00 S6", "10:00 S7"] : ["00:00 S6", "00:15 S8"]))
        if waits {
            #expect(life.line(.waitingForAadRegistration, .accountSetup)?.state == .failed)
            #expect(life.line(.apps, .accountSetup)?.text == .previousStepFailed)
            #expect(life.page.errorScreen?.code == .timeout)
        }
    }

    @Test("ESP-304: other ways of enrolment do not wait")
    func joined() {
        var variant = Variant(quirks: [.esp304: true])
        variant.page.build = 17763
        var life = Life.usual(variant)
        life.user = "S-1"
        life.finishUser(at: 80)
        life.run(until: 200)
        #expect(life.route.last == "01:30 S8")
    }

    @Test(
        "ESP-311: a device enrolled by Group Policy has no page for its user either; off, it has",
        arguments: [true, false])
    func groupPolicy(isOn: Bool) {
        var life = desktop(Variant(enrollment: .groupPolicy, quirks: [.esp311: isOn]))
        life.run(until: 100)
        #expect(life.route == (isOn ? ["00:00 S13", "00:00 S8"] : ["00:00 S6", "00:15 S8"]))
    }
}

/// Further users of a device (7.4, SC-11).
struct LaterUsersTests {
    /// The first user's page is left at 01:40, with an app of ten seconds.
    private func life(_ apps: [Win32App], profile: EnrollmentStatusPageProfile = .scenarioDefault) -> Life {
        var life = Life.usual(tree: .enrolled(profile), apps: apps)
        life.user = "S-1"
        life.finishUser(at: 80)
        return life
    }

    @Test("7.4: each user has a page, nodes, progress and results of their own")
    func own() {
        var app = Win32App.good("c", 10, .user)
        app.context = .user
        var life = life([app])
        life.at(200) { $0.signIn("S-2") }
        life.at(205) { $0.finishUser() }
        life.run(until: 200)
        #expect(life.route.suffix(3) == ["01:15 S6", "01:40 S8", "03:20 S6"])
        #expect(life.line(.apps, .accountSetup)?.text == .identifying)
        #expect(life.tree.value(NodeURI.hasProvisioningCompleted(.user)) == "false")
        #expect(life.time(of: .startTimer(.phase(.user), at: .seconds(200 + 3600))) == "03:20")
        life.run(until: 400)
        #expect(life.route.last == "03:45 S8")
        #expect(life.states(app) == ["01:25 1", "01:25 2", "01:35 3", "03:30 1", "03:30 2", "03:40 3"])
        #expect(life.writes(FakeTree.userFSS + "IsSyncDone") == ["01:35 true", "03:40 true"])
        #expect(life.writes(FakeTree.userFSS + "WasDeviceSuccessfullyProvisioned") == ["01:35 1", "03:40 1"])
        life.signIn("S-1")
        #expect(life.route.last == "03:45 S8")
        #expect(life.tree.value(FakeTree.userFSS + "IsSyncDone") == "true")
    }

    @Test("2.4: an app in system context is there for the next user already: 1, 2, 3 without a run")
    func detected() {
        let app = Win32App.good("c", 10, .user)
        var life = life([app])
        life.at(200) { $0.signIn("S-2") }
        life.run(until: 300)
        #expect(life.states(app).suffix(3) == ["03:30 1", "03:30 2", "03:30 3"])
    }

    @Test("ESP-208: a user's page tracks the apps assigned to that user")
    func assigned() {
        var first = Win32App.good("f", 10, .user)
        first.users = ["S-1"]
        var second = Win32App.good("s", 10, .user)
        second.users = ["S-2"]
        var life = life([first, second, .good("all", 10, .user)])
        life.at(200) { $0.signIn("S-2") }
        life.run(until: 150)
        let tracked = NodeURI.trackedApps(.user) + "/Sidecar"
        #expect(life.tree.children(tracked) == ["Win32App_f_1", "Win32App_all_1"])
        life.run(until: 300)
        #expect(life.tree.children(tracked) == ["Win32App_s_1", "Win32App_all_1"])
    }

    @Test("7.4: a failure of the first user's page does not show on the second user's")
    func cleanSlate() {
        let scep = "./User/Vendor/MSFT/ClientCertificateInstall/SCEP/ModelName_1"
        var life = Life.usual(apps: [])
        life.user = "S-1"
        let lists: (inout Life) -> Void = { life in
            life.change {
                $0.set(FakeTree.userFSS + "ExpectedSCEPCerts", scep)
                $0.set(FakeTree.userFSS + "ServerHasFinishedProvisioning", "true")
            }
        }
        life.at(80, lists)
        life.at(90) { $0.report(HResult(0x8009_0016), at: scep) }
        life.at(100) { $0.press(.continueAnyway) }
        life.at(200) { $0.signIn("S-2") }
        life.at(205, lists)
        life.run(until: 300)
        #expect(life.time(of: "0x80090016", on: .certificates, in: .accountSetup) == "01:30")
        #expect(life.line(.certificates, .accountSetup)?.text.token == "0 of 1 applied")
        #expect(life.page.state == .accountSetup)
    }

    @Test("5: an app that is still being installed for the last user does not write into the next user's nodes")
    func stillInstalling() {
        var slow = Win32App.bad("c", 200, .user)
        slow.context = .user
        slow.users = ["S-1"]
        var other = Win32App.good("c2", 10, .user)
        other.users = ["S-2"]
        var life = life([slow, other], profile: .bits(0))
        life.at(100) { $0.press(.continueAnyway) }
        life.at(200) { $0.signIn("S-2") }
        life.at(205) { $0.finishUser() }
        life.run(until: 600)
        // The first user's installer ends at 04:45; the second user's app comes after it.
        #expect(life.moves.contains("04:45 c 4"))
        #expect(life.tree.children(NodeURI.trackedApps(.user) + "/Sidecar") == ["Win32App_c2_1"])
        #expect(life.states(other) == ["03:30 1", "04:45 2", "04:55 3"])
        #expect(life.route.last == "05:00 S8")
    }

    @Test("ESP-005, SC-11: with SkipUserStatusPage true after the first user the second goes straight to the desktop")
    func firstUserOnly() {
        let app = Win32App.good("c", 10, .user)
        var own = app
        own.id = "own"
        own.context = .user
        var life = life([app, own])
        life.at(150) { $0.change { $0.set(FakeTree.deviceFSS + "SkipUserStatusPage", "true") } }
        life.at(200) { $0.signIn("S-2") }
        life.run(until: 400)
        #expect(life.route.suffix(2) == ["03:20 S13", "03:20 S8"])
        #expect(life.tree.value(NodeURI.hasProvisioningCompleted(.user)) == nil)
        // Never in a phase for this user: the app comes with the normal check-in, without a tracking node.
        #expect(life.tree.children(NodeURI.trackedApps(.user)) == nil)
        #expect(life.moves.suffix(2) == ["03:40 own 2", "03:50 own 3"])
    }
}

/// esp-behaviour.md 7.5.
struct ConfigMgrTests {
    private let provider = FakeTree.deviceTracking + "DevicePreparation/PolicyProviders/ConfigMgr/"
    private let sequence = FakeTree.deviceTracking + "Setup/Apps/Tracking/ConfigMgr/Provisioning_TS/"

    /// ConfigMgr alone is registered, with 30 minutes; ccmsetup starts at 00:10.
    private func life(_ configuration: ConfigMgrAgent.Configuration, starts: Bool = true) -> Life {
        var tree = FakeTree.enrolled(provider: nil)
        tree.register("ConfigMgr", timeout: 30)
        var life = Life(tree: tree, configMgr: configuration)
        life.at(0) { $0.enter() }
        if starts { life.at(10) { $0.startConfigMgr() } }
        life.at(65) { $0.change { $0.finishDevice(msi: []) } }
        return life
    }

    @Test("7.5: state 1 until ccmsetup has installed and registered the client, then 3")
    func ready() {
        var life = life(.init(setupSeconds: 120))
        life.run(until: 129)
        #expect(life.tree.value(provider + "InstallationState") == "1")
        life.run(until: 200)
        #expect(life.writes(provider + "InstallationState") == ["02:10 3"])
        #expect(life.route == ["00:00 S1", "02:10 S2", "02:10 S4", "02:15 S5"])
        #expect(life.writes(NodeURI.trackingPoliciesCreated("ConfigMgr", in: .device)) == ["02:10 true"])
    }

    @Test("7.5, 4.6: ccmsetup fails with its code, or with 0x00000004", arguments: [HResult(0x8007_0643), nil])
    func fails(code: HResult?) {
        var life = life(.init(setupSeconds: 120, failure: .init(code: code)))
        life.run(until: 200)
        #expect(life.route == ["00:00 S1", "02:10 S3"])
        #expect(life.writes(provider + "InstallationState") == ["02:10 4"])
        #expect(
            life.line(.espProviderInstallation, .devicePreparation)?.text.token == code?.description ?? "0x00000004")
    }

    @Test("7.5, 4.4 T2: 30 minutes, as its node says", arguments: [true, false])
    func timesOut(starts: Bool) {
        var life = life(.init(setupSeconds: 3000), starts: starts)
        life.run(until: 2000)
        #expect(life.route == ["00:00 S1", "30:00 S3"])
        #expect(life.page.errorScreen?.code == .timeout)
    }

    @Test("7.5: the task sequence is tracked as Provisioning_TS in device setup", arguments: [false, true])
    func taskSequence(fails: Bool) {
        var life = life(.init(setupSeconds: 120, taskSequence: .init(seconds: 300, fails: fails)))
        life.run(until: 200)
        #expect(life.line(.apps, .deviceSetup)?.text.token == "0 of 1 installed")
        life.run(until: 500)
        #expect(life.writes(sequence + "InstallationState") == ["02:10 1", "02:10 2", fails ? "07:10 4" : "07:10 3"])
        #expect(life.route[2] == (fails ? "07:10 S3" : "07:10 S4"))
    }

    @Test("7.5: the task sequence may restart the machine and go on")
    func taskSequenceRestarts() {
        var life = life(.init(setupSeconds: 120, taskSequence: .init(seconds: 300, restartsAfterSeconds: 100)))
        life.restartSeconds = 30
        life.run(until: 1000)
        // 100 s of work until 03:50, the restart until 04:20, 200 s more.
        #expect(life.writes(sequence + "InstallationState") == ["02:10 1", "02:10 2", "07:40 3"])
        #expect(life.writes(sequence + "RebootRequired") == ["03:50 3", "04:20 1"])
        #expect(life.route.suffix(4) == ["03:50 S2r", "04:20 S2", "07:40 S4", "07:45 S5b"])
    }

    @Test("7.5: a restart during ccmsetup begins it anew; one at any other time changes nothing")
    func restarted() {
        var life = life(.init(setupSeconds: 120))
        life.at(100) { $0.reboot() }
        life.run(until: 300)
        #expect(life.writes(provider + "InstallationState") == ["03:40 3"])
    }

    @Test("7.5: no part in account setup")
    func accountSetup() {
        var life = life(.init(setupSeconds: 20))
        life.user = "S-1"
        life.finishUser(at: 80)
        life.run(until: 200)
        #expect(life.route.last == "01:25 S8")
        #expect(life.tree.children(NodeURI.appProviders(.user)) == nil)
        #expect(life.tree.children(NodeURI.trackedApps(.user)) == nil)
    }
}
