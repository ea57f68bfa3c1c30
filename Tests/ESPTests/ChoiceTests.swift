import Notation
import Testing

@testable import ESP

struct ChoiceNameTests {
    @Test("9: every question by its id, with its options", arguments: Choices.ID.allCases)
    func options(id: Choices.ID) throws {
        #expect(id.options.count >= 2)
        #expect(Set(id.options).count == id.options.count)
        var answers: Set<Choices> = []
        for option in id.options {
            var choices = Choices()
            try choices.set(id.rawValue, to: option)
            #expect(answers.insert(choices).inserted)
        }
        #expect(answers.contains(Choices()))
    }

    @Test("9: the reference's choice is the default, and stands first", arguments: Choices.ID.allCases)
    func defaults(id: Choices.ID) throws {
        guard id != .forcedEnd else { return }
        var choices = Choices()
        try choices.set(id.rawValue, to: id.options[0])
        #expect(choices == Choices())
    }

    @Test("9: U-01 to U-22, and the three that the text names")
    func ids() {
        let numbered = (1...22).map { $0 < 10 ? "U-0\($0)" : "U-\($0)" }
        #expect(Choices.ID.allCases.map(\.rawValue) == numbered + ["ESP-406", "ESP-406-device", "ESP-513"])
    }

    @Test(
        "ESP-406: by default what 26200 was seen to do, on its account page only",
        arguments: [26200, 26100, 22631, 17763])
    func forcedEnd(build: Int) {
        let choices = Choices(build: build)
        #expect(choices.forcedEndOfAccountPage == (build == 26200 ? .observed26200 : .documented))
        #expect(choices.forcedEndOfDevicePage == .documented)
    }

    @Test("A question or an option that does not exist is refused, and nothing changes")
    func refusals() {
        var choices = Choices()
        #expect(throws: OptionRefusal.unknown("U-23")) { try choices.set("U-23", to: "on") }
        #expect(throws: OptionRefusal.unknown("u-11")) { try choices.set("u-11", to: "absent") }
        for id in Choices.ID.allCases {
            #expect(throws: OptionRefusal.noOption("maybe", of: id.rawValue, options: id.options)) {
                try choices.set(id.rawValue, to: "maybe")
            }
        }
        #expect(choices == Choices())
    }
}

/// The questions that page and agents answer, each with every option, set by name.
struct PlayedChoiceTests {
    private func variant(_ id: Choices.ID, _ option: String, quirks: [Quirks.ID: Bool] = [:]) throws -> Variant {
        var choices = Choices()
        try choices.set(id.rawValue, to: option)
        return Variant(quirks: quirks) { $0 = choices }
    }

    @Test("U-02: a profile that blocks without any button keeps Try again", arguments: Choices.ID.u02.options)
    func tryAgainBit(option: String) throws {
        var choices = Choices()
        try choices.set("U-02", to: option)
        var profile = EnrollmentStatusPageProfile()
        profile.blockDeviceSetupRetryByUser = true
        var tree = FakeTree.enrolled()
        tree.set(FakeTree.deviceFSS + "BlockInStatusPage", String(profile.blockInStatusPage(choices: choices).rawValue))
        var life = Life.usual(tree: tree, apps: [.bad("a", 10)])
        life.run(until: 75)
        #expect(life.page.controls.buttons == (option == "keepWhenAlone" ? [] : [.continueAnyway]))
        life.run(until: 100)
        #expect(life.page.controls.buttons == (option == "keepWhenAlone" ? [.tryAgain] : [.continueAnyway]))
        // With another bit it goes.
        profile.allowDeviceResetOnInstallFailure = true
        #expect(profile.blockInStatusPage(choices: choices) == .reset)
    }

    @Test(
        "U-06: T1m ends a held Apps line, or ESP-324 decides",
        arguments: [
            ("byQuirk", true, false), ("byQuirk", false, true), ("timesOut", true, true), ("timesOut", false, true),
        ])
    func heldAppsLine(option: String, isQuirkOn: Bool, ends: Bool) throws {
        var tree = FakeTree.enrolled()
        tree.set(NodeURI.trackingPoliciesCreated("ConfigMgr", in: .device), "false")
        var life = Life.usual(try variant(.u06, option, quirks: [.esp324: isQuirkOn]), tree: tree)
        life.run(until: 10_000)
        #expect(life.route.last == (ends ? "60:00 S3" : "01:00 S2"))
    }

