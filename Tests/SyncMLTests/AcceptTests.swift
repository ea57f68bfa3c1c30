import SyncML
import Testing
import XMLStream

/// The accept list of design.md section 8: each deviation is a finding, not a failure.
struct AcceptTests {
    static let get = "<Get><CmdID>1</CmdID><Item><Target><LocURI>./A</LocURI></Target></Item></Get>"

    @Test func noXMLDeclaration() throws {
        #expect(try parse(message(Self.get)).findings.isEmpty)
        #expect(try parse("<?xml version='1.0' encoding='utf-8'?>" + message(Self.get)).findings.isEmpty)
    }

    @Test(
        arguments: [
            ("SYNCML:SYNCML1.2", []), ("SYNCML:SYNCML1.1", ["syncml.namespace-version"]),
            ("SYNCML:SYNCML1.0", ["syncml.namespace-version"]), ("syncml:SYNCML1.2", ["syncml.namespace-case"]),
            ("syncml:syncml1.1", ["syncml.namespace-case"]), ("urn:x", ["syncml.namespace-unknown"]),
        ])
    func rootNamespace(namespace: String, rules: [String]) throws {
        let read = try parse(message(Self.get, namespace: namespace))
        #expect(read.namespace == namespace && read.rules == rules && read.commands.count == 1)
    }

    @Test func noRootNamespace() throws {
        let read = try parse(message(Self.get).replacing(" xmlns=\"SYNCML:SYNCML1.2\"", with: ""))
        #expect(read.namespace == nil && read.rules == ["syncml.namespace-missing"])
    }

    /// Prefixes are legal (oma-dm.md 1.1): no finding.
    @Test func prefixedDocument() throws {
        let read = try parse(
            """
            <s:SyncML xmlns:s="SYNCML:SYNCML1.2" xmlns:m="syncml:metinf"><s:SyncHdr><s:VerDTD>1.2</s:VerDTD>\
            <s:VerProto>DM/1.2</s:VerProto><s:SessionID>1</s:SessionID><s:MsgID>1</s:MsgID>\
            <s:Target><s:LocURI>a</s:LocURI></s:Target><s:Source><s:LocURI>b</s:LocURI></s:Source></s:SyncHdr>\
            <s:SyncBody><s:Get><s:CmdID>1</s:CmdID><s:Item><s:Meta><m:Format>int</m:Format></s:Meta></s:Item></s:Get>\
            </s:SyncBody></s:SyncML>
            """)
        #expect(read.firstItem?.meta?.format == "int" && read.findings.isEmpty)
    }

    /// metinf on all, none or some Meta children (oma-dm.md 8, A11). Told once for each name.
    @Test(
        arguments: [
            ("<Format xmlns='syncml:metinf'>int</Format><Type xmlns='syncml:metinf'>t</Type>", 0),
            ("<Format>int</Format><Type>t</Type>", 2),
            ("<Format xmlns='syncml:metinf'>int</Format><Type>t</Type>", 1),
            ("<Format xmlns='SYNCML:METINF'>int</Format><Type xmlns='syncml:metinf'>t</Type>", 1),
        ])
    func metinfNamespace(children: String, findings: Int) throws {
        let item = "<Item><Meta>\(children)</Meta></Item>"
        let read = try parse(message("<Get><CmdID>1</CmdID>\(item)\(item)</Get>"))
        #expect(read.firstItems.map(\.meta) == [Meta(format: "int", type: "t"), Meta(format: "int", type: "t")])
        #expect(read.rules == Array(repeating: "syncml.metinf-namespace", count: findings))
    }

    @Test func metInfContainer() throws {
        let read = try parse(
            message(
                "<Get><CmdID>1</CmdID><Item><Meta><MetInf xmlns='syncml:metinf'><Format>int</Format></MetInf></Meta></Item></Get>"
            ))
        #expect(read.firstItem?.meta == Meta(format: "int") && read.rules == ["syncml.metinf-container"])
    }

    /// MS-MDM 3.2.5.1.5 prints Type outside Meta.
    @Test func metaChildOutside() throws {
        let read = try parse(
            message(
                "<Get><CmdID>1</CmdID><Item><Type xmlns='syncml:metinf'>t</Type><Meta><Format xmlns='syncml:metinf'>int</Format></Meta></Item></Get>"
            ))
        #expect(read.firstItem?.meta == Meta(format: "int", type: "t") && read.rules == ["syncml.meta-outside"])
    }

    @Test func severalCommandsWithoutRoot() throws {
        let read = try parse(
            "<?xml version='1.0'?><!-- one -->\n\(Self.get)<!-- two -->\n<Add><CmdID>2</CmdID><Item/></Add>\n")
        #expect(read.form == .commands && read.namespace == nil && read.header == nil)
        #expect(read.commands.map(\.name) == ["Get", "Add"] && read.rules == ["syncml.bare-commands"])
    }

    @Test func bodyAlone() throws {
        let read = try parse("<SyncBody>\(Self.get)<Final/></SyncBody>")
        #expect(read.form == .body && read.isFinal && read.rules == ["syncml.body-alone"])
    }

