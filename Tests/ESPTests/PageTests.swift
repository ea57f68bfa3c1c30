import Testing

@testable import ESP

struct PageStructureTests {
    @Test("1.4: subcategories, their order and ids")
    func ids() {
        #expect(
            Category.deviceSetup.subcategories.map { Subcategory(.deviceSetup, $0).id } == [
                "DeviceSetup.SecurityPoliciesSubcategory", "DeviceSetup.CertificatesSubcategory",
                "DeviceSetup.NetworkConnectionsSubcategory", "DeviceSetup.AppsSubcategory",
                "DeviceSetup.RebootCoalescing", "DeviceSetup.SendResultsToMdmServer",
                "DeviceSetup.SaveWhiteGloveSuccessResult",
            ])
        #expect(
            Category.devicePreparation.subcategories.map(\.rawValue) == [
                "TpmAttestationSubcategory", "AadjSubcategory", "MdmEnrollmentSubcategory",
                "EspProviderInstallationSubcategory", "InitiateSyncSessions", "SetContinueAnywayButtonVisibility",
            ])
        #expect(
            Category.accountSetup.subcategories.map(\.rawValue) == [
                "WaitingForAadRegistrationSubcategory", "PrepareMultifactorAuth", "SecurityPoliciesSubcategory",
                "CertificatesSubcategory", "NetworkConnectionsSubcategory", "AppsSubcategory", "SendResultsToMdmServer",
            ])
    }

    @Test("1.4: preparation shows four lines, setup four, account setup five")
    func visibleLines() {
        #expect(Category.allCases.map { $0.subcategories.filter { $0.label != nil }.count } == [4, 4, 5])
    }

    @Test("1.4: what runs in parallel")
    func batches() {
        #expect(Category.devicePreparation.batches.map(\.count) == [1, 1, 1, 2, 1])
        #expect(Category.deviceSetup.batches.map(\.count) == [4, 1, 1, 1])
        #expect(Category.accountSetup.batches.map(\.count) == [1, 1, 4, 1])
    }

    /// Value, buttons and links on error; the logs link is allowed.
    @Test(
        "1.2, ESP-408: the button matrix",
        arguments: [
            (0, [PageButton.continueAnyway], [PageButton.viewDiagnostics]), (1, [.reset], [.viewDiagnostics]),
            (2, [.tryAgain], [.viewDiagnostics]), (3, [.reset, .tryAgain], [.viewDiagnostics]),
            (4, [], [.continueAnyway, .viewDiagnostics]), (5, [.reset], [.continueAnyway, .viewDiagnostics]),
            (6, [.tryAgain], [.continueAnyway, .viewDiagnostics]),
            (7, [.reset, .tryAgain], [.continueAnyway, .viewDiagnostics]),
        ])
    func matrix(value: Int, buttons: [PageButton], links: [PageButton]) {
        let block = BlockInStatusPage(rawValue: value)
        let onError = PageControls.onError(
            block, preparationSucceeded: true, exit: .continueAnyway, logs: .viewDiagnostics)
        #expect(onError.buttons == buttons && onError.links == links)
        let working = PageControls.duringWork(block, preparationSucceeded: true, exit: .continueAnyway)
        #expect(working.buttons == (value == 0 ? [.continueAnyway] : []) && working.links.isEmpty)
        #expect(
            PageControls.duringWork(block, preparationSucceeded: false, exit: .continueAnyway) == PageControls())
    }

    @Test("4.2, 4.3: tokens of the category texts")
    func categoryTokens() {
        #expect(
            [CategoryState.notStarted, .inProgress, .succeeded, .failed, .failedFromPreviousCategory].map(\.token) == [
                "waitingForPrevious", "workingOnIt", "complete", "error", "previousStepFailed",
            ])
    }

    @Test("ESP-604, U-15: a category as prefixed JSON")
    func json() {
        var life = Life.usual(apps: [.good("a", 50), .good("b", 40)], finishesDevice: false)
        life.at(65) { $0.change { $0.finishDevice(network: ["./Vendor/MSFT/WiFi/Profile/Office"]) } }
        life.run(until: 130)
        #expect(
            life.page.board[.deviceSetup].json == """
                {"categoryState":"inProgress",\
                "DeviceSetup.SecurityPoliciesSubcategory":{"subcategoryState":"succeeded",\
                "subcategoryStatusText":"Security policies (1 of 1 applied)"},\
                "DeviceSetup.CertificatesSubcategory":{"subcategoryState":"succeeded",\
                "subcategoryStatusText":"Certificates (No setup needed)"},\
                "DeviceSetup.NetworkConnectionsSubcategory":{"subcategoryState":"inProgress",\
                "subcategoryStatusText":"Network connections (0 of 1 added)"},\
                "DeviceSetup.AppsSubcategory":{"subcategoryState":"inProgress",\
                "subcategoryStatusText":"Apps (2 of 3 installed)"},\
                "DeviceSetup.RebootCoalescing":{"subcategoryState":"notStarted"},\
                "DeviceSetup.SendResultsToMdmServer":{"subcategoryState":"notStarted"},\
                "DeviceSetup.SaveWhiteGloveSuccessResult":{"subcategoryState":"notStarted"},\
                "categoryStatusText":"Working on it..."}
                """)
    }

    @Test("ESP-604: all three values are written when the page loads, and again at every change")
    func jsonWrites() {
        var page = StatusPage()
        let actions = page.enter(now: .zero, tree: FakeTree.enrolled())
        let names = actions.compactMap { action -> String? in
            guard case .settingChanged(let name, _) = action, name.hasSuffix("Category.Status") else { return nil }
            return name
        }
        #expect(
            names == [
                "DevicePreparationCategory.Status", "DeviceSetupCategory.Status", "AccountSetupCategory.Status",
                "DevicePreparationCategory.Status",
            ])
    }
}

