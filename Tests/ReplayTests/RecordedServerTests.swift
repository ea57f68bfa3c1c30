import Capture
import SyncML
import Testing

@testable import Replay

/// The server of a capture towards another client.
struct RecordedServerTests {
    private static func live(_ msgID: Int, _ body: String) throws -> Message {
        try Message(parsing: Script.client(msgID, session: "2F", device: "LIVE-9", body).body)
    }

    private static func server() -> RecordedServer { RecordedServer(Recording(ReplayerTests.good).devices[0]) }

    @Test("A recorded message is put into the live session's numbers and addresses")
    func rewritten() throws {
        var server = Self.server()
        // The live client counts its commands otherwise.
        let opening = Script.opening(device: "LIVE-9").replacing("<CmdID>4", with: "<CmdID>14")
            .replacing("<CmdID>3", with: "<CmdID>13").replacing("<CmdID>2", with: "<CmdID>12")
        let reply = server.answer(try Self.live(1, opening + "<Final/>"))
        #expect(reply.comparison?.differences.map(\.message) == [])
        let message = try #require(reply.message)
        #expect(message.header?.sessionID == "2F")
        #expect(message.header?.msgID == "1")
        #expect(message.header?.target?.locURI == "LIVE-9")
        #expect(message.header?.source?.locURI == Script.server)
        let references = message.commands.compactMap { if case .status(let status) = $0 { status.cmdRef } else { nil } }
        #expect(references == ["0", "12", "13", "14"])
        #expect(message.commands.count { $0.name == "Get" } == 2)
        #expect(reply.notes == [])
    }

    @Test("A command that the recording does not answer gets a Status all the same, and the reader is told")
    func added() throws {
        var server = Self.server()
        let alert =
            "<Alert><CmdID>9</CmdID><Data>1226</Data><Item><Meta><Type xmlns=\"syncml:metinf\">com.example</Type></Meta><Data>1</Data></Item></Alert>"
        let reply = server.answer(try Self.live(1, Script.opening(device: "LIVE-9") + alert + "<Final/>"))
        #expect(reply.comparison?.differences.map(\.rule.id) == ["compare.alert-extra"])
        #expect(reply.notes.map(\.rule) == ["replay.status-added"])
        let answered = try #require(reply.message).commands.contains {
            if case .status(let status) = $0 { status.cmdRef == "9" && status.cmd == "Alert" } else { false }
        }
        #expect(answered)
    }

    @Test("Behind the recording the server only answers, so that the session ends")
    func end() throws {
        var server = Self.server()
        _ = server.answer(try Self.live(1, Script.opening(device: "LIVE-9") + "<Final/>"))
        _ = server.answer(
            try Self.live(2, Script.status(1, msgRef: 1, cmdRef: "0", "SyncHdr", "200") + "<Final/>"))
        let reply = server.answer(
            try Self.live(3, Script.status(1, msgRef: 2, cmdRef: "0", "SyncHdr", "200") + "<Final/>"))
        #expect(reply.server == nil)
        #expect(reply.message?.commands.map(\.name) == ["Status"])
        #expect(reply.message?.isFinal == true)
        // A second session is not in the recording.
        #expect(server.answer(try Self.live(1, Script.opening(device: "LIVE-9") + "<Final/>")).message == nil)
    }

    @Test("A recorded nonce is not used twice, and the proof of the recorded server is left out")
    func secrets() throws {
        let chal =
            "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Chal><Meta><Format xmlns=\"syncml:metinf\">b64</Format><Type xmlns=\"syncml:metinf\">syncml:auth-md5</Type><NextNonce xmlns=\"syncml:metinf\">cmVjb3JkZWQ=</NextNonce></Meta></Chal><Data>407</Data></Status><Final/>"
        var record = Script.server(1, chal)
        record.body = Array(
            String(decoding: record.body, as: UTF8.self).replacing(
                "</SyncHdr>", with: "<Cred><Data>secret</Data></Cred></SyncHdr>"
            ).utf8)
        var server = RecordedServer(Recording([Script.package1(), record]).devices[0])
        let reply = server.answer(try Self.live(1, Script.opening(device: "LIVE-9") + "<Final/>"))
        let message = try #require(reply.message)
        #expect(message.header?.cred == nil)
        #expect(reply.notes.map(\.rule).contains("replay.server-proof"))
        let nonce = message.commands.lazy.compactMap {
            if case .status(let status) = $0 { status.chal?.meta.nextNonce } else { nil }
        }.first
        #expect(nonce != nil)
        #expect(nonce != "cmVjb3JkZWQ=")
    }

    @Test("A session with a challenge, as 17.4 shows it, replays both ways with nothing that differs")
    func challenge() {
        let chal =
            "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Chal><Meta><Format xmlns=\"syncml:metinf\">b64</Format><Type xmlns=\"syncml:metinf\">syncml:auth-md5</Type><NextNonce xmlns=\"syncml:metinf\">EDJUdpi63P4BI0VniavN7w==</NextNonce></Meta></Chal><Data>407</Data></Status><Final/>"
        var second = Script.client(
            2, Script.status(1, msgRef: 1, cmdRef: "0", "SyncHdr", "200") + Script.opening() + "<Final/>")
        second.body = Array(
            String(decoding: second.body, as: UTF8.self).replacing(
                "</LocURI></Source></SyncHdr>",
                with:
                    "</LocURI><LocName>somebody</LocName></Source><Cred><Meta><Format xmlns=\"syncml:metinf\">b64</Format><Type xmlns=\"syncml:metinf\">syncml:auth-md5</Type></Meta><Data>9xbCHtkPQSDnmCoocp+pMw==</Data></Cred></SyncHdr>"
            ).utf8)
        let welcome = Script.welcome.replacing("<MsgRef>1", with: "<MsgRef>2").replacing(
            "<Cmd>SyncHdr</Cmd><Data>200", with: "<Cmd>SyncHdr</Cmd><Data>212")
        let third = Script.client(
            3,
            Script.status(1, msgRef: 2, cmdRef: "0", "SyncHdr", "200")
                + Script.status(2, msgRef: 2, cmdRef: "5", "Get", "200")
                + Script.results(3, msgRef: 2, cmdRef: "5", "./DevDetail/SwV", "10.0.26100.4061") + "<Final/>")
        let records = [
            Script.package1(), Script.server(1, chal), second,
            Script.server(2, welcome + Script.get("5", "./DevDetail/SwV") + "<Final/>"), third,
        ]
        let recording = Recording(records)
        #expect(Replayer().replay(recording).differences.map(\.message) == [])
        #expect(Replayer().replay(recording).comparedCount == 3)
        #expect(Replayer().playAsServer(recording).differences.map(\.message) == [])
    }
}
