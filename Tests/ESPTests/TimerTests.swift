import Testing

@testable import ESP

/// esp-behaviour.md 4.4.
struct TimerTests {
    private let never = Win32App.good("n", 1_000_000)

    @Test("4.4 T1m: kept over a reboot, to the second", arguments: [Int64(100), 3599])
    func keptOverReboots(restart: Int64) {
        var life = Life.usual(apps: [never])
        life.at(restart) { $0.reboot() }
        life.run(until: 4000)
        #expect(life.route.last == "60:00 S3")
    }

    @Test("4.4 T1m: downloads, restarts and idle all count; it ends at once when it ran out while the machine was down")
    func ranOutWhileDown() {
        var life = Life.usual(tree: .enrolled(.bits(7, minutes: 2)), apps: [.bad("a", 45, exitCode: 3010)])
        life.restartSeconds = 10
        life.run(until: 200)
        // The app asks for the restart at 01:55; the machine is back at 02:05, and detection finds the app too late.
        #expect(life.route.suffix(3) == ["01:55 S2r", "02:05 S2", "02:05 S3"])
        #expect(life.page.errorScreen?.code == .timeout)
    }

    @Test("4.4 T1m: counts while the machine is off", arguments: [(Int64(1000), "60:00 S3"), (4000, "68:20 S3")])
    func switchedOff(seconds: Int64, end: String) {
        var life = Life.usual(apps: [never])
        life.at(100) { $0.powerOff(forSeconds: seconds) }
        life.run(until: 5000)
        #expect(life.route.last == end)
    }

    @Test("4.4 T1m: full again after Try again")
    func tryAgain() {
        var life = Life.usual(tree: .enrolled(.bits(7, minutes: 10)), apps: [never])
        life.at(700) { $0.press(.tryAgain) }
        life.run(until: 2000)
        #expect(life.route.suffix(3) == ["10:00 S3", "11:40 S2", "21:40 S3"])
    }

    @Test("4.4 T1m, ESP-407: moves with its node, in both directions, until it has ended")
    func moves() {
        var life = Life.usual(tree: .enrolled(.bits(7, minutes: 30)), apps: [never], finishesDevice: false)
        life.at(100) { $0.change { $0.set(FakeTree.deviceFSS + "TimeOutUntilSyncFailure", "20") } }
        life.at(200) { $0.change { $0.set(FakeTree.deviceFSS + "TimeOutUntilSyncFailure", "40") } }
        life.run(until: 4000)
        #expect(life.time(of: .startTimer(.phase(.device), at: .seconds(1200))) == "01:40")
        #expect(life.time(of: .startTimer(.phase(.device), at: .seconds(2400))) == "03:20")
        #expect(life.route.last == "40:00 S3")
    }

    @Test("4.4 T1m: device and account phase each have their own full timeout")
    func eachPhase() {
        var life = Life.usual(tree: .enrolled(.bits(7, minutes: 3)), apps: [.good("a", 100), .good("c", 170, .user)])
        life.user = "S-1"
        life.finishUser(at: 180)
        life.run(until: 1000)
        // Device setup ends at 02:50; the user's app would end at 05:55 if it were not for the timeout of three minutes.
        #expect(life.route.suffix(4) == ["02:50 S4", "02:55 S5", "02:55 S6", "05:55 S7"])
    }

    @Test("4.4 T1m: ended by the phase, it does not fail a page that has been left")
    func stopped() {
        var life = Life.usual(apps: [.good("a", 10)])
        life.run(until: 5000)
        #expect(life.route.last == "01:25 S5")
        #expect(life.time(of: .stopTimer(.phase(.device))) == "01:20")
    }

    @Test(
        "4.4 T2, ESP-411: each provider has its own time; the first that ends fails the line", arguments: [true, false])
    func providers(firstIsDone: Bool) {
        var tree = FakeTree.enrolled()
        tree.register("ConfigMgr", timeout: 30)
        var life = Life.usual(tree: tree, apps: [], startsAgent: firstIsDone)
        life.run(until: 4000)
        #expect(life.time(of: .startTimer(.provider("Sidecar"), at: .seconds(900))) == "00:00")
        #expect(life.time(of: .startTimer(.provider("ConfigMgr"), at: .seconds(1800))) == "00:00")
        #expect(life.route == ["00:00 S1", firstIsDone ? "30:00 S3" : "15:00 S3"])
        #expect(life.time(of: .eventLogged(.providersTimedOut)) == (firstIsDone ? "30:00" : "15:00"))
    }

    @Test("4.4 T3: seven minutes, stopped by the attestation")
    func attestation() {
        var life = Life.byTicket()
        life.steps[.tpmAttestation] = Life.Step(seconds: 419)
        life.run(until: 500)
        #expect(life.time(of: .startTimer(.attestation, at: .seconds(420))) == "00:00")
        #expect(life.time(of: .stopTimer(.attestation)) == "06:59")
        #expect(life.line(.tpmAttestation, .devicePreparation)?.state == .succeeded)
    }

    @Test("4.4 T3: an attestation that ends too late changes nothing")
    func lateAttestation() {
        var life = Life.byTicket()
        life.steps[.tpmAttestation] = Life.Step(seconds: 430)
        life.run(until: 1000)
        #expect(life.route == ["00:00 S1", "07:00 S12"])
        #expect(life.times(of: .startPreparation(.tpmAttestation)) == ["00:00"])
    }

    @Test("4.4 T3: Try again before enrolment needs its bit; with it the attestation is asked for anew, with a full T3")
    func attestsAgain() {
        var life = Life.byTicket()
        life.steps[.tpmAttestation] = nil
        life.tree.set(FakeTree.deviceFSS + "BlockInStatusPage", "2")
        life.run(until: 440)
        life.steps[.tpmAttestation] = Life.Step(seconds: 10)
        life.press(.tryAgain)
        #expect(life.time(of: .startTimer(.attestation, at: .seconds(440 + 420))) == "07:20")
        life.run(until: 500)
        #expect(life.line(.tpmAttestation, .devicePreparation)?.state == .succeeded)
        #expect(life.times(of: .startPreparation(.tpmAttestation)) == ["00:00", "07:20"])
    }

    @Test("4.4 T5: five seconds; a restart in them begins them anew, and the device page is left all the same")
    func exitDelay() {
        var life = Life.usual(apps: [.good("a", 10)])
        life.at(83) { $0.reboot() }
        life.run(until: 100)
        #expect(life.route.suffix(2) == ["01:20 S4", "01:28 S5b"])
    }

    @Test("4.4 T6: 60 s from the request; the restart stops it")
    func rebootWait() {
        var life = Life.usual(apps: [.bad("a", 10, exitCode: 3010)])
        life.restartSeconds = 59
        life.run(until: 200)
        #expect(life.route.suffix(4) == ["01:20 S2r", "02:19 S2", "02:19 S4", "02:24 S5b"])
    }

    @Test("4.4 T6, ESP-521: after the reboot that did not come, Try again asks for it again")
    func rebootAgain() {
        var life = Life.usual(apps: [.bad("a", 10, exitCode: 3010)])
        life.at(200) { $0.press(.tryAgain) }
        life.at(210) { $0.reboot() }
        life.run(until: 300)
        #expect(life.times(of: .requestReboot) == ["01:20", "03:20"])
        #expect(life.route.suffix(3) == ["03:30 S2", "03:30 S4", "03:35 S5b"])
    }
}
