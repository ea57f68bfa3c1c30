import Capture
import SyncML
import Testing

@testable import Conformance

struct ConversationTests {
    private func conversation(_ messages: [(LintedMessage.Sender, String)]) throws -> [ReportedMessage] {
        var conversation = Conversation()
        for (sender, text) in messages {
            conversation.append(try Message(parsing: Array(text.utf8)), sender: sender, file: "c")
        }
        return conversation.messages
    }

    private func message(_ session: String, _ id: String, _ commands: String) -> String {
        """
        <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>\
        <SessionID>\(session)</SessionID><MsgID>\(id)</MsgID></SyncHdr><SyncBody>\(commands)<Final/></SyncBody></SyncML>
        """
    }

    private func status(_ message: String, _ command: String, _ code: String) -> String {
        "<Status><CmdID>9</CmdID><MsgRef>\(message)</MsgRef><CmdRef>\(command)</CmdRef><Cmd>Get</Cmd><Data>\(code)</Data></Status>"
    }

    private let get = "<Get><CmdID>5</CmdID><Item><Target><LocURI>./DevInfo/Man</LocURI></Target></Item></Get>"

    @Test("a Status stands beside the command of its session, its MsgRef and its CmdRef")
    func paired() throws {
        let messages = try conversation([
            (.server, message("1", "1", get)), (.server, message("2", "1", get)),
            (.client, message("2", "2", status("1", "5", "404") + status("1", "0", "212"))),
            (.client, message("1", "2", status("1", "5", "200"))),
        ])
        #expect(messages[0].commands.map(\.status) == ["200"] && messages[0].headerStatus == nil)
        #expect(messages[1].commands.map(\.status) == ["404"] && messages[1].headerStatus == "212")
        #expect(messages[2].commands.map(\.target) == ["Get 1/5", "Get 1/0"])
    }

    @Test("an answer never stands beside a command of its own side, and one to nothing changes nothing")
    func unpaired() throws {
        let messages = try conversation([
            (.client, message("1", "1", get)),
            (.client, message("1", "2", status("1", "5", "200") + status("7", "7", "200"))),
        ])
        #expect(messages[0].commands.map(\.status) == [nil])
    }

    @Test("a Status that names another command belongs to another session with the same ids")
    func otherCommand() throws {
        let messages = try conversation([
            (.server, message("1", "1", "<Exec><CmdID>5</CmdID></Exec>")),
            (.client, message("1", "2", status("1", "5", "200"))),
        ])
        #expect(messages[0].commands.map(\.status) == [nil])
    }

    @Test("the messages of files make a conversation of their folder")
    func files() throws {
        func file(_ name: String, _ text: String) -> ReportedFile {
            ReportedFile(name: name, source: Array(text.utf8), findings: [])
        }
        // A Status alone is either side's; the addresses of the header say whose.
        let addresses =
            "</MsgID><Target><LocURI>https://mdm.example.test/dm</LocURI></Target><Source><LocURI>device</LocURI></Source>"
        let answer = message("1", "2", status("1", "5", "200")).split(separator: "</MsgID>").joined(
            separator: addresses)
        let report = Report(files: [
            file("a/01-server.xml", message("1", "1", get)), file("a/02-client.xml", answer),
            file("b/01-server.xml", message("1", "1", get)), file("b/note.txt", "no message"), file("b/empty.xml", ""),
        ]).withConversation()
        #expect(report.conversation.map(\.sender) == [.server, .client, .server])
        #expect(report.conversation.map(\.file) == ["a/01-server.xml", "a/02-client.xml", "b/01-server.xml"])
        #expect(report.conversation.map { $0.commands.first?.status } == ["200", "200", nil])
        #expect(report.conversation.allSatisfy { $0.record == nil })
    }

    @Test("of a WBXML message the XML is shown")
    func wbxml() throws {
        let bytes = try Message(parsing: Array(message("1", "1", get).utf8)).wbxml()
        var conversation = Conversation()
        conversation.append(try Message(parsing: bytes), sender: .server, file: "c")
        let shown = try #require(conversation.messages.first)
        #expect(shown.body.contains("<LocURI>./DevInfo/Man</LocURI>"))
        #expect(shown.size == bytes.count)
    }

    @Test("an alert without an address shows its type")
    func alertType() throws {
        let text = """
            <SyncBody><Alert><CmdID>2</CmdID><Data>1224</Data><Item><Meta><Type xmlns="syncml:metinf">com.microsoft/MDM/LoginStatus</Type>\
            </Meta><Data>user</Data></Item></Alert><Final/></SyncBody>
            """
        var conversation = Conversation()
        conversation.append(try Message(parsing: Array(text.utf8)), sender: .client, file: "a.xml")
        let row = try #require(conversation.messages.first?.commands.first)
        #expect(row.target == "com.microsoft/MDM/LoginStatus" && row.data == "user")
    }
}
