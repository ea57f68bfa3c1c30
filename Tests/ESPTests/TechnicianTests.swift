import Notation
import Testing

@testable import ESP

/// Pre-provisioning (esp-behaviour.md 7.1).
struct TechnicianTests {
    private let fss = FakeTree.deviceFSS

    @Test("ESP-701, 1.4: all steps of preparation really run, one after the other")
    func steps() {
        var life = Life.byTicket()
        life.run(until: 125)
        #expect(life.time(of: .startPreparation(.tpmAttestation)) == "00:00")
        #expect(life.time(of: .startPreparation(.aadj)) == "00:20")
        #expect(life.time(of: .startPreparation(.mdmEnrollment)) == "00:40")
        #expect(life.time(of: "complete", on: .mdmEnrollment, in: .devicePreparation) == "01:00")
        // 2.3: there is nobody to talk to before the enrolment.
        #expect(life.time(of: .startSyncLoop(.providers)) == "01:00")
        #expect(life.time(of: .settingChanged(name: "Global.MDMEnrollmentStatus", value: "MdmEnrolling")) == "00:40")
        #expect(life.time(of: .settingChanged(name: "Global.MDMEnrollmentStatus", value: "Completed")) == "01:00")
        #expect(life.route == ["00:00 S1", "02:00 S2"])
    }

    @Test(
        "ESP-701, 4.6: a step that fails shows its code",
        arguments: [
            (SubcategoryKind.tpmAttestation, HRESULT(0x801C_03EA)), (.aadj, HRESULT(0x801C_0003)),
            (.mdmEnrollment, HRESULT.enrollmentRefused),
        ])
    func stepFails(kind: SubcategoryKind, code: HRESULT) {
        var life = Life.byTicket()
        life.steps[kind] = Life.Step(seconds: 5, error: code)
        life.run(until: 100)
        #expect(life.line(kind, .devicePreparation)?.text == .hex(code))
        #expect(life.page.state == .technicianFailure)
        #expect(life.page.errorScreen?.code == code)
    }

    /// A user's app in device context, one in user context, and one of the device.
    private var userApps: [Win32App] {
        var own = Win32App.good("own", 10, .user)
        own.context = .user
        return [.good("sys", 10, .user), own, .good("dev", 10)]
    }

    @Test("ESP-702: a pre-assigned user's apps in device context are installed, too", arguments: [true, false])
    func preAssigned(isAssigned: Bool) {
        var life = Life.byTicket(apps: userApps) { $0.agent.isUserPreAssigned = isAssigned }
        life.run(until: 200)
        let names = life.tree.children(NodeURI.trackedApps(.device) + "/Sidecar")
        #expect(names == (isAssigned ? ["Win32App_sys_1", "Win32App_dev_1"] : ["Win32App_dev_1"]))
        #expect(life.route.last == (isAssigned ? "02:35 S11" : "02:25 S11"))
    }

    private var mixedApps: [Win32App] {
        var other = Win32App(id: "o", name: "O", attempts: [.init(seconds: 10, exitCode: 1603), .init(seconds: 10)])
        other.isTracked = false
        return [other, .good("b", 10)]
    }

    @Test("ESP-703, ESP-010 off: only blocking apps are attempted")
    func blockingOnly() {
        var life = Life.byTicket(apps: mixedApps)
        life.run(until: 300)
        #expect(life.moves == ["02:10 b 1", "02:10 b 2", "02:20 b 3"])
        #expect(life.route.last == "02:25 S11")
    }

