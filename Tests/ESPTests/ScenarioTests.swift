import Testing

@testable import ESP

/// The public scenarios of esp-behaviour.md 8, as far as page and agent can show them without a server.
struct ScenarioTests {
    private let fss = FakeTree.deviceFSS
    private let userFSS = FakeTree.userFSS

    @Test("SC-01: happy path, user-driven")
    func happyPath() {
        let appA = Win32App.good("a", 50)
        let appB = Win32App.good("b", 40)
        let appC = Win32App.good("c", 60, .user)
        var life = Life.usual(apps: [appA, appB, appC])
        life.user = "S-1-5-21-1"
        life.at(167) { $0.change { $0.set(FakeTree.userFSS + "ServerHasFinishedProvisioning", "true") } }

        life.run(until: 66)
        #expect(life.page.state == .deviceSetup)
        #expect(life.line(.apps, .deviceSetup)?.text == .identifying)
        #expect(life.line(.securityPolicies, .deviceSetup)?.text.token == "1 of 1 applied")

        life.run(until: 70)
        #expect(life.time(of: "1 of 3 installed", on: .apps, in: .deviceSetup) == "01:10")
        life.run(until: 164)
        #expect(life.time(of: "2 of 3 installed", on: .apps, in: .deviceSetup) == "02:00")
        #expect(life.time(of: "3 of 3 installed", on: .apps, in: .deviceSetup) == "02:40")
        #expect(life.states(appA) == ["01:10 1", "01:10 2", "02:00 3"])
        #expect(life.states(appB) == ["01:10 1", "02:00 2", "02:40 3"])
        #expect(life.writes(fss + "IsSyncDone") == ["02:40 true"])
        #expect(life.writes(fss + "WasDeviceSuccessfullyProvisioned") == ["02:40 1"])
        #expect(life.time(of: .durationRecorded(.device, .apps, seconds: 95)) == "02:40")
        #expect(life.page.state == .deviceExit)

        life.run(until: 165)
        #expect(life.time(of: .stateEntered(.between)) == "02:45")
        #expect(life.time(of: .signInShown(.automatic)) == "02:45")
        #expect(life.line(.waitingForAadRegistration, .accountSetup)?.state == .succeeded)
        #expect(life.line(.prepareMultifactorAuth, .accountSetup)?.state == .succeeded)
        #expect(life.page.state == .accountSetup)

        life.run(until: 400)
        #expect(life.states(appC) == ["02:55 1", "02:55 2", "03:55 3"])
        #expect(life.writes(userFSS + "IsSyncDone") == ["03:55 true"])
        #expect(life.writes(userFSS + "WasDeviceSuccessfullyProvisioned") == ["03:55 1"])
        #expect(life.time(of: .stateEntered(.done)) == "04:00")
        for category in [Category.deviceSetup, .accountSetup] {
            #expect(life.line(.certificates, category)?.text == .noSetupNeeded)
            #expect(life.line(.networkConnections, category)?.text == .noSetupNeeded)
        }
        #expect(life.line(.securityPolicies, .deviceSetup)?.english == "Security policies (1 of 1 applied)")
        #expect(life.time(of: .signInShown(.prompt(userNameFilledIn: false))) == nil)
    }

    @Test("SC-02, ESP-120: only the selected apps that are assigned are waited for", arguments: [Int32(0), 1603])
    func selectedList(exitCodeOfFour: Int32) {
        let list = BlockingList(["1", "2", "3"])
        let apps = ["3", "4"].map { id in
            Win32App(
                id: id, name: "App \(id)", isTracked: list.tracks(id),
                attempts: [.init(seconds: 30, exitCode: id == "4" ? exitCodeOfFour : 0)])
        }
        var life = Life.usual(apps: apps)
        life.at(110) { life in
            life.signIn("S-1-5-21-1")
            life.change { $0.set(FakeTree.userFSS + "ServerHasFinishedProvisioning", "true") }
        }
        life.run(until: 600)

        #expect(life.tree.children(FakeTree.deviceTracking + "Setup/Apps/Tracking/Sidecar") == ["Win32App_3_1"])
        #expect(life.time(of: "2 of 2 installed", on: .apps, in: .deviceSetup) == "01:40")
        #expect(life.time(of: .stateEntered(.between)) == "01:45")
        // Registered at 02:00 with nothing to track, so the account page succeeds then and closes at 02:05.
        #expect(life.time(of: .stateEntered(.done)) == "02:05")
        #expect(life.time(of: .appChanged(id: "4", .inProgress, nil)) == "02:25")
        #expect(life.page.state == .done)
        #expect(life.page.board[.accountSetup].state == .succeeded)
    }

