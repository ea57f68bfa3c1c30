import Notation
import Testing

@testable import ESP

/// esp-behaviour.md 7.3. The account page comes up at 01:15 with its user's sign-in.
struct HybridTests {
    private func life(
        _ apps: [Win32App] = [], minutes: Int = 30, quirks: [Quirks.ID: Bool] = [:], bits: Int = 7,
        finishesUser: Bool = true, choices: (inout Choices) -> Void = { _ in }
    ) -> Life {
        var life = Life.usual(
            Variant(join: .hybrid, quirks: quirks, choices: choices), tree: .enrolled(.bits(bits, minutes: minutes)),
            apps: apps)
        life.user = "S-1"
        if finishesUser { life.finishUser(at: 80) }
        return life
    }

    private let start: Int64 = 75

    @Test("7.3: the second sign-in is always with credentials")
    func prompt() {
        var life = life()
        life.run(until: 80)
        #expect(life.route.suffix(3) == ["01:10 S4", "01:15 S5b", "01:15 S6"])
        #expect(life.time(of: .signInShown(.prompt(userNameFilledIn: true))) == "01:15")
    }

    @Test("SC-09, ESP-305, 4.4 T4: slow registration: kicks every four minutes, then the full timeout")
    func slowRegistration() {
        var life = life([.good("c", 25 * 60, .user)])
        life.at(start + 38 * 60) { $0.register() }
        life.run(until: start + 38 * 60 - 1)
        #expect(life.time(of: .startPreparation(.waitingForAadRegistration)) == "01:15")
        let kicks = (1...9).map { DeviceTime.seconds(start + Int64($0) * 240).description }
        #expect(life.times(of: .kickRegistration) == kicks)
        #expect(life.line(.waitingForAadRegistration, .accountSetup)?.text == .working)
        #expect(life.line(.apps, .accountSetup)?.state == .notStarted)
        #expect(!life.pageLog.contains { if case .startTimer(.phase(.user), _) = $0.action { true } else { false } })
        life.run(until: start + 38 * 60)
        #expect(life.line(.waitingForAadRegistration, .accountSetup)?.state == .succeeded)
        #expect(life.time(of: .startTimer(.phase(.user), at: .seconds(start + 68 * 60))) == "39:15")
        // The agent serves the user from the registration on: ten seconds to its check-in, then 25 minutes of work.
        life.run(until: start + 63 * 60 + 9)
        #expect(life.page.board[.accountSetup].state == .inProgress)
        life.run(until: start + 63 * 60 + 10)
        #expect(life.page.board[.accountSetup].state == .succeeded)
        #expect(life.page.waitsForLastButton)
        #expect(life.page.controls == PageControls(buttons: [.signOut]))
    }

    @Test("SC-09 variant, 4.4 T4: the registration never comes: 40 minutes, 0x800705b4, the rest did not run")
    func noRegistration() {
        var life = life([.good("c", 60, .user)])
        life.run(until: 5000)
        #expect(life.route.last == "41:15 S7")
        #expect(life.line(.waitingForAadRegistration, .accountSetup)?.text.token == "0x800705b4")
        for kind in [SubcategoryKind.prepareMultifactorAuth, .securityPolicies, .apps, .sendResultsToMdmServer] {
            #expect(life.line(kind, .accountSetup)?.text == .previousStepFailed)
        }
        #expect(life.page.errorScreen?.code == .timeout)
        #expect(life.page.controls.links == [.signOut, .viewDiagnostics])
        #expect(life.times(of: .kickRegistration).count == 9)
    }

    @Test("ESP-305: the account phase may run the configured timeout and 40 minutes")
    func longest() {
        var life = life([], finishesUser: false)
        life.at(start + 39 * 60) { $0.register() }
        life.run(until: 6000)
        #expect(life.route.last == DeviceTime.seconds(start + 69 * 60).description + " S7")
    }

    @Test("ESP-305 off: the timeout alone governs, from the start of the page")
    func withoutExtraTime() {
        var life = life(quirks: [.esp305: false])
        life.run(until: 6000)
        #expect(life.route.last == "31:15 S7")
        #expect(life.line(.waitingForAadRegistration, .accountSetup)?.text.token == "0x800705b4")
    }

    @Test("4.4 T4, ESP-521: Try again gives the registration 40 minutes more, and then the full timeout")
    func tryAgain() {
        var life = life(finishesUser: false)
        life.at(3000) { $0.press(.tryAgain) }
        life.at(3000 + 39 * 60) { $0.register() }
        life.run(until: 9000)
        #expect(life.times(of: .startPreparation(.waitingForAadRegistration)) == ["01:15", "50:00"])
        #expect(life.route.suffix(2) == ["50:00 S6", DeviceTime.seconds(3000 + 69 * 60).description + " S7"])
    }

    @Test("7.3: a registration that fails for good ends the line with its code")
    func failedRegistration() {
        var life = life()
        life.at(100) { $0.failRegistration(HRESULT(0x8000_4005)) }
        life.run(until: 100)
        #expect(life.line(.waitingForAadRegistration, .accountSetup)?.text.token == "0x80004005")
        #expect(life.page.state == .accountError)
    }

