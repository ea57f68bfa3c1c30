import SyncML
import Testing

/// Texts: strings in line, of the table, entities, OPAQUE and mixtures (oma-dm.md 5.5).
struct WBXMLTextTests {
    struct Piece: Sendable, CustomStringConvertible {
        var bytes: String
        var text: String
        var isOpaque = false
        var description: String { "\(bytes) = \(text)" }
    }

    /// The table of these documents is `ab NUL cdé NUL`.
    private static let table = "\"ab\" 00 \"cd\" c3 a9 00"

    static let pieces = [
        Piece(bytes: "03 \"x <y>\" 00", text: "x <y>"),
        Piece(bytes: "03 00", text: ""),
        Piece(bytes: "03 c3 a9 f0 9f 98 80 ef 80 80 00", text: "\u{E9}\u{1F600}\u{F000}"),
        Piece(bytes: "83 00", text: "ab"),
        // An index may point into a string, and at its end.
        Piece(bytes: "83 01", text: "b"),
        Piece(bytes: "83 02", text: ""),
        Piece(bytes: "83 03", text: "cd\u{E9}"),
        Piece(bytes: "02 20", text: " "),
        Piece(bytes: "02 81 69", text: "\u{E9}"),
        Piece(bytes: "02 87 ec 00", text: "\u{1F600}"),
        Piece(bytes: "c3 00", text: "", isOpaque: true),
        Piece(bytes: "c3 05 \" <b> \"", text: " <b> ", isOpaque: true),
        Piece(bytes: "c3 04 f0 9f 98 80", text: "\u{1F600}", isOpaque: true),
        Piece(bytes: "c3 80 80 01 09", text: "\t", isOpaque: true),
    ]

    private static func data(_ tokens: String) throws -> Message {
        try Message(parsing: syncML12(table: table, add("6e 57 03 \"./a\" 00 01 01 4f \(tokens) 01")))
    }

    @Test("DM-WBX-04: OPAQUE, STR_I, STR_T and ENTITY are text in Data", arguments: pieces)
    func single(_ piece: Piece) throws {
        let read = try Self.data(piece.bytes)
        #expect(read.firstItem?.data?.content == piece.text)
        #expect(read.firstItem?.data?.form == .text)
        #expect(!read.rules.contains { $0.hasPrefix("wbxml") || $0.contains("cdata") })
    }

    @Test("DM-WBX-04: any mixture of two and of three is concatenated", arguments: pieces)
    func mixtures(_ first: Piece) throws {
        for second in Self.pieces {
            let two = try Self.data("\(first.bytes) \(second.bytes)")
            #expect(two.firstItem?.data?.content == first.text + second.text)
            for third in Self.pieces {
                let three = try Self.data("\(first.bytes) \(second.bytes) \(third.bytes)")
                #expect(three.firstItem?.data?.content == first.text + second.text + third.text)
            }
        }
    }

    @Test("DM-WBX-04: a character of UTF-8 may be cut by two OPAQUE")
    func splitCharacter() throws {
        #expect(try Self.data("c3 01 c3 c3 01 a9").firstItem?.data?.content == "\u{E9}")
    }

    @Test("elements that hold identifiers take OPAQUE as well, when it is text")
    func opaqueAddress() throws {
        let read = try Message(parsing: syncML12(add("6e 57 c3 03 \"./a\" 01 01")))
        #expect(read.firstItem?.target?.locURI == "./a")
        let refusal = refusing(syncML12(add("6e 57 c3 01 ff 01 01")))
        #expect(refusal?.code == .encoding && refusal?.hint.contains("Format bin") == true)
        #expect(refusing(syncML12(add("6e 57 c3 01 00 01 01")))?.code == .forbiddenCharacter)
    }

    @Test("NUL comes through OPAQUE, is told, and goes back as OPAQUE")
    func nul() throws {
        let bytes = syncML12(add("6e 57 03 \"./a\" 00 01 01 4f c3 03 61 00 62 01"))
        let read = try Message(parsing: bytes)
        #expect(read.firstItem?.data?.content == "a\0b")
        let finding = try #require(read.findings.first { $0.rule == "wbxml.characters" })
        #expect(finding.position.offset == 23 && finding.severity == .warning)
        #expect(try read.wbxml() == bytes)
    }

    @Test("text is written as a string, markup as OPAQUE, an empty Data as its tag")
    func written() throws {
        func tokens(_ data: ItemData) throws -> [UInt8] {
            try Message(form: .commands, commands: [.alert(Alert(cmdID: nil, data: data))]).wbxml()
        }
        #expect(try tokens(ItemData("a>b & \"c\"")) == syncML12("46 4f 03 \"a>b & \" 22 \"c\" 22 00 01 01"))
        #expect(try tokens(ItemData("")) == syncML12("46 0f 01"))
        #expect(try tokens(ItemData("<a/>")) == syncML12("46 4f c3 04 \"<a/>\" 01 01"))
        #expect(try tokens(ItemData("x", form: .markup)) == syncML12("46 4f c3 01 \"x\" 01 01"))
        #expect(try tokens(ItemData("x", form: .cdata)) == syncML12("46 4f 03 \"x\" 00 01 01"))
    }

    @Test("a long OPAQUE has a length of several bytes")
    func longOpaque() throws {
        for count in [0x7F, 0x80, 0x3FFF, 0x4000, 0x1FFFFF, 0x200000] {
            let content = String(repeating: "<", count: count)
            let message = Message(form: .commands, commands: [.alert(Alert(cmdID: "1", data: ItemData(content)))])
            let read = try Message(parsing: message.wbxml())
            #expect(read == message)
        }
    }

    @Test("a text that XML cannot carry becomes U+FFFD outside of Data, as in XML")
    func replaced() throws {
        let message = Message(form: .commands, commands: [.alert(Alert(cmdID: "1\0", data: ItemData("1201")))])
        #expect(try Message(parsing: message.wbxml()).commands.first?.cmdID == "1\u{FFFD}")
    }
}
