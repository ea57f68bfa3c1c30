import Foundation
import TestSupport
import Testing

/// The JSON of design.md section 6, key by key: new keys may come, none may go or change its kind.
@Suite struct JSONContractTests {
    private func object(_ text: String, _ options: [String] = []) throws -> [String: Any] {
        let run = try Tool.run(["apply", "-", "--format", "json"] + options, input: Array(text.utf8))
        return try #require(try JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any])
    }

    private func message(_ text: String) throws -> [String: Any] {
        let messages = try #require(try object(text)["messages"] as? [[String: Any]])
        return try #require(messages.first)
    }

    private func rows(_ key: String, of message: [String: Any]) throws -> [[String: Any]] {
        try #require(message[key] as? [[String: Any]])
    }

    private let text = ServerMessage.whole(
        ServerMessage.replace("2", ServerMessage.camera, "0") + ServerMessage.get("3", ServerMessage.camera)
            + "<Atomic><CmdID>4</CmdID>" + ServerMessage.replace("5", ServerMessage.camera, "9")
            + "<Sequence><CmdID>6</CmdID>" + ServerMessage.replace("7", ServerMessage.camera, "1")
            + "</Sequence></Atomic>")

    @Test("the document has schemaVersion 1 and messages")
    func document() throws {
        let document = try object(text)
        #expect(document["schemaVersion"] as? Int == 1)
        #expect((document["messages"] as? [Any])?.count == 1)
    }

    @Test("a message has file, wellFormed, commands, results, diagnostics and reply")
    func messageKeys() throws {
        let message = try message(text)
        #expect(message["file"] as? String == "-")
        #expect(message["wellFormed"] as? Bool == true)
        #expect(message["commands"] is [[String: Any]])
        #expect(message["results"] is [[String: Any]])
        #expect(message["diagnostics"] is [[String: Any]])
        let reply = try #require(message["reply"] as? String)
        #expect(reply.hasPrefix("<SyncML xmlns=\"SYNCML:SYNCML1.2\">"))
        #expect(message["error"] == nil)
    }

    @Test("commands: a row for each Status, containers before children, parent is the container's CmdID")
    func commands() throws {
        let rows = try rows("commands", of: message(text))
        #expect(rows.map { $0["commandID"] as? String } == ["2", "3", "4", "5", "6", "7"])
        #expect(
            rows.map { $0["command"] as? String } == ["Replace", "Get", "Atomic", "Replace", "Sequence", "Replace"])
        #expect(rows.map { $0["status"] as? Int } == [200, 200, 507, 500, 215, 215])
        #expect(rows.map { $0["parent"] as? String } == [nil, nil, nil, "4", "4", "6"])
        #expect(rows.map { $0["target"] as? String == ServerMessage.camera } == [true, true, false, true, false, true])
        for row in rows {
            for key in ["commandID", "command", "target", "status", "originalError", "line", "parent"] {
                #expect(row[key] != nil, "\(key) is null where it says nothing, and never left out")
            }
            #expect((row["line"] as? Int ?? 0) >= 1)
        }
    }

    /// windows-csp.md 3.11 keeps it off the wire below version 3.0; the report has it all the same.
    @Test("originalError is there whatever the sync version, and null where nothing failed")
    func originalError() throws {
        let message = try message(text)
        let rows = try rows("commands", of: message)
        #expect(rows.first?["originalError"] is NSNull)
        #expect(rows[3]["originalError"] as? String == "0x80070057")
        #expect((message["reply"] as? String)?.contains("originalerror") == false)
    }

    @Test("lines are those of the input")
    func lines() throws {
        let text = ServerMessage.whole(
            "\n\n" + ServerMessage.replace("1", ServerMessage.camera, "0") + "\n"
                + ServerMessage.get("2", ServerMessage.camera))
        let applied = try apply(text)
        #expect(applied.message.commands?.map(\.line) == [4, 5])
    }

    @Test("results: commandID, source, format and data, also where the wire has no Format")
    func results() throws {
        let text = ServerMessage.whole(
            ServerMessage.replace("1", ServerMessage.camera, "1")
                + ServerMessage.get("2", ServerMessage.camera) + ServerMessage.get("3", "./DevInfo/Lang")
                + ServerMessage.get("4", "./DevInfo"))
        let message = try message(text)
        let rows = try rows("results", of: message)
        #expect(rows.map { $0["commandID"] as? String } == ["2", "3", "4"])
        #expect(rows.map { $0["source"] as? String } == [ServerMessage.camera, "./DevInfo/Lang", "./DevInfo"])
        #expect(rows.map { $0["format"] as? String } == ["int", "chr", "node"])
        #expect(rows.map { $0["data"] as? String } == ["1", "en-US", "DevId/Man/Mod/DmV/Lang/Ext"])
    }

    @Test("diagnostics: rule, severity, line, column, commandID, target, message, hint and reference")
    func diagnostics() throws {
        let text = ServerMessage.whole(ServerMessage.replace("2", ServerMessage.camera + "s", "0"))
        let row = try #require(try rows("diagnostics", of: message(text)).first)
        #expect(row["rule"] as? String == "node.unknown")
        #expect(row["severity"] as? String == "error")
        #expect(row["line"] as? Int == 2)
        #expect(row["column"] as? Int == 1)
        #expect(row["commandID"] as? String == "2")
        #expect(row["target"] as? String == ServerMessage.camera + "s")
        #expect((row["message"] as? String)?.isEmpty == false)
        #expect((row["hint"] as? String)?.contains(ServerMessage.camera) == true)
        #expect((row["reference"] as? String)?.contains("5.9") == true)
    }

    @Test("severities are error, warning and note")
    func severities() throws {
        var found: Set<String> = []
        for sample in Sample.all where !sample.isRefused {
            for message in try sample.apply(format: "json").report().messages {
                found.formUnion((message.diagnostics ?? []).map(\.severity))
            }
        }
        #expect(found == ["error", "warning", "note"])
    }

    @Test("malformed: file, wellFormed false and error with line, column and message; nothing else of a message")
    func malformed() throws {
        let message = try message("<SyncML>\n  <SyncHdr>\n &bad; </SyncHdr></SyncML>")
        #expect(message["file"] as? String == "-")
        #expect(message["wellFormed"] as? Bool == false)
        let error = try #require(message["error"] as? [String: Any])
        #expect(error["line"] as? Int == 3)
        #expect(error["column"] as? Int == 2)
        #expect((error["message"] as? String)?.isEmpty == false)
        #expect(message["commands"] == nil && message["reply"] == nil)
    }

    /// windows-csp.md 5.3: a message with nothing but a good SyncHdr Status is not sent.
    @Test("reply is null where the client sends none")
    func noReply() throws {
        let message = try message(ServerMessage.whole(""))
        #expect(message["reply"] is NSNull)
    }

    @Test("a command without CmdID has an empty commandID")
    func noCmdID() throws {
        let text = ServerMessage.whole(
            "<Replace><Item><Target><LocURI>\(ServerMessage.camera)</LocURI></Target><Data>0</Data></Item></Replace>")
        let rows = try rows("commands", of: message(text))
        #expect(rows.map { $0["commandID"] as? String } == [""])
        #expect(rows.map { $0["status"] as? Int } == [400])
    }
}
