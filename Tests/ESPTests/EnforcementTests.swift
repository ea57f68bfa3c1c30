import Notation
import Testing

@testable import ESP

/// What the agent records of an app's enforcement, and the state that goes with it (esp-behaviour.md 3.4).
struct EnforcementTests {
    private func run(_ apps: [Win32App], _ variant: Variant = Variant(), until end: Int64 = 300) -> Life {
        var life = Life.usual(variant, apps: apps)
        life.run(until: end)
        return life
    }

    @Test("3.4: 1003, 2000, 1000: received, at work, installed")
    func succeeds() {
        let app = Win32App.good("a", 10)
        let life = run([app])
        #expect(life.enforcement(app) == ["01:10 1003", "01:10 2000", "01:20 1000 0"])
        #expect(life.states(app) == ["01:10 1", "01:10 2", "01:20 3"])
    }

    @Test("2.4 item 8: what is there already has no run")
    func detected() {
        var app = Win32App.good("a", 10)
        app.isInstalled = true
        #expect(run([app]).enforcement(app) == ["01:10 1003", "01:10 1000"])
    }

    @Test(
        "3.4, ESP-517: 5000 with the exit code; the page shows its HRESULT",
        arguments: [
            (Int32(1), true, "0x80070001"), (1603, true, "0x80070643"), (1618, true, "0x80070652"),
            (0, false, "0x87d1041c"), (-2_147_023_293, true, "0x80070643"), (70000, true, "0x80071170"),
        ])
    func fails(exitCode: Int32, isDetected: Bool, text: String) {
        let app = Win32App(
            id: "a", name: "A", attempts: [.init(seconds: 10, exitCode: exitCode, isDetected: isDetected)])
        let life = run([app])
        #expect(life.enforcement(app).last == "01:20 5000 \(exitCode)")
        #expect(life.states(app).last == "01:20 4")
        #expect(life.line(.apps, .deviceSetup)?.text.token == text)
    }

    @Test("3.4: 5003, content that cannot be downloaded")
    func downloadFails() {
        let code = HRESULT(0x8007_2EE7)
        let app = Win32App(id: "a", name: "A", attempts: [.init(seconds: 10, downloadError: code)])
        let life = run([app])
        #expect(life.enforcement(app) == ["01:10 1003", "01:10 2000", "01:20 5003"])
        #expect(life.states(app).last == "01:20 4")
        #expect(life.line(.apps, .deviceSetup)?.text == .hex(code))
    }

