import Testing

@testable import ESP

/// The account part of 4.2.
struct AccountTransitionTests {
    private func life(
        _ apps: [Win32App], tree: FakeTree = .enrolled(), variant: Variant = Variant()
    ) -> Life {
        var life = Life.usual(variant, tree: tree, apps: apps)
        life.user = "S-1"
        life.finishUser(at: 80)
        return life
    }

    @Test("4.2: S5 → S6, the first sign-in; S6 → S8, all succeeded, after five seconds")
    func succeeds() {
        var life = life([.good("c", 10, .user)])
        life.run(until: 200)
        #expect(life.route.suffix(4) == ["01:10 S4", "01:15 S5", "01:15 S6", "01:40 S8"])
        #expect(life.time(of: .pageLeft(.user, .succeeded)) == "01:40")
        #expect(life.writes(NodeURI.hasProvisioningCompleted(.user)) == ["01:15 false", "01:40 true"])
        #expect(life.writes(FakeTree.userFSS + "WasDeviceSuccessfullyProvisioned") == ["01:35 1"])
        #expect(life.writes(FakeTree.userFSS + "IsSyncDone") == ["01:35 true"])
    }

    @Test("4.2: S5b → S6, the same after a prompt")
    func afterPrompt() {
        var life = life([.good("c", 10, .user)])
        life.at(62) { $0.reboot() }
        life.run(until: 200)
        // The restart at 01:02 has the agent register ten seconds later.
        #expect(life.route.suffix(4) == ["01:12 S4", "01:17 S5b", "01:17 S6", "01:42 S8"])
    }

    @Test("4.2: S5 → S13 → S8, SkipUserStatusPage is true")
    func skipped() {
        var life = life([.good("c", 10, .user)])
        life.at(70) { $0.change { $0.set(FakeTree.deviceFSS + "SkipUserStatusPage", "true") } }
        life.run(until: 200)
        #expect(life.route.suffix(3) == ["01:15 S5", "01:15 S13", "01:15 S8"])
        #expect(life.tree.children(NodeURI.trackedApps(.user)) == nil)
    }

    @Test("4.2: S6 → S7, a user's app fails; device categories keep what they show")
    func fails() {
        var life = life([.bad("c", 10, .user)])
        life.run(until: 200)
        #expect(life.route.suffix(2) == ["01:15 S6", "01:35 S7"])
        #expect(life.writes(FakeTree.userFSS + "WasDeviceSuccessfullyProvisioned") == ["01:35 0"])
        #expect(life.writes(FakeTree.userFSS + "IsSyncDone").isEmpty)
        #expect(life.page.board[.deviceSetup].state == .succeeded)
        #expect(life.line(.sendResultsToMdmServer, .accountSetup)?.state == .failedFromPreviousSubcategory)
    }

    @Test(
        "4.2: the buttons of S7 are those of S3",
        arguments: [
            (0, [PageButton.continueAnyway], [PageButton.viewDiagnostics]), (1, [.reset], [.viewDiagnostics]),
            (2, [.tryAgain], [.viewDiagnostics]), (3, [.reset, .tryAgain], [.viewDiagnostics]),
            (4, [], [.continueAnyway, .viewDiagnostics]), (5, [.reset], [.continueAnyway, .viewDiagnostics]),
            (6, [.tryAgain], [.continueAnyway, .viewDiagnostics]),
            (7, [.reset, .tryAgain], [.continueAnyway, .viewDiagnostics]),
        ])
    func buttons(bits: Int, buttons: [PageButton], links: [PageButton]) {
        var tree = FakeTree.enrolled()
        tree.set(FakeTree.deviceFSS + "BlockInStatusPage", String(bits))
        var account = life([.bad("c", 10, .user)], tree: tree)
        account.run(until: 200)
        #expect(account.page.state == .accountError)
        #expect(account.page.controls == PageControls(buttons: buttons, links: links))
        var device = life([.bad("a", 10)], tree: tree)
        device.run(until: 200)
        #expect(device.page.state == .deviceError)
        #expect(device.page.controls == account.page.controls)
    }

    @Test("4.2: S7 → S6, Try again; S7 → S9, Continue anyway; S7 → S10, Reset")
    func leavesError() {
        var life = life([.bad("c", 10, .user)])
        life.run(until: 200)
        var again = life
        again.press(.tryAgain)
        #expect(again.route.last == "03:20 S6")
        again.run(until: 210)
        #expect(again.route.last == "03:30 S7")
        var on = life
        on.press(.continueAnyway)
        #expect(on.route.last == "03:20 S9")
        #expect(on.writes(FakeTree.userFSS + "IsSyncDone") == ["03:20 true"])
        #expect(on.writes(NodeURI.hasProvisioningCompleted(.user)).last == "03:20 true")
        #expect(on.time(of: .startPollingTasks) == "03:20")
        life.press(.reset)
        #expect(life.route.last == "03:20 S10")
    }

    @Test("4.2: S6 → S9, Continue anyway during work of a profile that does not block")
    func continuesDuringWork() {
        var life = life([.good("c", 500, .user)], tree: .enrolled(.bits(0)))
        life.at(100) { $0.press(.continueAnyway) }
        life.run(until: 100)
        #expect(life.route.suffix(2) == ["01:15 S6", "01:40 S9"])
        #expect(life.writes(FakeTree.userFSS + "IsSyncDone") == ["01:40 true"])
        #expect(life.writes(FakeTree.userFSS + "WasDeviceSuccessfullyProvisioned").isEmpty)
    }

    @Test("4.2: a device failure does not prevent the account page, which starts with a clean slate")
    func cleanSlate() {
        var life = Life.usual(apps: [.bad("a", 10)])
        life.user = "S-1"
        life.at(100) { $0.press(.continueAnyway) }
        life.finishUser(at: 110)
        life.run(until: 130)
        #expect(life.route.suffix(5) == ["01:20 S3", "01:40 S9", "01:40 S5", "01:40 S6", "01:55 S8"])
        #expect(life.page.board[.deviceSetup].state == .failed)
        #expect(life.page.board[.accountSetup].state == .succeeded)
    }
}
