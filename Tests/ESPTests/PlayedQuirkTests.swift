import Testing

@testable import ESP

/// The known issues of 1.6 that page and agents play, each on and off. ESP-304, ESP-305, ESP-311, ESP-312, ESP-314 and
/// ESP-326 stand with their subjects.
struct PlayedQuirkTests {
    private let rebootPolicy = "./Device/Vendor/MSFT/Policy/Config/DeviceGuard/EnableVirtualizationBasedSecurity"

    @Test(
        "ESP-301: after the app's own restart detection runs; off, the installer runs again", arguments: [true, false])
    func appRestarts(isOn: Bool) {
        let app = Win32App(
            id: "a", name: "A",
            attempts: [.init(seconds: 10, isDetected: false, restartsMachine: true), .init(seconds: 20)])
        var life = Life.usual(Variant(quirks: [.esp301: isOn]), apps: [app])
        life.restartSeconds = 10
        life.run(until: 79)
        #expect(life.states(app) == ["01:10 1", "01:10 2"])
        life.run(until: 300)
        #expect(life.states(app).dropFirst(2) == [isOn ? "01:30 4" : "01:50 3"])
        #expect(!life.tree.exists(NodeURI.trackedApp(app.trackingName, of: "Sidecar", "RebootRequired", in: .device)))
        #expect(life.page.state == (isOn ? .deviceError : .betweenWithPrompt))
    }

    @Test("ESP-301: a restart that does not come leaves the app at 2 until the timer ends")
    func appHangs() {
        let app = Win32App(id: "a", name: "A", attempts: [.init(seconds: 10, restartsMachine: true)])
        var life = Life.usual(apps: [app, .good("b", 10)])
        life.run(until: 4000)
        #expect(life.states(app) == ["01:10 1", "01:10 2"])
        #expect(life.route.last == "60:00 S3")
        #expect(life.page.errorScreen?.code == .timeout)
        #expect(!life.hasAskedForReboot)
    }

    @Test(
        "ESP-303, ESP-306: a reboot in device setup costs the credentials, and with them the user name",
        arguments: [(true, true), (true, false), (false, true), (false, false)])
    func credentials(losesCredentials: Bool, losesName: Bool) {
        var life = Life.usual(Variant(quirks: [.esp303: losesCredentials, .esp306: losesName]), apps: [.good("a", 60)])
        life.at(80) { $0.reboot() }
        life.run(until: 300)
        let signIn: SignIn = losesCredentials ? .prompt(userNameFilledIn: !losesName) : .automatic
        #expect(life.time(of: .signInShown(signIn)) == life.route.last?.prefix(5).description)
        #expect(life.page.state == (losesCredentials ? .betweenWithPrompt : .between))
    }

    @Test("ESP-303: a reboot in device preparation does not")
    func earlyReboot() {
        var life = Life.usual(apps: [])
        life.at(30) { $0.reboot() }
        life.run(until: 200)
        #expect(life.route.contains("00:30 S1"))
        #expect(life.page.state == .between)
    }

    @Test("ESP-309: DeviceLock without a reboot ends the automatic sign-in", arguments: [true, false])
    func deviceLock(isOn: Bool) {
        var life = Life.usual(Variant(quirks: [.esp309: isOn]), apps: [.good("a", 10)])
        life.at(66) { $0.page.deviceLockApplied(scope: .device) }
        life.run(until: 200)
        #expect(life.time(of: .signInShown(isOn ? .prompt(userNameFilledIn: true) : .automatic)) == "01:25")
    }

    @Test("ESP-309, ESP-310: a user's DeviceLock policy, or one that comes after device setup, does nothing")
    func lateDeviceLock() {
        var life = Life.usual(apps: [.good("a", 10)])
        life.at(66) { $0.page.deviceLockApplied(scope: .user) }
        life.at(82) { $0.page.deviceLockApplied(scope: .device) }
        life.run(until: 200)
        #expect(life.time(of: .signInShown(.automatic)) == "01:25")
    }

    @Test("ESP-310: DeviceLock and then a reboot: device setup stays in progress for ever", arguments: [true, false])
    func stuck(isOn: Bool) {
        var life = Life.usual(Variant(quirks: [.esp310: isOn]), apps: [.good("a", 10)])
        life.at(66) { $0.page.deviceLockApplied(scope: .device) }
        life.at(75) { $0.reboot() }
        life.run(until: 20_000)
        #expect(life.page.board[.deviceSetup].state == (isOn ? .inProgress : .succeeded))
        #expect(life.page.state == (isOn ? .deviceSetup : .betweenWithPrompt))
        #expect(life.page.controls == PageControls())
    }

    @Test(
        "ESP-310: after a reboot in device preparation, too, device setup begins and never ends",
        arguments: [true, false])
    func stuckFromPreparation(isOn: Bool) {
        var life = Life.usual(Variant(quirks: [.esp310: isOn]), apps: [.good("a", 10)])
        life.at(20) { $0.page.deviceLockApplied(scope: .device) }
        life.at(30) { $0.reboot() }
        life.run(until: 20_000)
        #expect(life.page.board[.devicePreparation].state == .succeeded)
        #expect(life.page.board[.deviceSetup].state == (isOn ? .inProgress : .succeeded))
        #expect(life.page.isStuck == isOn)
        #expect(life.page.state == (isOn ? .deviceSetup : .betweenWithPrompt))
    }