    @Test("ESP-703, ESP-010 on: the others are attempted, their failure neither fails the line nor ends the sequence")
    func allApps() {
        var life = Life.byTicket(apps: mixedApps) { $0.agent.installsNonBlockingApps = true }
        life.at(200) { $0.press(.reseal) }
        life.at(300) { $0.turnOn() }
        life.at(305) { $0.change { $0.finishDevice() } }
        life.run(until: 200)
        #expect(
            life.moves == [
                "02:10 o 1", "02:10 b 1", "02:10 o 2", "02:20 o 4", "02:20 b 2", "02:30 b 3",
            ])
        #expect(life.time(of: "3 of 3 installed", on: .apps, in: .deviceSetup) == "02:30")
        #expect(life.route.suffix(3) == ["02:30 S4", "02:35 S11", "03:20 S0"])
        // Tried again in the user's flow, where it is an app like any other that does not block.
        life.at(400) { $0.change { $0.set(FakeTree.deviceFSS + "SkipUserStatusPage", "true") } }
        life.run(until: 600)
        #expect(life.moves.suffix(2).map { $0.suffix(3) } == ["o 2", "o 3"])
    }

    @Test("ESP-703: a blocking app's failure fails the flow in either case", arguments: [true, false])
    func blockingFails(all: Bool) {
        var life = Life.byTicket(apps: [.bad("b", 10)]) { $0.agent.installsNonBlockingApps = all }
        life.run(until: 300)
        #expect(life.route.last == "02:20 S12")
        #expect(life.line(.apps, .deviceSetup)?.text.token == "0x80070643")
    }

    @Test("ESP-704: no Continue anyway, neither during work nor on error", arguments: 0...7)
    func noWayOut(bits: Int) {
        var life = Life.byTicket(apps: [.bad("b", 100)], profile: .bits(bits))
        life.run(until: 200)
        #expect(life.page.state == .deviceSetup)
        #expect(life.page.controls == PageControls())
        life.run(until: 300)
        #expect(life.page.state == .technicianFailure)
        #expect(!life.page.controls.offers(.continueAnyway))
        #expect(life.page.controls.offers(.reset) == (bits & 1 != 0))
        #expect(life.page.controls.offers(.tryAgain) == (bits & 2 != 0))
        #expect(life.page.controls.links == [.viewDiagnostics])
    }

    @Test("ESP-704, ESP-003: the red page has the server's text; ESP-524: its diagnostics include the TPM")
    func redPage() {
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        profile.customErrorMessage = "Call 4711"
        var life = Life.byTicket(apps: [.bad("b", 10)], profile: profile)
        life.at(200) { $0.press(.viewDiagnostics) }
        life.run(until: 200)
        #expect(life.page.errorScreen == ErrorScreen(code: HRESULT(0x8007_0643), text: "Call 4711"))
        #expect(life.time(of: .collectLogs(areas: ["Autopilot", "TPM"])) == "03:20")
        #expect(life.page.state == .technicianFailure)
    }

    @Test("ESP-704: without a text of the server's the red page has the text of a timeout; the user's page has not")
    func redPageWithoutText() {
        var life = Life.byTicket(apps: [.bad("b", 10)])
        life.run(until: 200)
        #expect(life.page.errorScreen?.text == ErrorScreen.timeoutText)
        var own = Life.usual(apps: [.bad("b", 10)])
        own.run(until: 200)
        #expect(own.page.errorScreen?.text == ErrorScreen.defaultText)
    }

    @Test("4.2: S12 → S10, Reset on the red page")
    func reset() {
        var life = Life.byTicket(apps: [.bad("b", 10)])
        life.at(200) { $0.press(.reset) }
        life.run(until: 200)
        #expect(life.route.suffix(2) == ["02:20 S12", "03:20 S10"])
        #expect(life.time(of: .startReset) == "03:20")
    }

    @Test(
        "1.4: a restart in a step begins the step anew, and no other",
        arguments: [(Int64(10), SubcategoryKind.tpmAttestation), (30, .aadj), (50, .mdmEnrollment)])
    func restartInStep(seconds: Int64, kind: SubcategoryKind) {
        var life = Life.byTicket()
        // What the device is at does not end while it is down.
        life.steps[kind] = nil
        life.at(seconds) { $0.powerOff(forSeconds: 5) }
        life.at(seconds + 1) { $0.steps[kind] = Life.Step(seconds: 20) }
        life.run(until: 300)
        let starts = [SubcategoryKind.tpmAttestation, .aadj, .mdmEnrollment].map {
            life.times(of: .startPreparation($0)).count
        }
        #expect(starts.reduce(0, +) == 4)
        #expect(life.times(of: .startPreparation(kind)).last == DeviceTime.seconds(seconds + 5).description)
        #expect(life.route.last == "02:15 S11")
    }

    @Test("ESP-704, ESP-521: Try again on the red page may lead to the green one")
    func tryAgain() {
        let app = Win32App(id: "a", name: "A", attempts: [.init(seconds: 10, exitCode: 1), .init(seconds: 10)])
        var life = Life.byTicket(apps: [app])
        life.at(200) { $0.press(.tryAgain) }
        life.run(until: 300)
        #expect(life.route.suffix(4) == ["02:20 S12", "03:20 S2", "03:30 S4", "03:35 S11"])
        #expect(life.times(of: .eventLogged(.whiteGloveFailed)) == ["02:20"])
        #expect(life.times(of: .eventLogged(.whiteGloveSucceeded)) == ["03:35"])
    }

    @Test("ESP-705: a page that the server hides shows success before apps finished")
    func hiddenPage() {
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        profile.showInstallationProgress = false
        var life = Life.byTicket(apps: [.good("a", 100)], profile: profile)
        life.run(until: 100)
        #expect(life.route == ["00:00 S1", "01:00 S13", "01:00 S11"])
        #expect(life.page.controls == PageControls(buttons: [.reseal]))
        #expect(life.moves.isEmpty)
        #expect(life.writes(NodeURI.hasProvisioningCompleted(.device)) == ["00:00 false", "01:00 true"])
        #expect(life.time(of: .setResumeMarker(false)) == "01:00")
        life.run(until: 4000)
        #expect(life.route.count == 3)
    }

    /// Sealed at 03:20, turned on at 05:00, lists at 05:05.
    private func userFlow(_ apps: [Win32App]) -> Life {
        var life = Life.byTicket(apps: apps)
        life.at(200) { $0.press(.reseal) }
        life.at(300) { $0.turnOn() }
        life.at(305) { $0.change { $0.finishDevice() } }
        return life
    }

    @Test("ESP-704, ESP-706: Reseal shuts the device down; turned on, it has its device page again, then the account's")
    func userFlow() {
        let app = Win32App.good("a", 60)
        var life = userFlow([app, .good("c", 10, .user)])
        life.user = "S-1"
        life.finishUser(at: 330)
        life.run(until: 299)
        #expect(life.route.suffix(2) == ["03:15 S11", "03:20 S0"])
        #expect(life.time(of: .powerOff) == "03:20")
        #expect(life.isOff)
        life.run(until: 300)
        for node in [
            "ExpectedPolicies", "ServerHasFinishedProvisioning", "IsSyncDone", "WasDeviceSuccessfullyProvisioned",
        ] {
            #expect(!life.tree.exists(fss + node))
        }
        #expect(life.line(.apps, .deviceSetup)?.text == .identifying)
        life.run(until: 600)
        // What was installed is detected at the check-in; the account page follows.
        #expect(
            life.route.suffix(7) == [
                "03:20 S0", "05:00 S1", "05:00 S2", "05:10 S4", "05:15 S5", "05:15 S6", "05:40 S8",
            ])
        #expect(life.states(app).suffix(2) == ["03:10 3", "05:10 3"])
        #expect(life.writes(fss + "WasDeviceSuccessfullyProvisioned") == ["03:10 1", "05:10 1"])
        #expect(life.writes(fss + "IsSyncDone") == ["03:10 true", "05:10 true"])
        #expect(
            life.writes(NodeURI.trackingPoliciesCreated("Sidecar", in: .device)).suffix(2) == [
                "05:00 false", "05:10 true",
            ])
        // The steps of a device ticket are not repeated.
        #expect(life.times(of: .startPreparation(.tpmAttestation)) == ["00:00"])
    }

    @Test("ESP-706, ESP-303: a reboot in the technician's part costs the user no credentials")
    func technicianReboots() {
        var life = Life.byTicket(apps: [.bad("a", 10, exitCode: 3010)])
        life.restartSeconds = 10
        life.at(200) { $0.press(.reseal) }
        life.at(300) { $0.turnOn() }
        life.at(305) { $0.change { $0.finishDevice() } }
        life.run(until: 400)
        #expect(
            life.route == [
                "00:00 S1", "02:00 S2", "02:20 S2r", "02:30 S2", "02:30 S4", "02:35 S11", "03:20 S0", "05:00 S1",
                "05:00 S2", "05:10 S4", "05:15 S5",
            ])
        #expect(life.time(of: .signInShown(.automatic)) == "05:15")
    }

    @Test("ESP-706: in the user's flow the result may differ from the technician's, and Continue anyway is back")
    func userFlowFails() {
        var other = Win32App.bad("o", 10)
        other.isTracked = true
        other.scope = .user
        var life = userFlow([.good("a", 10), other])
        life.user = "S-1"
        life.finishUser(at: 330)
        life.run(until: 600)
        #expect(life.route.last == "05:35 S7")
        #expect(life.page.controls.links == [.continueAnyway, .viewDiagnostics])
        #expect(life.time(of: .eventLogged(.whiteGloveFailed)) == nil)
    }
}

