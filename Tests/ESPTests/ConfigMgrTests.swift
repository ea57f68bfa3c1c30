import Notation
import Testing

@testable import ESP

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

    @Test("7.5, 4.6: ccmsetup fails with its code, or with 0x00000004", arguments: [HRESULT(0x8007_0643), nil])
    func fails(code: HRESULT?) {
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
