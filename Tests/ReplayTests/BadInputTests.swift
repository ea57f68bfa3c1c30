import Capture
import Testing

@testable import Replay

/// Captures that lack something: what could be read is replayed, what could not is named.
struct BadInputTests {
    @Test("Only the server: replayed, and said that nothing could be compared")
    func onlyServer() {
        let records = ReplayerTests.good.filter { $0.direction == .toClient }
        let report = Replayer().replay(Recording(records))
        #expect(report.differences == [])
        #expect(report.comparedCount == 0)
        #expect(report.notes.map(\.rule).contains("replay.one-sided"))
        #expect(report.isReadable)
        // The commands were executed all the same.
        let answers = report.sessions.flatMap(\.exchanges).compactMap(\.ours)
        #expect(answers.count == 2)
        #expect(answers.last?.commands.count { $0.name == "Status" } == 4)
    }

    @Test("Only the client: said so, and package 1 is compared")
    func onlyClient() {
        let records = ReplayerTests.good.filter { $0.direction == .toServer }
        let report = Replayer().replay(Recording(records))
        #expect(report.differences == [])
        #expect(report.comparedCount == 1)
        #expect(report.notes.map(\.rule) == ["replay.not-compared", "replay.one-sided"])
    }

    @Test("A server's message that is cut off is named with its place, and the session goes on behind it")
    func cutOff() throws {
        var records = ReplayerTests.good
        records[1].body.removeLast(20)
        let report = Replayer().replay(Recording(records))
        #expect(!report.isReadable)
        let note = try #require(report.notes.first { $0.rule == "replay.unreadable" })
        #expect(note.record == 2)
        #expect(note.file == "server-1-1.xml")
        #expect(note.line == 2)
        #expect(report.notes.map(\.rule).contains("replay.not-compared"))
        #expect(report.differences == [])
        #expect(report.comparedCount == 1)
    }

    @Test("A capture cut off at every byte of its records is replayed without a crash, and says what it lacks")
    func everyByte() {
        for index in ReplayerTests.good.indices {
            for length in stride(from: 0, to: ReplayerTests.good[index].body.count, by: 7) {
                var records = ReplayerTests.good
                records[index].body = Array(records[index].body.prefix(length))
                let report = Replayer().replay(Recording(records))
                #expect(length == 0 || !report.notes.isEmpty)
            }
        }
    }

    @Test("A capture of another protocol holds nothing to replay")
    func otherProtocol() {
        let bodies = ["<html><body>hello</body></html>", "{\"a\":1}", "GET / HTTP/1.1", "<a/>"]
        let recording = Recording(bodies.map { CaptureRecord(direction: .toClient, body: Array($0.utf8)) })
        #expect(!recording.isReadable)
        #expect(recording.notes.map(\.rule) == Array(repeating: "replay.foreign", count: 4) + ["replay.no-messages"])
        #expect(Replayer().replay(recording).sessions.isEmpty)
    }

    @Test("Data synchronisation is SyncML, and is not replayed")
    func dataSync() {
        let text = String(decoding: ReplayerTests.good[1].body, as: UTF8.self).replacing("DM/1.2", with: "SyncML/1.2")
        let recording = Recording([CaptureRecord(direction: .toClient, body: Array(text.utf8))])
        #expect(recording.notes.first?.message.contains("SyncML/1.2") == true)
        #expect(recording.messageCount == 0)
    }

    @Test("Sessions of two devices that are interleaved are told apart")
    func interleaved() {
        func session(_ device: String, _ status: String) -> [CaptureRecord] {
            [
                Script.package1(device: device),
                Script.server(
                    1, device: device,
                    Script.welcome + Script.write("Replace", "5", "./DevDetail/SwV", "1") + "<Final/>"),
                Script.client(
                    2, device: device,
                    Script.status(1, msgRef: 1, cmdRef: "0", "SyncHdr", "200")
                        + Script.status(2, msgRef: 1, cmdRef: "5", "Replace", status) + "<Final/>"),
            ]
        }
        let (left, right) = (session("DEV-A", "405"), session("DEV-B", "200"))
        let records = zip(left, right).flatMap { [$0, $1] }
        let report = Replayer().replay(Recording(records))
        #expect(report.sessions.map(\.deviceID) == ["DEV-A", "DEV-B"])
        #expect(report.sessions[0].differences == [])
        #expect(report.sessions[1].differences.map(\.rule.id) == ["compare.status-code"])
    }

    @Test("A message that was sent twice counts once")
    func resent() {
        var records = ReplayerTests.good
        records.insert(records[2], at: 3)
        let report = Replayer().replay(Recording(records))
        #expect(report.differences == [])
        #expect(report.notes.map(\.rule).contains("replay.resent"))
    }

    @Test("A client message that the recorded client did not send, or ours does not send, is a difference")
    func wholeMessages() {
        var silent = ReplayerTests.good
        silent.append(
            Script.client(3, Script.status(1, msgRef: 2, cmdRef: "0", "SyncHdr", "200") + "<Final/>"))
        #expect(Replayer().replay(Recording(silent)).differences.map(\.rule.id) == ["compare.message-missing"])
        // The device goes on with another session, so what it did not answer it never answered.
        let chatty = Array(ReplayerTests.good.prefix(2)) + [Script.package1(session: "2")]
        #expect(Replayer().replay(Recording(chatty)).differences.map(\.rule.id) == ["compare.message-extra"])
    }

    @Test("A capture that begins in the middle of a session does not lay an answer beside package 1")
    func fromTheMiddle() {
        let report = Replayer().replay(Recording(Array(ReplayerTests.good.dropFirst(2))))
        #expect(report.differences.map(\.message) == [])
        #expect(report.notes.map(\.rule).contains("replay.not-compared"))
    }
}