struct PageEntryTests {
    @Test("ESP-409: both Skip nodes default to true, so nothing is shown before a server wants it")
    func skipByDefault() {
        var page = StatusPage()
        let actions = page.enter(now: .zero, tree: FakeTree())
        #expect(page.state == .between)
        #expect(actions.contains(.pageLeft(.device, .skipped)))
        #expect(!actions.contains(.writeNode(uri: NodeURI.hasProvisioningCompleted(.device), value: "false")))
        let signedIn = page.userSignedIn(sid: "S-1", now: .zero, tree: FakeTree())
        #expect(page.state == .done)
        #expect(signedIn.contains(.pageLeft(.user, .skipped)))
    }

    @Test("ESP-311: enrolled by Group Policy, the Skip nodes do not matter")
    func groupPolicy() throws {
        var configuration = StatusPage.Configuration()
        configuration.enrollment = .groupPolicy
        var page = StatusPage(configuration: configuration)
        _ = page.enter(now: .zero, tree: FakeTree.enrolled())
        #expect(page.state == .between)
        configuration.quirks.set(.esp311, to: false)
        page = StatusPage(configuration: configuration)
        _ = page.enter(now: .zero, tree: FakeTree.enrolled())
        #expect(page.state == .preparing)
    }

    @Test("ESP-414, S0 to S1: the page writes HasProvisioningCompleted, marks the resume and starts T1m")
    func enter() {
        var page = StatusPage()
        let actions = page.enter(now: .seconds(7), tree: FakeTree.enrolled())
        #expect(actions.contains(.writeNode(uri: NodeURI.hasProvisioningCompleted(.device), value: "false")))
        #expect(actions.contains(.setResumeMarker(true)))
        #expect(actions.contains(.startTimer(.phase(.device), at: .seconds(7 + 3600))))
        #expect(actions.contains(.startTimer(.provider("Sidecar"), at: .seconds(7 + 900))))
        #expect(actions.contains(.startSyncLoop(.providers)))
        #expect(page.enter(now: .seconds(8), tree: FakeTree.enrolled()).isEmpty)
    }

    @Test("ESP-414: HasProvisioningCompleted is true again when a page leaves")
    func leave() {
        var life = Life.usual(apps: [])
        life.user = "S-1"
        life.at(80) { $0.change { $0.set(FakeTree.userFSS + "ServerHasFinishedProvisioning", "true") } }
        life.run(until: 200)
        #expect(life.writes(NodeURI.hasProvisioningCompleted(.device)) == ["00:00 false", "01:15 true"])
        #expect(life.writes(NodeURI.hasProvisioningCompleted(.user)) == ["01:15 false", "01:30 true"])
        #expect(life.page.state == .done)
    }

