import SyncML
import Testing
import XMLStream

/// The token tables as oma-dm.md 5.2 to 5.4 print them, in their columns; the sources list them in another order.
struct WBXMLTableTests {
    struct Row: Sendable, CustomStringConvertible {
        var page: UInt8
        var token: UInt8
        var name: String
        var description: String { "page \(page) token \(String(token, radix: 16)) \(name)" }

        var namespace: String { ["SYNCML:SYNCML1.2", "syncml:metinf", "syncml:dmddf1.2"][Int(page)] }
    }

    static let rows =
        rows(0, syncML) + rows(1, metInf) + rows(2, ddf)

    private static func rows(_ page: UInt8, _ table: String) -> [Row] {
        let words = table.split { $0 == " " || $0 == "\n" }
        return stride(from: 0, to: words.count, by: 2).map {
            Row(page: page, token: UInt8(words[$0], radix: 16)!, name: String(words[$0 + 1]))
        }
    }

    @Test("the tables hold 55, 18 and 56 elements")
    func counts() {
        #expect(Self.rows.filter { $0.page == 0 }.count == 55)
        #expect(Self.rows.filter { $0.page == 1 }.count == 18)
        #expect(Self.rows.filter { $0.page == 2 }.count == 56)
    }

    @Test("DM-WBX-02: every element decodes, empty and with content", arguments: rows)
    func decodes(_ row: Row) {
        let switching = row.page == 0 ? [] : [0x00, row.page]
        let name = row.page == 0 ? row.name : "\(row.name) xmlns=\"\(row.namespace)\""
        let empty = syncML12("6b") + switching + [row.token, 0x01]
        #expect(xml(empty) == "<SyncBody xmlns=\"SYNCML:SYNCML1.2\"><\(name)/></SyncBody>")
        let full = syncML12("6b") + switching + [row.token | 0x40] + wbxml("03 \"x\" 00 01 01")
        #expect(xml(full) == "<SyncBody xmlns=\"SYNCML:SYNCML1.2\"><\(name)>x</\(row.name)></SyncBody>")
    }

    @Test("DM-WBX-02: every element encodes, empty and with content", arguments: rows)
    func encodes(_ row: Row) throws {
        let switching = row.page == 0 ? [] : [0x00, row.page]
        var element = UnknownElement(name: XMLName(row.name, namespace: row.namespace))
        #expect(
            try Message(form: .body, commands: [.unknown(element)]).wbxml()
                == syncML12("6b") + switching + [row.token, 0x01])
        element.content = [.text("x")]
        #expect(
            try Message(form: .body, commands: [.unknown(element)]).wbxml()
                == syncML12("6b") + switching + [row.token | 0x40] + wbxml("03 \"x\" 00 01 01"))
    }

    @Test("DM-WBX-06: every other token of every page is refused by its number, with its byte")
    func otherTokens() {
        let known = Set(Self.rows.map { [$0.page, $0.token] })
        for page in UInt8.min...UInt8.max {
            for token in UInt8(0x05)...0x3F where !known.contains([page, token]) {
                let refusal = refusing(syncML12("6b 00") + [page, token, 0x01])
                #expect(refusal?.code == .unknownToken)
                #expect(refusal?.position.offset == 8)
                let shown = "0x" + (token < 16 ? "0" : "") + String(token, radix: 16, uppercase: true)
                #expect(refusal?.message.contains("\(shown) of code page \(page)") == true)
            }
        }
    }

    static let syncML = """
        05 Add  13 Get  21 RespURI  2F TargetRef
        06 Alert  14 Item  22 Results
        07 Archive  15 Lang  23 Search  31 VerDTD
        08 Atomic  16 LocName  24 Sequence  32 VerProto
        09 Chal  17 LocURI  25 SessionID  33 NumberOfChanges
        0A Cmd  18 Map  26 SftDel  34 MoreData
        0B CmdID  19 MapItem  27 Source  35 Field
        0C CmdRef  1A Meta  28 SourceRef  36 Filter
        0D Copy  1B MsgID  29 Status  37 Record
        0E Cred  1C MsgRef  2A Sync  38 FilterType
        0F Data  1D NoResp  2B SyncBody  39 SourceParent
        10 Delete  1E NoResults  2C SyncHdr  3A TargetParent
        11 Exec  1F Put  2D SyncML  3B Move
        12 Final  20 Replace  2E Target  3C Correlator
        """

    static let metInf = """
        05 Anchor  0B Mark  11 SharedMem
        06 EMI  0C MaxMsgSize  12 Size
        07 Format  0D Mem  13 Type
        08 FreeID  0E MetInf  14 Version
        09 FreeMem  0F Next  15 MaxObjSize
        0A Last  10 NextNonce  16 FieldLevel
        """

    static let ddf = """
        05 AccessType  13 Delete  21 MIME  2F RTProperties
        06 ACL  14 Description  22 Mod  30 Scope
        07 Add  15 DFFormat  23 Name  31 Size
        08 b64  16 DFProperties  24 Node  32 time
        09 bin  17 DFTitle  25 node  33 Title
        0A bool  18 DFType  26 NodeName  34 TStamp
        0B chr  19 Dynamic  27 null  35 Type
        0C CaseSense  1A Exec  28 Occurrence  36 Value
        0D CIS  1B float  29 One  37 VerDTD
        0E Copy  1C Format  2A OneOrMore  38 VerNo
        0F CS  1D Get  2B OneOrN  39 xml
        10 date  1E int  2C Path  3A ZeroOrMore
        11 DDFName  1F Man  2D Permanent  3B ZeroOrN
        12 DefaultValue  20 MgmtTree  2E Replace  3C ZeroOrOne
        """
}
