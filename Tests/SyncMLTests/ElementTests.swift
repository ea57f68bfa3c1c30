import SyncML
import Testing
import XMLStream

/// Each element of oma-dm.md 1.2, read into the value it stands for.
struct ElementTests {
    @Test func header() throws {
        let read = try parse(
            """
            <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>
            <SessionID>4A</SessionID><MsgID>3</MsgID>
            <Target><LocURI>urn:uuid:1</LocURI></Target>
            <Source><LocURI>https://mdm/x?a=1&amp;b=2</LocURI><LocName>user</LocName></Source>
            <RespURI>https://mdm/next</RespURI>
            <Cred><Meta><Format xmlns="syncml:metinf">b64</Format><Type xmlns="syncml:metinf">syncml:auth-md5</Type></Meta>
            <Data>Zm9v</Data></Cred>
            <Meta><MaxMsgSize xmlns="syncml:metinf">20000</MaxMsgSize><MaxObjSize xmlns="syncml:metinf">9</MaxObjSize></Meta>
            </SyncHdr><SyncBody><Alert><CmdID>1</CmdID><Data>1222</Data></Alert><Final/></SyncBody></SyncML>
            """)
        let header = try #require(read.header)
        #expect(read.form == .message && read.namespace == SyncMLNamespace.v12 && read.isFinal)
        #expect(
            [header.verDTD, header.verProto, header.sessionID, header.msgID] == ["1.2", "DM/1.2", "4A", "3"])
        #expect(header.target == Location("urn:uuid:1"))
        #expect(header.source == Location("https://mdm/x?a=1&b=2", locName: "user"))
        #expect(header.respURI == "https://mdm/next" && !header.noResp)
        #expect(header.cred == Cred(meta: Meta(format: "b64", type: "syncml:auth-md5"), data: ItemData("Zm9v")))
        #expect(header.meta == Meta(maxMsgSize: "20000", maxObjSize: "9"))
        #expect(header.origin.position == XMLPosition(line: 1, column: 34, offset: 33))
        #expect(read.findings.isEmpty)
    }

    @Test(arguments: ["Add", "Replace", "Delete", "Get", "Copy", "Exec"])
    func itemCommand(name: String) throws {
        let read = try parse(
            message(
                """
                <\(name)><CmdID>5</CmdID><Meta><Format xmlns="syncml:metinf">chr</Format></Meta><Item><Target>\
                <LocURI>./A</LocURI></Target><Source><LocURI>./B</LocURI></Source><Data> x </Data><MoreData/></Item></\(name)>
                """))
        let command = ItemCommand(
            cmdID: "5", meta: Meta(format: "chr"),
            items: [Item(target: Location("./A"), source: Location("./B"), data: ItemData(" x "), moreData: true)])
        let all: [String: Command] = [
            "Add": .add(command), "Replace": .replace(command), "Delete": .delete(command), "Get": .get(command),
            "Copy": .copy(command), "Exec": .exec(command),
        ]
        #expect(read.commands == [try #require(all[name])])
        #expect(read.commands.first?.name == name && read.commands.first?.cmdID == "5")
        #expect(read.findings.isEmpty)
    }

    @Test func execWithCorrelator() throws {
        let read = try parse(
            message(
                "<Exec><CmdID>1</CmdID><Correlator>abc</Correlator><Item><Target><LocURI>./A</LocURI></Target></Item></Exec>"
            ))
        #expect(
            read.commands == [
                .exec(ItemCommand(cmdID: "1", correlator: "abc", items: [Item(target: Location("./A"))]))
            ])
    }

    @Test func alert() throws {
        let read = try parse(
            message(
                """
                <Alert><CmdID>2</CmdID><Data>1224</Data><Item><Meta><Type xmlns="syncml:metinf">\
                com.microsoft/MDM/LoginStatus</Type><Mark xmlns="syncml:metinf">informational</Mark></Meta>\
                <Data>user</Data></Item></Alert>
                """))
        let item = Item(
            meta: Meta(type: "com.microsoft/MDM/LoginStatus", mark: "informational"), data: ItemData("user"))
        #expect(read.commands == [.alert(Alert(cmdID: "2", data: ItemData("1224"), items: [item]))])
        #expect(read.findings.isEmpty)
    }

    @Test func containers() throws {
        let read = try parse(
            message(
                """
                <Atomic><CmdID>1</CmdID><Sequence><CmdID>2</CmdID><Delete><CmdID>3</CmdID><Item><Target>\
                <LocURI>./A</LocURI></Target></Item></Delete></Sequence></Atomic>
                """))
        let delete = Command.delete(ItemCommand(cmdID: "3", items: [Item(target: Location("./A"))]))
        let sequence = Command.sequence(Container(cmdID: "2", commands: [delete]))
        #expect(read.commands == [.atomic(Container(cmdID: "1", commands: [sequence]))])
        #expect(read.findings.isEmpty)
    }

    @Test func status() throws {
        let read = try parse(
            """
            <SyncBody xmlns="SYNCML:SYNCML1.2" xmlns:msft="http://schemas.microsoft.com/MobileDevice/MDM"><Status>\
            <CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>2</CmdRef><Cmd>Get</Cmd><TargetRef>./A</TargetRef>\
            <TargetRef>./B</TargetRef><SourceRef>./C</SourceRef>\
            <Chal><Meta><Format xmlns="syncml:metinf">b64</Format><NextNonce xmlns="syncml:metinf">bm8=</NextNonce></Meta></Chal>\
            <Data msft:originalerror="0x86000002">404</Data><Item><Data>x</Data></Item></Status></SyncBody>
            """)
        #expect(
            read.commands == [
                .status(
                    Status(
                        cmdID: "1", msgRef: "1", cmdRef: "2", cmd: "Get", targetRefs: ["./A", "./B"],
                        sourceRefs: ["./C"], chal: Chal(meta: Meta(format: "b64", nextNonce: "bm8=")),
                        data: ItemData("404", originalError: "0x86000002"), items: [Item(data: ItemData("x"))]))
            ])
        #expect(read.form == .body && read.rules == ["syncml.body-alone"])
    }

    /// Windows answers a command without CmdID with an empty CmdRef (oma-dm.md 2.3).
    @Test func statusWithEmptyCmdRef() throws {
        let read = try parse(
            message("<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef/><Cmd>Get</Cmd><Data>400</Data></Status>"))
        guard case .status(let status) = read.commands.first else { throw Missing() }
        #expect(status.cmdRef.isEmpty && read.findings.isEmpty)
    }

    @Test func results() throws {
        let read = try parse(
            message(
                """
                <Results><CmdID>3</CmdID><MsgRef>1</MsgRef><CmdRef>2</CmdRef><Meta><Format xmlns="syncml:metinf">int\
                </Format></Meta><TargetRef>./A</TargetRef><SourceRef>./B</SourceRef><Item><Source><LocURI>./A</LocURI>\
                </Source><Data>1</Data></Item></Results>
                """))
        #expect(
            read.commands == [
                .results(
                    Results(
                        cmdID: "3", msgRef: "1", cmdRef: "2", meta: Meta(format: "int"), targetRef: "./A",
                        sourceRef: "./B", items: [Item(source: Location("./A"), data: ItemData("1"))]))
            ])
        #expect(read.findings.isEmpty)
    }

    @Test func allMetaChildren() throws {
        let names = [
            "Format", "Type", "Mark", "Size", "Version", "NextNonce", "MaxMsgSize", "MaxObjSize", "EMI", "EMI",
        ]
        let children = names.enumerated().map { "<\($1) xmlns='syncml:metinf'>\($0)</\($1)>" }.joined()
        let read = try parse(
            message("<Get><CmdID>1</CmdID><Item><Meta>\(children)</Meta></Item></Get>"))
        #expect(
            read.firstItem?.meta
                == Meta(
                    format: "0", type: "1", mark: "2", size: "3", nextNonce: "5", maxMsgSize: "6", maxObjSize: "7",
                    version: "4", emi: ["8", "9"]))
    }

    /// Missing texts are empty values, missing elements nil.
    @Test func missing() throws {
        let read = try parse("<SyncML xmlns='SYNCML:SYNCML1.2'><SyncHdr/><SyncBody><Get/></SyncBody></SyncML>")
        #expect(read.header == SyncHdr(verDTD: "", verProto: "", sessionID: "", msgID: ""))
        #expect(read.commands == [.get(ItemCommand(cmdID: nil, items: []))])
        #expect(!read.isFinal)
    }

    /// A command's place is that of its tag, in characters.
    @Test func places() throws {
        let read = try parse(
            "<SyncBody>\n  <Get><CmdID>1</CmdID><Item><Data>\u{E4}\u{F6}</Data></Item></Get><Add/>\n</SyncBody>")
        #expect(read.commands.compactMap { $0.origin.position?.description } == ["2:3", "2:58"])
        #expect(read.firstItem?.origin.position?.description == "2:24")
    }

    /// oma-dm.md 1.5: white space in Data is significant, round CmdID, LocURI and Type it is not.
    @Test func whiteSpace() throws {
        let read = try parse(
            message(
                """
                <Add><CmdID> 1 </CmdID><Item><Target><LocURI>
                ./A </LocURI></Target><Meta><Type xmlns="syncml:metinf"> text/plain
                </Type></Meta><Data> a\tb
                </Data></Item></Add>
                """))
        #expect(read.commands.first?.cmdID == "1")
        #expect(read.firstItem?.target?.locURI == "./A" && read.firstItem?.meta?.type == "text/plain")
        #expect(read.firstItem?.data?.content == " a\tb\n")
    }

    struct Missing: Error {}
}