    @Test("SC-03, ESP-516, ESP-517, ESP-518, ESP-527: a blocking app is installed but not detected")
    func detectionFails() {
        let appA = Win32App.good("a", 30)
        let appB = Win32App(id: "b", name: "B", attempts: [.init(seconds: 20, isDetected: false)])
        let appD = Win32App.good("d", 10)
        var life = Life.usual(apps: [appA, appB, appD])
        life.run(until: 300)

        #expect(life.states(appA) == ["01:10 1", "01:10 2", "01:40 3"])
        #expect(life.states(appB) == ["01:10 1", "01:40 2", "02:00 4"])
        #expect(life.states(appD) == ["01:10 1"])
        #expect(life.line(.apps, .deviceSetup)?.text.token == "0x87d1041c")
        #expect(life.line(.apps, .deviceSetup)?.english == "Apps (0x87d1041c)")
        for kind in [SubcategoryKind.securityPolicies, .certificates, .networkConnections] {
            #expect(life.line(kind, .deviceSetup)?.state == .succeeded)
        }
        #expect(life.time(of: .categoryChanged(.deviceSetup, .failed)) == "02:00")
        #expect(life.writes(fss + "WasDeviceSuccessfullyProvisioned") == ["02:00 0"])
        #expect(life.writes(fss + "IsSyncDone").isEmpty)
        #expect(life.page.board[.accountSetup].state == .failedFromPreviousCategory)
        #expect(life.page.board[.accountSetup].state.token == "previousStepFailed")
        for kind in [SubcategoryKind.rebootCoalescing, .sendResultsToMdmServer, .saveWhiteGloveSuccessResult] {
            #expect(life.line(kind, .deviceSetup)?.state == .failedFromPreviousSubcategory)
        }
        #expect(life.page.state == .deviceError)
        #expect(life.page.errorScreen?.code == .notDetected)
        #expect(life.page.controls.buttons == [.reset, .tryAgain])
        #expect(life.page.controls.links == [.continueAnyway, .viewDiagnostics])
    }

    @Test("SC-03, ESP-525: the category fails only when all lines have ended")
    func categoryWaitsForAllLines() {
        var life = Life.usual(
            apps: [Win32App(id: "b", name: "B", attempts: [.init(seconds: 20, isDetected: false)])],
            finishesDevice: false)
        let wifi = "./Vendor/MSFT/WiFi/Profile/Office"
        life.at(65) { $0.change { $0.finishDevice(network: [wifi]) } }
        life.at(200) { $0.change { $0.set(wifi, nil) } }
        life.run(until: 199)
        #expect(life.line(.apps, .deviceSetup)?.state == .failed)
        #expect(life.page.board[.deviceSetup].state == .inProgress)
        #expect(life.page.state == .deviceSetup)
        life.run(until: 300)
        #expect(life.time(of: .categoryChanged(.deviceSetup, .failed)) == "03:20")
    }