    @Test("ESP-523: Sign out stands in for Continue anyway on error, during work and on success")
    func signsOut() {
        var failing = life([.bad("c", 10, .user)])
        failing.at(76) { $0.register() }
        failing.at(200) { $0.press(.continueAnyway) }
        failing.at(201) { $0.press(.signOut) }
        failing.run(until: 201)
        #expect(failing.route.suffix(2) == ["01:36 S7", "03:21 S9"])
        #expect(failing.time(of: .signUserOut) == "03:21")
        #expect(failing.time(of: .pageLeft(.user, .continued)) == "03:21")

        var working = life([.good("c", 1000, .user)], bits: 0)
        working.at(90) { $0.press(.signOut) }
        working.run(until: 90)
        #expect(working.route.last == "01:30 S9")
        #expect(working.time(of: .signUserOut) == "01:30")

        var good = life()
        good.at(76) { $0.register() }
        good.run(until: 500)
        #expect(good.route.last == "01:15 S6")
        #expect(good.page.board[.accountSetup].state == .succeeded)
        #expect(good.writes(FakeTree.userFSS + "IsSyncDone") == ["01:26 true"])
        #expect(good.page.waitsForLastButton)
        good.press(.signOut)
        #expect(good.route.last == "08:20 S8")
        #expect(good.time(of: .pageLeft(.user, .succeeded)) == "08:20")
        #expect(good.time(of: .signUserOut) == "08:20")
    }

    @Test("ESP-523: a user who is no administrator gets Continue anyway, and the page leaves by itself")
    func noAdministrator() {
        var variant = Variant(join: .hybrid)
        variant.page.isUserAdministrator = false
        for app in [Win32App.good("c", 10, .user), .bad("c", 10, .user)] {
            var life = Life.usual(variant, apps: [app])
            life.user = "S-1"
            life.finishUser(at: 80)
            life.at(76) { $0.register() }
            life.run(until: 300)
            #expect(life.time(of: .signUserOut) == nil)
            if life.page.state == .accountError {
                #expect(life.page.controls.links == [.continueAnyway, .viewDiagnostics])
            } else {
                #expect(life.route.last == "01:41 S8")
            }
        }
    }

    @Test("ESP-523: the device page keeps Continue anyway")
    func devicePage() {
        var life = life([.bad("a", 10)])
        life.run(until: 100)
        #expect(life.page.controls.links == [.continueAnyway, .viewDiagnostics])
    }

    @Test("ESP-209: a device's app in user context is tracked in account setup, but not in a hybrid join")
    func userContext() {
        var app = Win32App.good("u", 10)
        app.context = .user
        var hybrid = life([app])
        hybrid.at(76) { $0.register() }
        hybrid.at(100) { $0.press(.signOut) }
        hybrid.run(until: 90)
        #expect(hybrid.states(app, in: .user).isEmpty && hybrid.states(app, in: .device).isEmpty)

        var joined = Life.usual(apps: [app])
        joined.user = "S-1"
        joined.finishUser(at: 80)
        joined.run(until: 300)
        #expect(joined.states(app, in: .device).isEmpty)
        #expect(joined.states(app, in: .user) == ["01:25 1", "01:25 2", "01:35 3"])
    }

    @Test("ESP-707: the technician's part needs no domain controller: no registration, no prompt")
    func technician() {
        var life = Life.byTicket(apps: [.good("a", 10)]) {
            $0.page.join = .hybrid
            $0.agent.join = .hybrid
        }
        life.run(until: 200)
        #expect(life.route.last == "02:25 S11")
        #expect(life.time(of: .startPreparation(.waitingForAadRegistration)) == nil)
    }

    @Test(
        "ESP-326: the white page is seen in a hybrid join only, and only with the quirk",
        arguments: DirectoryJoin.allCases)
    func whitePage(join: DirectoryJoin) {
        for isOn in [true, false] {
            var life = Life.usual(Variant(join: join, quirks: [.esp326: isOn]), apps: [])
            life.run(until: 100)
            #expect((life.time(of: .whitePageShown) != nil) == (isOn && join == .hybrid))
            #expect(life.route.prefix(2) == ["00:00 S1", "01:00 S2"])
        }
    }

    @Test("7.3, 7.4: the registration of one user is none of the next user's")
    func secondUser() {
        var variant = Variant(join: .hybrid)
        variant.page.isUserAdministrator = false
        let app = Win32App.good("c", 10, .user)
        var life = Life.usual(variant, apps: [app])
        life.user = "S-1"
        life.at(76) { $0.register() }
        life.finishUser(at: 80)
        life.at(200) { $0.signIn("S-2") }
        life.run(until: 300)
        #expect(life.line(.waitingForAadRegistration, .accountSetup)?.text == .working)
        #expect(life.states(app).count == 3)
        life.register()
        life.finishUser()
        life.run(until: 400)
        #expect(life.states(app).suffix(3) == ["05:10 1", "05:10 2", "05:10 3"])
        #expect(life.route.last == "05:15 S8")
    }

    @Test("U-18: a restart while the registration is waited for starts T4 anew, or keeps it", arguments: [true, false])
    func restartDuringRegistration(restartsTimers: Bool) {
        var life = life { $0.accountReboot = restartsTimers ? .restartTimers : .keepTimers }
        life.at(start + 600) { $0.reboot() }
        life.run(until: 9000)
        #expect(life.times(of: .startPreparation(.waitingForAadRegistration)) == ["01:15", "11:15"])
        #expect(life.route.last == (restartsTimers ? "51:15 S7" : "41:15 S7"))
    }
}
