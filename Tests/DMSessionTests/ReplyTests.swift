import DMSession
import DMTree
import ProtocolProfile
import SyncML
import Testing

/// The shape of replies (design.md section 4 "Native wire shape", enrollment.md 14.6, oma-dm.md 2.3 and 2.4).
struct ReplyTests {
    private static let length = "\(Conversation.policy)/DeviceLock/MinDevicePasswordLength"
    private static let fss = "\(Conversation.account)/FirstSyncStatus"

    @Test(
        "DM-STAT-01, DM-STAT-02, DM-STAT-03: the SyncHdr's Status first, then one for each command in order, byte for byte"
    )
    func statuses() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            command("Replace", "7", Self.length, "8", format: "int") + command("Delete", "5", "\(Self.length)X")
                + command("Add", "9", "./DevInfo/Man", "x")
                + command("Exec", "11", "./Device/Vendor/MSFT/Reboot/RebootNow"))
        #expect(
            try turn.replyText == """
                <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>\
                <SessionID>1</SessionID><MsgID>2</MsgID><Target><LocURI>https://mdm.example.test/dm</LocURI></Target>\
                <Source><LocURI>5A0C71E94D3B4F6E9B1D20A7C8E3F415</LocURI></Source></SyncHdr><SyncBody>
                """ + syncHdrStatus() + status(2, "7", "Replace", "200") + status(3, "5", "Delete", "404")
                + status(4, "9", "Add", "405") + status(5, "11", "Exec", "200") + "<Final/></SyncBody></SyncML>")
    }

    @Test("14.6: the reply's namespace is 1.2, also to a server that writes 1.1")
    func namespace() throws {
        var conversation = Conversation()
        let turn = try conversation.receive(
            """
            <SyncML xmlns="SYNCML:SYNCML1.1"><SyncHdr><VerDTD>1.1</VerDTD><VerProto>DM/1.1</VerProto><SessionID>1</SessionID>\
            <MsgID>1</MsgID></SyncHdr><SyncBody>\(command("Get", "1", "./DevInfo/Man"))<Final/></SyncBody></SyncML>
            """)
        #expect(try turn.replyText?.hasPrefix("<SyncML xmlns=\"SYNCML:SYNCML1.2\">") == true)
        #expect(turn.reply?.header?.verDTD == "1.2")
    }

    @Test(
        "DM-RES-01, DM-RES-02, DM-RES-03, DM-RES-04, A3, design 4: a Get with one Item: Status without TargetRef, Results directly after it, without Cmd"
    )
    func getOne() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            command("Get", "2", "./DevInfo/Man") + command("Get", "3", "\(Self.fss)/TimeOutUntilSyncFailure"))
        #expect(
            try turn.replyBody
                == syncHdrStatus() + status(2, "2", "Get", "200")
                + "<Results><CmdID>3</CmdID><MsgRef>1</MsgRef><CmdRef>2</CmdRef>"
                + "<Item><Source><LocURI>./DevInfo/Man</LocURI></Source><Data>Contoso Hardware</Data></Item></Results>"
                + status(4, "3", "Get", "200") + "<Results><CmdID>5</CmdID><MsgRef>1</MsgRef><CmdRef>3</CmdRef>"
                + "<Item><Source><LocURI>\(Self.fss)/TimeOutUntilSyncFailure</LocURI></Source>"
                + "<Meta><Format xmlns=\"syncml:metinf\">int</Format></Meta><Data>60</Data></Item></Results><Final/>")
    }

    @Test(
        "design 4, 5.3, DM-STAT-05: a Get with several Items: one Status each with TargetRef, one Results with those that succeeded"
    )
    func getSeveral() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            command("Get", "2", items: [item("./DevInfo/Man"), item("./DevInfo/Nothing"), item("./DevInfo/Mod")]))
        #expect(
            try turn.replyBody
                == syncHdrStatus() + status(2, "2", "Get", "200", targetRef: "./DevInfo/Man")
                + status(3, "2", "Get", "404", targetRef: "./DevInfo/Nothing")
                + status(4, "2", "Get", "200", targetRef: "./DevInfo/Mod")
                + "<Results><CmdID>5</CmdID><MsgRef>1</MsgRef><CmdRef>2</CmdRef>"
                + "<Item><Source><LocURI>./DevInfo/Man</LocURI></Source><Data>Contoso Hardware</Data></Item>"
                + "<Item><Source><LocURI>./DevInfo/Mod</LocURI></Source><Data>EMU-1</Data></Item></Results><Final/>")
    }

    @Test("design 4: every other command with several Items likewise")
    func replaceSeveral() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            command("Replace", "2", items: [item(Self.length, "8"), item("./DevInfo/Man", "x"), item("/bad", "x")]))
        #expect(
            try turn.replyBody
                == syncHdrStatus() + status(2, "2", "Replace", "200", targetRef: Self.length)
                + status(3, "2", "Replace", "405", targetRef: "./DevInfo/Man")
                + status(4, "2", "Replace", "400", targetRef: "/bad") + "<Final/>")
    }

    @Test("DM-STAT-06: an Item without Target has no TargetRef")
    func noTargetRef() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            "<Replace><CmdID>2</CmdID><Item><Data>1</Data></Item>\(item(Self.length, "8"))</Replace>")
        #expect(
            try turn.replyBody == syncHdrStatus() + status(2, "2", "Replace", "400")
                + status(3, "2", "Replace", "200", targetRef: Self.length) + "<Final/>")
    }

    @Test("DM-RES-11: a Get that fails has no Results")
    func failedGet() throws {
        var conversation = Conversation()
        let turn = try conversation.send(command("Get", "2", "./DevInfo/Nothing"))
        #expect(try turn.replyBody == syncHdrStatus() + status(2, "2", "Get", "404") + "<Final/>")
    }

    @Test("5.9 Results, DM-RES-05: an interior node: Format node, and the server's spelling as Source")
    func interior() throws {
        var conversation = Conversation()
        let turn = try conversation.send(command("Get", "2", "./Vendor/MSFT/DMClient/Provider"))
        #expect(
            turn.results.first?.items == [
                Item(
                    source: Location("./Vendor/MSFT/DMClient/Provider"), meta: Meta(format: "node"),
                    data: ItemData("MS%20DM%20Server"))
            ])
        #expect(turn.results.first?.cmd == nil)
    }

    @Test("5.9 Results, DM-RES-09: ?list=Struct and StructData: one Results, one Item for each node")
    func lists() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            command("Get", "2", "./DevInfo?list=Struct") + command("Get", "3", "./DevInfo?list=StructData"))
        #expect(turn.results.count == 2)
        #expect(turn.statuses == ["2 Get 200", "3 Get 200"])
        let structure = try #require(turn.results.first).items
        let withData = try #require(turn.results.last).items
        #expect(structure.map(\.source?.locURI) == withData.map(\.source?.locURI))
        #expect(structure.first?.source?.locURI == "./DevInfo")
        #expect(structure.first?.meta?.format == "node")
        #expect(structure.allSatisfy { $0.data == nil })
        #expect(withData.first?.data == nil)
        #expect(
            withData.contains { $0.source?.locURI == "./DevInfo/Mod" && $0.data?.content == "EMU-1" && $0.meta == nil })
    }

    @Test("5.9 Results, DM-PROP-01: a property is chr text, Source as written")
    func property() throws {
        var conversation = Conversation()
        let turn = try conversation.send(command("Get", "2", "./Vendor/MSFT/DMClient?prop=Type"))
        #expect(
            turn.results.first?.items == [
                Item(
                    source: Location("./Vendor/MSFT/DMClient?prop=Type"),
                    data: ItemData("com.microsoft/1.7/MDM/DMClient"))
            ])
    }

    @Test(
        "MS-MDM 2.2.5.1, 3.11: originalerror only from SyncApplicationVersion 3.0 on",
        arguments: [
            (nil, false), ("1.0", false), ("2.0", false), ("3.0", true), ("4.0", true), ("5.0", true),
        ] as [(String?, Bool)])
    func originalError(version: String?, isSent: Bool) throws {
        var conversation = Conversation(syncApplicationVersion: version)
        let turn = try conversation.send(
            command("Get", "2", "./DevInfo/Nothing") + command("Replace", "3", Self.length, "8"))
        let text = try #require(try turn.replyText)
        #expect(text.contains("<SyncBody xmlns:msft=\"http://schemas.microsoft.com/MobileDevice/MDM\">") == isSent)
        #expect(text.contains("<Data msft:originalerror=\"0x86000002\">404</Data>") == isSent)
        #expect(text.contains("<Data>200</Data></Status><Final/>"))
        #expect(turn.outcomes.first?.originalError == .nodeNotFound)
    }

    @Test("DM-WIN-07, 5.2: a command without CmdID: 400 with an empty CmdRef, and the others go on")
    func noCmdID() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            command("Replace", nil, Self.length, "8") + command("Get", "2", "./DevInfo/Man"))
        #expect(turn.statuses == [" Replace 400", "2 Get 200"])
        #expect(conversation.tree.value(Self.length) == nil)
        #expect(try turn.replyBody?.contains("<CmdRef/><Cmd>Replace</Cmd>") == true)
    }

    @Test("5.9 row 2: a container without CmdID: 400 for it, 215 for its children", arguments: ["Atomic", "Sequence"])
    func containerWithoutCmdID(name: String) throws {
        var conversation = Conversation()
        let before = conversation.content
        let turn = try conversation.send(
            container(name, nil, command("Replace", "3", Self.length, "8"), command("Delete", nil, Self.length))
                + command("Get", "5", "./DevInfo/Man"))
        #expect(turn.statuses == [" \(name) 400", "3 Replace 215", " Delete 400", "5 Get 200"])
        #expect(conversation.content == before)
    }

    @Test("5.9 row 3: CmdID 0 and a CmdID used twice are executed; each Status echoes it")
    func oddCmdIDs() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            command("Replace", "0", Self.length, "8") + command("Get", "4", "./DevInfo/Man")
                + command("Get", "4", "./DevInfo/Mod"))
        #expect(turn.statuses == ["0 Replace 200", "4 Get 200", "4 Get 200"])
        #expect(turn.results.map(\.cmdRef) == ["4", "4"])
    }

    @Test("DM-WIN-08, 5.9 row 1: an element that is no command is 400", arguments: ["Put", "Search", "Map", "Foo"])
    func unknownElement(name: String) throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            "<\(name)><CmdID>2</CmdID></\(name)>" + container("Sequence", "3", "<\(name)><CmdID>4</CmdID></\(name)>"))
        #expect(turn.statuses == ["2 \(name) 400", "3 Sequence 200", "4 \(name) 400"])
    }

    @Test("5.9 row 4, DM-ALRT-07: Copy and UI alerts are 406; Alert 1222 is 200")
    func unsupported() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            command("Copy", "2", "./DevInfo/Man") + "<Alert><CmdID>3</CmdID><Data>1100</Data></Alert>"
                + "<Alert><CmdID>4</CmdID><Data> 1222 </Data></Alert>")
        #expect(turn.statuses == ["2 Copy 406", "3 Alert 406", "4 Alert 200"])
    }

    @Test("DM-STAT-07, DM-STAT-08: Status and Results of the server are not answered")
    func notAnswered() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            syncHdrStatus()
                + "<Results><CmdID>7</CmdID><MsgRef>1</MsgRef><CmdRef>3</CmdRef><Item><Source><LocURI>./A</LocURI></Source>"
                + "<Data>x</Data></Item></Results>" + command("Get", "2", "./DevInfo/Man"))
        #expect(turn.statuses == ["2 Get 200"])
        #expect(turn.rules == ["session.results"])
    }

    @Test(
        "DM-STAT-09: Results that cannot be used are answered 400",
        arguments: [
            "<CmdRef>3</CmdRef><Item><Data>x</Data></Item>", "<CmdRef>3</CmdRef>",
            "<Item><Source><LocURI>./A</LocURI></Source><Data>x</Data></Item>",
        ])
    func unusableResults(content: String) throws {
        for profile in [ProtocolProfile.windows, .oma] {
            var conversation = Conversation(profile: profile)
            let turn = try conversation.send("<Results><CmdID>7</CmdID><MsgRef>1</MsgRef>\(content)</Results>")
            #expect(turn.statuses == ["7 Results 400"])
            #expect(turn.rules == ["session.results"])
            #expect(turn.diagnostics.first?.severity == .error)
        }
    }

    @Test("1.5 NoResp: Windows ignores it and answers")
    func noResp() throws {
        var conversation = Conversation()
        let turn = try conversation.send("<Get><CmdID>2</CmdID><NoResp/>\(item("./DevInfo/Man"))</Get>")
        #expect(turn.statuses == ["2 Get 200"])
        #expect(turn.results.count == 1)
    }

    @Test("3.2.6.1: the Meta of the command applies to its Items, an Item's own wins")
    func mergedMeta() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            "<Replace><CmdID>2</CmdID><Meta><Format xmlns=\"syncml:metinf\">chr</Format></Meta>"
                + item(Self.length, "8") + item(Self.length, "9", format: "int") + "</Replace>")
        #expect(turn.statuses == ["2 Replace 415", "2 Replace 200"])
    }

    @Test("5.3: a failed command does not stop the following ones; diagnostics say where and why")
    func order() throws {
        var conversation = Conversation()
        let turn = try conversation.send(
            command("Replace", "2", "./DevInfo/Man", "x") + command("Replace", "3", Self.length, "8")
                + command("Get", "4", Self.length))
        #expect(turn.statuses == ["2 Replace 405", "3 Replace 200", "4 Get 200"])
        #expect(turn.results.first?.items.first?.data?.content == "8")
        let diagnostic = try #require(turn.diagnostics.first)
        #expect(diagnostic.rule == "access.verb")
        #expect(diagnostic.line == 1)
        #expect((diagnostic.column ?? 0) > 200)
        #expect(diagnostic.commandID == "2")
        #expect(diagnostic.target == "./DevInfo/Man")
        #expect(diagnostic.reference == "windows-csp.md 5.9 row 15")
    }
}