    @Test("3.4, ESP-536: 5999, a declared retry stays at 2")
    func retries() {
        let app = Win32App(
            id: "a", name: "A", attempts: [.init(seconds: 10, exitCode: 1618), .init(seconds: 20)],
            returnCodes: [0: .success, 1618: .retry])
        let life = run([app])
        #expect(
            life.enforcement(app) == [
                "01:10 1003", "01:10 2000", "01:20 5999 1618", "01:20 1003", "01:20 2000", "01:40 1000 0",
            ])
        #expect(life.states(app) == ["01:10 1", "01:10 2", "01:40 3"])
    }

    @Test(
        "3.4, ESP-536: 2008 with RebootRequired 2 or 3, and installed after the restart",
        arguments: [Int32(3010), 1641])
    func restarts(exitCode: Int32) {
        let app = Win32App.bad("a", 10, exitCode: exitCode)
        var life = Life.usual(apps: [app])
        life.restartSeconds = 30
        life.run(until: 300)
        #expect(life.enforcement(app).suffix(2) == ["01:20 2008 \(exitCode)", "01:50 1000 \(exitCode)"])
        #expect(life.states(app) == ["01:10 1", "01:10 2", "01:50 3"])
        let reboot = NodeURI.trackedApp(app.trackingName, of: "Sidecar", "RebootRequired", in: .device)
        #expect(life.writes(reboot) == [exitCode == 3010 ? "01:20 2" : "01:20 3", "01:50 1"])
    }

    @Test("3.4: detection after the restart may still say no")
    func restartsAndFails() {
        let app = Win32App(id: "a", name: "A", attempts: [.init(seconds: 10, exitCode: 3010, isDetected: false)])
        var life = Life.usual(apps: [app])
        life.restartSeconds = 30
        life.run(until: 300)
        #expect(life.states(app).last == "01:50 4")
        #expect(life.line(.apps, .deviceSetup)?.text == .hex(.notDetected))
    }

    @Test("3.4: 6002, what waits behind a hard reboot, is at 2 and goes on after it")
    func pendingHardRestart() {
        let app = Win32App.good("b", 10)
        var life = Life.usual(apps: [.bad("a", 10, exitCode: 1641), app])
        life.restartSeconds = 30
        life.run(until: 300)
        #expect(life.enforcement(app) == ["01:20 6002", "01:50 1003", "01:50 2000", "02:00 1000 0"])
        #expect(life.states(app) == ["01:10 1", "01:20 2", "02:00 3"])
    }

    @Test("3.4: a soft reboot lets the next app begin")
    func softReboot() {
        let app = Win32App.good("b", 10)
        let life = run([.bad("a", 10, exitCode: 3010), app])
        #expect(life.enforcement(app) == ["01:20 1003", "01:20 2000", "01:30 1000 0"])
    }

    // MARK: Dependencies

    private func dependent(_ ids: String...) -> Win32App {
        var app = Win32App.good("a", 10)
        app.dependencies = ids
        return app
    }

    private func hidden(_ app: Win32App) -> Win32App {
        var app = app
        app.isTracked = false
        return app
    }

    @Test("5, 3.4: dependencies first, each before what needs it; 2007 while the app waits")
    func dependencies() {
        var middle = hidden(.good("m", 5))
        middle.dependencies = ["z"]
        let app = dependent("m", "y")
        let life = run([app, hidden(.good("z", 5)), middle, hidden(.good("y", 5)), .good("b", 5)])
        let starts = life.moves.filter { $0.hasSuffix(" 2") }
        #expect(starts == ["01:10 z 2", "01:15 m 2", "01:20 y 2", "01:25 a 2", "01:35 b 2"])
        #expect(life.enforcement(app).first == "01:10 2007")
        #expect(life.tree.children(NodeURI.trackedApps(.device) + "/Sidecar") == ["Win32App_a_1", "Win32App_b_1"])
    }

    @Test("5: a circle of dependencies is cut")
    func circle() {
        var other = hidden(.good("z", 5))
        other.dependencies = ["a"]
        let life = run([dependent("z"), other])
        #expect(life.route.last == "01:30 S5")
    }

    @Test("3.4: 6001, a dependency failed: the app is at 4 with that code")
    func dependencyFails() {
        let app = dependent("z")
        let life = run([app, hidden(.bad("z", 5))])
        #expect(life.enforcement(app) == ["01:10 2007", "01:15 6001"])
        #expect(life.states(app) == ["01:10 1", "01:15 4"])
        #expect(life.line(.apps, .deviceSetup)?.text.token == "0x80070643")
    }

    @Test("ESP-518: a tracked dependency that fails ends the sequence, so the app stays at 1")
    func trackedDependencyFails() {
        let app = dependent("z")
        let life = run([app, .bad("z", 5), .good("b", 5)])
        #expect(life.states(app) == ["01:10 1"])
        #expect(life.moves.last == "01:15 z 4")
    }

    @Test("3.4: 6004 does not apply to a dependency that is there already")
    func manualDependency() {
        var app = dependent("z")
        app.installsDependencies = false
        var there = hidden(.good("z", 5))
        there.isInstalled = true
        #expect(run([app, there]).enforcement(app) == ["01:10 1003", "01:10 2000", "01:20 1000 0"])
        // Tracked itself and earlier in the list, it has been installed by then.
        #expect(run([.good("z", 5), app]).enforcement(app) == ["01:15 1003", "01:15 2000", "01:25 1000 0"])
    }

    // MARK: Windows Installer (ESP-314)

    private func msi(_ seconds: Int64 = 10, restartsMachine: Bool = false) -> Win32App {
        Win32App(
            id: "a", name: "A", attempts: [.init(seconds: seconds, restartsMachine: restartsMachine)], installer: .msi)
    }

    @Test(
        "ESP-314: an MSI that starts while OMA-DM installs fails with 1618, and with it the line",
        arguments: [true, false])
    func installerBusy(restartsMachine: Bool) {
        let app = msi(restartsMachine: restartsMachine)
        var life = Life.usual(apps: [app, .good("b", 10)])
        life.at(66) { $0.setInstaller(isBusy: true) }
        life.run(until: 300)
        #expect(life.enforcement(app).last == "01:12 5000 1618")
        #expect(life.states(app) == ["01:10 1", "01:10 2", "01:12 4"])
        #expect(life.line(.apps, .deviceSetup)?.text == .hex(.installerBusy))
        #expect(life.route.last == "01:12 S3")
        #expect(life.agentLog.allSatisfy { $0.action != .machineRestarts })
    }

    @Test("ESP-314: one declared as a retry gets its turn later")
    func installerBusyRetry() {
        var app = msi()
        app.returnCodes[1618] = .retry
        var life = Life.usual(apps: [app])
        life.at(66) { $0.setInstaller(isBusy: true) }
        life.at(73) { $0.setInstaller(isBusy: false) }
        life.run(until: 300)
        #expect(life.states(app) == ["01:10 1", "01:10 2", "01:24 3"])
    }

    @Test("5: installers that are no MSI do not collide, nor does an MSI with a free installer")
    func noCollision() {
        let app = Win32App.good("a", 10)
        var life = Life.usual(apps: [app])
        life.at(66) { $0.setInstaller(isBusy: true) }
        life.run(until: 100)
        #expect(life.states(app).last == "01:20 3")
        var free = Life.usual(apps: [msi()])
        free.at(66) { $0.setInstaller(isBusy: true) }
        free.at(68) { $0.setInstaller(isBusy: false) }
        free.at(72) { $0.setInstaller(isBusy: true) }
        free.run(until: 100)
        #expect(free.states(msi()).last == "01:20 3")
    }

    @Test("ESP-314 off: the MSI waits for the installer, and what follows waits with it", arguments: [false, true])
    func installerWaits(restarts: Bool) {
        let app = msi()
        var life = Life.usual(Variant(quirks: [.esp314: false]), apps: [app, .good("b", 10)])
        life.at(66) { $0.setInstaller(isBusy: true) }
        if restarts { life.at(90) { $0.reboot() } }
        life.at(100) { $0.setInstaller(isBusy: false) }
        life.run(until: 300)
        #expect(life.states(app) == ["01:10 1", "01:10 2", "01:50 3"])
        #expect(life.moves.suffix(2) == ["01:50 b 2", "02:00 b 3"])
    }
}