    @Test func headerAndBodyWithoutRoot() throws {
        let whole = message(Self.get)
        let inner = whole.drop { $0 != ">" }.dropFirst().dropLast("</SyncML>".count)
        let read = try parse(String(inner))
        #expect(read.form == .message && read.header?.msgID == "2" && read.commands.count == 1 && read.isFinal)
        #expect(read.rules.sorted() == ["syncml.namespace-missing", "syncml.root-missing"])
    }

    /// What Microsoft's pages and servers' tests print: one Item, one Meta, one address.
    @Test(arguments: [
        "<Item><Data>x</Data></Item>", "<Meta/>", "<LocURI>./A</LocURI>", "<Format xmlns='syncml:metinf'>b64</Format>",
    ])
    func partsAlone(text: String) throws {
        let read = try parse(text)
        #expect(read.form == .commands && read.commands.isEmpty && read.unknown.count == 1)
        #expect(read.rules == ["syncml.part-alone"])
        #expect(try read.serialized() == Array(text.replacing("'", with: "\"").utf8))
    }

    @Test func commandIDMissing() throws {
        let item = "<Get><Item/></Get>"
        let bare = try parse(item)
        #expect(bare.commands.first?.cmdID == nil)
        #expect(bare.findings.map(\.severity) == [.note, .note] && bare.rules.contains("syncml.command-id-missing"))
        let whole = try parse(message(item))
        #expect(whole.findings.map(\.severity) == [.error] && whole.rules == ["syncml.command-id-missing"])
    }

    @Test func commandIDPlaceholder() throws {
        let item = "<Get><CmdID>$CmdID$</CmdID><Item/></Get>"
        let bare = try parse(item + item)
        #expect(bare.commands.map(\.cmdID) == ["$CmdID$", "$CmdID$"])
        #expect(bare.rules.filter { $0 == "syncml.command-id-placeholder" }.count == 2)
        #expect(!bare.rules.contains("syncml.command-id-repeated"))
        #expect(try parse(message(item)).findings.map(\.severity) == [.warning])
    }

    /// oma-dm.md 1.5: unique within the message, nested commands share the number space, never 0.
    @Test func commandIDRepeated() throws {
        let read = try parse(message("\(Self.get)<Atomic><CmdID>2</CmdID>\(Self.get)</Atomic>\(Self.get)"))
        #expect(read.rules == ["syncml.command-id-repeated", "syncml.command-id-repeated"])
        #expect(read.findings.map(\.severity) == [.warning, .warning])
        #expect(read.findings.first?.message.contains("1:\(bodyColumn)") == true)
    }

    @Test func commandIDsOutOfOrder() throws {
        let read = try parse(message("<Get><CmdID>9</CmdID><Item/></Get><Get><CmdID>2</CmdID><Item/></Get>"))
        #expect(read.findings.isEmpty)
    }

    @Test func commandIDZero() throws {
        #expect(try parse(message("<Get><CmdID>0</CmdID><Item/></Get>")).rules == ["syncml.command-id-zero"])
    }

    @Test(
        arguments: [
            ("&lt;a/&gt; &amp;", ItemData("<a/> &"), []),
            ("<![CDATA[<a/> &]]>", ItemData("<a/> &", form: .cdata), ["syncml.data-cdata"]),
            ("\n <![CDATA[x]]>\n", ItemData("\n x\n", form: .cdata), ["syncml.data-cdata"]),
            (
                "x <a b='1'>&amp;<!-- c --></a>\r\n", ItemData("x <a b='1'>&amp;<!-- c --></a>\r\n", form: .markup),
                ["syncml.data-markup"]
            ),
            ("", ItemData(""), []),
            ("./A&#xF000;./B\u{F000}./C&#61440;", ItemData("./A\u{F000}./B\u{F000}./C\u{F000}"), []),
        ])
    func dataForms(text: String, data: ItemData, rules: [String]) throws {
        let read = try parse(message("<Add><CmdID>1</CmdID><Item><Data>\(text)</Data></Item></Add>"))
        #expect(read.firstItem?.data == data && read.rules == rules)
        #expect(try Message(parsing: read.serialized()) == read)
    }

    @Test func byteOrderMark() throws {
        let read = try Message(parsing: [0xEF, 0xBB, 0xBF] + Array(message(Self.get).utf8))
        #expect(read.rules == ["xml.byte-order-mark"] && read.raw.first == 0xEF)
        #expect(read.commands.first?.origin.position?.column == bodyColumn)
    }

    @Test(arguments: [true, false], [true, false])
    func utf16ThatDeclaresUTF8(bigEndian: Bool, marked: Bool) throws {
        let text = (marked ? "\u{FEFF}" : "") + "<?xml version='1.0' encoding='UTF-8'?>" + message(Self.get)
        let bytes = text.utf16.flatMap {
            bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        }
        let read = try Message(parsing: bytes)
        #expect(read == (try parse(message(Self.get))) && read.raw == bytes)
        let expected = ["xml.encoding-label", "xml.transcoded"] + (marked ? ["xml.byte-order-mark"] : [])
        #expect(read.rules.sorted() == expected.sorted())
    }

