import DMSession
import DMTree
import Foundation
import ProtocolProfile
import SyncML
import Testing

/// An answer that is longer than the server's MaxMsgSize, in the profile oma (oma-dm.md 2.2, 2.9; 8, A13).
struct SplitAnswerTests {
    private static let length = "\(Conversation.policy)/DeviceLock/MinDevicePasswordLength"

    /// What the server heard until the client's package was whole.
    struct Heard {
        var turns: [Turn] = []
        var statuses: [Status] { turns.flatMap(\.statusElements) }
        var results: [Results] { turns.flatMap(\.results) }
    }

    /// Sends a message and asks for the rest until there is Final.
    private func hear(
        _ conversation: inout Conversation, _ body: String, limit: Int, object: Int? = nil, msgID: Int = 1
    ) throws -> Heard {
        var heard = Heard()
        var turn = try conversation.send(
            body, msgID: String(msgID), headerMeta: limits(message: limit, object: object))
        heard.turns.append(turn)
        var number = msgID
        while turn.reply?.isFinal == false, number < 200 {
            number += 1
            turn = try conversation.send(nextMessage, msgID: String(number), isFinal: false)
            heard.turns.append(turn)
        }
        return heard
    }

    @Test(
        "A13, DM-SESS-27, DM-SESS-12, DM-SESS-13: every message keeps to MaxMsgSize; only the last one has Final",
        arguments: [900, 1000, 1500, 3000])
    func limit(bytes: Int) throws {
        var conversation = Conversation(profile: .oma)
        let body = (2..<60).map { command("Get", String($0), "./DevInfo/Man") }.joined()
        let heard = try hear(&conversation, body, limit: bytes)
        for turn in heard.turns {
            #expect(try turn.replySize <= bytes)
            #expect(turn.diagnostics == [])
            #expect(turn.end == nil)
        }
        #expect(heard.turns.count > 1)
        #expect(heard.turns.dropLast().allSatisfy { $0.reply?.isFinal == false })
        #expect(heard.turns.last?.reply?.isFinal == true)
        #expect(heard.results.map(\.cmdRef) == (2..<60).map { String($0) })
    }

    @Test("DM-STAT-11, DM-STAT-04, DM-RES-08: what spills refers to the message it answers; CmdIDs count anew")
    func references() throws {
        var conversation = Conversation(profile: .oma)
        let body = (2..<20).map { command("Get", String($0), "./DevInfo/Man") }.joined()
        let heard = try hear(&conversation, body, limit: 1200)
        for (index, turn) in heard.turns.enumerated() {
            let commands = try #require(turn.reply?.commands)
            #expect(commands.map(\.cmdID) == (1...commands.count).map { String($0) })
            for command in commands {
                switch command {
                case .status(let status) where status.cmd == "SyncHdr" || status.cmd == "Alert":
                    #expect(status.msgRef == String(index + 1))
                case .status(let status): #expect(status.msgRef == "1")
                case .results(let results): #expect(results.msgRef == "1")
                default: Issue.record("\(command.name)")
                }
            }
        }
        // The Status for Alert 1222 stands before what waited for it.
        #expect(heard.turns[1].statusElements.first?.cmd == "Alert")
        #expect(heard.statuses.filter { $0.cmd == "Get" }.map(\.cmdRef) == (2..<20).map { String($0) })
    }

    @Test("DM-RES-12: a Results with several Items is divided between Items")
    func severalItems() throws {
        var conversation = Conversation(profile: .oma)
        let names = ["DevId", "Man", "Mod", "DmV", "Lang"]
        let body = command("Get", "2", items: names.map { item("./DevInfo/\($0)") })
        let heard = try hear(&conversation, body, limit: 1000)
        #expect(heard.results.count > 1)
        #expect(heard.results.flatMap(\.items).map { $0.source?.locURI } == names.map { "./DevInfo/\($0)" })
        #expect(heard.results.allSatisfy { $0.cmdRef == "2" && $0.items.allSatisfy { !$0.moreData } })
    }

