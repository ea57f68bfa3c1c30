import SyncML
import Testing
import XMLStream

/// Elements that DM does not define or use: kept, told, written back.
struct AcceptElementTests {
    @Test(arguments: ["Put", "Search", "Sync", "Map", "Move", "Foo"])
    func unknownCommands(name: String) throws {
        let read = try parse(message("<\(name)><CmdID>4</CmdID><a b='c'>x<d/></a></\(name)>"))
        guard case .unknown(let element) = read.commands.first else { throw ElementTests.Missing() }
        #expect(element.name == XMLName(name, namespace: SyncMLNamespace.v12))
        #expect(read.commands.first?.cmdID == "4" && read.rules == ["syncml.unknown-command"])
        #expect(try Message(parsing: read.serialized()) == read)
    }

    @Test func wrongCase() throws {
        let read = try parse("<replace><CmdID>1</CmdID></replace>")
        #expect(read.commands.map(\.name) == ["replace"] && read.rules == ["syncml.bare-commands", "syncml.name-case"])
        #expect(read.findings.last?.hint == "Write Replace.")
    }

    /// oma-dm.md 1.2, restriction layer: one by one.
    @Test(
        arguments: [
            ("Delete", "<Archive/>", "syncml.unused-element"), ("Delete", "<SftDel/>", "syncml.unused-element"),
            ("Get", "<Lang>en</Lang>", "syncml.unused-element"), ("Add", "<NoResp/>", "syncml.no-resp"),
            ("Add", "<Cred><Data>x</Data></Cred>", "syncml.cred-in-command"),
            ("Add", "<Bar/>", "syncml.unknown-element"), ("Add", "<NoResults/>", "syncml.unused-element"),
            ("Add", "<Target><LocURI>./A</LocURI></Target>", "syncml.unknown-element"),
        ])
    func inCommands(name: String, child: String, rule: String) throws {
        let read = try parse(message("<\(name)><CmdID>1</CmdID>\(child)<Item/></\(name)>"))
        #expect(read.rules == [rule])
        #expect(try Message(parsing: read.serialized()) == read)
    }

    @Test(arguments: ["SourceParent", "TargetParent"])
    func inItems(name: String) throws {
        let read = try parse(message("<Add><CmdID>1</CmdID><Item><\(name)><LocURI>x</LocURI></\(name)></Item></Add>"))
        #expect(read.firstItem?.unknown.map(\.name.local) == [name] && read.rules == ["syncml.unused-element"])
        #expect(try Message(parsing: read.serialized()) == read)
    }

    @Test func inTargetsAndMeta() throws {
        let read = try parse(
            message(
                """
                <Add><CmdID>1</CmdID><Item><Target><LocURI>./A</LocURI><Filter/></Target><Meta>\
                <Anchor xmlns="syncml:metinf"><Next>1</Next></Anchor><x xmlns="urn:x"/></Meta></Item></Add>
                """))
        #expect(read.firstItem?.target?.unknown.count == 1 && read.firstItem?.meta?.unknown.count == 2)
        #expect(read.rules == ["syncml.unused-element", "syncml.unused-element", "syncml.unknown-element"])
        #expect(try Message(parsing: read.serialized()) == read)
    }

    /// The first one counts, the others are kept.
    @Test(
        arguments: [
            "<Add><CmdID>1</CmdID><CmdID>2</CmdID><Item/></Add>",
            "<Add><CmdID>1</CmdID><Meta/><Meta/><Item/></Add>",
            "<Add><CmdID>1</CmdID><Item><Data>a</Data><Data>b</Data></Item></Add>",
            "<Add><CmdID>1</CmdID><Item><Target><LocURI>./A</LocURI><LocURI>./B</LocURI></Target></Item></Add>",
            "<Alert><CmdID>1</CmdID><Data>1200</Data><Data>1201</Data></Alert>",
            "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><MsgRef>2</MsgRef><CmdRef>1</CmdRef><Cmd>Get</Cmd><Data>200</Data></Status>",
            "<Results><CmdID>1</CmdID><CmdRef>1</CmdRef><CmdRef>2</CmdRef><Item/></Results>",
        ])
    func repeated(command: String) throws {
        let read = try parse(message(command))
        #expect(read.rules == ["syncml.repeated-element"] && read.commands.first?.cmdID == "1")
        #expect(try Message(parsing: read.serialized()) == read)
    }

    @Test func secondBodyIsKept() throws {
        let body = "<SyncBody><Final/></SyncBody>"
        let read = try parse("<SyncML xmlns='SYNCML:SYNCML1.2'>\(body)\(body)</SyncML>")
        #expect(read.unknown.map(\.name.local) == ["SyncBody"] && read.rules.contains("syncml.unknown-element"))
        #expect(try Message(parsing: read.serialized()) == read)
    }

