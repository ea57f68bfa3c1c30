import Notation
import Testing

@testable import ESP

struct TimeoutTests {
    private let appA = Win32App.good("a", 100_000)

    @Test("ESP-534: without ServerHasFinishedProvisioning every line stays Identifying until T1m, then fails")
    func serverNeverFinishes() {
        var life = Life.usual(apps: [], finishesDevice: false)
        life.run(until: 3599)
        for kind in [SubcategoryKind.securityPolicies, .certificates, .networkConnections, .apps] {
            #expect(life.line(kind, .deviceSetup)?.text == .identifying)
        }
        life.run(until: 3600)
        for kind in [SubcategoryKind.securityPolicies, .certificates, .networkConnections, .apps] {
            #expect(life.line(kind, .deviceSetup)?.text == .error)
        }
        #expect(life.page.errorScreen?.code == .timeout)
        #expect(life.writes(FakeTree.deviceFSS + "WasDeviceSuccessfullyProvisioned") == ["60:00 0"])
    }

    @Test("4.4 T1m: counts from S1 and covers preparation and setup together")
    func anchor() {
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        profile.installProgressTimeoutInMinutes = 2
        var life = Life.usual(tree: .enrolled(profile), apps: [appA])
        life.run(until: 119)
        #expect(life.page.state == .deviceSetup)
        life.run(until: 120)
        #expect(life.page.state == .deviceError)
    }

    @Test("4.4 T1m: 60 minutes when the node cannot be read", arguments: ["", "0", "10800", "soon"])
    func unreadable(value: String) {
        var tree = FakeTree.enrolled()
        tree.set(FakeTree.deviceFSS + "TimeOutUntilSyncFailure", value)
        var page = StatusPage()
        #expect(page.enter(now: .zero, tree: tree).contains(.startTimer(.phase(.device), at: .seconds(3600))))
    }

    @Test("ESP-404, ESP-407: a timeout that a server shortens before it has finished is honoured")
    func shortened() {
        var life = Life.usual(apps: [appA], finishesDevice: false)
        life.at(300) { $0.change { $0.set(FakeTree.deviceFSS + "TimeOutUntilSyncFailure", "1") } }
        life.run(until: 300)
        #expect(life.page.state == .deviceError)
    }

    @Test("4.4: the unfinished lines may show the code instead")
    func showsCode() {
        var configuration = StatusPage.Configuration()
        configuration.choices.unfinishedText = .code
        var life = Life.usual(apps: [appA], page: configuration)
        life.run(until: 3600)
        #expect(life.line(.apps, .deviceSetup)?.text.token == "0x800705b4")
    }

    @Test("4.4: the account phase has a full timeout of its own")
    func accountTimeout() {
        var life = Life.usual(apps: [.good("c", 100_000, .user)])
        life.user = "S-1"
        life.at(80) { $0.change { $0.set(FakeTree.userFSS + "ServerHasFinishedProvisioning", "true") } }
        life.run(until: 75 + 3599)
        #expect(life.page.state == .accountSetup)
        life.run(until: 75 + 3600)
        #expect(life.page.state == .accountError)
        #expect(life.page.board[.deviceSetup].state == .succeeded)
        #expect(life.writes(FakeTree.userFSS + "WasDeviceSuccessfullyProvisioned").count == 1)
        life.press(.tryAgain)
        #expect(life.page.state == .accountSetup)
        #expect(life.line(.waitingForAadRegistration, .accountSetup)?.state == .succeeded)
    }

    @Test("ESP-324, U-06: a provider that never reports its list holds the Apps line beyond T1m")
    func heldByProvider() throws {
        var tree = FakeTree.enrolled()
        tree.set(NodeURI.trackingPoliciesCreated("ConfigMgr", in: .device), "false")
        var life = Life.usual(tree: tree, apps: [])
        life.run(until: 7200)
        #expect(life.page.state == .deviceSetup)
        #expect(life.line(.apps, .deviceSetup)?.text == .identifying)
        life.change { $0.set(NodeURI.trackingPoliciesCreated("ConfigMgr", in: .device), "true") }
        #expect(life.page.state == .deviceExit)

        var configuration = StatusPage.Configuration()
        configuration.quirks.set(.esp324, to: false)
        var strict = Life.usual(tree: tree, apps: [], page: configuration)
        strict.run(until: 3600)
        #expect(strict.line(.apps, .deviceSetup)?.text == .error)
        #expect(strict.page.state == .deviceError)
    }
}

struct ResultTests {
    @Test("ESP-535: empty lists and the release complete the category within seconds")
    func emptyLists() {
        var life = Life.usual(tree: .enrolled(provider: nil), apps: [], startsAgent: false, finishesDevice: false)
        life.at(1) { $0.change { $0.set(FakeTree.deviceFSS + "ServerHasFinishedProvisioning", "true") } }
        life.run(until: 6)
        for kind in [SubcategoryKind.securityPolicies, .certificates, .networkConnections, .apps] {
            #expect(life.line(kind, .deviceSetup)?.text == .noSetupNeeded)
        }
        #expect(life.page.state == .between)
    }