    @Test(
        "2.9: an Item that no message holds goes out in chunks: Size in the first, MoreData in all but the last, Meta in each",
        arguments: [
            String(repeating: "0123456789", count: 500), String(repeating: "<&>\"'", count: 400),
            String(repeating: "\u{1F600}é", count: 500), String(repeating: "a\r\n", count: 600),
        ])
    func chunks(text: String) throws {
        var conversation = Conversation(profile: .oma)
        conversation.tree.setLocally("./DevInfo/Man", value: text)
        let heard = try hear(
            &conversation, command("Get", "2", "./DevInfo/Man") + command("Get", "3", "./DevInfo/Mod"), limit: 1400)
        let chunks = heard.results.filter { $0.cmdRef == "2" }
        let items = chunks.compactMap(\.items.first)
        #expect(chunks.count > 2)
        #expect(items.map { $0.data?.content ?? "" }.joined() == text)
        #expect(items.map { $0.meta?.size }.first == String(text.utf8.count))
        #expect(items.dropFirst().allSatisfy { $0.meta?.size == nil })
        #expect(items.dropLast().allSatisfy { $0.moreData })
        #expect(items.last?.moreData == false)
        #expect(items.allSatisfy { $0.source?.locURI == "./DevInfo/Man" })
        for turn in heard.turns { #expect(try turn.replySize <= 1400) }
        // Nothing stands between the chunks, and what follows comes after the last one.
        #expect(heard.results.last?.cmdRef == "3")
        #expect(heard.turns.allSatisfy { $0.diagnostics == [] })
    }

    @Test("DM-LOB-14: a format other than chr is repeated on every chunk")
    func chunkMeta() throws {
        var conversation = Conversation(profile: .oma)
        let name = String(repeating: "n", count: 900)
        for index in 0..<4 {
            conversation.tree.setLocally("./Vendor/MSFT/RootCATrustedCertificates/Root/\(index)\(name)", value: nil)
        }
        let heard = try hear(
            &conversation, command("Get", "2", "./Vendor/MSFT/RootCATrustedCertificates/Root"), limit: 1500)
        #expect(heard.results.count > 2)
        #expect(heard.results.allSatisfy { $0.items.first?.meta?.format == "node" })
    }

    @Test("DM-LOB-11, 2.9 rule 9: a Get beyond the server's MaxObjSize is 413; the limit holds until there is another")
    func serverObjectLimit() throws {
        var conversation = Conversation(profile: .oma)
        let get = command("Get", "2", "./DevInfo/Man")
        let first = try conversation.send(get, headerMeta: limits(object: 10))
        #expect(first.statuses == ["2 Get 413"])
        #expect(first.results == [])
        #expect(first.rules == ["object.over-server-limit"])
        #expect(try conversation.send(get, msgID: "2").statuses == ["2 Get 413"])
        #expect(try conversation.send(get, msgID: "3", headerMeta: limits(object: 16)).statuses == ["2 Get 200"])
        let several = try conversation.send(
            command("Get", "2", items: [item("./DevInfo/Man"), item("./DevInfo/Mod")]), msgID: "4",
            headerMeta: limits(object: 6))
        #expect(several.statuses == ["2 Get 413", "2 Get 200"])
        #expect(several.results.flatMap(\.items).map { $0.source?.locURI } == ["./DevInfo/Mod"])
    }

    @Test("A13: in the profile windows MaxObjSize does nothing, and with the switch ignored neither does MaxMsgSize")
    func ignored() throws {
        var profile = ProtocolProfile.windows
        let get = command("Get", "2", "./DevInfo/Man")
        var windows = Conversation(profile: profile)
        #expect(try windows.send(get, headerMeta: limits(object: 1)).results.count == 1)
        profile.ambiguities.headerMeta = .ignored
        var ignoring = Conversation(profile: profile)
        #expect(try ignoring.send(get, headerMeta: limits(message: 10, object: 1)).results.count == 1)
    }

    @Test("DM-SESS-27: MaxMsgSize holds for the session until there is another one")
    func limitStays() throws {
        var conversation = Conversation(profile: .oma)
        let get = (2..<20).map { command("Get", String($0), "./DevInfo/Man") }.joined()
        #expect(
            try conversation.send(command("Get", "2", "./DevInfo/Man"), headerMeta: limits(message: 1200)).reply?
                .isFinal == true)
        #expect(try conversation.send(get, msgID: "2").reply?.isFinal == false)
        let turn = try conversation.send(nextMessage, msgID: "3", isFinal: false, headerMeta: limits(message: 100_000))
        #expect(turn.reply?.isFinal == true)
    }

