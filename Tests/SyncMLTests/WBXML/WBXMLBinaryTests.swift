import SyncML
import Testing

/// Octets with Format `bin`, and documents inside Data (oma-dm.md 1.4, 5.5).
struct WBXMLBinaryTests {
    private static func read(_ item: String, command: String = "") throws -> Message {
        try Message(parsing: syncML12(add(item, command: command)))
    }

    @Test("DM-WBX-05: OPAQUE with Format bin is octets, Base64 in the message, and the same octets when written")
    func binary() throws {
        let bytes = syncML12(add(meta(format: "bin") + "4f c3 04 00 ff 80 41 01"))
        let read = try Message(parsing: bytes)
        #expect(read.firstItem?.meta?.format == "bin" && read.firstItem?.data?.content == "AP+AQQ==")
        #expect(!read.rules.contains { $0.hasPrefix("wbxml") })
        #expect(try read.wbxml() == bytes)
        // Octets that happen to be text are octets all the same.
        #expect(try Self.read(meta(format: "bin") + "4f c3 03 \"abc\" 01").firstItem?.data?.content == "YWJj")
    }

    @Test("DM-WBX-05: the Format of the command holds for its Items, and an Item's own wins")
    func formatOfCommand() throws {
        let outer = meta(format: "bin")
        #expect(try Self.read("4f c3 01 ff 01", command: outer).firstItem?.data?.content == "/w==")
        let inner = try Self.read(meta(format: "chr") + "4f c3 01 \"a\" 01", command: outer)
        #expect(inner.firstItem?.data?.content == "a")
        let message = Message(
            form: .commands,
            commands: [
                .add(
                    ItemCommand(
                        cmdID: "1", meta: Meta(format: "bin"),
                        items: [
                            Item(data: ItemData("/w==")), Item(meta: Meta(format: "chr"), data: ItemData("/w==")),
                        ]))
            ])
        let written = try message.wbxml()
        let ending = wbxml(
            "00 00 54 4f c3 01 ff 01 01 54 5a 00 01 47 03 \"chr\" 00 01 01 00 00 4f 03 \"/w==\" 00 01 01 01")
        #expect(Array(written.suffix(ending.count)) == ending, "\(written.hex)")
        #expect(try Message(parsing: written) == message)
    }

    @Test("DM-WBX-05: a Meta behind Data counts as well")
    func metaBehind() throws {
        let read = try Self.read("4f c3 01 ff 01" + meta(format: "bin"))
        #expect(read.firstItem?.data?.content == "/w==")
        #expect(read.rules.contains("syncml.child-order"))
    }

    @Test("DM-WBX-05: a string with Format bin is taken for Base64, a mixture for octets")
    func strings() throws {
        #expect(try Self.read(meta(format: "bin") + "4f 03 \"/w==\" 00 01").firstItem?.data?.content == "/w==")
        let mixed = try Self.read(meta(format: "bin") + "4f 03 \"a\" 00 c3 01 ff 01")
        #expect(mixed.firstItem?.data?.content == "Yf8=")
        #expect(try Self.read(meta(format: "b64") + "4f 03 \"/w==\" 00 01").firstItem?.data?.content == "/w==")
        #expect(try Self.read(meta(format: "b64") + "4f c3 04 \"/w==\" 01").firstItem?.data?.content == "/w==")
    }

    @Test("DM-WBX-05: Base64 with white space is written as octets, a text that is none as a string")
    func notBase64() throws {
        func tokens(_ text: String) throws -> [UInt8] {
            let item = Item(meta: Meta(format: "bin"), data: ItemData(text))
            let message = Message(form: .commands, commands: [.add(ItemCommand(cmdID: nil, items: [item]))])
            return Array(try message.wbxml().dropFirst(5))
        }
        let head = "45 54 \(meta(format: "bin"))"
        #expect(try tokens("YW\r\nJj") == wbxml("\(head) 4f c3 03 \"abc\" 01 01 01"))
        for text in ["YWJ", "YWJj=", "Y", "====", "<YW>", "Y=JjYWJj", "not base64"] {
            let string = try tokens(text)
            #expect(string == wbxml("\(head) 4f 03 \"\(text)\" 00 01 01 01"), "\(text)")
        }
        #expect(try tokens("  ") == wbxml("\(head) 0f 01 01"))
        #expect(try tokens("") == wbxml("\(head) 0f 01 01"))
    }

