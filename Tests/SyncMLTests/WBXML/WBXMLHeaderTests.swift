import SyncML
import Testing

/// The header (oma-dm.md 5.1).
struct WBXMLHeaderTests {
    private static let body = "6b 53 4b 03 \"2\" 00 01 01 12 01"
    private static let named = "-//SYNCML//DTD SyncML 1.2//EN"

    @Test("DM-MSG-14: WBXML 1.1, 1.2 and 1.3 are read", arguments: ["01", "02", "03"])
    func versions(_ version: String) throws {
        let bytes = wbxml("\(version) a4 01 6a 00 \(Self.body)")
        let read = try Message(parsing: bytes)
        #expect(read.form == .body && read.commands.first?.cmdID == "2" && read.isFinal)
        #expect(try WBXMLDocument(decoding: bytes).version.rawValue == bytes[0])
    }

    @Test("DM-MSG-15: WBXML is written as 1.1, 1.2 or 1.3", arguments: WBXMLVersion.allCases)
    func writtenVersions(_ version: WBXMLVersion) throws {
        let written = try WBXMLSampleTests.message.wbxml(version: version)
        #expect(written[0] == version.rawValue && [1, 2, 3].contains(written[0]))
        #expect(Array(written.dropFirst()) == Array(WBXMLSampleTests.sample.dropFirst()))
        #expect(WBXMLVersion.allCases.map(\.description) == ["1.1", "1.2", "1.3"])
        #expect(try WBXMLSampleTests.message.wbxml()[0] == 3)
    }

    struct PublicID: Sendable {
        var bytes: String
        var table = ""
        var namespace: String
    }

    @Test(
        "DM-WBX-01: the public id as number and as name in the string table",
        arguments: [
            PublicID(bytes: "a4 01", namespace: "SYNCML:SYNCML1.2"),
            PublicID(bytes: "9f 53", namespace: "SYNCML:SYNCML1.1"),
            PublicID(bytes: "9f 51", namespace: "SYNCML:SYNCML1.0"),
            PublicID(bytes: "00 00", table: "\"-//SYNCML//DTD SyncML 1.2//EN\" 00", namespace: "SYNCML:SYNCML1.2"),
            PublicID(bytes: "00 00", table: "\"-//SYNCML//DTD SyncML 1.1//EN\" 00", namespace: "SYNCML:SYNCML1.1"),
            PublicID(bytes: "00 00", table: "\"-//SYNCML//DTD SyncML 1.0//EN\" 00", namespace: "SYNCML:SYNCML1.0"),
            PublicID(
                bytes: "00 04", table: "\"Foo\" 00 \"-//SYNCML//DTD SyncML 1.2//EN\" 00", namespace: "SYNCML:SYNCML1.2"),
            // Numbers may be longer than they need to be.
            PublicID(bytes: "80 80 a4 01", namespace: "SYNCML:SYNCML1.2"),
        ])
    func publicIDs(_ id: PublicID) throws {
        let table = wbxml(id.table)
        let bytes = wbxml("02 \(id.bytes) 6a") + [UInt8(table.count)] + table + wbxml(Self.body)
        let read = try Message(parsing: bytes)
        #expect(read.namespace == id.namespace)
        #expect(read.rules.contains("syncml.namespace-version") == (id.namespace != "SYNCML:SYNCML1.2"))
        // Written back, the number says it.
        #expect(try Message(parsing: read.wbxml()) == read)
    }

    @Test("the public id 1 says nothing: read as SyncML 1.2, with a warning")
    func unstated() throws {
        let read = try Message(parsing: wbxml("03 01 6a 00 \(Self.body)"))
        #expect(read.namespace == "SYNCML:SYNCML1.2")
        let finding = try #require(read.findings.first { $0.rule == "wbxml.public-id" })
        #expect(finding.severity == .warning && finding.position.offset == 1)
    }

    @Test("a string table whose last string has no NUL is read, as old phones send it")
    func tableEnd() throws {
        let read = try Message(parsing: wbxml("02 00 00 6a 1d \"\(Self.named)\" \(Self.body)"))
        #expect(read.commands.count == 1)
        #expect(read.rules.contains("wbxml.string-table-end"))
    }

