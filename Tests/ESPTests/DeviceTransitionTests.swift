import Testing

@testable import ESP

/// The device rows of the transition table, each through what happens to the machines.
struct DeviceTransitionTests {
    private let fss = FakeTree.deviceFSS
    private let sidecar = FakeTree.deviceTracking + "DevicePreparation/PolicyProviders/Sidecar/"

    @Test("4.2: S0 → S1, OOBE reaches a page that the server wants")
    func entered() {
        var life = Life()
        life.enter()
        #expect(life.route == ["00:00 S1"])
        #expect(life.writes(NodeURI.hasProvisioningCompleted(.device)) == ["00:00 false"])
        #expect(life.time(of: .setResumeMarker(true)) == "00:00")
        #expect(life.time(of: .startTimer(.phase(.device), at: .seconds(3600))) == "00:00")
        let fresh = CategoryBoard().entries.map { PageAction.settingChanged(name: $0.settingName, value: $0.json) }
        #expect(life.pageLog.prefix(3).map(\.action) == fresh)
    }

    @Test(
        "4.2: S0 → S13 → S5, Skip or Group Policy keeps the page away, and nothing is tracked",
        arguments: [true, false])
    func skipped(byGroupPolicy: Bool) {
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        profile.showInstallationProgress = byGroupPolicy
        var life = Life.usual(
            Variant(enrollment: byGroupPolicy ? .groupPolicy : .oobe), tree: .enrolled(profile), apps: [.good("a", 10)])
        life.run(until: 4000)
        #expect(life.route == ["00:00 S13", "00:00 S5"])
        #expect(life.time(of: .pageLeft(.device, .skipped)) == "00:00")
        let works = life.pageLog.contains { seen in
            switch seen.action {
            case .startTimer, .subcategoryChanged, .categoryChanged, .startSyncLoop: true
            default: false
            }
        }
        #expect(!works)
        #expect(life.tree.children(NodeURI.trackedApps(.device)) == nil)
    }

    @Test("4.2: S1 → S2, the visible steps succeed and every provider is at 2 or 3", arguments: ["2", "3"])
    func prepared(state: String) {
        var tree = FakeTree.enrolled()
        tree.register("ConfigMgr")
        var life = Life(tree: tree)
        life.enter()
        life.at(30) { $0.change { $0.set(self.sidecar + "InstallationState", state) } }
        life.at(40) { life in
            life.change {
                $0.set(FakeTree.deviceTracking + "DevicePreparation/PolicyProviders/ConfigMgr/InstallationState", "3")
            }
        }
        life.run(until: 50)
        #expect(life.route == ["00:00 S1", "00:40 S2"])
        #expect(life.time(of: .settingChanged(name: "Global.ShowContinueAnywayButton", value: "true")) == "00:40")
        #expect(life.page.board[.devicePreparation].state == .succeeded)
    }

    @Test("4.2: S1 → S3, a provider reports 4: the line shows LastError, what follows never ran")
    func providerFails() {
        var life = Life()
        life.enter()
        life.at(30) { life in
            life.change {
                $0.set(self.sidecar + "LastError", "-2147023293")
                $0.set(self.sidecar + "InstallationState", "4")
            }
        }
        life.run(until: 30)
        #expect(life.route == ["00:00 S1", "00:30 S3"])
        #expect(life.line(.espProviderInstallation, .devicePreparation)?.text.token == "0x80070643")
        for category in [Category.deviceSetup, .accountSetup] {
            #expect(life.page.board[category].state.token == "previousStepFailed")
            #expect(life.page.board[category].lines.allSatisfy { $0.text == .previousStepFailed })
        }
        #expect(life.time(of: .settingChanged(name: "Global.ShowContinueAnywayButton", value: "true")) == nil)
    }

    @Test("4.2: S1 → S12, the same in pre-provisioning")
    func providerFailsForTechnician() {
        var life = Life.byTicket()
        life.at(70) { $0.change { $0.set(self.sidecar + "InstallationState", "4") } }
        life.run(until: 100)
        #expect(life.route == ["00:00 S1", "01:10 S12"])
        #expect(life.time(of: .eventLogged(.whiteGloveFailed)) == "01:10")
    }

