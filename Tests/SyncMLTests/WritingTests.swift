import SyncML
import Testing
import XMLStream

struct WritingTests {
    private func write(_ message: Message, declaresMSFT: Bool = false) throws -> String {
        String(decoding: try message.serialized(declaresMSFT: declaresMSFT), as: UTF8.self)
    }

    /// The order of the DTD (oma-dm.md 1.2), metinf on each Meta child, no white space, no declaration.
    @Test func wholeMessage() throws {
        let header = SyncHdr(
            sessionID: "1", msgID: "2", target: Location("https://mdm"), source: Location("urn:d", locName: "me"),
            respURI: "https://r",
            cred: Cred(meta: Meta(format: "b64", type: "syncml:auth-md5"), data: ItemData("Zg==")),
            meta: Meta(maxMsgSize: "5", maxObjSize: "6"))
        let status = Status(
            cmdID: "1", msgRef: "1", cmdRef: "0", cmd: "SyncHdr", targetRefs: ["a"], sourceRefs: ["b"],
            chal: Chal(meta: Meta(format: "b64", type: "syncml:auth-md5", nextNonce: "bm8=")), data: ItemData("212"),
            items: [Item(data: ItemData("x"))])
        let results = Results(
            cmdID: "2", msgRef: "1", cmdRef: "4", meta: Meta(format: "int", type: "text/plain"),
            items: [Item(source: Location("./A"), data: ItemData("<1>"), moreData: true)])
        let message = Message(header: header, commands: [.status(status), .results(results)], isFinal: true)
        #expect(
            try write(message) == """
                <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>\
                <SessionID>1</SessionID><MsgID>2</MsgID><Target><LocURI>https://mdm</LocURI></Target>\
                <Source><LocURI>urn:d</LocURI><LocName>me</LocName></Source><RespURI>https://r</RespURI>\
                <Cred><Meta><Format xmlns="syncml:metinf">b64</Format>\
                <Type xmlns="syncml:metinf">syncml:auth-md5</Type></Meta><Data>Zg==</Data></Cred>\
                <Meta><MaxMsgSize xmlns="syncml:metinf">5</MaxMsgSize>\
                <MaxObjSize xmlns="syncml:metinf">6</MaxObjSize></Meta></SyncHdr>\
                <SyncBody><Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd>\
                <TargetRef>a</TargetRef><SourceRef>b</SourceRef>\
                <Chal><Meta><Format xmlns="syncml:metinf">b64</Format>\
                <Type xmlns="syncml:metinf">syncml:auth-md5</Type><NextNonce xmlns="syncml:metinf">bm8=</NextNonce></Meta></Chal>\
                <Data>212</Data><Item><Data>x</Data></Item></Status>\
                <Results><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>4</CmdRef>\
                <Meta><Format xmlns="syncml:metinf">int</Format><Type xmlns="syncml:metinf">text/plain</Type></Meta>\
                <Item><Source><LocURI>./A</LocURI></Source><Data>&lt;1&gt;</Data><MoreData/></Item></Results>\
                <Final/></SyncBody></SyncML>
                """)
        let read = try Message(parsing: message.serialized())
        #expect(read == message && read.findings.isEmpty)
    }

    @Test func commands() throws {
        let delete = Command.delete(ItemCommand(cmdID: "2", items: [Item(target: Location("./A"))]))
        let exec = Command.exec(
            ItemCommand(cmdID: "3", meta: Meta(format: "chr"), correlator: "c", items: [Item(data: ItemData(""))]))
        let alert = Command.alert(Alert(cmdID: "4", data: ItemData("1226"), correlator: "c", items: [Item()]))
        let body = Message(
            form: .body, namespace: nil,
            commands: [
                .atomic(Container(cmdID: "1", commands: [delete])), .sequence(Container(cmdID: "5", commands: [exec])),
                alert,
            ])
        #expect(
            try write(body) == """
                <SyncBody><Atomic><CmdID>1</CmdID><Delete><CmdID>2</CmdID><Item><Target><LocURI>./A</LocURI></Target>\
                </Item></Delete></Atomic><Sequence><CmdID>5</CmdID><Exec><CmdID>3</CmdID>\
                <Meta><Format xmlns="syncml:metinf">chr</Format></Meta><Correlator>c</Correlator><Item><Data/></Item>\
                </Exec></Sequence><Alert><CmdID>4</CmdID><Data>1226</Data><Correlator>c</Correlator><Item/></Alert></SyncBody>
                """)
        #expect(try Message(parsing: body.serialized()) == body)
    }

    /// MS-MDM 2.2.4.3: the prefix is declared on SyncBody, when an originalError is there or when asked for.
    @Test func originalError() throws {
        let declaration = "<SyncBody xmlns:msft=\"http://schemas.microsoft.com/MobileDevice/MDM\">"
        let status = Status(
            cmdID: "1", msgRef: "1", cmdRef: "2", cmd: "Get", data: ItemData("404", originalError: "0x86000002"))
        let message = Message(commands: [.status(status)])
        let text = try write(message)
        #expect(text.contains(declaration) && text.contains("<Data msft:originalerror=\"0x86000002\">404</Data>"))
        #expect(try Message(parsing: message.serialized()) == message)
        #expect(try write(Message(isFinal: true), declaresMSFT: true).contains(declaration))
        #expect(try !write(Message()).contains("msft"))
        let bare = Message(form: .commands, namespace: nil, commands: [.status(status)])
        #expect(try Message(parsing: bare.serialized()) == bare)
    }

    @Test func dataForms() throws {
        for data in [
            ItemData("a ]]> <b> &\r\n\t", form: .cdata), ItemData("\r", form: .cdata), ItemData("", form: .cdata),
            ItemData("<a>&amp;</a>", form: .markup), ItemData(" \u{F000}\r\n ", form: .text), ItemData(""),
            ItemData("x", attributes: [.init(name: XMLName("a", namespace: "urn:x"), value: "<\"\n>")]),
        ] {
            let message = Message(
                form: .commands, namespace: nil, commands: [.add(ItemCommand(cmdID: "1", items: [Item(data: data)]))])
            #expect(try Message(parsing: message.serialized()) == message)
        }
    }

    @Test(arguments: ["SYNCML:SYNCML1.1", nil, "urn:x"]) func namespaceOfTheMessage(namespace: String?) throws {
        for form in [Message.Form.message, .body, .commands] {
            let message = Message(
                form: form, namespace: namespace,
                commands: [
                    .get(
                        ItemCommand(
                            cmdID: "1", items: [], unknown: [UnknownElement(name: XMLName("x", namespace: "urn:y"))])),
                    .unknown(UnknownElement(name: XMLName("Foo", namespace: nil), content: [.text(" a ")])),
                ])
            #expect(try Message(parsing: message.serialized()) == message)
        }
    }

    /// oma-dm.md 1.3: the Item's value overrides element by element.
    @Test func metaOfCommandUnderMetaOfItem() {
        let command = Meta(format: "chr", type: "text/plain", emi: ["a"])
        let item = Item(meta: Meta(format: "int", size: "4"))
        #expect(item.effectiveMeta(under: command) == Meta(format: "int", type: "text/plain", size: "4", emi: ["a"]))
        #expect(Item().effectiveMeta(under: command) == command && Item().effectiveMeta(under: nil) == nil)
        #expect(Meta(format: "int").merged(over: nil) == Meta(format: "int"))
    }

    @Test("A1, A2, A17: every form that may be written is read as the same message")
    func options() throws {
        let status = Status(
            cmdID: "1", msgRef: "1", cmdRef: "2", cmd: "Copy", targetRefs: ["./A", "./B"], sourceRefs: ["./C"],
            cred: Cred(meta: Meta(format: "b64"), data: ItemData("eA==")),
            chal: Chal(meta: Meta(format: "b64", type: "syncml:auth-md5")), data: ItemData("404"),
            items: [Item(target: Location("./A"))])
        let alert = Alert(cmdID: "2", data: ItemData("1226"), correlator: "c", items: [Item(data: ItemData("x"))])
        let message = Message(commands: [.status(status), .alert(alert)], isFinal: true)
        var texts: Set<[UInt8]> = []
        for order in [WritingOptions.StatusOrder.dtd, .msmdm] {
            for content in [WritingOptions.ReferenceContent.text, .locURI] {
                for alerts in [WritingOptions.AlertOrder.dataFirst, .correlatorFirst] {
                    let options = WritingOptions(statusOrder: order, referenceContent: content, alertOrder: alerts)
                    let bytes = try message.serialized(options: options)
                    texts.insert(bytes)
                    #expect(try Message(parsing: bytes) == message)
                }
            }
        }
        #expect(texts.count == 8)
        #expect(texts.contains(try message.serialized()))
    }

    @Test("A1: MS-MDM's order is Data and Item before TargetRef and SourceRef")
    func msmdmOrder() throws {
        let status = Status(
            cmdID: "1", msgRef: "1", cmdRef: "2", cmd: "Get", targetRefs: ["./A"], sourceRefs: ["./B"],
            data: ItemData("404"), items: [Item(target: Location("./A"))])
        let bytes = try Message(form: .commands, namespace: nil, commands: [.status(status)])
            .serialized(options: WritingOptions(statusOrder: .msmdm))
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                <Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>2</CmdRef><Cmd>Get</Cmd><Data>404</Data>\
                <Item><Target><LocURI>./A</LocURI></Target></Item><TargetRef>./A</TargetRef><SourceRef>./B</SourceRef></Status>
                """)
    }
}
