import SyncML
import Testing
import XMLStream

/// What is refused, with the byte, what was found and what was expected.
struct WBXMLRefuseTests {
    struct Case: Sendable, CustomStringConvertible {
        var body: String
        var code: MessageRefusal.Code
        /// From the start of the body.
        var offset: Int
        var says: String
        var description: String { says }

        init(_ body: String, _ code: MessageRefusal.Code, _ offset: Int, _ says: String) {
            self.body = body
            self.code = code
            self.offset = offset
            self.says = says
        }
    }

    /// The table of these documents is `a<b NUL 1a NUL msft:x NUL ok NUL xml:y NUL`.
    private static let table = "\"a<b\" 00 \"1a\" 00 \"msft:x\" 00 \"ok\" 00 \"xml:y\" 00"
    private static let bodyStart = 5 + 4 + 3 + 7 + 3 + 6

    @Test(
        arguments: [
            Case("", .cutOff, 0, "ends at byte 28"),
            Case("01", .notWellFormed, 0, "END outside"),
            Case("03 \"x\" 00", .notWellFormed, 0, "text outside"),
            Case("83 00", .notWellFormed, 0, "text outside"),
            Case("02 20", .notWellFormed, 0, "text outside"),
            Case("c3 00", .notWellFormed, 0, "OPAQUE outside"),
            Case("6b 01 01", .notWellFormed, 2, "1 more byte behind"),
            Case("6b 01 6b 01", .notWellFormed, 2, "2 more bytes behind"),
            Case("2b 00", .notWellFormed, 1, "1 more byte behind"),
            // Globals that SyncML does not use.
            Case("6b 40 03 \"x\" 00 01", .unknownToken, 1, "extension token 0x40"),
            Case("6b 41 01", .unknownToken, 1, "extension token 0x41"),
            Case("6b 42 01", .unknownToken, 1, "extension token 0x42"),
            Case("6b 80 00 01", .unknownToken, 1, "extension token 0x80"),
            Case("6b 81 01", .unknownToken, 1, "extension token 0x81"),
            Case("6b 82 01", .unknownToken, 1, "extension token 0x82"),
            Case("6b c0 01", .unknownToken, 1, "extension token 0xC0"),
            Case("6b c1 01", .unknownToken, 1, "extension token 0xC1"),
            Case("6b c2 01", .unknownToken, 1, "extension token 0xC2"),
            // The string table.
            Case("6b 45 83 17 01 01", .notWellFormed, 2, "one from 0 to 22"),
            Case("6b 45 83 8f ff ff ff 7f 01 01", .notWellFormed, 2, "index 4294967295"),
            Case("6b 45 83 9f ff ff ff 7f 01 01", .notWellFormed, 3, "more than 32 bits"),
            Case("6b 45 83 ff ff ff ff ff ff 7f 01 01", .notWellFormed, 3, "more than 32 bits"),
            Case("6b 04 17 01", .notWellFormed, 1, "index 23"),
            // Literal names.
            Case("6b 04 00 01", .notWellFormed, 1, "no name of XML"),
            Case("6b 04 03 01", .notWellFormed, 1, "no name of XML"),
            Case("6b 04 04 01", .notWellFormed, 1, "no name of XML"),
            Case("6b 04 11 01", .notWellFormed, 1, "no name of XML"),
            // Attributes.
            Case("6b c5 05 01 01 01", .unknownToken, 2, "attribute token 0x05"),
            Case("6b c5 04 0e 85 01 01 01", .unknownToken, 4, "attribute token 0x85"),
            Case("6b c5 04 0e 03 \"x\" 00 04 0e 01 01 01", .notWellFormed, 7, "already has"),
            Case("6b c5 04 03 01 01 01", .notWellFormed, 2, "no name of XML"),
            // Characters.
            Case("6b 45 02 00 01 01", .forbiddenCharacter, 2, "0x0"),
            Case("6b 45 02 83 b0 00 01 01", .forbiddenCharacter, 2, "0xD800"),
            Case("6b 45 02 c4 80 00 01 01", .forbiddenCharacter, 2, "0x110000"),
            Case("6b 45 03 01 00 01 01", .forbiddenCharacter, 2, "XML forbids"),
            Case("6b 45 03 ef bf be 00 01 01", .forbiddenCharacter, 2, "XML forbids"),
            Case("6b 45 03 ff 00 01 01", .encoding, 2, "not UTF-8"),
            Case("6b 45 03 c0 80 00 01 01", .encoding, 2, "not UTF-8"),
            Case("6b 45 03 ed a0 80 00 01 01", .encoding, 2, "not UTF-8"),
            // Documents that are no message.
            Case("00 01 4e 01", .wrongRoot, 2, "MetInf"),
            Case("44 0e 01", .wrongRoot, 0, "ok"),
        ])
    func refused(_ expected: Case) throws {
        let refusal = try #require(refusing(syncML12(table: Self.table, expected.body)))
        #expect(refusal.code == expected.code, "\(refusal.message)")
        #expect(refusal.position.offset == Self.bodyStart + expected.offset)
        #expect(refusal.position == XMLPosition(byte: refusal.position.offset))
        #expect(refusal.message.contains(expected.says), "\(refusal.message)")
        #expect(refusal.message.hasSuffix("."))
    }