    @Test(
        "4.2: S1 → S3 or S12, the provider timer T2 ends", arguments: DeploymentMode.allCases.filter(\.usesDeviceTicket)
    )
    func providerTimesOut(mode: DeploymentMode) {
        // The provider line begins at 01:00, and its agent never starts.
        var life = Life.byTicket(mode, startsAgent: false)
        life.run(until: 2000)
        #expect(life.route == ["00:00 S1", mode == .selfDeploying ? "16:00 S3" : "16:00 S12"])
        #expect(life.page.errorScreen?.code == .timeout)
        #expect(life.line(.espProviderInstallation, .devicePreparation)?.text.token == "0x800705b4")
    }

    @Test(
        "4.2: S1 → S3 or S12, the TPM is not attested within T3",
        arguments: DeploymentMode.allCases.filter(\.usesDeviceTicket))
    func notAttested(mode: DeploymentMode) {
        var life = Life.byTicket(mode)
        life.steps[.tpmAttestation] = nil
        life.run(until: 2000)
        #expect(life.route == ["00:00 S1", mode == .selfDeploying ? "07:00 S3" : "07:00 S12"])
        #expect(life.line(.tpmAttestation, .devicePreparation)?.text.token == "0x800705b4")
        #expect(life.line(.aadj, .devicePreparation)?.text == .previousStepFailed)
    }

    @Test("4.2: S2 → S4, all four lines succeed and nothing wants a reboot")
    func deviceSucceeds() {
        var life = Life.usual(apps: [.good("a", 10)])
        life.run(until: 80)
        #expect(life.route == ["00:00 S1", "01:00 S2", "01:20 S4"])
        #expect(life.line(.rebootCoalescing, .deviceSetup)?.state == .succeeded)
        #expect(life.writes(fss + "WasDeviceSuccessfullyProvisioned") == ["01:20 1"])
        #expect(life.writes(fss + "IsSyncDone") == ["01:20 true"])
        #expect(life.page.controls == PageControls())
    }

    @Test("4.2: S2 → S2r, all four lines finished, one of them waiting for a reboot")
    func lineNeedsReboot() {
        var life = Life.usual(apps: [.bad("a", 10, exitCode: 3010)])
        life.run(until: 80)
        #expect(life.route.last == "01:20 S2r")
        #expect(life.time(of: .requestReboot) == "01:20")
        #expect(life.time(of: .startTimer(.rebootWait, at: .seconds(140))) == "01:20")
        #expect(life.page.board[.deviceSetup].state == .rebootRequiredAndTryAgain)
        #expect(life.line(.apps, .deviceSetup)?.text == .rebootRequired)
        #expect(life.writes(fss + "IsSyncDone").isEmpty)
    }

    @Test("4.2: S2 → S2r, the lines succeed and settings wait to be committed")
    func settingsNeedReboot() {
        var life = Life.usual(apps: [.good("a", 10)])
        life.at(66) { $0.applyRebootPolicy("./Device/Vendor/MSFT/Policy/Config/Update/ManagePreviewBuilds") }
        life.run(until: 80)
        #expect(life.route.last == "01:20 S2r")
        #expect(life.line(.rebootCoalescing, .deviceSetup)?.state == .rebootRequiredAndTryAgain)
        #expect(life.line(.apps, .deviceSetup)?.state == .succeeded)
        #expect(life.line(.sendResultsToMdmServer, .deviceSetup)?.state == .notStarted)
    }

