import Foundation
import SyncML
import TestSupport
import Testing

/// WBXML on the command line (docs/wbxml.md).
struct WBXMLCommandTests {
    private static let folder = Repository.root.appendingPathComponent("SyncML-samples/wbxml")
    private static let xml = "SyncML-samples/wbxml/get-camera.xml"
    private static let wbxml = "SyncML-samples/wbxml/get-camera.wbxml"

    private static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    @Test("encoding the sample gives the bytes that were written by hand; decoding gives an equal message")
    func sample() throws {
        let encoded = try Tool.run(["wbxml", "encode", Self.xml])
        #expect(encoded.exitStatus == 0 && encoded.errors.isEmpty)
        #expect(encoded.outputBytes == (try Self.bytes("get-camera.wbxml")))
        let decoded = try Tool.run(["wbxml", "decode", Self.wbxml])
        #expect(decoded.exitStatus == 0 && decoded.errors.isEmpty)
        let message = try Message(parsing: Self.bytes("get-camera.xml"))
        #expect(try Message(parsing: decoded.outputBytes) == message)
        #expect(
            decoded.output.hasPrefix("<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr>") && decoded.output.hasSuffix(">\n"))
    }

    @Test("there and back, by standard input and by a file, in each version", arguments: ["1.1", "1.2", "1.3"])
    func roundTrip(_ version: String) throws {
        let folder = try TemporaryFolder()
        let output = folder.url.appendingPathComponent("out.wbxml").path
        let encoded = try Tool.run(
            ["wbxml", "encode", "-", "--version", version, "--output", output], input: try Self.bytes("get-camera.xml"))
        #expect(encoded.exitStatus == 0 && encoded.output.isEmpty)
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: output)))
        #expect("1.\(bytes[0])" == version)
        let decoded = try Tool.run(["wbxml", "decode", "-"], input: bytes)
        #expect(try Message(parsing: decoded.outputBytes) == Message(parsing: bytes))
        // A binary message may be given another version.
        let again = try Tool.run(["wbxml", "encode", "-"], input: bytes)
        #expect(again.outputBytes == (try Self.bytes("get-camera.wbxml")))
    }

    @Test("JSON holds version, document and findings")
    func json() throws {
        struct Report: Decodable {
            struct Place: Decodable {
                var rule: String?
                var line: Int
                var column: Int
                var message: String
            }

            var schemaVersion: Int
            var version: String?
            var xml: String?
            var wbxml: String?
            var findings: [Place]
            var error: Place?
        }
        func report(_ arguments: [String], input: [UInt8]? = nil) throws -> Report {
            let run = try Tool.run(arguments + ["--format", "json"], input: input)
            return try JSONDecoder().decode(Report.self, from: Data(run.outputBytes))
        }
        let decoded = try report(["wbxml", "decode", Self.wbxml])
        #expect(decoded.schemaVersion == 1 && decoded.version == "1.3" && decoded.xml?.contains("<Foo>") == true)
        let encoded = try report(["wbxml", "encode", Self.xml])
        #expect(encoded.wbxml?.hasPrefix("03a4016a04466f6f00") == true && encoded.findings.isEmpty)
        let lossy = try report(
            ["wbxml", "encode", "-"], input: Array("<Alert><CmdID>1</CmdID><Data a='1'>1201</Data></Alert>".utf8))
        #expect(lossy.findings.map(\.rule) == ["wbxml.lost"])
        let unstated = try report(["wbxml", "decode", "-"], input: [0x03, 0x01, 0x6A, 0x00, 0x2B])
        #expect(unstated.findings.map(\.rule) == ["wbxml.public-id"] && unstated.findings.first?.column == 2)
        let refused = try report(["wbxml", "decode", "-"], input: [0x03, 0xA4, 0x01, 0x6A, 0x00, 0x6B, 0x40])
        #expect(refused.error?.column == 7 && refused.error?.message.contains("0x40") == true && refused.xml == nil)
    }

    @Test("2: what is refused, with place and reason on standard error")
    func refused() throws {
        let two = Array("<Get><CmdID>1</CmdID><Item/></Get><Get><CmdID>2</CmdID><Item/></Get>".utf8)
        for (arguments, input, says) in [
            (["wbxml", "decode", "-"], [0x03, 0xA4, 0x01, 0x6A], "-:1:5: error: The document ends at byte 4"),
            (["wbxml", "decode", "-"], Array("<SyncML/>".utf8), "expected WBXML"),
            (["wbxml", "decode", "-"], [0x03, 0x0B, 0x6A, 0x00], "PROV 1.0"),
            (["wbxml", "encode", "-"], two, "Put them into a SyncBody"),
            (["wbxml", "encode", "-"], Array("<SyncML>".utf8), "-:1:9: error"),
            (["wbxml", "encode", "no-such-file"], [], "no-such-file: No such file"),
        ] as [([String], [UInt8], String)] {
            let run = try Tool.run(arguments, input: input)
            #expect(run.exitStatus == 2 && run.output.isEmpty)
            #expect(run.errors.contains(says), "\(run.errors)")
        }
    }

    @Test("apply answers WBXML as it answers the same message in XML")
    func apply() throws {
        let binary = try Tool.run(["apply", Self.wbxml, "--format", "json"]).report().messages
        let text = try Tool.run(["apply", Self.xml, "--format", "json"]).report().messages
        #expect(binary.first?.statuses == text.first?.statuses && binary.first?.statuses.count == 3)
        #expect(binary.first?.reply == text.first?.reply)
        #expect(binary.first?.commands?.allSatisfy { $0.line == 1 } == true)
        let damaged = try Tool.run(["apply", "-"], input: Array(try Self.bytes("get-camera.wbxml").dropLast(9)))
        #expect(damaged.exitStatus == 2 && damaged.output.contains("ends at byte"))
    }

    @Test(
        "DM-SESS-27: apply --encoding wbxml counts MaxMsgSize in the bytes that it writes",
        arguments: ["windows", "oma"])
    func maxMsgSize(dialect: String) throws {
        let options = ["--protocol", dialect, "--format", "syncml"]
        func message(_ limit: Int) -> [UInt8] {
            let meta = "<Meta><MaxMsgSize xmlns=\"syncml:metinf\">\(limit)</MaxMsgSize></Meta></SyncHdr>"
            let gets = (2..<12).map { ServerMessage.get(String($0), "./DevInfo/Man") }.joined()
            return Array(ServerMessage.whole(gets).replacing("</SyncHdr>", with: meta).utf8)
        }
        func reply(_ limit: Int, _ encoding: String) throws -> [UInt8] {
            try Tool.run(["apply", "-", "--encoding", encoding] + options, input: message(limit)).outputBytes
        }
        func results(_ bytes: [UInt8]) throws -> Int {
            try Message(parsing: bytes).commands.count { if case .results = $0 { true } else { false } }
        }
        let whole = try reply(100_000, "wbxml")
        #expect(try results(whole) == 10)
        // The sum of the pieces may be a few bytes more than the message.
        let fitting = try reply(whole.count + 64, "wbxml")
        #expect(fitting.count <= whole.count + 64)
        #expect(try results(fitting) == 10)
        let short = try reply(whole.count - 1, "wbxml")
        #expect(short.count < whole.count)
        #expect(try results(short) == 9)
        #expect(try results(reply(whole.count + 64, "xml")) < 9)
    }

    @Test("apply --encoding wbxml writes the reply in WBXML, which reads as the reply in XML")
    func reply() throws {
        let binary = try Tool.run(["apply", Self.wbxml, "--format", "syncml", "--encoding", "wbxml"])
        let text = try Tool.run(["apply", Self.wbxml, "--format", "syncml"])
        #expect(binary.outputBytes.first == 0x03 && binary.exitStatus == text.exitStatus)
        #expect(try Message(parsing: binary.outputBytes) == Message(parsing: text.outputBytes))
        // Of several files the last is answered.
        let files = ["SyncML-samples/user-scope-add.xml", "SyncML-samples/user-scope-release.xml"]
        let last = try Tool.run(["apply"] + files + ["--format", "syncml", "--encoding", "wbxml"])
        #expect(try Message(parsing: last.outputBytes).header?.msgID == "3")
        let silent = try Tool.run(
            ["apply", "SyncML-samples/nothing-more-to-say.xml", "--format", "syncml", "--encoding", "wbxml"])
        #expect(silent.output.isEmpty && silent.errors.contains("no reply"))
        let lossy = try Tool.run(
            ["apply", "SyncML-samples/original-error.xml", "--format", "syncml", "--encoding", "wbxml"])
        #expect(lossy.errors.contains("msft:originalerror"))
    }

    @Test("64: wrong usage")
    func usage() throws {
        for (arguments, word) in [
            (["apply", Self.wbxml, "--encoding", "wbxml"], "--format syncml"),
            (["apply", Self.wbxml, "--encoding", "utf-8"], "'xml' and 'wbxml'"),
            (["wbxml", "encode", Self.xml, "--version", "1.0"], "1.1"), (["wbxml", "decode"], "<file>"),
        ] {
            let run = try Tool.run(arguments)
            #expect(run.exitStatus == 64 && run.errors.contains(word), "\(run.errors)")
        }
    }
}