    @Test("2.3: each loop of sessions ends by its exit condition")
    func loops() {
        var life = Life.usual(apps: [.good("a", 10)])
        life.run(until: 200)
        let loops = life.pageLog.compactMap { seen -> String? in
            switch seen.action {
            case .startSyncLoop(let loop): "\(seen.time) start \(loop)"
            case .stopSyncLoop(let loop): "\(seen.time) stop \(loop)"
            default: nil
            }
        }
        #expect(
            loops == [
                "00:00 start providers", "01:00 stop providers", "01:00 start deviceSetup", "01:20 stop deviceSetup",
            ])
    }

    @Test("ESP-415: nodes of another provider do not matter")
    func otherProvider() {
        var configuration = StatusPage.Configuration()
        configuration.providerID = "Other"
        var page = StatusPage(configuration: configuration)
        _ = page.enter(now: .zero, tree: FakeTree.enrolled())
        #expect(page.state == .between)
    }

    @Test("SC-11: a second user gets a page of their own, with a clean slate, unless SkipUserStatusPage is true")
    func secondUser() {
        var life = Life.usual(apps: [])
        life.user = "S-1"
        life.at(80) { $0.change { $0.set(FakeTree.userFSS + "ServerHasFinishedProvisioning", "true") } }
        life.run(until: 200)
        life.signIn("S-1")
        #expect(life.page.state == .done)
        life.change { $0.set(FakeTree.userFSS + "ServerHasFinishedProvisioning", "false") }
        life.signIn("S-2")
        #expect(life.page.state == .accountSetup)
        #expect(life.line(.apps, .accountSetup)?.text == .identifying)
    }

    @Test("SC-11: with SkipUserStatusPage true a user goes straight to the desktop")
    func skippedUser() {
        var life = Life.usual(apps: [])
        life.at(70) { $0.change { $0.set(FakeTree.deviceFSS + "SkipUserStatusPage", "true") } }
        life.user = "S-3"
        life.run(until: 200)
        #expect(life.page.state == .done)
        #expect(life.time(of: .pageLeft(.user, .skipped)) == "01:15")
        #expect(life.writes(NodeURI.hasProvisioningCompleted(.user)).isEmpty)
    }
}

struct PreparationTests {
    private let sidecar = FakeTree.deviceTracking + "DevicePreparation/PolicyProviders/Sidecar/"

    private func entered(_ prepare: (inout FakeTree) -> Void) -> Life {
        var tree = FakeTree.enrolled()
        prepare(&tree)
        var life = Life(tree: tree)
        life.enter()
        return life
    }

    @Test("ESP-411: providers in state 2 or 3 let the page go on", arguments: ["2", "3"])
    func ready(state: String) {
        let life = entered { $0.set(sidecar + "InstallationState", state) }
        #expect(life.page.state == .deviceSetup)
    }

    @Test("ESP-411: the page waits for every provider")
    func everyProvider() {
        let life = entered { tree in
            tree.set(sidecar + "InstallationState", "3")
            tree.set(FakeTree.deviceTracking + "DevicePreparation/PolicyProviders/ConfigMgr/InstallationState", "1")
        }
        #expect(life.page.state == .preparing)
    }

    @Test("ESP-411: state 4 fails with LastError; without one the code is 0x00000004 (4.6)")
    func providerError() {
        var life = entered { $0.set(sidecar + "LastError", "-2147023293") }
        life.change { $0.set(sidecar + "InstallationState", "4") }
        #expect(life.line(.espProviderInstallation, .devicePreparation)?.text.token == "0x80070643")
        #expect(life.page.state == .deviceError)
        #expect(life.writes(FakeTree.deviceFSS + "WasDeviceSuccessfullyProvisioned") == ["00:00 0"])

        let silent = entered { $0.set(sidecar + "InstallationState", "4") }
        #expect(silent.page.errorScreen?.code?.description == "0x00000004")
    }

    @Test("ESP-411: LastError means nothing outside state 4")
    func errorInOtherState() {
        let life = entered { $0.set(sidecar + "LastError", "-2147023293") }
        #expect(life.line(.espProviderInstallation, .devicePreparation)?.text == .working)
    }

    @Test("4.4 T2: the provider's Timeout in minutes, 15 without one; a change moves the timer")
    func timeout() {
        var life = entered { $0.set(sidecar + "Timeout", "30") }
        #expect(life.time(of: .startTimer(.provider("Sidecar"), at: .seconds(1800))) == "00:00")
        life.change { $0.set(sidecar + "Timeout", "20") }
        life.run(until: 1199)
        #expect(life.page.state == .preparing)
        life.run(until: 1200)
        #expect(life.page.state == .deviceError)
        #expect(life.page.errorScreen?.code == .timeout)
    }

    @Test("4.4 T2: the timer stops when the provider is done")
    func timerStops() {
        var life = entered { _ in }
        life.change { $0.set(sidecar + "InstallationState", "3") }
        #expect(life.time(of: .stopTimer(.provider("Sidecar"))) == "00:00")
        life.run(until: 1000)
        #expect(life.page.state == .deviceSetup)
    }

    @Test("ESP-521: Try again after a provider error waits for the provider anew, with a full T2")
    func tryAgain() {
        var life = entered { $0.set(sidecar + "InstallationState", "4") }
        life.at(100) { $0.press(.tryAgain) }
        life.run(until: 100)
        #expect(life.page.state == .preparing)
        #expect(life.time(of: .startTimer(.provider("Sidecar"), at: .seconds(1000))) == "01:40")
        #expect(life.page.board[.accountSetup].state == .notStarted)
        life.change { $0.set(sidecar + "InstallationState", "3") }
        #expect(life.page.state == .deviceSetup)
    }
}
