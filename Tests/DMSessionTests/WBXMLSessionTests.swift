import CSP
import DMSession
import DMTree
import Foundation
import ProtocolProfile
import SyncML
import Testing

/// Sessions that run in WBXML: sizes are those of the WBXML bytes (oma-dm.md 2.2, 2.9, 5.5).
struct WBXMLSessionTests {
    private func conversation(_ profile: ProtocolProfile) -> Conversation {
        Conversation(profile: profile) { $0.coding = .wbxml(.v13) }
    }

    /// Sends a message, and asks for the rest of the answer until there is Final.
    ///
    /// - Returns: the turns, whose replies were read back from their bytes.
    private func hear(_ conversation: inout Conversation, _ body: String, limit: Int) throws -> [Message] {
        var turn = try conversation.send(body, headerMeta: limits(message: limit))
        var heard: [Message] = []
        var number = 1
        while let bytes = try turn.replyBytes(), number < 200 {
            #expect(bytes.count <= limit && WBXMLDocument.isRecognised(bytes), "\(limit)")
            #expect(turn.diagnostics == [], "\(limit)")
            let message = try Message(parsing: bytes)
            heard.append(message)
            if message.isFinal { break }
            number += 1
            turn = try conversation.send(nextMessage, msgID: String(number), isFinal: false)
        }
        return heard
    }

    private func results(_ messages: [Message]) -> [Results] {
        messages.flatMap(\.commands).compactMap { if case .results(let results) = $0 { results } else { nil } }
    }

    @Test(
        "DM-SESS-27: in WBXML MaxMsgSize counts the WBXML bytes, and one message holds more than in XML",
        arguments: [400, 600, 900, 1500])
    func limit(bytes: Int) throws {
        let body = (2..<60).map { command("Get", String($0), "./DevInfo/Man") }.joined()
        var binary = conversation(.oma)
        let heard = try hear(&binary, body, limit: bytes)
        #expect(results(heard).map(\.cmdRef) == (2..<60).map { String($0) })
        #expect(heard.count > 1 && heard.dropLast().allSatisfy { !$0.isFinal } && heard.last?.isFinal == true)
        guard bytes >= 900 else { return }
        var text = Conversation(profile: .oma)
        var turn = try text.send(body, headerMeta: limits(message: bytes))
        var messages = 1
        while turn.reply?.isFinal == false {
            messages += 1
            turn = try text.send(nextMessage, msgID: String(messages), isFinal: false)
        }
        #expect(heard.count < messages)
    }

    @Test(
        "DM-SESS-27, 2.9: in WBXML an Item that no message holds goes out in chunks that fill their messages",
        arguments: [
            String(repeating: "0123456789", count: 500), String(repeating: "<&>\"'", count: 400),
            String(repeating: "\u{1F600}é", count: 500),
        ])
    func chunks(text: String) throws {
        var conversation = conversation(.oma)
        conversation.tree.setLocally("./DevInfo/Man", value: text)
        let heard = try hear(&conversation, command("Get", "2", "./DevInfo/Man"), limit: 600)
        let items = results(heard).flatMap(\.items)
        #expect(items.map { $0.data?.content ?? "" }.joined() == text)
        #expect(items.first?.meta?.size == String(text.utf8.count))
        #expect(items.dropFirst().allSatisfy { $0.meta?.size == nil })
        #expect(items.dropLast().allSatisfy(\.moreData) && items.last?.moreData == false)
        // No more messages than the text needs: what is escaped in XML is not in WBXML.
        #expect(items.count <= text.utf8.count / 350 + 2)
    }

    @Test("2.9: whatever the limit, nothing is lost and no WBXML message is too long")
    func everyLimit() throws {
        let text = "0123456789<&>\u{1F600}é" + String(repeating: "z", count: 300)
        for bytes in stride(from: 330, through: 760, by: 3) {
            var conversation = conversation(.oma)
            conversation.tree.setLocally("./DevInfo/Man", value: text)
            let heard = try hear(
                &conversation,
                command("Get", "2", items: [item("./DevInfo/Mod"), item("./DevInfo/Man")])
                    + command("Get", "3", "./DevInfo/Man"), limit: bytes)
            for reference in ["2", "3"] {
                let data = results(heard).filter { $0.cmdRef == reference }.flatMap(\.items)
                    .filter { $0.source?.locURI == "./DevInfo/Man" }.map { $0.data?.content ?? "" }.joined()
                #expect(data == text, "\(bytes)")
            }
            #expect(heard.last?.isFinal == true, "\(bytes)")
        }
    }

    @Test("DM-SESS-23: a MaxMsgSize that no WBXML message with a Status fits into ends the session with Alert 1223")
    func tooSmall() throws {
        var conversation = conversation(.oma)
        let turn = try conversation.send(command("Get", "2", "./DevInfo/Man"), headerMeta: limits(message: 100))
        #expect(turn.rules == ["session.max-msg-size"] && turn.alertCodes == ["1223"])
    }

