import DMSession
import DMTree
import Foundation
import SyncML
import Testing

/// How sessions go on and end (oma-dm.md 2.1, 2.2, 2.6, windows-csp.md 5.3).
struct SessionTests {
    private static let length = "\(Conversation.policy)/DeviceLock/MinDevicePasswordLength"

    @Test("DM-SESS-09, DM-SESS-10: a message without commands ends the session, nothing is sent")
    func end() throws {
        for body in ["", syncHdrStatus() + status(2, "2", "Alert", "200")] {
            var conversation = Conversation()
            let turn = try conversation.send(body)
            #expect(turn.reply == nil)
            #expect(turn.end == .completed)
            #expect(conversation.session.end == .completed)
        }
    }

    @Test("several messages in one session: MsgIDs count up, MsgRef names the message that is answered")
    func severalMessages() throws {
        var conversation = Conversation()
        for number in 1...4 {
            let turn = try conversation.send(command("Get", "2", "./DevInfo/Man"), msgID: String(number))
            #expect(turn.reply?.header?.msgID == String(number + 1))
            #expect(turn.reply?.header?.sessionID == "1")
            #expect(turn.diagnostics == [])
            #expect(
                try turn.replyBody?.hasPrefix(
                    syncHdrStatus(msgRef: String(number)) + status(2, "2", "Get", "200", msgRef: String(number)))
                    == true)
        }
        #expect(try conversation.send("", msgID: "5").end == .completed)
    }

    @Test("a message after the end is not answered, and a diagnostic says so")
    func afterEnd() throws {
        var conversation = Conversation()
        _ = try conversation.send("")
        let before = conversation.content
        let turn = try conversation.send(command("Replace", "2", Self.length, "8"), msgID: "2")
        #expect(turn.reply == nil)
        #expect(turn.rules == ["session.over"])
        #expect(conversation.content == before)
    }

    @Test("DM-HDR-05: a SessionID that changes is a finding; the client keeps its own")
    func sessionID() throws {
        var conversation = Conversation()
        #expect(
            try conversation.send(command("Get", "2", "./DevInfo/Man"), sessionID: "A5").reply?.header?.sessionID
                == "A5")
        let turn = try conversation.send(command("Get", "2", "./DevInfo/Man"), msgID: "2", sessionID: "A6")
        #expect(turn.rules == ["session.session-id"])
        #expect(turn.statuses == ["2 Get 200"])
        #expect(turn.reply?.header?.sessionID == "A5")
    }

    @Test("OBS-015: SessionID 0 is legal")
    func sessionZero() throws {
        var conversation = Conversation()
        let turn = try conversation.send(command("Get", "2", "./DevInfo/Man"), sessionID: "0")
        #expect(turn.reply?.header?.sessionID == "0")
        #expect(turn.diagnostics == [])
    }

    @Test("an opened session knows its SessionID: another one in the first answer is a finding")
    func openedSessionID() throws {
        var conversation = Conversation(opened: false)
        _ = conversation.session.open(tree: conversation.tree)
        let turn = try conversation.send(command("Get", "2", "./DevInfo/Man"), sessionID: "9")
        #expect(turn.rules == ["session.session-id"])
        #expect(turn.reply?.header?.sessionID == "1")
    }

    @Test(
        "DM-HDR-07, 5.3: a MsgID that does not count up from 1 is a finding",
        arguments: [
            ["2"], ["1", "3"], ["1", "1"], ["x"], ["9223372036854775807", "1"], ["-9223372036854775808"], ["0"],
        ])
    func msgID(ids: [String]) throws {
        var conversation = Conversation()
        var rules: [String] = []
        for id in ids {
            let turn = try conversation.send(command("Get", "2", "./DevInfo/Man"), msgID: id)
            rules += turn.rules
            #expect(turn.statuses == ["2 Get 200"])
            guard case .status(let status)? = turn.reply?.commands.first else { continue }
            #expect(status.msgRef == id)
        }
        #expect(rules.contains("session.msg-id"))
    }

    @Test("design 6: bare commands count as the message that is expected")
    func bareCommands() throws {
        var conversation = Conversation()
        for number in 1...2 {
            let turn = try conversation.receive(command("Get", "2", "./DevInfo/Man"))
            #expect(turn.statuses == ["2 Get 200"])
            guard case .status(let status)? = turn.reply?.commands.first else { continue }
            #expect(status.msgRef == String(number))
        }
        #expect(try conversation.send(command("Get", "2", "./DevInfo/Man"), msgID: "3").diagnostics == [])
    }

    @Test(
        "DM-SESS-15, DM-SESS-18: a message that is not final is answered without Final and asks for the next with 1222")
    func notFinal() throws {
        for body in [syncHdrStatus(), command("Replace", "2", Self.length, "8")] {
            var conversation = Conversation()
            let turn = try conversation.send(body, isFinal: false)
            #expect(turn.end == nil)
            #expect(turn.reply?.isFinal == false)
            guard case .alert(let alert)? = turn.reply?.commands.last else {
                Issue.record("no alert")
                continue
            }
            #expect(alert.data?.content == "1222")
            #expect(alert.cmdID == String(turn.reply?.commands.count ?? 0))
            #expect(try conversation.send(command("Get", "2", "./DevInfo/Man"), msgID: "2").reply?.isFinal == true)
        }
    }

    @Test("DM-SESS-25, DM-SESS-29: Alert 1223 ends the session: nothing more runs, nothing is sent")
    func abortedByServer() throws {
        var conversation = Conversation()
        let before = conversation.content
        let turn = try conversation.send(
            "<Alert><CmdID>2</CmdID><Data>1223</Data></Alert>" + command("Replace", "3", Self.length, "8"))
        #expect(turn.reply == nil)
        #expect(turn.end == .abortedByServer)
        #expect(conversation.content == before)
    }

    @Test("2.6: Alert 1223 in the middle of an Atomic leaves nothing of it behind", arguments: ["Atomic", "Sequence"])
    func abortedInside(inner: String) throws {
        var conversation = Conversation()
        let before = conversation.content
        let turn = try conversation.send(
            container(
                "Atomic", "2", command("Replace", "3", Self.length, "8"),
                inner == "Atomic" ? "" : container("Sequence", "6", "<Alert><CmdID>4</CmdID><Data>1223</Data></Alert>"),
                inner == "Atomic" ? "<Alert><CmdID>4</CmdID><Data>1223</Data></Alert>" : "",
                command("Replace", "5", Self.length, "9")))
        #expect(turn.reply == nil)
        #expect(turn.end == .abortedByServer)
        #expect(conversation.content == before)
        #expect(turn.outcomes == [])
    }

    @Test(
        "OBS-013: a Results that does not fit MaxMsgSize is left out, and the next message is SyncHdr Status and Alert 1223",
        arguments: [2048, 8192])
    func maxMsgSize(limit: Int) throws {
        var conversation = Conversation()
        conversation.tree.setLocally("./DevInfo/Man", value: String(repeating: "x", count: limit))
        let meta = "<Meta><MaxMsgSize xmlns=\"syncml:metinf\">\(limit)</MaxMsgSize></Meta>"
        let turn = try conversation.send(
            command("Get", "2", "./DevInfo/Man") + command("Get", "3", "./DevInfo/Mod"), headerMeta: meta)
        #expect(turn.statuses == ["2 Get 200", "3 Get 200"])
        #expect(turn.results.map(\.cmdRef) == ["3"])
        #expect(turn.outcomes.map(\.results.count) == [0, 1])
        #expect(turn.rules == ["session.results-too-large"])
        #expect(turn.end == nil)
        #expect(try #require(try turn.replyText).utf8.count <= limit)
        let last = try conversation.send(command("Replace", "4", Self.length, "8"), msgID: "2")
        #expect(
            try last.replyBody == syncHdrStatus(msgRef: "2")
                + "<Alert><CmdID>2</CmdID><Data>1223</Data></Alert><Final/>")
        #expect(last.reply?.header?.msgID == "3")
        #expect(last.end == .abortedByClient)
        #expect(conversation.tree.value(Self.length) == nil)
    }

    @Test("OBS-013: the limit is exact", arguments: [0, -1])
    func exactLimit(difference: Int) throws {
        var conversation = Conversation()
        let get = command("Get", "2", "./DevInfo/Man")
        let size = try #require(try conversation.send(get).replyText).utf8.count
        let meta = "<Meta><MaxMsgSize xmlns=\"syncml:metinf\">\(size + difference)</MaxMsgSize></Meta>"
        let turn = try conversation.send(get, msgID: "2", headerMeta: meta)
        #expect(turn.results.count == (difference == 0 ? 1 : 0))
    }

    @Test(
        "5.1: a MaxMsgSize that is large, absent or no size does nothing", arguments: ["65536", "0", "-1", "many", ""])
    func harmlessLimit(text: String) throws {
        var conversation = Conversation()
        let meta = "<Meta><MaxMsgSize xmlns=\"syncml:metinf\">\(text)</MaxMsgSize></Meta>"
        let turn = try conversation.send(command("Get", "2", "./DevInfo?list=StructData"), headerMeta: meta)
        #expect(turn.results.count == 1)
        #expect(!turn.rules.contains("session.results-too-large"))
    }

    @Test("3.8: Unenroll ends the session without a Status, and nothing after it runs")
    func unenroll() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            command("Replace", "2", Self.length, "8") + command("Exec", "3", "\(Conversation.account)/Unenroll")
                + command("Replace", "4", Self.length, "9"))
        #expect(turn.reply == nil)
        #expect(turn.end == .unenrolled)
        #expect(turn.effects == [.unenroll(providerID: "MS DM Server")])
        #expect(turn.outcomes.map(\.commandID) == ["2"])
        #expect(turn.rules == ["session.unenroll"])
        #expect(conversation.tree.value(Self.length) == "8")
    }

    @Test("5.9 Atomic: Unenroll inside an Atomic takes effect at commit only")
    func unenrollInAtomic() throws {
        let exec = command("Exec", "3", "\(Conversation.account)/Unenroll")
        var conversation = Conversation()
        let committed = try conversation.send(container("Atomic", "2", exec, command("Replace", "4", Self.length, "8")))
        #expect(committed.end == .unenrolled)
        #expect(committed.reply == nil)
        #expect(conversation.tree.value(Self.length) == "8")
        conversation = Conversation()
        let failed = try conversation.send(
            container("Atomic", "2", exec, command("Replace", "4", "./DevInfo/Man", "8")))
        #expect(failed.end == nil)
        #expect(failed.effects == [])
        #expect(failed.statuses == ["2 Atomic 507", "3 Exec 216", "4 Replace 405"])
        #expect(!failed.rules.contains("session.unenroll"))
    }
}