    @Test("character sets: UTF-8, US-ASCII, ISO-8859-1 and unstated", arguments: [0x6A, 0x03, 0x00, 0x04] as [UInt8])
    func charsets(_ charset: UInt8) throws {
        let head = wbxml("03 a4 01") + [charset, 0x00]
        let plain = try Message(parsing: head + wbxml(add("4f 03 \"abc\" 00 01")))
        #expect(plain.firstItem?.data?.content == "abc")
        #expect(plain.rules.contains("xml.transcoded") == (charset == 4))
        let accented = head + wbxml(add("4f 03 e4 00 01"))
        let utf8 = head + wbxml(add("4f 03 c3 a4 00 01"))
        switch charset {
        case 4:
            #expect(try Message(parsing: accented).firstItem?.data?.content == "\u{E4}")
        case 3:
            #expect(refusing(accented)?.code == .encoding)
            #expect(refusing(utf8)?.code == .encoding)
        default:
            #expect(refusing(accented)?.code == .encoding)
            #expect(try Message(parsing: utf8).firstItem?.data?.content == "\u{E4}")
        }
    }

    @Test("ISO-8859-1 holds in the string table, not in OPAQUE")
    func latin1() throws {
        let bytes = wbxml("03 a4 01 04 02 e4 00 \(add("4f 83 00 c3 02 c3 b6 01"))")
        #expect(try Message(parsing: bytes).firstItem?.data?.content == "\u{E4}\u{F6}")
    }

    @Test(
        "other documents and character sets are refused by name, with the byte",
        arguments: [
            ("00 a4 01 6a 00 6b 01", "binary", 0, "WBXML 1.0"),
            ("03 9f 54 6a 00 4a 01", "binary", 1, "DevInf 1.1"),
            ("03 9f 52 6a 00 4a 01", "binary", 1, "DevInf 1.0"),
            ("03 a4 03 6a 00 4a 01", "binary", 1, "DevInf 1.2"),
            ("03 a4 02 6a 00 4a 01", "binary", 1, "MetInf 1.2"),
            ("03 0b 6a 00 45 01", "binary", 1, "PROV 1.0"),
            ("03 04 6a 00 45 01", "binary", 1, "0x4"),
            ("03 00 00 6a 04 \"abc\" 00 6b 01", "binary", 1, "\"abc\""),
            ("03 00 09 6a 04 \"abc\" 00 6b 01", "notWellFormed", 1, "index 9"),
            ("03 00 00 6a 00 6b 01", "notWellFormed", 1, "the table is empty"),
            ("03 a4 01 87 68 00 6b 01", "encoding", 3, "ISO-10646-UCS-2 (1000)"),
            ("03 a4 01 87 77 00 6b 01", "encoding", 3, "UTF-16 (1015)"),
            ("03 a4 01 11 00 6b 01", "encoding", 3, "Shift_JIS (17)"),
            ("03 a4 01 09 00 6b 01", "encoding", 3, "ISO-8859-6 (9)"),
            ("03 a4 01 7b 00 6b 01", "encoding", 3, "character set 123"),
            ("03 90 80 80 80 00 6a 00 6b 01", "notWellFormed", 1, "more than 32 bits"),
            ("03 a4 01 6a 8f ff ff ff 7f 6b 01", "cutOff", 11, "4294967295"),
        ])
    func refused(bytes: String, code: String, offset: Int, says: String) throws {
        let refusal = try #require(refusing(wbxml(bytes)))
        #expect(refusal.code.rawValue == code)
        #expect(refusal.position.offset == offset && refusal.position.line == 1)
        #expect(refusal.position.column == offset + 1)
        #expect(refusal.message.contains(says), "\(refusal.message)")
        #expect(refusal.message.hasSuffix("."))
    }

    @Test("an empty document and one of another kind are refused where WBXML is wanted")
    func notWBXML() {
        func code(_ bytes: [UInt8]) -> MessageRefusal.Code? {
            do throws(MessageRefusal) {
                _ = try WBXMLDocument(decoding: bytes)
                return nil
            } catch { return error.code }
        }
        #expect(code([]) == .empty)
        #expect(code(Array("<SyncML/>".utf8)) == .binary)
        #expect(!WBXMLDocument.isRecognised(Array("<SyncML/>".utf8)) && !WBXMLDocument.isRecognised([0, 1]))
        #expect(WBXMLDocument.isRecognised([3]))
    }
}