    @Test("Base64 of all lengths and octets comes back")
    func base64() throws {
        var noise = Noise()
        for count in 0..<70 {
            let octets = (0..<count).map { _ in UInt8.random(in: 0...255, using: &noise) }
            let length = [UInt8(0xC3), UInt8(count)]
            let bytes = syncML12("6b 45 54 \(meta(format: "bin")) 4f") + length + octets + wbxml("01 01 01 01")
            let read = try Message(parsing: bytes)
            #expect(read.firstItem?.data?.content.utf8.count == (count + 2) / 3 * 4)
            #expect(try Message(parsing: read.wbxml()) == read)
        }
    }

    @Test("octets without Format bin that are no text are kept in Base64, with a warning")
    func octets() throws {
        let read = try Self.read(meta(format: "chr") + "4f c3 02 ff fe 01")
        #expect(read.firstItem?.data?.content == "//4=")
        let finding = try #require(read.findings.first { $0.rule == "wbxml.octets" })
        #expect(finding.position.offset == 27 && finding.hint.contains("bin"))
    }

    @Test("Cred and NextNonce with Format bin take octets")
    func credentials() throws {
        let cred = try Message(
            parsing: syncML12(
                "6d 6c 4e 5a 00 01 47 03 \"bin\" 00 01 53 03 \"syncml:auth-md5\" 00 01 01 00 00 4f c3 02 ff 00 01 01 01 2b 01"
            ))
        #expect(cred.header?.cred?.data?.content == "/wA=" && cred.header?.cred?.meta?.format == "bin")
        let chal = try Message(
            parsing: syncML12("6b 69 49 5a 00 01 50 c3 02 ff 00 01 47 03 \"bin\" 00 01 01 01 01 01"))
        guard case .status(let status) = chal.commands.first else {
            Issue.record("no Status")
            return
        }
        #expect(status.chal?.meta.nextNonce == "/wA=" && status.chal?.meta.format == "bin")
        let text = try Message(
            parsing: syncML12("6b 69 49 5a 00 01 50 03 \"/wA=\" 00 01 47 03 \"b64\" 00 01 01 01 01 01"))
        guard case .status(let status) = text.commands.first else {
            Issue.record("no Status")
            return
        }
        #expect(status.chal?.meta.nextNonce == "/wA=")
    }

    // MARK: - Documents inside Data

    private static let type = "application/vnd.syncml.dmtnds"
    private static let tree =
        "<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD><Node><NodeName>n</NodeName></Node></MgmtTree>"
    /// The fragment that oma-dm.md 5.6 prints.
    private static let opaqueTree =
        "C3 32 03 00 00 6A 1B \"-//OMA//DTD-DM-DDF 1.2//EN\" 00 00 02 60 77 03 \"1.2\" 00 01 64 66 03 \"n\" 00 01 01 01"

    @Test("5.6: a TNDS object inside Data is read as XML, and written back byte for byte")
    func nested() throws {
        let bytes = syncML12(add(meta(format: "bin", type: Self.type + "+wbxml") + "4f \(Self.opaqueTree) 01"))
        let read = try Message(parsing: bytes)
        let item = try #require(read.firstItem)
        #expect(item.data?.content == Self.tree && item.data?.form == .text)
        #expect(item.meta?.format == "xml" && item.meta?.type == Self.type + "+xml")
        let finding = try #require(read.findings.first { $0.rule == "wbxml.nested-document" })
        #expect(finding.severity == .note && finding.message.contains("MgmtTree"))
        #expect(try read.wbxml() == bytes)
        // As XML it is what an XML peer would have sent.
        #expect(try Message(parsing: read.serialized()) == read)
    }

    @Test("a document without Format keeps it absent; two Items may share the Type of their command")
    func nestedOfCommand() throws {
        let outer = meta(format: nil, type: Self.type + "+wbxml")
        let bytes = syncML12(
            "6b 45 4b 03 \"2\" 00 01 \(outer) 54 4f \(Self.opaqueTree) 01 01 54 4f \(Self.opaqueTree) 01 01 01 01")
        let read = try Message(parsing: bytes)
        #expect(read.firstItems.map { $0.data?.content } == [Self.tree, Self.tree])
        guard case .add(let command) = read.commands.first else { return }
        #expect(command.meta?.type == Self.type + "+xml" && command.meta?.format == nil)
    }

