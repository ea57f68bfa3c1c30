import Foundation
import SyncML
import Testing

@testable import Device

/// Numbering of bare commands, the provider that a message means, and the JSON of `espalier apply`.
struct ApplyTests {
    private func message(_ xml: String) throws -> Message { try Message(parsing: Array(xml.utf8)) }

    private func apply(_ xml: String) throws -> Applier.Applied {
        var applier = Applier(FreshDevice(), tree: FreshDevice().makeTree())
        return applier.apply(try message(xml))
    }

    private static let get = "<Get><Item><Target><LocURI>./DevInfo/DevId</LocURI></Target></Item></Get>"

    @Test("design.md 6: bare commands without CmdID are numbered by the tool, past the numbers in use")
    func numbering() throws {
        let own = Self.get.replacing("<Get>", with: "<Get><CmdID>1</CmdID>")
        let applied = try apply(Self.get + own + Self.get)
        #expect(applied.message.commands.map(\.cmdID) == ["2", "1", "3"])
        #expect(applied.turn.outcomes.map(\.status) == [200, 200, 200])
    }

    @Test("A container is numbered before its children, and its children too")
    func containers() throws {
        let applied = try apply("<Sequence>\(Self.get)\(Self.get)</Sequence>\(Self.get)")
        guard case .sequence(let sequence) = applied.message.commands[0] else { return }
        #expect(sequence.cmdID == "1")
        #expect(sequence.commands.map(\.cmdID) == ["2", "3"])
        #expect(applied.message.commands[1].cmdID == "4")
    }

    @Test("design.md 6: in a whole message a command without CmdID gets 400")
    func wholeMessage() throws {
        let applied = try apply(
            """
            <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID>\
            <MsgID>1</MsgID><Target><LocURI>d</LocURI></Target><Source><LocURI>s</LocURI></Source></SyncHdr><SyncBody>\(Self.get)<Final/>\
            </SyncBody></SyncML>
            """)
        #expect(applied.turn.outcomes.map(\.status) == [400])
    }

    @Test(
        "design.md 6: a single id that the input names under DMClient/Provider is taken",
        arguments: [
            (["./Device/Vendor/MSFT/DMClient/Provider/Contoso/UPN"], "Contoso"),
            (["./Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/Poll/PollOnLogin", "./DevInfo/DevId"], "MS DM Server"),
            (
                ["./User/Vendor/MSFT/DMClient/Provider/Contoso", "./Device/Vendor/MSFT/DMClient/Provider/contoso/UPN"],
                "contoso"
            ),
            (["./Device/Vendor/MSFT/DMClient/Provider/A/UPN", "./Device/Vendor/MSFT/DMClient/Provider/B/UPN"], nil),
            (["./DevInfo/DevId"], nil), (["./Device/Vendor/MSFT/DMClient/Provider"], nil), (["/bad"], nil), ([], nil),
        ])
    func provider(uris: [String], expected: String?) {
        let commands = uris.map { Command.get(ItemCommand(cmdID: nil, items: [Item(target: Location($0))])) }
        let found = ProviderDetection.providerID(in: [
            Message(commands: [.atomic(Container(cmdID: nil, commands: commands))])
        ])
        #expect(found?.lowercased() == expected?.lowercased())
    }

    private func json(_ report: ApplyReport) throws -> [[String: Any]] {
        let data = try JSONEncoder().encode(report)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["schemaVersion"] as? Int == 1)
        return try #require(object["messages"] as? [[String: Any]])
    }

    @Test("design.md 6: commands, results, diagnostics and reply of one message")
    func report() throws {
        let uri =
            "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/WasDeviceSuccessfullyProvisioned"
        func replace(_ value: Int) -> String {
            """
            <Replace><CmdID>\(value + 2)</CmdID><Item><Target><LocURI>\(uri)</LocURI></Target><Meta><Format xmlns="syncml:metinf">int</Format>\
            </Meta><Data>\(value)</Data></Item></Replace>
            """
        }
        let applied = try apply("<Sequence><CmdID>1</CmdID>\(replace(1))</Sequence>\n\(replace(0))\n\(Self.get)")
        let message = try #require(
            try json(ApplyReport(messages: [.applied(file: "f.xml", applied, reply: "<SyncML/>")])).first)
        #expect(message["file"] as? String == "f.xml")
        #expect(message["wellFormed"] as? Bool == true)
        #expect(message["reply"] as? String == "<SyncML/>")
        let commands = try #require(message["commands"] as? [[String: Any]])
        #expect(commands.map { $0["command"] as? String } == ["Sequence", "Replace", "Replace", "Get"])
        #expect(commands.map { $0["status"] as? Int } == [200, 200, 405, 200])
        #expect(commands[1]["parent"] as? String == "1")
        #expect(commands[0]["parent"] is NSNull)
        #expect(commands[2]["target"] as? String == uri)
        #expect((commands[2]["originalError"] as? String)?.hasPrefix("0x") == true)
        #expect(commands[2]["line"] as? Int == 2)
        let results = try #require(message["results"] as? [[String: Any]])
        #expect(results.map { $0["source"] as? String } == ["./DevInfo/DevId"])
        #expect(results.first?["format"] as? String == "chr")
        #expect(results.first?["commandID"] as? String == commands[3]["commandID"] as? String)
        let diagnostics = try #require(message["diagnostics"] as? [[String: Any]])
        let latch = try #require(diagnostics.first { $0["rule"] as? String == "firstsync.result-latch" })
        #expect(latch["severity"] as? String == "error")
        #expect(latch["commandID"] as? String == "2")
        for key in ["line", "column", "target", "message", "hint", "reference"] { #expect(latch[key] != nil, "\(key)") }
    }

    @Test("design.md 6: a malformed file has its place and no commands")
    func malformed() throws {
        let report = ApplyReport(messages: [.malformed(file: "f", line: 9, column: 3, message: "m", hint: "h")])
        let message = try #require(try json(report).first)
        #expect(message["wellFormed"] as? Bool == false)
        #expect(message["commands"] == nil)
        let error = try #require(message["error"] as? [String: Any])
        #expect(error["line"] as? Int == 9)
        #expect(error["column"] as? Int == 3)
        #expect(error["message"] as? String == "m")
    }
}
