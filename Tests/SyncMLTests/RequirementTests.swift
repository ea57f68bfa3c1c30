import SyncML
import Testing

/// Requirements of oma-dm.md 7 on messages as such, on the reading and on the writing side.
@Suite struct RequirementTests {
    private static let get = "<Get><CmdID>1</CmdID><Item><Target><LocURI>./DevInfo</LocURI></Target></Item></Get>"

    private static func replace(_ data: String) -> String {
        "<Replace><CmdID>1</CmdID><Item><Target><LocURI>./a</LocURI></Target><Data>\(data)</Data></Item></Replace>"
    }

    @Test(
        "DM-MSG-01: what is not well-formed, and what is not SyncML, is refused",
        arguments: [
            message(get) + "<More/>", message(get) + "garbage", String(message(get).dropLast(1)),
            "<Other/>", "", message("<Get>"),
        ])
    func wellFormed(text: String) { #expect(refusing(text) != nil) }

    @Test(
        "DM-MSG-02: the root's namespace is compared letter by letter",
        arguments: [
            ("SYNCML:SYNCML1.2", nil), ("SYNCML:SYNCML1.1", "syncml.namespace-version"),
            ("syncml:SYNCML1.2", "syncml.namespace-case"), ("SYNCML:SYNCML9.9", "syncml.namespace-unknown"),
        ])
    func namespace(name: String, rule: String?) throws {
        let rules = try parse(message(Self.get, namespace: name)).rules
        #expect(rules == (rule.map { [$0] } ?? []))
    }

    @Test("DM-WIN-13: a root without namespace is a finding, and we always write ours")
    func rootNamespace() throws {
        let bare = message(Self.get).replacing(" xmlns=\"SYNCML:SYNCML1.2\"", with: "")
        #expect(try parse(bare).rules == ["syncml.namespace-missing"])
        let written = String(decoding: try parse(bare).serialized(), as: UTF8.self)
        #expect(written.hasPrefix("<SyncML xmlns=\"SYNCML:SYNCML1.2\">") || !written.contains("xmlns=\"SYNCML"))
        let fresh = Message(header: SyncHdr(sessionID: "1", msgID: "1"), commands: [], isFinal: true)
        #expect(String(decoding: try fresh.serialized(), as: UTF8.self).contains("<SyncML xmlns=\"SYNCML:SYNCML1.2\">"))
    }

    @Test(
        "DM-MSG-03: SyncML holds SyncHdr and SyncBody",
        arguments: [
            ("<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncBody>\(get)</SyncBody></SyncML>", "syncml.header-missing"),
            (
                "<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr><VerDTD>1.2</VerDTD></SyncHdr></SyncML>",
                "syncml.body-missing"
            ),
        ])
    func parts(text: String, rule: String) throws { #expect(try parse(text).rules.contains(rule)) }

    @Test("DM-MSG-04: the first child out of the DTD's order is reported")
    func order() throws {
        let text = message(
            "<Get><Item><Target><LocURI>./DevInfo</LocURI></Target></Item><CmdID>1</CmdID></Get>")
        let finding = try #require(try parse(text).findings.first)
        #expect(finding.rule == "syncml.child-order")
    }

    @Test("DM-MSG-05: a SyncBody without a command is a finding")
    func emptyBody() throws {
        #expect(try parse(message("")).rules == ["syncml.body-empty"])
        #expect(try parse(message(Self.get)).rules.isEmpty)
    }

    @Test("DM-MSG-06: Final is empty and last", arguments: ["<Final/>\(get)", "\(get)<Final>now</Final>"])
    func final(body: String) throws {
        let text = message(body).replacing("<Final/></SyncBody>", with: "</SyncBody>")
        #expect(!(try parse(text).rules.isEmpty))
    }

    @Test("DM-MSG-07: children of Meta outside of syncml:metinf are taken with a finding")
    func metinf() throws {
        let item = "<Item><Meta><Format>int</Format></Meta><Data>1</Data></Item>"
        let parsed = try parse(message("<Replace><CmdID>1</CmdID>\(item)</Replace>"))
        #expect(parsed.rules.contains("syncml.metinf-namespace"))
        #expect(parsed.firstItem?.meta?.format == "int")
    }

    @Test("DM-MSG-08: markup in Data that is not escaped is a finding")
    func markup() throws { #expect(try parse(message(Self.replace("<enabled/>"))).rules == ["syncml.data-markup"]) }

    @Test("DM-MSG-09: CDATA and escaped text give the same value")
    func cdata() throws {
        let escaped = try parse(message(Self.replace("a &lt;b&gt; &amp; c"))).firstItem?.data
        let section = try parse(message(Self.replace("<![CDATA[a <b> & c]]>"))).firstItem?.data
        #expect(escaped?.content == "a <b> & c")
        #expect(section?.content == escaped?.content)
    }

    @Test(
        "DM-MSG-12: elements that DM does not use are reported",
        arguments: [
            "<Archive/>", "<SftDel/>", "<Lang>en</Lang>", "<NoResp/>",
        ])
    func unused(element: String) throws {
        let body = "<Delete><CmdID>1</CmdID>\(element)<Item><Target><LocURI>./a</LocURI></Target></Item></Delete>"
        let rules = try parse(message(body)).rules
        #expect(!Set(rules).isDisjoint(with: ["syncml.unused-element", "syncml.no-resp", "syncml.unknown-element"]))
    }

    @Test("DM-MSG-12: commands of data synchronization are reported", arguments: ["Map", "Put", "Search", "Sync"])
    func unusedCommand(name: String) throws {
        #expect(try parse(message("<\(name)><CmdID>1</CmdID></\(name)>")).rules == ["syncml.unknown-command"])
    }

    @Test("DM-MSG-17: characters beyond the basic plane survive reading and writing; illegal ones are refused")
    func characters() throws {
        let text = "ü \u{10348} \u{1F600} \u{F000}"
        let message = try parse(SyncMLTests.message(Self.replace(text)))
        #expect(message.firstItem?.data?.content == text)
        let again = try Message(parsing: try message.serialized())
        #expect(again.firstItem?.data?.content == text)
        #expect(refusing(SyncMLTests.message(Self.replace("&#1;"))) != nil)
    }

    @Test("DM-HDR-14: Cred in a command is an error")
    func credInCommand() throws {
        let body = """
            <Get><CmdID>1</CmdID><Cred><Data>x</Data></Cred><Item><Target><LocURI>./DevInfo</LocURI></Target></Item></Get>
            """
        #expect(try parse(message(body)).rules == ["syncml.cred-in-command"])
    }

    @Test(
        "DM-STAT-04: missing, repeated and zero CmdIDs are reported",
        arguments: [
            ("", "syncml.command-id-missing"), ("<CmdID>0</CmdID>", "syncml.command-id-zero"),
            ("<CmdID>1</CmdID>", "syncml.command-id-repeated"),
        ])
    func commandIDs(element: String, rule: String) throws {
        let second = "<Get>\(element)<Item><Target><LocURI>./DevInfo</LocURI></Target></Item></Get>"
        #expect(try parse(message(Self.get + second)).rules == [rule])
    }

    @Test("DM-STAT-15: codes that no table has count by their first digit")
    func classes() {
        #expect(StatusCode(rawValue: 299).isSuccess)
        for code in [199, 300, 499, 599] { #expect(!StatusCode(rawValue: code).isSuccess) }
    }

    @Test(
        "A2: TargetRef is read as text and with a LocURI inside",
        arguments: ["./DevInfo", "<LocURI>./DevInfo</LocURI>"])
    func references(content: String) throws {
        let body = """
            <Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>2</CmdRef><Cmd>Get</Cmd><TargetRef>\(content)</TargetRef>\
            <Data>200</Data></Status>
            """
        guard case .status(let status) = try parse(message(body)).commands.first else {
            Issue.record("no Status")
            return
        }
        #expect(status.targetRefs == ["./DevInfo"])
    }
}
