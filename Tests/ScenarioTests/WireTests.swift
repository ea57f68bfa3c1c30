import Device
import SyncML
import Testing

@testable import Scenario

/// What the reference says about sessions, in the messages as they went over the wire (esp-behaviour.md 2.2 and 2.3).
struct WireTests {
    private static let login = "com.microsoft/MDM/LoginStatus"
    private static let bootstrap = "com.microsoft/MDM/BootstrapSync"
    private static let token = "com.microsoft/MDM/AADUserToken"

    @Test("2.2: LoginStatus in every session; others before the sign-in, user after it")
    func loginStatus() throws {
        let life = try ScenarioFiles.play("sc-01")
        for (time, message) in try life.firstPackages() {
            #expect(message.alertData(Self.login) == (time < "02:50" ? "others" : "user"), "at \(time)")
        }
    }

    @Test("2.2, U-09: BootstrapSync says the phase in every session of the page, and is gone after it")
    func bootstrapSync() throws {
        let life = try ScenarioFiles.play("sc-04")
        let packages = try life.firstPackages()
        // The error screen is still a page: its sessions are first-sync sessions.
        for (time, message) in packages where time < "10:35" {
            #expect(message.alertData(Self.bootstrap) == "device", "at \(time)")
        }
        for (time, message) in packages where time > "10:40" {
            let expected: String? = time <= "10:50" ? "user" : nil
            #expect(message.alertData(Self.bootstrap) == expected, "at \(time)")
        }
    }

    @Test("2.2: the user's token goes with every session once a user is signed in, and not before")
    func userToken() throws {
        for (time, message) in try ScenarioFiles.play("sc-01").firstPackages() {
            #expect((message.alertData(Self.token) != nil) == (time >= "02:50"), "at \(time)")
        }
    }

    @Test(
        "enrollment.md 14.4: package 1 is 1201, LoginStatus, token, BootstrapSync, the others, DevInfo; CmdIDs from 2")
    func packageOne() throws {
        let life = try ScenarioFiles.play("sc-01")
        let account = try #require(try life.firstPackages().first { $0.time >= "02:50" }).message
        #expect(account.commands.map(\.cmdID) == (2..<(2 + account.commands.count)).map { String($0) })
        #expect(account.commands.map(\.name) == ["Alert", "Alert", "Alert", "Alert", "Replace"])
        let types = account.commands.compactMap { command -> String? in
            guard case .alert(let alert) = command else { return nil }
            return alert.items.first?.meta?.type ?? alert.data?.content
        }
        #expect(types == ["1201", Self.login, Self.token, Self.bootstrap])
        guard case .replace(let info) = account.commands[4] else { return }
        #expect(
            info.items.compactMap { $0.source?.locURI }
                == ["DevId", "Man", "Mod", "DmV", "Lang"].map { "./DevInfo/\($0)" })
    }

    @Test("windows-csp.md 4.1: the end of an MSI install is told by Alert 1224 in a session of its own")
    func installAlert() throws {
        let packages = try ScenarioFiles.play("sc-01").firstPackages().filter { $0.time == "01:00" }
        let data = packages.compactMap {
            $0.message.alertData("Reversed-Domain-Name:com.microsoft.mdm.win32csp_install")
        }
        #expect(data == ["0"])
    }

    @Test("U-10: a session at once, every 60 seconds, and one more right after a tracked item changed")
    func cadence() throws {
        let yaml = """
            profile: {showInstallationProgress: true}
            agent: {productCode: "{AA}", starts: "00:50", download: 2h}
            apps: [{name: A, duration: 3m}]
            server: {lists: "01:05"}
            user: {signsIn: never}
            until: 5m
            """
        let life = try PlayedLife(yaml: yaml)
        var starts: [String] = []
        for event in life.events {
            if case .sessionStarted(_, let trigger) = event.kind { starts.append("\(event.time) \(trigger.rawValue)") }
        }
        #expect(
            starts == [
                "00:00 enrollment", "00:00 syncLoop",
                // The agent reports itself; the run for device setup begins.
                "00:50 change",
                // The agent registers its app and begins with it.
                "01:00 change",
                // The server's push with the lists, and the cadence of the run that began at 00:50.
                "01:05 push", "01:50 syncLoop", "02:50 syncLoop", "03:50 syncLoop",
                // The app is installed.
                "04:00 change", "04:50 syncLoop",
            ])
    }

    @Test("2.4 item 10: the last session of a run reads the results")
    func lastSession() throws {
        let life = try ScenarioFiles.play("sc-01")
        let statuses = life.player.life.server.answers.filter { $0.time.description == "02:40" }
        #expect(statuses.last?.results == ["true", "1"])
        let user = life.player.life.server.answers.last
        #expect(user?.time.description == "04:00")
        #expect(user?.results == ["true", "1"])
    }

    @Test("ESP-527: the failure goes out at once, before the user presses anything")
    func failureIsSent() throws {
        let answers = try ScenarioFiles.play("sc-03").player.life.server.answers.filter {
            $0.time.description == "02:00"
        }
        #expect(answers.last?.results == ["false", "0"])
    }

    @Test("2.5: agent writes never appear on the wire")
    func agentWrites() throws {
        for saved in try ScenarioFiles.play("sc-01").player.life.messages where saved.direction == .client {
            #expect(!String(decoding: saved.bytes, as: UTF8.self).contains("Win32App_"))
        }
    }

    @Test(
        "windows-csp.md 3.8, 5.5: Unenroll gets no Status; a session with MsgID 1 carries the alert; then there is none"
    )
    func unenrollment() throws {
        let life = try ScenarioFiles.play("unenrolled")
        let last = try #require(try life.firstPackages().last)
        #expect(last.time == "02:00")
        #expect(last.message.header?.msgID == "1")
        #expect(last.message.alertData("com.microsoft:mdm.unenrollment.userrequest") == "1")
        guard case .alert(let alert) = last.message.commands[2] else {
            Issue.record("the alert stands behind LoginStatus")
            return
        }
        #expect(alert.data?.content == "1226")
        #expect(alert.items.first?.meta?.mark == "critical")
        let exec = life.player.life.server.answers.filter {
            $0.command.name == "Exec" && $0.time.description == "02:00"
        }
        #expect(exec.map(\.statuses) == [[]])
        #expect(life.messages.first == "the server ended the enrolment at 02:00")
    }
}
