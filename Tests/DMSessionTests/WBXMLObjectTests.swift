import CSP
import DMSession
import DMTree
import Foundation
import ProtocolProfile
import SyncML
import Testing

/// TNDS objects of Type `application/vnd.syncml.dmtnds+wbxml` (oma-dm.md 3.6, 5.4, 5.5), in messages of either form.
struct WBXMLObjectTests {
    private static let type = "application/vnd.syncml.dmtnds+wbxml"

    /// An object with one leaf, in the tokens of oma-dm.md 5.4.
    ///
    /// `MgmtTree{VerDTD "1.2" Node{NodeName "Mail" RTProperties{Format{node}} Node{NodeName "Server" Value "mx"}}}`.
    private static let object: [UInt8] =
        [0x03, 0x00, 0x00, 0x6A, 0x1B] + Array("-//OMA//DTD-DM-DDF 1.2//EN".utf8) + [0x00]
        + [0x00, 0x02, 0x60, 0x77, 0x03] + Array("1.2".utf8) + [0x00, 0x01]
        + [0x64, 0x66, 0x03] + Array("Mail".utf8) + [0x00, 0x01] + [0x6F, 0x5C, 0x25, 0x01, 0x01]
        + [0x64, 0x66, 0x03] + Array("Server".utf8) + [0x00, 0x01]
        + [0x76, 0x03] + Array("mx".utf8) + [0x00, 0x01, 0x01, 0x01, 0x01]

    /// A device that takes nodes nobody describes.
    private func conversation(
        _ profile: ProtocolProfile = .oma, coding: MessageCoding = .xml
    ) -> Conversation {
        var conversation = Conversation(profile: profile) { $0.coding = coding }
        var tree = DeviceTree(schema: StandardSchema(WindowsSchema()), providers: Providers.all)
        tree.profile = profile
        if profile.name == .oma { tree.trust(tree.providerID) }
        conversation.tree = tree
        return conversation
    }

    private func command(
        _ verb: String, _ octets: [UInt8], format: String? = "bin", data: String? = nil, type: String = type
    ) -> String {
        let format = format.map { "<Format xmlns=\"syncml:metinf\">\($0)</Format>" } ?? ""
        return "<\(verb)><CmdID>2</CmdID><Item><Target><LocURI>./OperatorX</LocURI></Target>"
            + "<Meta>\(format)<Type xmlns=\"syncml:metinf\">\(type)</Type></Meta>"
            + "<Data>\(data ?? Data(octets).base64EncodedString())</Data></Item></\(verb)>"
    }

    @Test(
        "DM-TNDS-01, DM-TNDS-02: an object in WBXML inside a message in XML is read as the one in XML is",
        arguments: ["bin", "b64", nil])
    func add(format: String?) throws {
        var conversation = conversation()
        let turn = try conversation.send(command("Add", Self.object, format: format))
        #expect(turn.statuses == ["2 Add 200"] && turn.diagnostics == [])
        #expect(conversation.tree.value("./OperatorX/Mail/Server") == "mx")
    }