    @Test("ESP-405: a page that the server has ended does not write IsSyncDone again")
    func serverForcesSuccess() {
        var life = Life.usual(apps: [.good("a", 1000)])
        life.at(100) { life in
            life.change {
                $0.set(FakeTree.deviceFSS + "WasDeviceSuccessfullyProvisioned", "1")
                $0.set(FakeTree.deviceFSS + "IsSyncDone", "true")
            }
        }
        life.run(until: 105)
        #expect(life.time(of: .stateEntered(.between)) == "01:45")
        #expect(life.writes(FakeTree.deviceFSS + "IsSyncDone").isEmpty)
        #expect(life.writes(FakeTree.deviceFSS + "WasDeviceSuccessfullyProvisioned").isEmpty)
    }

    @Test("ESP-406: 0 and then IsSyncDone force the error screen of the device page")
    func serverForcesFailure() {
        var life = Life.usual(apps: [.good("a", 1000)])
        life.at(100) { life in
            life.change {
                $0.set(FakeTree.deviceFSS + "WasDeviceSuccessfullyProvisioned", "0")
                $0.set(FakeTree.deviceFSS + "IsSyncDone", "true")
            }
        }
        life.run(until: 100)
        #expect(life.page.state == .deviceError)
        #expect(life.page.board[.deviceSetup].state == .failed)
    }

    @Test(
        "ESP-406, OBS-017: on 26200 the account page goes on working; elsewhere it ends as documented",
        arguments: [26200, 22631])
    func accountPageForced(build: Int) {
        var configuration = StatusPage.Configuration()
        configuration.choices = Choices(build: build)
        var life = Life.usual(apps: [.good("c", 5000, .user)], page: configuration)
        life.user = "S-1"
        life.at(100) { life in
            life.change {
                $0.set(FakeTree.userFSS + "WasDeviceSuccessfullyProvisioned", "0")
                $0.set(FakeTree.userFSS + "IsSyncDone", "true")
            }
        }
        life.run(until: 100 + 25 * 60)
        #expect(life.page.state == (build == 26200 ? .accountSetup : .accountError))
    }

    @Test("ESP-317 off: a success after Try again replaces the failure")
    func notLatched() throws {
        var configuration = StatusPage.Configuration()
        configuration.quirks.set(.esp317, to: false)
        let app = Win32App(id: "b", name: "B", attempts: [.init(seconds: 5, exitCode: 1), .init(seconds: 5)])
        var life = Life.usual(apps: [app], page: configuration)
        life.at(100) { $0.press(.tryAgain) }
        life.run(until: 200)
        #expect(life.writes(FakeTree.deviceFSS + "WasDeviceSuccessfullyProvisioned") == ["01:15 0", "01:45 1"])
    }

    @Test("U-22: by default a failure leaves IsSyncDone false, and the choice changes that")
    func syncDoneOnFailure() {
        var configuration = StatusPage.Configuration()
        configuration.choices.syncDone = .onFailureToo
        let app = Win32App(id: "b", name: "B", attempts: [.init(seconds: 5, exitCode: 1)])
        var life = Life.usual(apps: [app], page: configuration)
        life.run(until: 100)
        #expect(life.writes(FakeTree.deviceFSS + "IsSyncDone") == ["01:15 true"])
    }

    @Test("ESP-532: without blocking a failure still turns the category to Error, and the way out stays")
    func nonBlockingFailure() {
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        profile.blocksDeviceUse = false
        let app = Win32App(id: "b", name: "B", attempts: [.init(seconds: 5, exitCode: 1)])
        var life = Life.usual(tree: .enrolled(profile), apps: [app])
        life.run(until: 100)
        #expect(life.page.state == .deviceError)
        #expect(life.page.board[.deviceSetup].state == .failed)
        #expect(life.page.controls.buttons == [.continueAnyway])
    }

    @Test("ESP-522, ESP-527: Continue anyway after a failure starts polling, clears the account and sets IsSyncDone")
    func continueAfterFailure() {
        let app = Win32App(id: "b", name: "B", attempts: [.init(seconds: 5, exitCode: 1)])
        var life = Life.usual(apps: [app])
        life.at(100) { $0.press(.continueAnyway) }
        life.run(until: 100)
        #expect(life.time(of: .startPollingTasks) == "01:40")
        #expect(life.time(of: .setResumeMarker(false)) == "01:40")
        #expect(life.time(of: .stateEntered(.continued)) == "01:40")
        #expect(life.page.board[.accountSetup].state == .notStarted)
        #expect(life.page.board[.deviceSetup].state == .failed)
        #expect(life.tree.value(FakeTree.deviceFSS + "IsSyncDone") == "true")
        #expect(life.tree.value(FakeTree.deviceFSS + "WasDeviceSuccessfullyProvisioned") == "0")
        life.signIn("S-1")
        #expect(life.page.state == .accountSetup)
        #expect(life.line(.apps, .accountSetup)?.text == .identifying)
    }

