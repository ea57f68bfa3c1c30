import Testing

@testable import ESP

struct RebootTests {
    private let vbs = "./Device/Vendor/MSFT/Policy/Config/DeviceGuard/EnableVirtualizationBasedSecurity"

    @Test("SC-07, ESP-325, ESP-303, ESP-306: one coalesced reboot, then a prompt without user name")
    func coalesced() {
        var life = Life.usual(apps: [.good("a", 60)])
        life.run(until: 70)
        let applied = life.page.rebootRequiredURIApplied(vbs, scope: .device)
        #expect(
            applied == [
                .eventLogged(.rebootRequired(uri: vbs)),
                .settingChanged(name: "ESP.Device.rebootRequiredToCommitSettings", value: "true"),
            ])
        #expect(PageEvent.rebootRequired(uri: vbs).id == 2800)
        life.run(until: 135)
        #expect(life.page.state == .rebooting)
        #expect(life.time(of: .requestReboot) == "02:10")
        #expect(life.line(.rebootCoalescing, .deviceSetup)?.state == .rebootRequiredAndTryAgain)
        life.reboot()
        #expect(life.line(.rebootCoalescing, .deviceSetup)?.state == .succeeded)
        #expect(life.line(.apps, .deviceSetup)?.text.token == "2 of 2 installed")
        #expect(life.page.state == .deviceExit)
        life.run(until: 140)
        #expect(life.page.state == .betweenWithPrompt)
        #expect(life.time(of: .signInShown(.prompt(userNameFilledIn: false))) == "02:20")
        let restarted = life.pageLog.filter { seen in
            guard case .eventLogged(.subcategoryStarted(let subcategory)) = seen.action else { return false }
            return subcategory.kind == .apps
        }
        #expect(restarted.count == 1)
    }

    @Test("SC-07 variant: the same policy for the user makes no reboot")
    func userPolicy() {
        var life = Life.usual(apps: [])
        life.user = "S-1"
        life.run(until: 100)
        #expect(life.page.state == .accountSetup)
        #expect(life.page.rebootRequiredURIApplied(vbs, scope: .device).isEmpty)
        #expect(life.page.rebootRequiredURIApplied(vbs, scope: .user).isEmpty)
    }

    private func softReboot(_ second: Win32App) -> Life {
        let appA = Win32App(id: "a", name: "A", attempts: [.init(seconds: 10, exitCode: 3010)])
        return Life.usual(apps: [appA, second])
    }

    @Test("SC-08, ESP-536, ESP-413: a soft reboot waits for the other apps; after it the app is detected")
    func appSoftReboot() {
        var life = softReboot(.good("b", 30))
        life.run(until: 109)
        let reboot = NodeURI.trackedApp("Win32App_a_1", of: "Sidecar", "RebootRequired", in: .device)
        #expect(life.writes(reboot) == ["01:20 2"])
        #expect(life.page.state == .deviceSetup)
        life.run(until: 115)
        #expect(life.time(of: .requestReboot) == "01:50")
        #expect(life.line(.apps, .deviceSetup)?.state == .rebootRequiredAndTryAgain)
        life.reboot()
        #expect(life.tree.value(reboot) == "1")
        #expect(life.line(.apps, .deviceSetup)?.text.token == "3 of 3 installed")
        #expect(life.page.state == .deviceExit)
    }

    @Test("SC-08 variant, ESP-537: no reboot when another app fails")
    func rebootAndFailure() {
        let appB = Win32App(id: "b", name: "B", attempts: [.init(seconds: 30, exitCode: 1603)])
        var life = softReboot(appB)
        life.run(until: 200)
        #expect(life.time(of: .requestReboot) == nil)
        #expect(life.page.board[.deviceSetup].state == .failed)
        #expect(life.line(.apps, .deviceSetup)?.text.token == "0x80070643")
    }

    @Test("ESP-537: the reboot waits for the other lines")
    func rebootWaitsForLines() {
        let wifi = "./Vendor/MSFT/WiFi/Profile/Office"
        let appA = Win32App(id: "a", name: "A", attempts: [.init(seconds: 10, exitCode: 1641)])
        let appB = Win32App.good("b", 5)
        var life = Life.usual(apps: [appA, appB], finishesDevice: false)
        life.at(65) { $0.change { $0.finishDevice(network: [wifi]) } }
        life.at(120) { $0.change { $0.set(wifi, nil) } }
        life.run(until: 130)
        #expect(life.time(of: .requestReboot) == "02:00")
        // ESP-536: nothing else starts before a hard reboot.
        #expect(life.enforcement(appB) == ["01:20 6002"])
        life.reboot()
        #expect(life.enforcement(appB).dropFirst() == ["02:10 1003", "02:10 2000"])
    }

    @Test("4.2 S2r, T6: a reboot that does not come within 60 s fails the category")
    func rebootMissing() {
        var life = Life.usual(apps: [.good("a", 60)])
        life.run(until: 70)
        _ = life.page.rebootRequiredURIApplied(vbs, scope: .device)
        life.run(until: 130 + 59)
        #expect(life.page.state == .rebooting)
        life.run(until: 130 + 60)
        #expect(life.page.state == .deviceError)
        let failed = PageEvent.subcategoryFailed(.init(.deviceSetup, .rebootCoalescing), .failed, .unexpected)
        #expect(life.time(of: .eventLogged(failed)) == "03:10")
        #expect(failed.message == "DeviceSetup.RebootCoalescing: failed 0x8000ffff")
    }

    @Test("4.4 T1m goes on over a reboot; 2.3 the sessions start anew")
    func timerPersists() {
        var life = Life.usual(apps: [.good("a", 100_000)])
        life.at(1000) { $0.reboot() }
        life.run(until: 1000)
        #expect(life.pageLog.last { $0.action == .startSyncLoop(.deviceSetup) }?.time == .seconds(1000))
        life.run(until: 3599)
        #expect(life.page.state == .deviceSetup)
        life.run(until: 3600)
        #expect(life.page.state == .deviceError)
    }

    @Test("4.4: T1m that ended while the machine was down fails the page when it resumes")
    func timerEndedMeanwhile() {
        var life = Life.usual(apps: [.good("a", 100_000)])
        life.run(until: 3590)
        var page = life.page
        let actions = page.rebooted(now: .seconds(3700), tree: life.tree)
        #expect(page.state == .deviceError)
        #expect(actions.contains(.stateEntered(.deviceError)))
    }

    @Test(
        "ESP-301: an app that restarts the machine stays at 2; after boot detection decides",
        arguments: [true, false])
    func appRestartsMachine(isDetected: Bool) {
        let app = Win32App(
            id: "a", name: "A", attempts: [.init(seconds: 10, isDetected: isDetected, restartsMachine: true)])
        var life = Life.usual(apps: [app])
        life.run(until: 90)
        #expect(life.time(of: .machineRestarts) == "01:20")
        #expect(life.states(app).last == "01:10 2")
        #expect(!life.tree.exists(NodeURI.trackedApp(app.trackingName, of: "Sidecar", "RebootRequired", in: .device)))
        life.reboot()
        #expect(life.states(app).last == (isDetected ? "01:30 3" : "01:30 4"))
        life.run(until: 100)
        #expect(life.page.state == (isDetected ? .betweenWithPrompt : .deviceError))
    }

    @Test("ESP-303 off: the credentials survive a reboot during device setup")
    func credentialsKept() throws {
        var configuration = StatusPage.Configuration()
        configuration.quirks.set(.esp303, to: false)
        var life = Life.usual(apps: [.good("a", 60)], page: configuration)
        life.at(80) { $0.reboot() }
        life.run(until: 300)
        #expect(life.time(of: .signInShown(.automatic)) != nil)
    }

    @Test("ESP-526, ESP-538, U-18: no reboot in account setup; one that comes resumes the page with a full timeout")
    func accountReboot() {
        let app = Win32App(id: "c", name: "C", scope: .user, attempts: [.init(seconds: 300, exitCode: 3010)])
        var life = Life.usual(apps: [app])
        life.user = "S-1"
        life.at(80) { $0.change { $0.set(FakeTree.userFSS + "ServerHasFinishedProvisioning", "true") } }
        life.at(200) { $0.reboot() }
        life.run(until: 200)
        #expect(life.page.state == .accountSetup)
        #expect(life.time(of: .startTimer(.phase(.user), at: .seconds(200 + 3600))) == "03:20")
        life.run(until: 600)
        #expect(life.time(of: .requestReboot) == nil)
        #expect(life.writes(NodeURI.trackedApp("Win32App_c_1", of: "Sidecar", "RebootRequired", in: .user)).count == 1)
        #expect(life.page.state == .done)
    }

    @Test("4.2 S3: the error screen comes back after a restart")
    func errorAfterRestart() {
        let app = Win32App(id: "b", name: "B", attempts: [.init(seconds: 5, exitCode: 1)])
        var life = Life.usual(apps: [app])
        life.at(100) { $0.reboot() }
        life.run(until: 100)
        #expect(life.page.state == .deviceError)
        let shown = life.pageLog.filter { if case .errorShown = $0.action { true } else { false } }
        #expect(shown.map(\.time) == [.seconds(75), .seconds(100)])
    }
}