    @Test("OBS-013: the profile windows leaves a Results out by its WBXML bytes: one byte decides")
    func observedLimit() throws {
        let get = command("Get", "2", "./DevInfo/Man") + command("Get", "3", "./DevInfo/Mod")
        func turn(_ limit: Int, _ coding: MessageCoding) throws -> Turn {
            var conversation = Conversation { $0.coding = coding }
            return try conversation.send(get, headerMeta: limits(message: limit))
        }
        let whole = try turn(100_000, .wbxml(.v13)).replySize
        #expect(try whole < turn(100_000, .xml).replySize)
        let fitting = try turn(whole, .wbxml(.v13))
        #expect(fitting.results.count == 2 && fitting.diagnostics == [])
        let over = try turn(whole - 1, .wbxml(.v13))
        #expect(over.results.count == 1 && over.rules == ["session.results-too-large"])
        #expect(over.statuses == ["2 Get 200", "3 Get 200"])
        #expect(try turn(whole, .xml).results.isEmpty)
    }

    @Test("DM-ATOM-10: whether the answer to an Atomic fits is counted in WBXML")
    func atomic() throws {
        let sets = (3..<12).map { command("Replace", String($0), "\(Conversation.account)/HelpWebsite", "v") }
        let body = container("Atomic", "2", sets.joined())
        func codes(_ coding: MessageCoding) throws -> [String] {
            var conversation = Conversation(profile: .creating) { $0.coding = coding }
            return try conversation.send(body, headerMeta: limits(message: 1400)).outcomes.map { String($0.status) }
        }
        #expect(try codes(.wbxml(.v13)).first == "200")
        #expect(try codes(.xml).first == "517")
    }

    @Test("The reply travels as the version of WBXML that the session has", arguments: WBXMLVersion.allCases)
    func version(version: WBXMLVersion) throws {
        var conversation = Conversation { $0.coding = .wbxml(version) }
        let turn = try conversation.send(command("Get", "2", "./DevInfo/Man"))
        let bytes = try #require(try turn.replyBytes())
        #expect(bytes.first == version.rawValue)
        #expect(try Message(parsing: bytes) == turn.reply)
    }

    // MARK: Octets

    private static let blob = "./Device/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/P/PFXCertBlob"

    @Test("2.9, DM-WBX-05: the Size of octets counts octets, and no chunk of ours divides three of them")
    func outgoingOctets() throws {
        var profile = ProtocolProfile.windows
        profile.ambiguities.headerMeta = .honoured
        var conversation = conversation(profile)
        let octets = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
        let text = Data(octets).base64EncodedString()
        conversation.tree.setLocally(Self.blob, value: text)
        let heard = try hear(&conversation, command("Get", "2", Self.blob), limit: 500)
        let items = results(heard).flatMap(\.items)
        #expect(items.count > 2 && items.allSatisfy { $0.meta?.format == "bin" })
        #expect(items.first?.meta?.size == "1000")
        #expect(items.map { $0.data?.content ?? "" }.joined() == text)
    }

    private static let free = "./OperatorX/Blob"

    /// A device that takes nodes nobody describes.
    private func freeConversation(_ change: (inout SessionParameters) -> Void = { _ in }) -> Conversation {
        var conversation = Conversation(profile: .oma, change: change)
        conversation.tree = DeviceTree(schema: StandardSchema(WindowsSchema()), providers: Providers.all)
        conversation.tree.profile = .oma
        conversation.tree.trust(conversation.tree.providerID)
        return conversation
    }

    private func chunk(_ octets: Range<UInt8>, cmdID: String, size: Int? = nil, isLast: Bool) throws -> [UInt8] {
        let item = Item(
            target: Location(Self.free), meta: Meta(format: "bin", size: size.map { String($0) }),
            data: ItemData(Data(octets).base64EncodedString()), moreData: !isLast)
        let header = SyncHdr(
            sessionID: "1", msgID: cmdID, target: Location("device"), source: Location("server"))
        return try Message(
            header: header, commands: [.add(ItemCommand(cmdID: cmdID, items: [item]))], isFinal: isLast
        ).wbxml()
    }

    @Test(
        "DM-LOB-05, DM-WBX-05: octets that come in WBXML chunks add up by octets, whatever Base64 each chunk has by itself",
        arguments: [(10, 200), (11, 424), (16, 424)])
    func incomingOctets(size: Int, status: Int) throws {
        var conversation = freeConversation()
        var turn: Turn?
        for (number, octets) in [UInt8(0)..<4, 4..<8, 8..<10].enumerated() {
            let bytes = try chunk(
                octets, cmdID: String(number + 1), size: number == 0 ? size : nil, isLast: number == 2)
            turn = conversation.session.receive(try Message(parsing: bytes), tree: &conversation.tree)
            if number < 2 { #expect(turn?.statuses == ["\(number + 1) Add 213"]) }
        }
        #expect(turn?.statuses == ["3 Add \(status)"])
        let stored = conversation.tree.value(Self.free)
        #expect(stored == (status == 200 ? Data(0..<10).base64EncodedString() : nil))
    }

    @Test("DM-LOB-11: MaxObjSize of ours counts octets that come in WBXML, not their Base64")
    func incomingLimit() throws {
        for (limit, status) in [(10, 200), (9, 413)] {
            var conversation = freeConversation { $0.maxObjSize = limit }
            let message = try Message(parsing: chunk(0..<10, cmdID: "1", isLast: true))
            let turn = conversation.session.receive(message, tree: &conversation.tree)
            #expect(turn.statuses == ["1 Add \(status)"])
        }
    }
}