    @Test func latin1() throws {
        var bytes = Array("<?xml version='1.0' encoding='ISO-8859-1'?><Get><CmdID>1</CmdID><Item><Data>".utf8)
        bytes += [0xE4] + Array("</Data></Item></Get>".utf8)
        let read = try Message(parsing: bytes)
        #expect(read.firstItem?.data?.content == "\u{E4}" && read.rules.contains("xml.transcoded"))
    }

    @Test func documentType() throws {
        let text = "<!DOCTYPE SyncML PUBLIC \"-//SYNCML//DTD SyncML 1.2//EN\" \"http://example.invalid/x.dtd\">"
        #expect(try parse(text + message(Self.get)).rules == ["xml.document-type"])
    }

    @Test func whiteSpaceBeforeTheDeclaration() throws {
        let declaration = "\n  <?xml version='1.0'?>"
        #expect(try parse(declaration + message(Self.get)).rules == ["xml.leading-white-space"])
        #expect(try parse(declaration + Self.get).rules.contains("xml.leading-white-space"))
        #expect(try parse("\n  " + message(Self.get)).findings.isEmpty)
    }

    @Test func blanksRoundLocURI() throws {
        let read = try parse(message(Self.get.replacing("./A", with: "\n ./A ")))
        #expect(read.firstItem?.target?.locURI == "./A" && read.rules == ["syncml.locuri-white-space"])
    }

    @Test(
        arguments: [
            "<Add><Item/><CmdID>1</CmdID></Add>",
            "<Add><CmdID>1</CmdID><Item><Data>x</Data><Target><LocURI>./A</LocURI></Target></Item></Add>",
            "<Status><CmdID>1</CmdID><CmdRef>1</CmdRef><MsgRef>1</MsgRef><Cmd>Get</Cmd><Data>200</Data></Status>",
            "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>1</CmdRef><Cmd>Get</Cmd><Data>200</Data><TargetRef>./A</TargetRef></Status>",
            "<Alert><CmdID>1</CmdID><Correlator>c</Correlator><Data>1226</Data></Alert>",
        ])
    func childrenInAnotherOrder(command: String) throws {
        let read = try parse(message(command))
        #expect(read.rules == ["syncml.child-order"])
        #expect(try parse(String(decoding: read.serialized(), as: UTF8.self)).findings.isEmpty)
    }

    /// Real traffic permutes Type and Format (oma-dm.md 1.3).
    @Test func metaChildrenInAnotherOrder() throws {
        let meta = "<Meta><Type xmlns='syncml:metinf'>t</Type><Format xmlns='syncml:metinf'>int</Format></Meta>"
        #expect(try parse(message("<Get><CmdID>1</CmdID><Item>\(meta)</Item></Get>")).findings.isEmpty)
    }

    @Test func bodyBeforeHeader() throws {
        let read = try parse("<SyncML xmlns='SYNCML:SYNCML1.2'><SyncBody><Final/></SyncBody><SyncHdr/></SyncML>")
        #expect(read.header != nil && read.isFinal && read.rules.contains("syncml.child-order"))
    }

    /// oma-dm.md 8, A3.
    @Test func cmdInResults() throws {
        let read = try parse(message("<Results><CmdID>1</CmdID><CmdRef>2</CmdRef><Cmd>Get</Cmd><Item/></Results>"))
        guard case .results(let results) = read.commands.first else { throw ElementTests.Missing() }
        #expect(results.cmd == "Get" && results.msgRef == nil && read.rules == ["syncml.results-cmd"])
    }

    /// oma-dm.md 8, A2.
    @Test func locURIInTargetRef() throws {
        let read = try parse(
            message(
                "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>1</CmdRef><Cmd>Get</Cmd><TargetRef><LocURI> ./A </LocURI></TargetRef><Data>200</Data></Status>"
            ))
        guard case .status(let status) = read.commands.first else { throw ElementTests.Missing() }
        #expect(status.targetRefs == ["./A"] && read.rules == ["syncml.reference-locuri"])
    }

    @Test func sessionIDZero() throws {
        let read = try parse(message(Self.get).replacing("<SessionID>7", with: "<SessionID>0"))
        #expect(read.header?.sessionID == "0" && read.rules == ["syncml.session-id-zero"])
    }

    @Test func headerOrBodyMissing() throws {
        let open = "<SyncML xmlns='SYNCML:SYNCML1.2'>"
        #expect(
            try parse("\(open)<SyncBody>\(Self.get)<Final/></SyncBody></SyncML>").rules == ["syncml.header-missing"])
        #expect(try parse("\(open)</SyncML>").rules == ["syncml.header-missing", "syncml.body-missing"])
    }

    @Test func elementsAfterFinal() throws {
        let read = try parse("<SyncBody><Final/>\(Self.get)</SyncBody>")
        #expect(read.isFinal && read.commands.count == 1)
        #expect(read.rules == ["syncml.body-alone", "syncml.after-final"])
    }
}
