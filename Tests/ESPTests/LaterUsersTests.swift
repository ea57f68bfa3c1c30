import Notation
import Testing

@testable import ESP

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
        life.at(90) { $0.report(HRESULT(0x8009_0016), at: scep) }
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