    @Test("SC-04, ESP-521, ESP-317: Try again repeats what failed; the server still reads a failure")
    func tryAgain() {
        let appA = Win32App.good("a", 30)
        let appB = Win32App(
            id: "b", name: "B", attempts: [.init(seconds: 20, isDetected: false), .init(seconds: 20)])
        let appD = Win32App.good("d", 10)
        var life = Life.usual(apps: [appA, appB, appD])
        life.at(600) { $0.press(.tryAgain) }
        life.run(until: 600)
        #expect(life.page.state == .deviceSetup)
        #expect(life.page.controls == PageControls())
        #expect(life.time(of: .startTimer(.phase(.device), at: .seconds(600 + 3600))) == "10:00")
        #expect(life.time(of: .errorCleared) == "10:00")

        life.run(until: 700)
        #expect(life.states(appB).suffix(2) == ["10:00 2", "10:20 3"])
        #expect(life.states(appD).suffix(2) == ["10:20 2", "10:30 3"])
        #expect(life.page.board[.deviceSetup].state == .succeeded)
        #expect(life.time(of: .stateEntered(.between)) == "10:35")
        #expect(life.writes(fss + "IsSyncDone") == ["10:30 true"])
        #expect(life.tree.value(fss + "WasDeviceSuccessfullyProvisioned") == "0")

        let started = life.pageLog.filter {
            guard case .eventLogged(.subcategoryStarted(let subcategory)) = $0.action else { return false }
            return $0.time == .seconds(600) && subcategory.kind.label != nil
        }
        #expect(started.map(\.action) == [.eventLogged(.subcategoryStarted(.init(.deviceSetup, .apps)))])
    }

    @Test("SC-05, ESP-411: a provider that never installs ends device preparation after 15 minutes")
    func providerNeverInstalls() {
        var life = Life.usual(apps: [], startsAgent: false)
        life.run(until: 2000)
        #expect(life.time(of: "0x800705b4", on: .espProviderInstallation, in: .devicePreparation) == "15:00")
        #expect(life.page.board[.devicePreparation].state == .failed)
        #expect(life.page.board[.deviceSetup].state.token == "previousStepFailed")
        #expect(life.page.board[.accountSetup].state.token == "previousStepFailed")
        #expect(life.page.errorScreen?.code == .timeout)
        #expect(life.time(of: .settingChanged(name: "Global.ShowContinueAnywayButton", value: "true")) == nil)
        #expect(life.time(of: .eventLogged(.providersTimedOut)) == "15:00")
        #expect(PageEvent.providersTimedOut.message == "errorCode: 2147943860")
    }

    @Test("SC-06, ESP-006, ESP-522: a profile that does not block lets the user go on")
    func nonBlocking() {
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        profile.blocksDeviceUse = false
        let appA = Win32App.good("a", 1200)
        var life = Life.usual(tree: .enrolled(profile), apps: [appA])
        life.at(300) { $0.press(.continueAnyway) }
        life.run(until: 59)
        #expect(life.page.controls == PageControls())
        life.run(until: 60)
        #expect(life.page.controls.buttons == [.continueAnyway])
        life.run(until: 300)
        #expect(life.time(of: .stateEntered(.continued)) == "05:00")
        #expect(life.page.state == .between)
        #expect(life.writes(fss + "IsSyncDone") == ["05:00 true"])
        #expect(life.writes(fss + "WasDeviceSuccessfullyProvisioned").isEmpty)
        #expect(life.time(of: .startPollingTasks) == nil)
        #expect(life.states(appA).last == "01:10 2")
        life.run(until: 1300)
        #expect(life.states(appA).last == "21:10 3")
    }

    @Test("SC-10, ESP-003, ESP-407: text and buttons are read when the error is shown")
    func lateText() {
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        profile.installProgressTimeoutInMinutes = 30
        let appA = Win32App.good("a", 100_000)
        var life = Life.usual(tree: .enrolled(profile), apps: [appA])
        life.at(1740) { $0.change { $0.set(FakeTree.deviceFSS + "CustomErrorText", "Call 4711") } }
        life.at(1770) { $0.change { $0.set(FakeTree.deviceFSS + "BlockInStatusPage", "5") } }
        life.run(until: 1799)
        #expect(life.page.state == .deviceSetup)
        life.run(until: 1800)
        #expect(life.page.state == .deviceError)
        #expect(life.page.errorScreen == ErrorScreen(code: .timeout, text: "Call 4711"))
        #expect(life.line(.apps, .deviceSetup)?.text == .error)
        #expect(life.page.controls.buttons == [.reset])
        #expect(life.page.controls.links == [.continueAnyway, .viewDiagnostics])
    }
}