    @Test("DM-SESS-16: commands while we owe Statuses are a finding; they are run, and answered behind what waits")
    func earlyCommands() throws {
        var conversation = Conversation(profile: .creating)
        let body = (2..<20).map { command("Get", String($0), "./DevInfo/Man") }.joined()
        _ = try conversation.send(body, headerMeta: limits(message: 1200))
        let turn = try conversation.send(command("Replace", "2", Self.length, "8"), msgID: "2")
        #expect(turn.rules == ["session.early-commands", "session.next-message"])
        #expect(turn.outcomes.map(\.command) == ["Replace"])
        #expect(conversation.tree.value(Self.length) == "8")
        var statuses = turn.statusElements
        for number in 3..<20 {
            let next = try conversation.send(nextMessage, msgID: String(number), isFinal: false)
            statuses += next.statusElements
            if next.reply?.isFinal == true { break }
        }
        #expect(statuses.last?.cmd == "Replace")
        #expect(statuses.last?.msgRef == "2")
    }

    @Test(
        "DM-SESS-17: the next-message response is Status and Alert 1222 without Final; anything else is a finding, and we go on",
        arguments: [(syncHdrStatus(), false), (nextMessage, true)])
    func nextMessageShape(body: String, isFinal: Bool) throws {
        var conversation = Conversation(profile: .oma)
        let gets = (2..<20).map { command("Get", String($0), "./DevInfo/Man") }.joined()
        _ = try conversation.send(gets, headerMeta: limits(message: 1200))
        let turn = try conversation.send(body, msgID: "2", isFinal: isFinal)
        #expect(turn.rules == ["session.next-message"])
        #expect(!turn.results.isEmpty)
    }

    @Test("DM-SESS-15: we do not close our package before the server has closed its own, however it is split")
    func openRequest() throws {
        var conversation = Conversation(profile: .oma)
        let gets = (2..<8).map { command("Get", String($0), "./DevInfo/Man") }.joined()
        var turn = try conversation.send(gets, isFinal: false, headerMeta: limits(message: 1200))
        #expect(turn.alertCodes == [])
        var number = 1
        while turn.alertCodes == [], number < 20 {
            number += 1
            #expect(turn.reply?.isFinal == false)
            turn = try conversation.send(nextMessage, msgID: String(number), isFinal: false)
        }
        // All is said; the server's package is still open.
        #expect(turn.alertCodes == ["1222"])
        #expect(turn.reply?.isFinal == false)
        #expect(try turn.replySize <= 1200)
    }

    @Test("A5: Final in every message by switch")
    func finalAlways() throws {
        var profile = ProtocolProfile.oma
        profile.ambiguities.finalRule = .always
        var conversation = Conversation(profile: profile)
        let turn = try conversation.send(command("Get", "2", "./DevInfo/Man"), isFinal: false)
        #expect(turn.reply?.isFinal == true)
        #expect(turn.alertCodes == ["1222"])
    }