    @Test("DM-TNDS-03: Replace with an object in WBXML removes what the object does not have")
    func replace() throws {
        var conversation = conversation()
        _ = try conversation.send(command("Add", Self.object))
        #expect(
            try conversation.send(DMSessionTests.command("Add", "2", "./OperatorX/Mail/Old", "o"), msgID: "2").statuses
                == ["2 Add 200"])
        let turn = try conversation.send(command("Replace", Self.object), msgID: "3")
        #expect(turn.statuses == ["2 Replace 200"])
        #expect(conversation.tree.value("./OperatorX/Mail/Old") == nil)
        #expect(conversation.tree.value("./OperatorX/Mail/Server") == "mx")
    }

    @Test("DM-TNDS-01: an object in WBXML inside a message in WBXML, its whole document in OPAQUE")
    func nested() throws {
        let octets = Self.object
        let text =
            "<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>"
            + "<SessionID>1</SessionID><MsgID>1</MsgID><Target><LocURI>d</LocURI></Target><Source><LocURI>s</LocURI>"
            + "</Source></SyncHdr><SyncBody>\(command("Add", octets))<Final/></SyncBody></SyncML>"
        let bytes = try Message(parsing: Array(text.utf8)).wbxml()
        var conversation = conversation(coding: .wbxml(.v13))
        let message = try Message(parsing: bytes)
        let turn = conversation.session.receive(message, tree: &conversation.tree)
        #expect(turn.statuses == ["2 Add 200"])
        #expect(conversation.tree.value("./OperatorX/Mail/Server") == "mx")
    }

    @Test("DM-LIST-03: in WBXML a TNDS list goes out as a WBXML document with its own header, and as XML in XML")
    func list() throws {
        for coding in [MessageCoding.xml, .wbxml(.v13)] {
            var conversation = conversation(coding: coding)
            _ = try conversation.send(command("Add", Self.object))
            let turn = try conversation.send(
                DMSessionTests.command("Get", "2", "./OperatorX/Mail?list=TNDS"), msgID: "2")
            let bytes = try #require(try turn.replyBytes())
            let text = String(decoding: bytes, as: UTF8.self)
            switch coding {
            case .xml: #expect(text.contains("dmtnds+xml"))
            case .wbxml:
                #expect(text.contains(Self.type) && text.contains("-//OMA//DTD-DM-DDF 1.2//EN"))
                // And it reads back as the object that it was.
                let item = try Message(parsing: bytes).commands.compactMap { command -> Item? in
                    if case .results(let results) = command { results.items.first } else { nil }
                }.first
                #expect(item?.data?.content.contains("<NodeName>Server</NodeName>") == true)
                #expect(item?.meta?.type == TNDSDocument.mediaType && item?.meta?.format == "xml")
            }
        }
    }

    @Test("DM-TNDS-01: an object in WBXML that comes in chunks, in messages of either form, is read when it is whole")
    func chunks() throws {
        for isBinary in [false, true] {
            var conversation = conversation()
            let parts = [Self.object[..<20], Self.object[20..<51], Self.object[51...]].map { [UInt8]($0) }
            // In XML the chunks are pieces of one Base64.
            let text = Data(Self.object).base64EncodedString()
            let pieces = [text.prefix(33), text.dropFirst(33).prefix(30), text.dropFirst(63)]
            var last: Turn?
            for (number, part) in parts.enumerated() {
                let data = isBinary ? Data(part).base64EncodedString() : String(pieces[number])
                let size = number == 0 ? String(isBinary ? Self.object.count : text.utf8.count) : nil
                let item = Item(
                    target: Location("./OperatorX"), meta: Meta(format: "bin", type: Self.type, size: size),
                    data: ItemData(data), moreData: number < 2)
                let header = SyncHdr(
                    sessionID: "1", msgID: String(number + 1), target: Location("d"), source: Location("s"))
                let message = Message(
                    header: header, commands: [.add(ItemCommand(cmdID: "2", items: [item]))], isFinal: number == 2)
                let bytes = try isBinary ? message.wbxml() : message.serialized()
                last = conversation.session.receive(try Message(parsing: bytes), tree: &conversation.tree)
            }
            #expect(last?.statuses == ["2 Add 200"], "\(isBinary)")
            #expect(conversation.tree.value("./OperatorX/Mail/Server") == "mx")
        }
    }

    @Test(
        "4.2 row 15: an object in WBXML that is cut off at any byte is 415 with the reason, and leaves the tree alone")
    func truncation() throws {
        let before = conversation().content
        for count in 0..<Self.object.count {
            var conversation = conversation()
            let turn = try conversation.send(command("Add", Array(Self.object[..<count])))
            #expect(turn.statuses == ["2 Add 415"], "\(count)")
            #expect(turn.rules == ["tnds.wbxml", "tnds.encoding"], "\(count)")
            #expect(conversation.content == before)
        }
    }

    @Test("Wrong objects in WBXML: other text, a Format that says something else, a document that is no object")
    func wrong() throws {
        let message = [UInt8]([0x03, 0xA4, 0x01, 0x6A, 0x00, 0x6B, 0x12, 0x01])
        for (command, rules) in [
            (command("Add", [], data: "no Base64!"), ["tnds.wbxml", "tnds.encoding"]),
            (command("Add", [0xFF, 0xFF]), ["tnds.wbxml", "tnds.encoding"]),
            (command("Add", Self.object, format: "xml"), ["tnds.encoding"]),
            (command("Add", Self.object, format: "int"), ["tnds.encoding"]),
            (command("Add", message), ["tnds.malformed"]),
            (command("Add", Self.object, type: "application/vnd.syncml.dmtnds+json"), ["tnds.encoding"]),
        ] {
            var conversation = conversation()
            let before = conversation.content
            let turn = try conversation.send(command)
            #expect(turn.statuses == ["2 Add 415"] && turn.rules == rules)
            #expect(conversation.content == before)
        }
    }

    @Test("3.6: the profile windows reads no object in WBXML either: 415")
    func windows() throws {
        var conversation = Conversation()
        let node = "\(Conversation.policy)/DeviceLock/MinDevicePasswordLength"
        let turn = try conversation.send(
            command("Replace", Self.object).replacing("./OperatorX", with: node))
        #expect(turn.statuses == ["2 Replace 415"] && turn.rules == ["tnds.unsupported"])
    }
}