    @Test("ESP-310: a technician has typed no credentials, so the flow goes on")
    func technicianIsNotStuck() {
        var life = Life.byTicket(apps: [.good("a", 10)])
        life.at(126) { $0.page.deviceLockApplied(scope: .device) }
        life.at(135) { $0.reboot() }
        life.run(until: 300)
        #expect(life.page.state == .technicianSuccess)
    }

    @Test(
        "ESP-316: after Autopilot Reset apps are not tracked, and install after the sign-in", arguments: [true, false])
    func autopilotReset(isOn: Bool) {
        var variant = Variant(quirks: [.esp316: isOn])
        variant.page.isAfterAutopilotReset = true
        variant.page.isUserAdministrator = false
        variant.agent.isAfterAutopilotReset = true
        let app = Win32App.good("a", 10)
        let own = Win32App.good("c", 10, .user)
        var life = Life.usual(variant, apps: [app, own])
        life.user = "S-1"
        life.finishUser(at: 90)
        life.run(until: 300)
        #expect(life.line(.apps, .deviceSetup)?.text.token == (isOn ? "noSetupNeeded" : "2 of 2 installed"))
        #expect(life.states(app).isEmpty == isOn && life.states(own).isEmpty == isOn)
        #expect(
            life.moves
                == (isOn
                    ? ["01:55 a 2", "02:05 a 3", "02:05 c 2", "02:15 c 3"]
                    : ["01:10 a 1", "01:10 a 2", "01:20 a 3", "01:35 c 1", "01:35 c 2", "01:45 c 3"]))
        #expect(life.page.state == .done)
    }

    @Test("1.4, ESP-316: after Autopilot Reset the TPM line is ignored")
    func ignoredAttestation() {
        var life = Life.byTicket(.selfDeploying) { $0.page.isAfterAutopilotReset = true }
        life.run(until: 100)
        #expect(life.time(of: .startPreparation(.tpmAttestation)) == nil)
        #expect(life.time(of: "complete", on: .tpmAttestation, in: .devicePreparation) == "00:00")
        #expect(life.time(of: .startPreparation(.aadj)) == "00:00")
    }

    @Test("ESP-523: after Autopilot Reset an administrator signs out")
    func signOutAfterReset() {
        var variant = Variant()
        variant.page.isAfterAutopilotReset = true
        var life = Life.usual(variant)
        life.user = "S-1"
        life.finishUser(at: 80)
        life.run(until: 100)
        #expect(life.page.controls == PageControls(buttons: [.signOut]))
    }

    @Test(
        "ESP-317: the first failure is what the server reads, on both pages; off, a later success",
        arguments: [true, false])
    func latch(isOn: Bool) {
        func twice(_ id: String, _ scope: PhaseScope) -> Win32App {
            Win32App(id: id, name: id, scope: scope, attempts: [.init(seconds: 10, exitCode: 1), .init(seconds: 10)])
        }
        var life = Life.usual(Variant(quirks: [.esp317: isOn]), apps: [twice("a", .device), twice("c", .user)])
        life.user = "S-1"
        life.at(100) { $0.press(.tryAgain) }
        life.finishUser(at: 130)
        life.at(200) { $0.press(.tryAgain) }
        life.run(until: 300)
        #expect(life.route.last == "03:35 S8")
        for scope in [FakeTree.deviceFSS, FakeTree.userFSS] {
            #expect(life.tree.value(scope + "WasDeviceSuccessfullyProvisioned") == (isOn ? "0" : "1"))
            #expect(life.tree.value(scope + "IsSyncDone") == "true")
        }
    }

    @Test("ESP-318: a wrong clock keeps the attestation from ending", arguments: [true, false])
    func clockAndAttestation(isOn: Bool) {
        var life = Life.byTicket {
            $0.page.clockErrorMinutes = 5
            $0.page.quirks.set(.esp318, to: isOn)
        }
        life.run(until: 500)
        #expect(life.time(of: .startPreparation(.tpmAttestation)) == (isOn ? nil : "00:00"))
        #expect(life.route.last == (isOn ? "07:00 S12" : "02:15 S11"))
    }

    @Test("ESP-318: a wrong clock brings the timeout forward", arguments: [true, false])
    func clockAndTimeout(isOn: Bool) {
        var variant = Variant(quirks: [.esp318: isOn])
        variant.page.clockErrorMinutes = 5
        var life = Life.usual(variant, apps: [.good("a", 10_000)])
        life.run(until: 4000)
        #expect(life.route.last == (isOn ? "55:00 S3" : "60:00 S3"))
    }

    @Test(
        "ESP-319: too small a virtual machine fails at the provider line",
        arguments: [(true, true), (true, false), (false, true)])
    func smallMachine(isSmall: Bool, isOn: Bool) {
        var variant = Variant(quirks: [.esp319: isOn])
        variant.page.isSmallVirtualMachine = isSmall
        var life = Life.usual(variant, apps: [.good("a", 10)])
        life.run(until: 1000)
        let fails = isSmall && isOn
        #expect(life.route.last == (fails ? "15:00 S3" : "01:25 S5"))
        #expect(life.line(.espProviderInstallation, .devicePreparation)?.state == (fails ? .failed : .succeeded))
    }

    @Test("ESP-321: attestation may fail after a failed attempt and a reset", arguments: [true, false])
    func attestationAfterFailure(isOn: Bool) {
        var life = Life.byTicket {
            $0.page.isAfterFailedPreProvisioning = true
            $0.page.quirks.set(.esp321, to: isOn)
        }
        life.run(until: 300)
        #expect(life.route.last == (isOn ? "00:00 S12" : "02:15 S11"))
        #expect(life.line(.tpmAttestation, .devicePreparation)?.text.token == (isOn ? "0x81039001" : "complete"))
    }

    @Test("ESP-323: without a token for the user the rest of account setup did not run", arguments: [true, false])
    func token(isOn: Bool) {
        var life = Life.usual(Variant(quirks: [.esp323: isOn]))
        life.user = "S-1"
        life.finishUser(at: 80)
        life.run(until: 200)
        #expect(life.route.last == (isOn ? "01:15 S7" : "01:30 S8"))
        #expect(life.line(.prepareMultifactorAuth, .accountSetup)?.state == (isOn ? .failed : .succeeded))
        #expect(
            life.line(.securityPolicies, .accountSetup)?.text.token == (isOn ? "previousStepFailed" : "noSetupNeeded"))
    }

    /// Preparation knows a Sidecar that handles apps; for apps only ConfigMgr is registered, and done.
    private func foreign(_ variant: Variant) -> Life {
        var tree = FakeTree.enrolled(provider: nil)
        tree.register("Sidecar")
        tree.remove(NodeURI.appProviders(.device))
        tree.set(NodeURI.preparationProvider("Sidecar", "InstallationState"), "3")
        tree.set(NodeURI.trackingPoliciesCreated("ConfigMgr", in: .device), "true")
        return Life.usual(variant, tree: tree, startsAgent: false)
    }

    @Test(
        "ESP-324, first half: a provider that never reports its list holds the line for ever; off, until the timer",
        arguments: [true, false])
    func silentProvider(isOn: Bool) {
        var tree = FakeTree.enrolled()
        tree.set(NodeURI.trackingPoliciesCreated("ConfigMgr", in: .device), "false")
        var life = Life.usual(Variant(quirks: [.esp324: isOn]), tree: tree)
        life.run(until: 100_000)
        #expect(life.page.state == (isOn ? .deviceSetup : .deviceError))
        #expect(life.line(.apps, .deviceSetup)?.text.token == (isOn ? "identifying" : "error"))
        if !isOn { #expect(life.route.last == "60:00 S3") }
    }

    @Test("ESP-324, second half: a foreign provider alone holds the line for ever; a key named Sidecar releases it")
    func foreignProvider() {
        var life = foreign(Variant())
        life.tree.set(FakeTree.agentMSI + "/Status", "70")
        life.run(until: 100_000)
        #expect(life.line(.apps, .deviceSetup)?.text == .identifying)
        life.change { $0.set(NodeURI.trackingPoliciesCreated("Sidecar", in: .device), "true") }
        #expect(life.line(.apps, .deviceSetup)?.text.token == "1 of 1 installed")
        #expect(life.page.state == .deviceExit)

        var off = foreign(Variant(quirks: [.esp324: false]))
        off.tree.set(FakeTree.agentMSI + "/Status", "70")
        off.run(until: 100)
        #expect(off.page.state == .between)
    }

    @Test("ESP-325: one reboot at the end, event 2800 for each address; off, none", arguments: [true, false])
    func coalescedReboot(isOn: Bool) {
        let second = "./Device/Vendor/MSFT/Policy/Config/Update/ManagePreviewBuilds"
        var life = Life.usual(Variant(quirks: [.esp325: isOn]), apps: [.good("a", 10)])
        life.restartSeconds = 10
        for uri in [rebootPolicy, second] { life.at(66) { $0.applyRebootPolicy(uri) } }
        life.run(until: 300)
        #expect(life.times(of: .requestReboot) == (isOn ? ["01:20"] : []))
        for uri in [rebootPolicy, second] {
            #expect(life.times(of: .eventLogged(.rebootRequired(uri: uri))) == (isOn ? ["01:06"] : []))
        }
        #expect(life.route.last == (isOn ? "01:35 S5b" : "01:25 S5"))
    }

    @Test("ESP-325: the same address during account setup does not restart the machine")
    func accountPolicy() {
        var life = Life.usual(apps: [])
        life.user = "S-1"
        life.at(78) { $0.applyRebootPolicy(self.rebootPolicy) }
        life.at(79) { $0.applyRebootPolicy(self.rebootPolicy, scope: .user) }
        life.finishUser(at: 80)
        life.run(until: 300)
        #expect(!life.hasAskedForReboot)
        #expect(life.route.last == "01:30 S8")
    }
}
