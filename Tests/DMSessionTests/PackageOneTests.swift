import DMSession
import DMTree
import SyncML
import Testing

/// The first message of a session (enrollment.md 14.4 and 17.4).
struct PackageOneTests {
    @Test(
        "14.4, 17.4, DM-SESS-01, DM-SESS-02, DM-SESS-03, DM-SESS-04, DM-SESS-05, DM-HDR-08, DM-WIN-14: package 1, byte for byte"
    )
    func packageOne() throws {
        var conversation = Conversation(opened: false)
        let message = conversation.session.open(tree: conversation.tree)
        let expected = """
            <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>\
            <SessionID>1</SessionID><MsgID>1</MsgID>\
            <Target><LocURI>https://mdm.example.test/dm</LocURI></Target>\
            <Source><LocURI>5A0C71E94D3B4F6E9B1D20A7C8E3F415</LocURI></Source></SyncHdr><SyncBody>\
            <Alert><CmdID>2</CmdID><Data>1201</Data></Alert>\
            <Alert><CmdID>3</CmdID><Data>1224</Data><Item><Meta><Type xmlns="syncml:metinf">com.microsoft/MDM/LoginStatus\
            </Type></Meta><Data>user</Data></Item></Alert>\
            <Replace><CmdID>4</CmdID>\
            <Item><Source><LocURI>./DevInfo/DevId</LocURI></Source><Data>5A0C71E94D3B4F6E9B1D20A7C8E3F415</Data></Item>\
            <Item><Source><LocURI>./DevInfo/Man</LocURI></Source><Data>Contoso Hardware</Data></Item>\
            <Item><Source><LocURI>./DevInfo/Mod</LocURI></Source><Data>EMU-1</Data></Item>\
            <Item><Source><LocURI>./DevInfo/DmV</LocURI></Source><Data>1.3</Data></Item>\
            <Item><Source><LocURI>./DevInfo/Lang</LocURI></Source><Data>en-GB</Data></Item></Replace><Final/>\
            </SyncBody></SyncML>
            """
        #expect(String(decoding: try message.serialized(), as: UTF8.self) == expected)
    }

    @Test("17.5, OBS-014: a queued generic alert stands after LoginStatus and before DevInfo")
    func genericAlert() throws {
        var parameters = Conversation(opened: false).session.parameters
        parameters.alerts.append(
            GenericAlert(
                code: 1226, type: "com.microsoft:mdm.unenrollment.userrequest", format: "int", mark: "critical",
                data: "1"))
        var session = DMSession(parameters)
        let message = session.open(tree: Conversation().tree)
        #expect(message.commands.map(\.name) == ["Alert", "Alert", "Alert", "Replace"])
        #expect(message.commands.map(\.cmdID) == ["2", "3", "4", "5"])
        guard case .alert(let alert) = message.commands[2] else {
            Issue.record("no alert")
            return
        }
        #expect(alert.data?.content == "1226")
        #expect(
            alert.items.first?.meta
                == Meta(format: "int", type: "com.microsoft:mdm.unenrollment.userrequest", mark: "critical"))
        #expect(alert.items.first?.data?.content == "1")
    }

    @Test(
        "5.3, DM-WIN-11: the SessionID is decimal, and two bytes from SyncApplicationVersion 2.0 on",
        arguments: [
            (1, 1, "1"), (26, 1, "26"), (26, 2, "1A"), (0xFFFF, 3, "FFFF"), (0x1_0001, 2, "1"),
        ])
    func sessionID(number: Int, version: Int, text: String) {
        #expect(SessionParameters.sessionID(number: number, syncApplicationVersion: version) == text)
    }

    @Test("17.4: the server's first answer to package 1 is answered with MsgID 2")
    func answer() throws {
        var conversation = Conversation(opened: false)
        _ = conversation.session.open(tree: conversation.tree)
        let turn = try conversation.send(
            syncHdrStatus() + status(2, "2", "Alert", "200") + status(3, "3", "Alert", "200")
                + status(4, "4", "Replace", "200") + command("Get", "5", "./DevInfo/Man"))
        #expect(turn.diagnostics == [])
        #expect(turn.received.map(\.cmdRef) == ["0", "2", "3", "4"])
        #expect(turn.reply?.header?.msgID == "2")
        #expect(
            try turn.replyBody
                == syncHdrStatus() + status(2, "5", "Get", "200")
                + "<Results><CmdID>3</CmdID><MsgRef>1</MsgRef><CmdRef>5</CmdRef><Item><Source><LocURI>./DevInfo/Man</LocURI>"
                + "</Source><Data>Contoso Hardware</Data></Item></Results><Final/>")
    }
}