    @Test("4.2: S2 → S3, a line failed and all four have ended")
    func deviceFails() {
        var life = Life.usual(apps: [.bad("a", 10)], finishesDevice: false)
        life.at(65) { $0.change { $0.finishDevice(network: ["./Vendor/MSFT/WiFi/Profile/Office"]) } }
        life.at(90) { $0.change { $0.set("./Vendor/MSFT/WiFi/Profile/Office", nil) } }
        life.run(until: 90)
        #expect(life.route == ["00:00 S1", "01:00 S2", "01:30 S3"])
        #expect(life.writes(fss + "WasDeviceSuccessfullyProvisioned") == ["01:30 0"])
        #expect(life.writes(fss + "IsSyncDone").isEmpty)
        #expect(life.line(.rebootCoalescing, .deviceSetup)?.state == .failedFromPreviousSubcategory)
        #expect(life.page.board[.accountSetup].state == .failedFromPreviousCategory)
        #expect(life.page.board[.accountSetup].lines.allSatisfy { $0.text == .previousStepFailed })
    }

    @Test("4.2: S2 → S12, the same in pre-provisioning")
    func technicianFails() {
        var life = Life.byTicket(apps: [.bad("a", 10)])
        life.run(until: 140)
        #expect(life.route == ["00:00 S1", "02:00 S2", "02:20 S12"])
        #expect(life.writes(fss + "WasDeviceSuccessfullyProvisioned") == ["02:20 0"])
    }

