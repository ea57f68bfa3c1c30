import Notation
import Testing

@testable import ESP

/// Texts, links and bits, and the last page of OOBE.
struct PageReadingTests {
    @Test("1.2: BlockInStatusPage is read when a category starts, and again when the error is displayed")
    func bits() {
        var life = Life.usual(tree: .enrolled(.bits(0)), apps: [.bad("a", 100)])
        life.at(30) { $0.change { $0.set(FakeTree.deviceFSS + "BlockInStatusPage", "7") } }
        life.at(100) { $0.change { $0.set(FakeTree.deviceFSS + "BlockInStatusPage", "0") } }
        life.at(150) { $0.change { $0.set(FakeTree.deviceFSS + "BlockInStatusPage", "1") } }
        life.run(until: 160)
        #expect(life.page.controls == PageControls())
        life.run(until: 300)
        #expect(life.page.state == .deviceError)
        #expect(life.page.controls == PageControls(buttons: [.reset], links: [.viewDiagnostics]))
    }

    @Test("ESP-528: bits that cannot be read are none; a HoloLens then offers Reset", arguments: [true, false])
    func unreadableBits(isHoloLens: Bool) {
        var life = Life.byTicket(.selfDeploying) { $0.page.isHoloLens = isHoloLens }
        life.steps[.tpmAttestation] = nil
        life.run(until: 1000)
        #expect(life.page.state == .deviceError)
        #expect(life.page.controls.buttons == (isHoloLens ? [.reset] : []))
        #expect(life.page.errorScreen?.text == ErrorScreen.defaultText)
    }

    @Test("ESP-004: never a logs link on HoloLens, whose other bits count as usual")
    func holoLens() {
        var variant = Variant()
        variant.page.isHoloLens = true
        var life = Life.usual(variant, apps: [.bad("a", 10)])
        life.run(until: 100)
        #expect(life.page.controls == PageControls(buttons: [.reset, .tryAgain], links: [.continueAnyway]))
    }

    @Test("1.2: Continue anyway of a profile that does not block needs device preparation to have succeeded")
    func noWayOutOfPreparation() {
        var life = Life.usual(tree: .enrolled(.bits(0)), apps: [], startsAgent: false)
        life.run(until: 1000)
        #expect(life.page.state == .deviceError)
        #expect(life.page.controls == PageControls(links: [.viewDiagnostics]))
    }

    @Test("ESP-605: the names and numbers that tools look for")
    func events() {
        let line = Subcategory(.deviceSetup, .rebootCoalescing)
        let processing = "CommercialOOBE_BootstrapStatusCategory_SubcategoryProcessing_"
        let events: [(PageEvent, Int, String?)] = [
            (.subcategoryStarted(line), 62407, processing + "Started"),
            (.subcategorySucceeded(line), 62407, processing + "Success"),
            (.subcategoryFailed(line, .failed, nil), 62407, processing + "Failed"),
            (.providersTimedOut, 62407, "CommercialOOBE_ESPDevicePreparation_PolicyProvidersInstallation_TimedOut"),
            (.pageExiting, 62407, "CommercialOOBE_ESPProgress_Page_Exiting"),
            (.whiteGloveSucceeded, 62407, "CommercialOOBE_ESPProgress_WhiteGlove_Success"),
            (.whiteGloveFailed, 62407, "CommercialOOBE_ESPProgress_WhiteGlove_Failed"),
            (.rebootRequired(uri: "./A"), 2800, nil),
        ]
        for (event, id, name) in events { #expect(event.id == id && event.name == name) }
        #expect(PageEvent.subcategoryStarted(line).message.contains("DeviceSetup.RebootCoalescing"))
    }

    @Test("ESP-605: RebootCoalescing starts in every run, also without a reboot")
    func rebootCoalescingStarts() {
        var life = Life.usual(apps: [.good("a", 10)])
        life.run(until: 100)
        let event = PageEvent.subcategoryStarted(Subcategory(.deviceSetup, .rebootCoalescing))
        #expect(life.times(of: .eventLogged(event)) == ["01:20"])
        #expect(!life.hasAskedForReboot)
    }

    @Test("ESP-004: without the setting there is no link")
    func noLogs() {
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        profile.allowLogCollectionOnInstallFailure = false
        var life = Life.usual(tree: .enrolled(profile), apps: [.bad("a", 10)])
        life.run(until: 100)
        #expect(life.page.controls.links == [.continueAnyway])
    }

    @Test("ESP-524: a restart while the diagnostics are shown brings the error screen back")
    func restartInDiagnostics() {
        var life = Life.usual(apps: [.bad("a", 10)])
        life.at(100) { $0.press(.viewDiagnostics) }
        life.at(110) { $0.reboot() }
        life.run(until: 110)
        #expect(life.page.state == .deviceError)
        #expect(
            life.times(of: .errorShown(ErrorScreen(code: HRESULT(0x8007_0643), text: ErrorScreen.defaultText)))
                == ["01:20", "01:50"])
    }

    @Test("ESP-527: the result goes out before the user presses anything, and sessions go on for Try again")
    func sessionsGoOn() {
        var life = Life.usual(apps: [.bad("a", 10)])
        life.run(until: 100)
        #expect(life.writes(FakeTree.deviceFSS + "WasDeviceSuccessfullyProvisioned") == ["01:20 0"])
        #expect(life.times(of: .stopSyncLoop(.deviceSetup)).isEmpty)
    }

    @Test("7.6, ESP-011: quality updates come after device setup and before the sign-in", arguments: [true, false])
    func qualityUpdates(restarts: Bool) {
        var variant = Variant()
        variant.page.installsQualityUpdates = true
        var life = Life.usual(variant, apps: [.good("a", 10)])
        life.user = "S-1"
        if restarts { life.at(500) { $0.reboot() } }
        life.at(600) { $0.endUpdates(isRestarted: restarts) }
        life.run(until: 599)
        #expect(life.time(of: .startQualityUpdates) == "01:25")
        #expect(life.route.last == "01:25 S5")
        #expect(life.tree.value(FakeTree.deviceFSS + "IsSyncDone") == "true")
        life.run(until: 600)
        let signIn: SignIn = restarts ? .prompt(userNameFilledIn: false) : .automatic
        #expect(life.time(of: .signInShown(signIn)) == "10:00")
        #expect(life.route.suffix(2) == [restarts ? "10:00 S5b" : "10:00 S5", "10:00 S6"])
    }

    @Test("7.6: no part of the timeout")
    func qualityUpdatesTakeLong() {
        var variant = Variant()
        variant.page.installsQualityUpdates = true
        var life = Life.usual(variant, tree: .enrolled(.bits(7, minutes: 2)), apps: [.good("a", 10)])
        life.at(7200) { $0.endUpdates(isRestarted: false) }
        life.run(until: 7200)
        #expect(life.route.last == "120:00 S5")
    }
}