    @Test("literal attributes are read, and attributes on Data are kept as in XML")
    func attributes() throws {
        let table = "\"msft:originalerror\" 00 \"a\" 00 \"xmlns\" 00"
        let read = try Message(
            parsing: syncML12(
                table: table,
                "6b 69 cf 04 00 03 \"0x86\" 00 02 30 83 13 04 13 04 15 03 \"urn\" 00 01 03 \"404\" 00 01 01 01"))
        guard case .status(let status) = read.commands.first else {
            Issue.record("no Status")
            return
        }
        #expect(status.data?.content == "404" && status.data?.originalError == "0x860a")
        #expect(status.data?.attributes.map(\.name.local) == ["a"])
        let lossy = try read.wbxmlEncoding()
        #expect(lossy.losses.map(\.rule) == ["wbxml.lost", "wbxml.lost"])
        #expect(lossy.losses.first?.message.contains("msft:originalerror") == true)
        let again = try Message(parsing: lossy.bytes)
        guard case .status(let status) = again.commands.first else { return }
        #expect(status.data == ItemData("404"))
    }

    @Test("an attribute elsewhere is told, as in XML; a prefix that nothing binds leaves no namespace")
    func otherAttributes() throws {
        let table = "\"ab\" 00 \"xml:lang\" 00 \"p:q\" 00"
        let read = try Message(parsing: syncML12(table: table, "6b c5 04 00 04 03 03 \"en\" 00 01 04 0c 01 01"))
        #expect(read.findings.filter { $0.rule == "syncml.attribute" }.count == 2)
        guard case .add(let command) = read.commands.first else { return }
        #expect(command.unknown.map(\.name) == [XMLName("p:q")])
        #expect(
            xml(syncML12(table: table, "6b c5 04 03 03 \"e<\" 00 01 01 01"))?.contains("xml:lang=\"e&lt;\"") == true)
    }

    @Test("what is left out is told once for each kind, with its number")
    func losses() throws {
        let read = try parse(
            message(
                "<Status xmlns:msft='\(SyncMLNamespace.msft)'><CmdID>1</CmdID><Data msft:originalerror='1'>404</Data></Status>"
                    + "<x:Foo xmlns:x='urn:x' a='1'/><x:Foo xmlns:x='urn:x'/>"))
        let losses = try read.wbxmlEncoding().losses
        #expect(losses.allSatisfy { $0.rule == "wbxml.lost" && $0.severity == .warning && $0.position.line == 1 })
        #expect(losses.map { $0.message.contains("2 times") } == [false, true, false])
        #expect(losses[1].message.contains("urn:x") && losses[2].message.contains("a on Foo"))
        #expect(try WBXMLSampleTests.message.wbxmlEncoding().losses.isEmpty)
        #expect(try Message(namespace: "syncml:syncml1.1").wbxmlEncoding().losses.count == 1)
    }
}