    @Test("4.2: S2r → S2, the page resumes: what ended is not run again, the sessions are, the credentials are lost")
    func restarted() {
        var life = Life.usual(apps: [.bad("a", 10, exitCode: 3010), .bad("b", 10, exitCode: 1641), .good("c", 30)])
        life.restartSeconds = 20
        life.run(until: 300)
        // The agent's hard reboot at 01:30; the machine is back at 01:50 and installs C until 02:20.
        #expect(
            life.route == [
                "00:00 S1", "01:00 S2", "01:30 S2r", "01:50 S2", "02:20 S4", "02:25 S5b",
            ])
        #expect(life.times(of: .startSyncLoop(.deviceSetup)) == ["01:00", "01:50"])
        let policies = Subcategory(.deviceSetup, .securityPolicies)
        #expect(life.times(of: .eventLogged(.subcategoryStarted(policies))).count == 1)
        #expect(life.line(.securityPolicies, .deviceSetup)?.text.token == "1 of 1 applied")
        #expect(life.time(of: .signInShown(.prompt(userNameFilledIn: false))) == "02:25")
    }

    @Test("4.2: S2r → S3, 60 s pass without a reboot")
    func notRestarted() {
        var life = Life.usual(apps: [.bad("a", 10, exitCode: 3010)])
        life.run(until: 1000)
        #expect(life.route.suffix(2) == ["01:20 S2r", "02:20 S3"])
        #expect(life.page.board[.deviceSetup].state == .failed)
        let event = PageEvent.subcategoryFailed(.init(.deviceSetup, .apps), .failed, .unexpected)
        #expect(life.time(of: .eventLogged(event)) == "02:20")
        #expect(life.page.errorScreen?.code == nil)
    }

    @Test("4.2: S4 → S5, after five seconds")
    func deviceLeft() {
        var life = Life.usual(apps: [.good("a", 10)])
        life.run(until: 85)
        #expect(life.route.suffix(2) == ["01:20 S4", "01:25 S5"])
        #expect(life.writes(NodeURI.hasProvisioningCompleted(.device)) == ["00:00 false", "01:25 true"])
        #expect(life.time(of: .setResumeMarker(false)) == "01:25")
        #expect(life.time(of: .eventLogged(.pageExiting)) == "01:25")
    }

    @Test("4.2: S4 → S11, after five seconds of pre-provisioning")
    func technicianSucceeds() {
        var life = Life.byTicket(apps: [.good("a", 10)])
        life.run(until: 145)
        #expect(life.route == ["00:00 S1", "02:00 S2", "02:20 S4", "02:25 S11"])
        #expect(life.line(.saveWhiteGloveSuccessResult, .deviceSetup)?.state == .succeeded)
        #expect(life.time(of: .eventLogged(.whiteGloveSucceeded)) == "02:25")
        #expect(life.page.controls == PageControls(buttons: [.reseal]))
    }

    @Test("4.2: S3 → S1, Try again after device preparation failed")
    func preparesAgain() {
        var life = Life.usual(apps: [], startsAgent: false)
        life.at(1000) { $0.press(.tryAgain) }
        life.at(1100) { $0.installAgent() }
        life.run(until: 1100)
        #expect(life.route == ["00:00 S1", "15:00 S3", "16:40 S1", "18:20 S2"])
        #expect(life.time(of: .startTimer(.phase(.device), at: .seconds(1000 + 3600))) == "16:40")
    }

    @Test("4.2: S3 → S2, Try again after device setup failed: what succeeded is kept")
    func setsUpAgain() {
        let app = Win32App(id: "a", name: "A", attempts: [.init(seconds: 10, exitCode: 1), .init(seconds: 10)])
        var life = Life.usual(apps: [app])
        life.at(100) { $0.press(.tryAgain) }
        life.run(until: 200)
        #expect(life.route == ["00:00 S1", "01:00 S2", "01:20 S3", "01:40 S2", "01:50 S4", "01:55 S5"])
        #expect(life.times(of: .categoryChanged(.devicePreparation, .inProgress)) == ["00:00"])
        #expect(life.times(of: .categoryChanged(.deviceSetup, .notStarted)) == ["01:40"])
        #expect(life.times(of: .categoryChanged(.accountSetup, .notStarted)) == ["01:40"])
    }

    @Test("4.2: S3 → S9 → S5, Continue anyway on the error screen")
    func continues() {
        var life = Life.usual(apps: [.bad("a", 10)])
        life.at(100) { $0.press(.continueAnyway) }
        life.run(until: 100)
        #expect(life.route.suffix(3) == ["01:20 S3", "01:40 S9", "01:40 S5"])
        #expect(life.time(of: .pageLeft(.device, .continued)) == "01:40")
        #expect(life.writes(NodeURI.hasProvisioningCompleted(.device)).last == "01:40 true")
    }

    @Test("4.2: S3 → S10, Reset is pressed once; when it does not start the button comes back")
    func resets() {
        var life = Life.usual(apps: [.bad("a", 10)])
        life.at(100) { $0.press(.reset) }
        life.at(101) { $0.press(.reset) }
        life.run(until: 101)
        #expect(life.route.suffix(2) == ["01:20 S3", "01:40 S10"])
        #expect(life.times(of: .startReset) == ["01:40"])
        #expect(life.page.controls.buttons.contains(.reset) && !life.page.controls.offers(.reset))
        let actions = life.page.resetDidNotStart()
        #expect(actions.first == .stateEntered(.deviceError))
        #expect(life.page.controls.offers(.reset))
    }

    @Test("4.2: S1, S2 → S9, Continue anyway during work of a profile that does not block, after preparation")
    func continuesDuringWork() {
        var life = Life.usual(tree: .enrolled(.bits(0)), apps: [.good("a", 1000)])
        life.at(30) { $0.press(.continueAnyway) }
        life.at(90) { $0.press(.continueAnyway) }
        life.run(until: 90)
        #expect(life.route == ["00:00 S1", "01:00 S2", "01:30 S9", "01:30 S5"])
        #expect(life.writes(fss + "IsSyncDone") == ["01:30 true"])
        #expect(life.time(of: .stopTimer(.phase(.device))) == "01:30")
        #expect(life.time(of: .startPollingTasks) == nil)
    }

    @Test("4.2: S1, S2 → S9 is not offered while the profile blocks", arguments: 1...7)
    func noWayOut(bits: Int) {
        var life = Life.usual(tree: .enrolled(.bits(bits)), apps: [.good("a", 1000)])
        life.at(90) { $0.press(.continueAnyway) }
        life.run(until: 100)
        #expect(life.tree.value(fss + "BlockInStatusPage") == String(bits))
        #expect(life.page.controls == PageControls())
        #expect(life.page.state == .deviceSetup)
    }
}