    @Test("ESP-007: Reset starts once, and its button comes back when it did not start")
    func reset() {
        let app = Win32App(id: "b", name: "B", attempts: [.init(seconds: 5, exitCode: 1)])
        var life = Life.usual(apps: [app])
        life.run(until: 100)
        var page = life.page
        #expect(page.pressed(.reset, now: life.now, tree: life.tree).contains(.startReset))
        #expect(page.state == .reset)
        #expect(page.pressed(.reset, now: life.now, tree: life.tree).isEmpty)
        #expect(page.resetDidNotStart().contains(.stateEntered(.deviceError)))
        #expect(page.controls.offers(.reset))
    }

    @Test("ESP-524, ESP-004: logs do not end the page; Windows 10 collects, Windows 11 shows diagnostics")
    func logs() {
        let app = Win32App(id: "b", name: "B", attempts: [.init(seconds: 5, exitCode: 1)])
        for (isWindows11, button) in [(true, PageButton.viewDiagnostics), (false, .collectLogs)] {
            var configuration = StatusPage.Configuration()
            configuration.hasDiagnosticsPage = isWindows11
            var life = Life.usual(apps: [app], page: configuration)
            life.run(until: 100)
            #expect(life.page.controls.links == [.continueAnyway, button])
            life.press(button)
            #expect(life.time(of: .collectLogs(areas: ["Autopilot"])) == "01:40")
            #expect(life.page.state == .deviceError)
        }
    }

    @Test("ESP-410: text and logs link fall back to the device scope", arguments: [nil, "For you"])
    func fallback(own: String?) {
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        profile.customErrorMessage = "For all"
        let app = Win32App(id: "c", name: "C", scope: .user, attempts: [.init(seconds: 5, exitCode: 1)])
        var life = Life.usual(tree: .enrolled(profile), apps: [app])
        life.user = "S-1"
        life.at(80) { life in
            life.change {
                $0.set(FakeTree.userFSS + "CustomErrorText", own)
                $0.set(FakeTree.userFSS + "ServerHasFinishedProvisioning", "true")
            }
        }
        life.run(until: 200)
        #expect(life.page.state == .accountError)
        #expect(life.page.errorScreen?.text == own ?? "For all")
        #expect(life.page.controls.links.contains(.viewDiagnostics))
    }

    @Test("ESP-003, ESP-528: no text shows the built-in one; no bits are none")
    func builtInText() {
        var tree = FakeTree.enrolled()
        tree.set(FakeTree.deviceFSS + "BlockInStatusPage", nil)
        let app = Win32App(id: "b", name: "B", attempts: [.init(seconds: 5, exitCode: 1)])
        var life = Life.usual(tree: tree, apps: [app])
        life.run(until: 100)
        #expect(life.page.errorScreen?.text == ErrorScreen.defaultText)
        #expect(life.page.controls.buttons == [.continueAnyway])
    }

    @Test("A button that is not offered does nothing")
    func notOffered() {
        var life = Life.usual(apps: [.good("a", 100)])
        life.run(until: 100)
        for button in PageButton.allCases {
            #expect(life.page.pressed(button, now: life.now, tree: life.tree).isEmpty)
        }
    }

    @Test("ESP-323: without a user token the rest of account setup is a previous step that failed")
    func noUserToken() throws {
        var configuration = StatusPage.Configuration()
        configuration.quirks.set(.esp323, to: true)
        var life = Life.usual(apps: [], page: configuration)
        life.user = "S-1"
        life.run(until: 100)
        #expect(life.page.state == .accountError)
        #expect(life.line(.prepareMultifactorAuth, .accountSetup)?.state == .failed)
        #expect(life.line(.apps, .accountSetup)?.text == .previousStepFailed)
    }

    @Test("U-17: a scripted code ends a certificate line, which by itself would only time out")
    func scriptedCode() {
        let scep = "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/ModelName_1"
        var life = Life.usual(apps: [], finishesDevice: false)
        life.at(65) { life in
            life.change {
                $0.set(scep + "/Status", "16")
                $0.finishDevice(scep: [scep])
            }
        }
        life.run(until: 3000)
        #expect(life.line(.certificates, .deviceSetup)?.text.token == "0 of 1 applied")
        _ = life.page.errorReported(HRESULT(0x8009_0016), at: scep, now: life.now, tree: life.tree)
        #expect(life.line(.certificates, .deviceSetup)?.text.token == "0x80090016")
    }

    @Test("ESP-516: a failed MSI ends the Apps line at once with its LastError")
    func failedMSI() {
        let msi = "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BB%7D"
        var life = Life.usual(apps: [], finishesDevice: false)
        life.at(65) { $0.change { $0.finishDevice(msi: [FakeTree.agentMSI, msi]) } }
        life.at(80) { life in
            life.change {
                $0.set(msi + "/LastError", "-2147023293")
                $0.set(msi + "/Status", "60")
            }
        }
        life.run(until: 90)
        #expect(life.time(of: "1 of 2 installed", on: .apps, in: .deviceSetup) == "01:10")
        #expect(life.time(of: "0x80070643", on: .apps, in: .deviceSetup) == "01:20")
    }
}
