import SyncML
import Testing

/// The samples that oma-dm.md 5.6 prints.
struct WBXMLSampleTests {
    static let sample = wbxml(
        """
        03 a4 01 6a 00
        6d 6c
        71 03 31 2e 32 00 01
        72 03 44 4d 2f 31 2e 32 00 01
        65 03 31 00 01   5b 03 31 00 01
        6e 57 03 68 74 74 70 73 3a 2f 2f 73 2f 00 01 01
        67 57 03 64 31 00 01 01
        5a 00 01 4c 03 35 30 30 30 00 01 01
        01
        00 00 6b
        46 4b 03 32 00 01 4f 03 31 32 30 31 00 01 01
        12
        01 01
        """)

    static let message = Message(
        header: SyncHdr(
            sessionID: "1", msgID: "1", target: Location("https://s/"), source: Location("d1"),
            meta: Meta(maxMsgSize: "5000")),
        commands: [.alert(Alert(cmdID: "2", data: ItemData("1201")))], isFinal: true)

    @Test("the sample of 5.6 has 92 bytes")
    func size() { #expect(Self.sample.count == 92) }

    @Test("DM-WBX-03: the sample of 5.6 decodes: the page switched to in Meta holds beyond its END")
    func decodes() throws {
        let read = try Message(parsing: Self.sample)
        #expect(read == Self.message)
        #expect(read.findings.isEmpty)
        #expect(read.raw == Self.sample)
    }

    @Test("the sample of 5.6 encodes byte for byte")
    func encodes() throws {
        let written = try Self.message.wbxml()
        #expect(written == Self.sample, "\(written.hex)")
    }

    @Test("places are bytes: the Alert stands at byte 74")
    func places() throws {
        let read = try Message(parsing: Self.sample)
        #expect(Self.sample[74] == 0x46)
        #expect(read.commands.first?.origin.position?.offset == 74)
        #expect(read.commands.first?.origin.position?.line == 1)
        #expect(read.commands.first?.origin.position?.column == 75)
    }

    @Test("5.6: OPAQUE keeps white space, MoreData is a tag alone")
    func opaqueAndMoreData() throws {
        let bytes = syncML12(add("4F C3 09 20 20 61 62 20 63 64 20 20 01 34"))
        let item = try #require(try Message(parsing: bytes).firstItem)
        #expect(item.data?.content == "  ab cd  ")
        #expect(item.data?.form == .text)
        #expect(item.moreData)
    }

    @Test("5.6: an unknown element is a literal of the string table")
    func literal() throws {
        let bytes = syncML12(table: "46 6F 6F 00", "6b 44 00 03 \"bar\" 00 01 01")
        let read = try Message(parsing: bytes)
        guard case .unknown(let element) = read.commands.first else {
            Issue.record("no unknown command")
            return
        }
        #expect(element.name.local == "Foo" && element.text == "bar")
        #expect(read.rules.contains("syncml.unknown-command"))
        #expect(try read.wbxml() == bytes)
    }

    @Test("5.6: a DDF document of its own")
    func ddf() {
        let bytes = wbxml(
            "03 00 00 6A 1B \"-//OMA//DTD-DM-DDF 1.2//EN\" 00 00 02 60 77 03 \"1.2\" 00 01 64 66 03 \"n\" 00 01 01 01")
        #expect(bytes.count == 0x32)
        let expected =
            "<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD><Node><NodeName>n</NodeName></Node></MgmtTree>"
        #expect(xml(bytes) == expected)
        #expect(refusing(bytes)?.code == .wrongRoot)
        #expect(refusing(bytes)?.position.offset == 34)
    }
}