/// Self-deploying mode (esp-behaviour.md 7.2).
struct SelfDeployingTests {
    @Test("7.2: the same preparation, no user, no account phase")
    func succeeds() {
        var life = Life.byTicket(.selfDeploying, apps: [.good("a", 10), .good("c", 10, .user)])
        life.run(until: 300)
        #expect(life.route == ["00:00 S1", "02:00 S2", "02:20 S4", "02:25 S5"])
        #expect(life.time(of: .eventLogged(.whiteGloveSucceeded)) == nil)
        #expect(life.time(of: .phaseChanged(.notInEsp)) == "02:25")
        life.signIn("S-1")
        #expect(life.route.suffix(2) == ["05:00 S13", "05:00 S8"])
        #expect(life.page.board[.accountSetup].state == .notStarted)
    }

    @Test("7.2: on error the buttons of the profile, with the TPM in the diagnostics")
    func fails() {
        var life = Life.byTicket(.selfDeploying, apps: [.bad("a", 10)])
        life.at(200) { $0.press(.viewDiagnostics) }
        life.run(until: 200)
        #expect(life.route.last == "02:20 S3")
        #expect(life.page.controls.buttons == [.reset, .tryAgain])
        #expect(life.time(of: .collectLogs(areas: ["Autopilot", "TPM"])) == "03:20")
        #expect(life.time(of: .eventLogged(.whiteGloveFailed)) == nil)
    }
}