    @Test("U-06, ESP-324: only the held line is passed by; the others end at T1m")
    func otherLines() {
        var tree = FakeTree.enrolled()
        tree.set(NodeURI.trackingPoliciesCreated("ConfigMgr", in: .device), "false")
        var life = Life.usual(tree: tree, apps: [], finishesDevice: false)
        life.at(65) { $0.change { $0.finishDevice(network: ["./Vendor/MSFT/WiFi/Profile/Office"]) } }
        life.run(until: 4000)
        #expect(life.line(.networkConnections, .deviceSetup)?.state == .failed)
        #expect(life.page.board[.deviceSetup].state == .inProgress)
        life.change { $0.set(NodeURI.trackingPoliciesCreated("ConfigMgr", in: .device), "true") }
        #expect(life.page.state == .deviceError)
    }

    @Test("U-11: TrackingUri holds the address of the app's own state, or is absent", arguments: Choices.ID.u11.options)
    func trackingURI(option: String) throws {
        let app = Win32App.good("a", 10)
        var life = Life.usual(try variant(.u11, option), apps: [app])
        life.run(until: 100)
        let base = NodeURI.trackedApps(.device) + "/Sidecar/Win32App_a_1/"
        #expect(life.tree.value(base + "TrackingUri") == (option == "absent" ? nil : base + "InstallationState"))
        #expect(life.route.last == "01:25 S5")
    }

    /// What an app that does not apply is recorded as.
    private static let inapplicable: [(Int, [Win32App])] = {
        var unmet = Win32App.good("a", 10)
        unmet.meetsRequirements = false
        var dependent = Win32App.good("a", 10)
        dependent.dependencies = ["z"]
        var dependency = Win32App.good("z", 10)
        dependency.isTracked = false
        var manual = dependent
        manual.installsDependencies = false
        var unmetDependency = dependency
        unmetDependency.meetsRequirements = false
        return [(3000, [unmet]), (6003, [dependent, unmetDependency]), (6004, [manual, dependency])]
    }()

    @Test(
        "U-14, 3.4: 3000, 6003 and 6004 count as installed, or fail the line",
        arguments: Self.inapplicable, Choices.ID.u14.options)
    func notApplicable(app: (code: Int, apps: [Win32App]), option: String) throws {
        var life = Life.usual(try variant(.u14, option), apps: app.apps)
        life.run(until: 79)
        #expect(life.enforcement(app.apps[0]).last == "01:10 \(app.code)")
        #expect(life.states(app.apps[0]) == ["01:10 1", option == "completed" ? "01:10 3" : "01:10 4"])
        #expect(life.route.last == (option == "completed" ? "01:15 S5" : "01:10 S3"))
    }