    @Test("a TNDS object that would not read back the same goes as text")
    func notNested() throws {
        func roundTrip(_ text: String, format: String? = "xml") throws -> (isNested: Bool, isEqual: Bool) {
            let item = Item(meta: Meta(format: format, type: Self.type + "+xml"), data: ItemData(text))
            let message = Message(form: .commands, commands: [.add(ItemCommand(cmdID: "1", items: [item]))])
            let written = try message.wbxml()
            let isNested = String(decoding: written, as: UTF8.self).contains("DTD-DM-DDF")
            return (isNested, try Message(parsing: written) == message)
        }
        #expect(try roundTrip(Self.tree) == (true, true))
        #expect(try roundTrip(Self.tree, format: nil) == (true, true))
        #expect(try roundTrip(Self.tree, format: "chr") == (false, true))
        #expect(try roundTrip(Self.tree + "\n") == (false, true))
        #expect(try roundTrip(Self.tree.replacing("<Node>", with: " <Node>")) == (true, true))
        #expect(try roundTrip(Self.tree.replacing("n</", with: "<!-- n -->n</")) == (false, true))
        #expect(try roundTrip(Self.tree.replacing("VerDTD", with: "Other")) == (false, true))
        #expect(try roundTrip(Self.tree.replacing("<Node>", with: "<Node a=\"1\">")) == (false, true))
        #expect(try roundTrip(Self.tree.replacing("dmddf1.2", with: "dmddf")) == (false, true))
        #expect(try roundTrip("no tree") == (false, true))
        #expect(try roundTrip("") == (false, true))
    }

    @Test("octets of a TNDS object's Value are text or Base64")
    func value() {
        let head = "03 00 00 6A 1B \"-//OMA//DTD-DM-DDF 1.2//EN\" 00 00 02 60 64 66 03 \"n\" 00 01"
        #expect(xml(wbxml("\(head) 76 c3 02 \"ab\" 01 01 01"))?.contains("<Value>ab</Value>") == true)
        #expect(xml(wbxml("\(head) 76 c3 01 ff 01 01 01"))?.contains("<Value>/w==</Value>") == true)
    }

    @Test("what should be a document and is none is kept in Base64, with the reason")
    func nestedRefused() throws {
        for (tokens, reason) in [
            ("c3 02 ff fe", "0xFF"), ("c3 05 03 9f 54 6a 00", "DevInf 1.1"), ("c3 00", "no element"),
        ] {
            let read = try Self.read(meta(format: "bin", type: Self.type + "+wbxml") + "4f \(tokens) 01")
            let finding = try #require(read.findings.first { $0.rule == "wbxml.nested-refused" })
            #expect(finding.message.contains(reason), "\(finding.message)")
            #expect(read.firstItem?.meta?.type == Self.type + "+wbxml" && read.firstItem?.meta?.format == "bin")
        }
    }

    @Test("a document inside a document inside Data stays octets")
    func nestedTwice() throws {
        let inner = syncML12(add(meta(format: "bin", type: Self.type + "+wbxml") + "4f \(Self.opaqueTree) 01"))
        let head = add(meta(format: nil, type: "application/vnd.syncml.dm+wbxml") + "4f c3 MM 01")
        let parts = head.components(around: "MM")
        let bytes =
            syncML12(parts.0) + [0x80 | UInt8(inner.count >> 7), UInt8(inner.count & 0x7F)] + inner + wbxml(parts.1)
        let data = try #require(try Message(parsing: bytes).firstItem?.data?.content)
        #expect(data.hasPrefix("<SyncBody") && data.contains(">bin<") && data.contains("+wbxml<"))
        #expect(!data.contains("MgmtTree"))
    }
}

extension String {
    /// What stands before and after the first occurrence of a text.
    fileprivate func components(around text: String) -> (String, String) {
        let range = self.firstRange(of: text)!
        return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
    }
}
