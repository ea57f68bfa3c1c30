import Capture
import Device
import TestSupport
import Testing

@testable import Replay

struct ReplayerTests {
    /// A session as Windows has it: two Gets, a write, and the answers.
    static let good = [
        Script.package1(),
        Script.server(
            1,
            Script.welcome + Script.get("5", "./DevDetail/SwV") + Script.get("6", "./DevDetail/LrgObj")
                + Script.write("Replace", "7", "./Device/Vendor/MSFT/DMClient/Provider/Acme/EntDMID", "d-1")
                + "<Final/>"),
        Script.client(
            2,
            Script.status(1, msgRef: 1, cmdRef: "0", "SyncHdr", "200")
                + Script.status(2, msgRef: 1, cmdRef: "5", "Get", "200")
                + Script.results(3, msgRef: 1, cmdRef: "5", "./DevDetail/SwV", "10.0.22631.3007")
                + Script.status(4, msgRef: 1, cmdRef: "6", "Get", "200")
                + Script.results(5, msgRef: 1, cmdRef: "6", "./DevDetail/LrgObj", "false", format: "bool")
                + Script.status(6, msgRef: 1, cmdRef: "7", "Replace", "200") + "<Final/>"),
        Script.server(2, Script.status(1, msgRef: 2, cmdRef: "0", "SyncHdr", "200") + "<Final/>"),
    ]

    @Test("A session that Windows answered as we do has no difference, and all commands have the same status")
    func same() {
        let report = Replayer().replay(Recording(Self.good))
        #expect(report.differences.map(\.message) == [])
        #expect(report.fidelity.commands == Fidelity.Share(equal: 3, all: 3))
        #expect(report.fidelity.results == Fidelity.Share(equal: 2, all: 2))
        #expect(report.fidelity.alerts == Fidelity.Share(equal: 2, all: 2))
        #expect(report.comparedCount == 2)
        #expect(report.isReadable)
        // The provider of the messages is taken, and said.
        #expect(report.notes.map(\.rule) == ["replay.provider"])
    }

    @Test("A status that differs is shown with both sides, its place and why our client answers so")
    func status() throws {
        var records = Self.good
        records[2] = Script.client(
            2,
            Script.status(1, msgRef: 1, cmdRef: "0", "SyncHdr", "200")
                + Script.status(2, msgRef: 1, cmdRef: "5", "Get", "200")
                + Script.results(3, msgRef: 1, cmdRef: "5", "./DevDetail/SwV", "10.0.22631.3007")
                + Script.status(4, msgRef: 1, cmdRef: "6", "Get", "404")
                + Script.status(5, msgRef: 1, cmdRef: "7", "Replace", "405") + "<Final/>")
        let report = Replayer().replay(Recording(records))
        #expect(
            report.differences.map(\.rule.id)
                == ["compare.status-code", "compare.status-code"])
        let difference = try #require(report.differences.first { $0.command == "Replace" })
        #expect(difference.ours.text == "200")
        #expect(difference.recorded.text == "405")
        #expect(difference.recorded.file == "client-1-2.xml")
        #expect(difference.recorded.line == 2)
        #expect(difference.commandID == "7")
        #expect(difference.target == "./Device/Vendor/MSFT/DMClient/Provider/Acme/EntDMID")
        #expect(difference.reason?.reference.isEmpty == false)
        #expect(report.fidelity.commands == Fidelity.Share(equal: 1, all: 3))
    }

    @Test("The release of a recorded DevDetail/SwV decides what exists")
    func release() {
        let device = PlayedDevice(Recording(Self.good).devices[0], options: ReplayOptions())
        #expect(device.device.release.build == 22631)
        let kept = PlayedDevice(Recording(Self.good).devices[0], options: ReplayOptions(keepsRelease: true))
        #expect(kept.device.release.build == 26200)
    }

    @Test("The whole corpus is replayed without a crash", .enabled(if: SharedData.isPresent))
    func corpus() throws {
        var messages = 0
        for capture in try CorpusCapture.all() {
            for learns in [false, true] {
                let recording = Recording(capture.records)
                messages += recording.messageCount
                _ = Replayer(ReplayOptions(learns: learns)).replay(recording)
            }
        }
        #expect(messages > 500)
    }

    @Test(
        "The recorded enrolment with a DM session replays with every status equal", .enabled(if: SharedData.isPresent))
    func enrolment() throws {
        let recording = Recording(try CorpusCapture.session("mdm_server_poc/README.md"))
        let report = Replayer().replay(recording)
        #expect(report.differences.map(\.message) == [])
        #expect(report.fidelity.commands == Fidelity.Share(equal: 2, all: 2))
        #expect(report.comparedCount == 2)
        // Discovery, policy and certificate are SOAP.
        #expect(report.notes.map(\.rule) == Array(repeating: "replay.foreign", count: 7))
        #expect(report.isReadable)
    }

    @Test("Users come and go, and each finds their own nodes again")
    func users() {
        let node = "./User/Vendor/MSFT/Policy/Config/Experience/AllowWindowsSpotlight"
        func package1(_ number: Int, user: String?) -> CaptureRecord {
            // {"upn":"ada@example.test"} and {"upn":"ben@example.test"}
            let tokens = ["ada": "eyJ1cG4iOiJhZGFAZXhhbXBsZS50ZXN0In0", "ben": "eyJ1cG4iOiJiZW5AZXhhbXBsZS50ZXN0In0"]
            let alert = user.flatMap { tokens[$0] }.map {
                "<Alert><CmdID>5</CmdID><Data>1224</Data><Item><Meta><Type xmlns=\"syncml:metinf\">com.microsoft/MDM/AADUserToken</Type></Meta><Data>e30.\($0).x</Data></Item></Alert>"
            }
            let opening = Script.opening(login: user == nil ? "others" : "user")
                .replacing("<Replace>", with: (alert ?? "") + "<Replace>")
            return Script.client(1, session: String(number), opening + "<Final/>")
        }
        func session(_ number: Int, user: String?, _ command: String, _ answer: String) -> [CaptureRecord] {
            [
                package1(number, user: user),
                Script.server(1, session: String(number), Script.welcome + command + "<Final/>"),
                Script.client(
                    2, session: String(number),
                    Script.status(1, msgRef: 1, cmdRef: "0", "SyncHdr", "200") + answer + "<Final/>"),
            ]
        }
        let get = Script.get("5", node)
        let found =
            Script.status(2, msgRef: 1, cmdRef: "5", "Get", "200")
            + Script.results(3, msgRef: 1, cmdRef: "5", node, "0", format: "int")
        let records =
            session(
                1, user: "ada", Script.write("Replace", "5", node, "0", format: "int"),
                Script.status(2, msgRef: 1, cmdRef: "5", "Replace", "200"))
            + session(2, user: nil, get, Script.status(2, msgRef: 1, cmdRef: "5", "Get", "405"))
            + session(3, user: "ben", get, Script.status(2, msgRef: 1, cmdRef: "5", "Get", "404"))
            + session(4, user: "ada", get, found)
        #expect(Replayer().replay(Recording(records)).differences.map(\.message) == [])
    }
}