    @Test("2.9: an error for a chunk of ours, or Alert 1225, ends the object; the rest of the answer follows")
    func refusedChunk() throws {
        for isStatus in [true, false] {
            var conversation = Conversation(profile: .oma)
            conversation.tree.setLocally("./DevInfo/Man", value: String(repeating: "x", count: 5000))
            var turn = try conversation.send(
                command("Get", "2", "./DevInfo/Man") + command("Get", "3", "./DevInfo/Mod"),
                headerMeta: limits(message: 1200))
            if turn.results.isEmpty { turn = try conversation.send(nextMessage, msgID: "2", isFinal: false) }
            let chunk = try #require(turn.results.first)
            let msgRef = try #require(turn.reply?.header?.msgID)
            let refusal = status(3, chunk.cmdID ?? "", "Results", "413", msgRef: msgRef)
            let next = try conversation.send(
                syncHdrStatus() + (isStatus ? refusal : "")
                    + "<Alert><CmdID>4</CmdID><Data>\(isStatus ? 1222 : 1225)</Data></Alert>",
                msgID: msgRef, isFinal: false)
            #expect(next.rules == ["object.refused"])
            #expect(next.results.map(\.cmdRef) == ["3"])
            #expect(next.reply?.isFinal == true)
        }
    }

    @Test(
        "DM-LOB-13: 213, or any other code that is no failure, asks for the next chunk",
        arguments: ["213", "200", "299"])
    func acceptedChunk(code: String) throws {
        var conversation = Conversation(profile: .oma)
        conversation.tree.setLocally("./DevInfo/Man", value: String(repeating: "x", count: 3000))
        _ = try conversation.send(command("Get", "2", "./DevInfo/Man"), headerMeta: limits(message: 1200))
        let first = try conversation.send(nextMessage, msgID: "2", isFinal: false)
        let chunk = try #require(first.results.first)
        let next = try conversation.send(
            nextMessage + status(3, chunk.cmdID ?? "", "Results", code, msgRef: first.reply?.header?.msgID ?? ""),
            msgID: "3", isFinal: false)
        #expect(next.results.first?.items.first?.moreData == true)
        #expect(next.diagnostics == [])
    }

    @Test(
        "DM-SESS-23: a MaxMsgSize that not even one Status fits into ends the session with Alert 1223 and Final",
        arguments: [1, 300, 600])
    func tooSmall(bytes: Int) throws {
        var conversation = Conversation(profile: .oma)
        let turn = try conversation.send(command("Get", "2", "./DevInfo/Man"), headerMeta: limits(message: bytes))
        #expect(turn.rules == ["session.max-msg-size"])
        #expect(turn.end == .abortedByClient)
        #expect(turn.alertCodes == ["1223"])
        #expect(turn.reply?.isFinal == true)
    }

    @Test("2.9: whatever the limit, nothing is lost, nothing comes twice, and no message is too long")
    func everyLimit() throws {
        let text = "0123456789<&>\u{1F600}é" + String(repeating: "z", count: 300)
        for bytes in stride(from: 900, through: 1500, by: 7) {
            var conversation = Conversation(profile: .oma)
            conversation.tree.setLocally("./DevInfo/Man", value: text)
            let heard = try hear(
                &conversation,
                command("Get", "2", items: [item("./DevInfo/Mod"), item("./DevInfo/Man")])
                    + command("Get", "3", "./DevInfo/Man"), limit: bytes)
            for (reference, count) in [("2", 1), ("3", 1)] {
                let data = heard.results.filter { $0.cmdRef == reference }.flatMap(\.items)
                    .filter { $0.source?.locURI == "./DevInfo/Man" }.map { $0.data?.content ?? "" }.joined()
                #expect(data == String(repeating: text, count: count), "\(bytes)")
            }
            for turn in heard.turns { #expect(try turn.replySize <= bytes, "\(bytes)") }
            #expect(heard.turns.last?.reply?.isFinal == true, "\(bytes)")
        }
    }
}
