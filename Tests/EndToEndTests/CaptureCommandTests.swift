import Foundation
import TestSupport
import Testing

/// `espalier capture` as a user runs it.
struct CaptureCommandTests {
    private static let message = """
        <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>7</SessionID><MsgID>1</MsgID>\
        <Target><LocURI>https://s/dm</LocURI></Target><Source><LocURI>device-0815</LocURI></Source></SyncHdr><SyncBody>\
        <Alert><CmdID>2</CmdID><Data>1201</Data></Alert><Replace><CmdID>3</CmdID></Replace><Replace><CmdID>4</CmdID></Replace>\
        <Final/></SyncBody></SyncML>
        """

    private static let dump = """
        POST /dm HTTP/1.1
        Host: mdm.example
        Authorization: Bearer secret-token-1
        Content-Length: \(message.utf8.count)

        \(message)HTTP/1.1 200 OK
        Content-Length: 0


        """

    @Test("convert writes JSON Lines, HAR and a folder, and each reads back the same")
    func convert() throws {
        let folder = try TemporaryFolder()
        let input = try folder.write(Self.dump, to: "in.txt").path
        func convert(_ arguments: [String]) throws -> Tool.Run {
            try Tool.run(["capture", "convert"] + arguments, in: folder.url)
        }
        #expect(try convert([input, "-o", "a.jsonl"]).exitStatus == 0)
        #expect(try convert(["a.jsonl", "-o", "b.har", "--to", "har"]).exitStatus == 0)
        #expect(try convert(["b.har", "-o", "c.jsonl"]).exitStatus == 0)
        #expect(try convert(["a.jsonl", "-o", "d", "--to", "directory"]).exitStatus == 0)
        let first = try String(contentsOf: folder.url.appendingPathComponent("a.jsonl"), encoding: .utf8)
        let second = try String(contentsOf: folder.url.appendingPathComponent("c.jsonl"), encoding: .utf8)
        #expect(first.split(separator: "\n").dropFirst() == second.split(separator: "\n").dropFirst())
        #expect(first.hasPrefix("{\"espalierCapture\":1,\"source\":\"http\",\"redacted\":false}\n"))
        #expect(
            try String(contentsOf: folder.url.appendingPathComponent("d/0001-request.xml"), encoding: .utf8)
                == Self.message)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.url.appendingPathComponent("d").path).sorted()
                == ["0001-request.xml", "0002-response.xml"])
    }

    @Test("convert --redact leaves no secret, from a file and from standard input")
    func redact() throws {
        let folder = try TemporaryFolder()
        let input = try folder.write(Self.dump, to: "in.txt").path
        let file = try Tool.run(["capture", "convert", input, "-o", "-", "--redact"])
        let piped = try Tool.run(["capture", "convert", "-", "-o", "-", "--redact"], input: Array(Self.dump.utf8))
        for run in [file, piped] {
            #expect(run.exitStatus == 0)
            #expect(!run.output.contains("secret-token-1"))
            #expect(!run.output.contains("device-0815"))
            #expect(run.output.contains("Bearer redacted-token-1"))
            #expect(run.output.contains("\"redacted\":true"))
        }
        try folder.write(file.outputBytes, to: "redacted.jsonl")
        let again = try Tool.run(["capture", "convert", "redacted.jsonl", "-o", "-"], in: folder.url)
        #expect(again.output == file.output)
    }

    @Test("show lists one line for each record, and JSON with the same")
    func show() throws {
        let folder = try TemporaryFolder()
        let input = try folder.write(Self.dump, to: "in.txt").path
        let run = try Tool.run(["capture", "show", input])
        #expect(run.exitStatus == 0)
        #expect(
            run.output
                == "   1 - > session 7 message 1: Alert, 2 Replace (\(Self.message.utf8.count) bytes)\n   2 - < empty: HTTP 200 (0 bytes)\n"
        )
        let json = try Tool.run(["capture", "show", input, "--format", "json"])
        let value = try #require(try JSONSerialization.jsonObject(with: Data(json.outputBytes)) as? [String: Any])
        #expect(value["schemaVersion"] as? Int == 1)
        let records = try #require(value["records"] as? [[String: Any]])
        #expect(records.map { $0["direction"] as? String } == ["to-server", "to-client"])
        #expect(records[0]["commands"] as? [String] == ["Alert", "Replace", "Replace"])
        #expect(records[0]["msgID"] as? String == "1")
        #expect(records[1]["time"] is NSNull)
    }

    @Test(
        "What cannot be read is named with its place, the rest is written, and the exit status is 2",
        arguments: [
            (
                "{\"espalierCapture\":1}\n{\"direction\":\"to-server\",\"body\":\"a\"}\n{\"direction\":\n",
                "in:3:14 (byte 72): ", 1
            ),
            ("POST / HTTP/1.1\nContent-Length: 9\n\n<a/>", "in:4:5 (byte 39): ", 1),
            ("hello", "in:1:1 (byte 0): ", 0),
            ("HTTP/1.1 200 OK\nContent-Length: 2\n\n{}", "in:4:1 (byte 35): ", 1),
        ])
    func faults(text: String, place: String, records: Int) throws {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "in")
        let run = try Tool.run(["capture", "convert", "in", "-o", "-"], in: folder.url)
        #expect(run.exitStatus == 2)
        #expect(run.errors.contains(place), "\(run.errors)")
        #expect(run.output.split(separator: "\n").count == records + 1)
        #expect(try Tool.run(["capture", "show", "in"], in: folder.url).exitStatus == 2)
    }

    @Test("Wrong usage and missing files")
    func usage() throws {
        let folder = try TemporaryFolder()
        try folder.write("<SyncML/>", to: "in.xml")
        #expect(try Tool.run(["capture", "convert", "in.xml"], in: folder.url).exitStatus == 64)
        #expect(try Tool.run(["capture", "convert", "in.xml", "-o", "in.xml"], in: folder.url).exitStatus == 64)
        #expect(
            try Tool.run(["capture", "convert", "in.xml", "-o", "x", "--to", "pcap"], in: folder.url).exitStatus == 64)
        #expect(try Tool.run(["capture", "convert", "none.xml", "-o", "-"], in: folder.url).exitStatus == 2)
        #expect(try Tool.run(["capture", "convert", "in.xml", "-o", "none/x"], in: folder.url).exitStatus == 2)
    }
}
