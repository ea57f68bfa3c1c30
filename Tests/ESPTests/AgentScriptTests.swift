import Testing

@testable import ESP

/// Scripts, and the log (esp-behaviour.md 2.4, 3.7, 5).
struct AgentScriptTests {
    private let scripts = [
        AgentScript(name: "device"), AgentScript(name: "mine", scope: .user, context: .user),
        AgentScript(name: "ours", scope: .user), AgentScript(name: "fix", kind: .remediation),
    ]

    @Test(
        "ESP-312, 5: system scripts run before the apps and once more per user; a user's at the start of account setup, or after the page; remediations minutes after it",
        arguments: [true, false])
    func order(isOn: Bool) {
        var life = Life.usual(
            Variant(quirks: [.esp312: isOn]), apps: [.good("a", 10), .good("c", 10, .user)], scripts: scripts)
        life.user = "S-1"
        life.finishUser(at: 95)
        life.run(until: 1000)
        // Device setup: the script, then A from 01:15 on. Account setup from 01:30, its check-in at 01:40.
        #expect(life.states(.good("a", 10)) == ["01:10 1", "01:15 2", "01:25 3"])
        let account = isOn ? ["01:40 device", "01:45 ours"] : ["01:40 device", "01:45 mine", "01:50 ours"]
        // C ends at 02:00 or 02:05, the page five seconds later.
        let after = isOn ? ["02:25 mine", "07:05 fix"] : ["07:10 fix"]
        #expect(life.scriptStarts == ["01:10 device"] + account + after)
        #expect(life.states(.good("c", 10, .user)).last == (isOn ? "02:00 3" : "02:05 3"))
    }

    @Test("5: scripts are not tracked: one that fails, or never ends, changes no line")
    func untracked() {
        let scripts = [AgentScript(name: "bad", seconds: 5, exitCode: 1), AgentScript(name: "slow", seconds: 100_000)]
        var life = Life.usual(Variant(), scripts: scripts)
        life.run(until: 100)
        #expect(life.time(of: .scriptRan(name: "bad", exitCode: 1)) == "01:15")
        #expect(life.route.last == "01:15 S5")
        #expect(life.line(.apps, .deviceSetup)?.text.token == "1 of 1 installed")
    }

    @Test("5: scripts run again for the second user, not twice for one")
    func secondUser() {
        var life = Life.usual(Variant(), scripts: [AgentScript(name: "device")])
        life.user = "S-1"
        life.finishUser(at: 80)
        life.at(200) { $0.signIn("S-2") }
        life.at(205) { $0.finishUser() }
        life.at(300) { $0.signIn("S-1") }
        life.run(until: 1000)
        #expect(life.scriptStarts == ["01:10 device", "01:25 device", "03:30 device"])
    }

    @Test("A script that a restart interrupts begins again")
    func interrupted() {
        var life = Life.usual(Variant(), apps: [.good("a", 10)], scripts: [AgentScript(name: "s", seconds: 30)])
        life.at(80) { $0.reboot() }
        life.run(until: 300)
        #expect(life.scriptStarts == ["01:10 s", "01:20 s"])
        #expect(life.states(.good("a", 10)).last == "02:00 3")
    }

    @Test("ESP-606: each shape of line, over both phases and after them")
    func log() {
        let sid = "S-1-12-1-286331153-858989090-1431651396-1431655765"
        var life = Life.usual(apps: [.good("a", 10), .good("c", 10, .user)])
        life.user = sid
        life.finishUser(at: 90)
        life.run(until: 300)
        let status = "[Win32App][EspManager] Updating ESP tracked install status from"
        #expect(
            life.agentLines == [
                "01:00 [Win32App] The EspPhase: DeviceSetup",
                "01:10 [ESPAppLockInProcessor] Found 1 apps which need to be installed for current phase",
                "01:10 [Win32App][EspManager] In EspPhase: DeviceSetup. App a has been registered. App name: A",
                "01:10 \(status) NotInstalled to InProgress for application a",
                "01:20 \(status) InProgress to Completed for application a",
                "01:20 [CheckDeviceAndAccountSetupStateWithWmi] All apps completed for device",
                "01:25 [Win32App] The EspPhase: AccountSetup",
                "01:35 [ESPAppLockInProcessor] Found 1 apps which need to be installed for current phase",
                "01:35 [Win32App][EspManager] In EspPhase: AccountSetup. App c has been registered for user "
                    + "11111111-2222-3333-4444-555555555555. App name: C",
                "01:35 \(status) NotInstalled to InProgress for application c",
                "01:45 \(status) InProgress to Completed for application c",
                "01:45 [CheckDeviceAndAccountSetupStateWithWmi] all apps completed for user",
                "01:50 [Win32App] The EspPhase: NotInEsp",
                "01:50 ESP completed. Triggering immediate app workload check-in",
            ])
    }

    @Test("ESP-606: a failure in the log; and a device without a page is never in ESP")
    func otherLines() {
        var failing = Life.usual(apps: [.bad("a", 10)])
        failing.run(until: 300)
        #expect(
            failing.agentLines.last
                == "01:20 [Win32App][EspManager] Updating ESP tracked install status from InProgress to Error for "
                + "application a")
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        profile.showInstallationProgress = false
        var hidden = Life.usual(tree: .enrolled(profile), apps: [.good("a", 10)])
        hidden.run(until: 300)
        #expect(hidden.agentLines == ["01:00 [Win32App] The EspPhase: NotInEsp"])
    }
}