    @Test("U-16: the agent's MSI counts as an app, or does not", arguments: Choices.ID.u16.options)
    func agentMSI(option: String) throws {
        var variant = try variant(.u16, option)
        variant.page.agentProductCode = "{AAAA0000-0000-4000-8000-000000000001}"
        var life = Life.usual(variant, apps: [.good("a", 10)])
        life.run(until: 100)
        #expect(
            life.line(.apps, .deviceSetup)?.text.token
                == (option == "counted" ? "2 of 2 installed" : "1 of 1 installed"))
    }

    @Test("U-18: a restart in account setup starts T1m anew, or keeps it", arguments: Choices.ID.u18.options)
    func accountReboot(option: String) throws {
        var life = Life.usual(try variant(.u18, option), apps: [.good("c", 100_000, .user)])
        life.user = "S-1"
        life.finishUser(at: 80)
        life.at(1075) { $0.reboot() }
        life.run(until: 9000)
        #expect(life.route.suffix(2) == ["17:55 S6", option == "restartTimers" ? "77:55 S7" : "61:15 S7"])
        #expect(life.line(.waitingForAadRegistration, .accountSetup)?.state == .succeeded)
    }

    @Test(
        "U-19: T1m counts from the phase, from the last page load, or over both phases",
        arguments: [
            ("phase", "60:00 S3", "61:15 S7"), ("pageLoad", "76:40 S3", "61:15 S7"), ("life", "60:00 S3", "60:00 S7"),
        ])
    func anchor(option: String, device: String, account: String) throws {
        var life = Life.usual(try variant(.u19, option), apps: [.good("a", 100_000)])
        life.at(1000) { $0.reboot() }
        life.run(until: 9000)
        #expect(life.route.last == device)

        var second = Life.usual(try variant(.u19, option), apps: [.good("c", 100_000, .user)])
        second.user = "S-1"
        second.finishUser(at: 80)
        second.run(until: 3700)
        #expect(second.route.last == account)
        // Try again gives the full time in every case.
        second.press(.tryAgain)
        #expect(second.time(of: .startTimer(.phase(.user), at: .seconds(3700 + 3600))) == "61:40")
        second.run(until: 7299)
        #expect(second.page.state == .accountSetup)
    }

    @Test("U-20: a failure without a code shows Error, or 0x81036502", arguments: Choices.ID.u20.options)
    func genericFailure(option: String) throws {
        let app = Win32App.good("a", 1000)
        var life = Life.usual(try variant(.u20, option), apps: [app])
        life.at(100) { life in
            life.change {
                $0.set(NodeURI.trackedApp(app.trackingName, of: "Sidecar", "InstallationState", in: .device), "4")
            }
        }
        life.run(until: 100)
        #expect(life.line(.apps, .deviceSetup)?.text.token == (option == "scriptedOnly" ? "error" : "0x81036502"))
        #expect(life.page.errorScreen?.code == (option == "scriptedOnly" ? nil : .genericAppFailure))
    }

    @Test("U-22: IsSyncDone comes with success or leaving, or with the failure", arguments: Choices.ID.u22.options)
    func syncDone(option: String) throws {
        let app = Win32App(id: "a", name: "A", attempts: [.init(seconds: 10, exitCode: 1), .init(seconds: 10)])
        var life = Life.usual(try variant(.u22, option), apps: [app])
        life.at(100) { $0.press(.tryAgain) }
        life.run(until: 200)
        let writes = life.writes(FakeTree.deviceFSS + "IsSyncDone")
        #expect(writes == (option == "onSuccessOrLeave" ? ["01:50 true"] : ["01:20 true"]))
        // The sessions run again for the second attempt in either case.
        #expect(life.times(of: .startSyncLoop(.deviceSetup)) == ["01:00", "01:40"])
        #expect(life.route.last == "01:55 S5")
    }

    @Test(
        "ESP-406: a server may force the end of the device page", arguments: Choices.ForcedEnd.allCases, [true, false])
    func forcedDevicePage(end: Choices.ForcedEnd, succeeds: Bool) throws {
        var life = Life.usual(try variant(.forcedEndOfDevicePage, end.rawValue), apps: [.good("a", 1000)])
        life.at(100) { life in
            life.change {
                $0.set(FakeTree.deviceFSS + "WasDeviceSuccessfullyProvisioned", succeeds ? "1" : "0")
                $0.set(FakeTree.deviceFSS + "IsSyncDone", "true")
            }
        }
        life.run(until: 600)
        switch end {
        case .documented: #expect(life.route.last == (succeeds ? "01:45 S5" : "01:40 S3"))
        case .observed26200: #expect(life.page.state == .deviceSetup)
        }
    }

    @Test("ESP-406: and of the account page", arguments: Choices.ForcedEnd.allCases, [true, false])
    func forcedAccountPage(end: Choices.ForcedEnd, succeeds: Bool) throws {
        var life = Life.usual(try variant(.forcedEnd, end.rawValue), apps: [.good("c", 1600, .user)])
        life.user = "S-1"
        life.finishUser(at: 80)
        life.at(100) { life in
            life.change {
                $0.set(FakeTree.userFSS + "WasDeviceSuccessfullyProvisioned", succeeds ? "1" : "0")
                $0.set(FakeTree.userFSS + "IsSyncDone", "true")
            }
        }
        life.run(until: 100 + 25 * 60)
        switch end {
        case .documented: #expect(life.route.last == (succeeds ? "01:45 S8" : "01:40 S7"))
        case .observed26200: #expect(life.route.last == "01:15 S6")
        }
    }

    @Test("ESP-513: what T1m ended shows Error, or the code", arguments: Choices.UnfinishedText.allCases)
    func unfinishedText(text: Choices.UnfinishedText) throws {
        var life = Life.usual(try variant(.unfinishedText, text.rawValue), apps: [.good("a", 100_000)])
        life.run(until: 3600)
        #expect(life.line(.apps, .deviceSetup)?.text.token == (text == .error ? "error" : "0x800705b4"))
        #expect(life.page.errorScreen?.code == .timeout)
    }
}