    @Test(
        arguments: [
            ("<Status><CmdID>1</CmdID><CmdRef>1</CmdRef></Status>", ["MsgRef", "Cmd", "Data"]),
            ("<Results><CmdID>1</CmdID></Results>", ["CmdRef", "Item"]), ("<Alert><CmdID>1</CmdID></Alert>", ["Data"]),
            ("<Get><CmdID>1</CmdID></Get>", ["Item"]),
        ])
    func missing(command: String, names: [String]) throws {
        let read = try parse(message(command))
        #expect(read.rules == names.map { _ in "syncml.element-missing" })
        #expect(zip(read.findings, names).allSatisfy { $0.message.hasSuffix("has no \($1).") })
    }

    @Test func headerElementsMissing() throws {
        let read = try parse("<SyncML xmlns='SYNCML:SYNCML1.2'><SyncHdr/><SyncBody/></SyncML>")
        #expect(read.rules == Array(repeating: "syncml.element-missing", count: 6) + ["syncml.body-empty"])
    }

    @Test func locURIMissing() throws {
        let read = try parse(message("<Get><CmdID>1</CmdID><Item><Target/></Item></Get>"))
        #expect(read.firstItem?.target == Location("") && read.rules == ["syncml.locuri-missing"])
    }

    /// Prose that is no ellipsis and no Markdown; no-break spaces from web pages among it.
    @Test(arguments: ["hello", "\u{A0}\u{A0}", "<![CDATA[hello]]>"])
    func strayText(text: String) throws {
        let read = try parse(message("<Get><CmdID>1</CmdID>\(text)<Item/>\n</Get>"))
        #expect(read.rules == ["syncml.stray-text"])
        #expect(read.firstItems.count == 1)
    }

    @Test("oma-dm.md 1.5: a text is found behind indentation of any length, and indentation is none", arguments: 0...20)
    func indentation(blanks: Int) throws {
        let indentation = String(repeating: blanks.isMultiple(of: 2) ? " " : "\t", count: blanks)
        let get = "<Get><CmdID>1</CmdID><Item><Target><LocURI>./A</LocURI></Target>\(indentation)</Item></Get>"
        #expect(try parse(message(indentation + get + indentation)).rules.isEmpty)
        for text in ["x", "!", "~", "\u{80}", "\u{FFFD}", "xy zw"] {
            let found = try parse(message(get + "\r\n" + text + indentation)).findings
            #expect(found.map(\.rule) == ["syncml.stray-text"], "\(text)")
            #expect(found.first?.message.contains(text) == true || text == "\u{80}")
            #expect(found.first?.position.line == 2 && found.first?.position.column == 1, "\(text)")
        }
    }

    /// Nothing that may be a secret is quoted.
    @Test func strayTextInCred() throws {
        let read = try parse(
            message("<Get><CmdID>1</CmdID><Item/></Get>").replacing(
                "</SyncHdr>", with: "<Cred>hunter2<Data>hunter2</Data></Cred></SyncHdr>"))
        #expect(read.rules == ["syncml.stray-text"])
        #expect(!read.findings.contains { $0.message.contains("hunter2") })
    }

    @Test func markupInText() throws {
        let read = try parse(
            message("<Get><CmdID>1</CmdID><Item><Target><LocURI>./A/<B/>/C</LocURI></Target></Item></Get>"))
        #expect(read.firstItem?.target?.locURI == "./A//C" && read.rules == ["syncml.markup-in-text"])
    }

    @Test func attributes() throws {
        let read = try parse(
            message("<Get x='1'><CmdID>1</CmdID><Item><Data y='2' xml:lang='en'>z</Data></Item></Get>"))
        #expect(read.rules == ["syncml.attribute"])
        #expect(read.firstItem?.data?.attributes.map(\.value) == ["2", "en"])
        #expect(try Message(parsing: read.serialized()) == read)
    }

    /// design.md section 8: a finding, and on it goes.
    @Test func unboundPrefix() throws {
        let read = try parse(
            message(
                """
                <Add><CmdID>1</CmdID><Item><Meta><A:Format>bool</A:Format><A:Type>text/plain</A:Type></Meta>\
                <Data msft:originalerror="0x1">x</Data></Item></Add>
                """))
        #expect(read.firstItem?.meta == Meta(format: "bool", type: "text/plain"))
        #expect(read.firstItem?.data?.originalError == "0x1")
        #expect(read.rules == ["xml.unbound-prefix", "xml.unbound-prefix"])
        #expect(try Message(parsing: read.serialized()) == read)
    }

    @Test func foreignNamespace() throws {
        let read = try parse(message("<x:Get xmlns:x='urn:x'><CmdID>1</CmdID><Item/></x:Get>"))
        #expect(read.commands.map(\.name) == ["Get"] && read.rules == ["syncml.element-namespace"])
    }
}
