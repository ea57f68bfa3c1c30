import Foundation
import TestSupport
import Testing

/// `espalier lint`: which files it looks at, which rules, and how it ends.
struct LintCommandTests {
    private static let good = """
        <SyncBody><Get><CmdID>1</CmdID><Item><Target><LocURI>./DevInfo/Man</LocURI></Target></Item></Get><Final/></SyncBody>
        """
    private static let bad = good.replacing("./DevInfo", with: "/DevInfo")

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let manager = FileManager.default
        try manager.createDirectory(
            at: folder.url.appendingPathComponent("profiles/deep"), withIntermediateDirectories: true)
        for (name, text) in [
            ("profiles/good.xml", Self.good), ("profiles/deep/bad.xml", Self.bad), ("profiles/notes.txt", "no XML"),
            ("profiles/deep/bad.syncml", Self.bad),
        ] {
            try Data(text.utf8).write(to: folder.url.appendingPathComponent(name))
        }
        return folder
    }

    private func lint(_ arguments: [String], in folder: TemporaryFolder, input: String? = nil) throws -> Tool.Run {
        try Tool.run(["lint"] + arguments, input: input.map { Array($0.utf8) }, in: folder.url)
    }

    @Test(
        "Files, folders, quoted patterns and standard input",
        arguments: [
            (["profiles/good.xml"], 0 as Int32, 0), (["profiles"], 1, 2), (["profiles/**/*.xml"], 1, 1),
            (["profiles/*.xml"], 0, 0), (["**/b?d.xml"], 1, 1), (["profiles/deep/bad.[sx]*"], 1, 2), (["-"], 1, 1),
        ])
    func inputs(_ arguments: [String], _ exitStatus: Int32, _ errors: Int) throws {
        let run = try lint(arguments, in: folder(), input: Self.bad)
        #expect(run.exitStatus == exitStatus, "\(run.errors)")
        #expect(run.output.components(separatedBy: "address.malformed").count - 1 == errors)
    }

    @Test("What is not there, and a pattern without files, ends with 2 and says so", arguments: ["none.xml", "*.zip"])
    func missing(_ argument: String) throws {
        let run = try lint([argument], in: folder())
        #expect(run.exitStatus == 2)
        #expect(run.errors.contains(argument))
    }

    @Test("Files of a folder that end otherwise are counted in text and JSON; a pattern or a name skips nothing")
    func skipped() throws {
        let folder = try folder()
        #expect(try lint(["profiles"], in: folder).output.hasSuffix("1 file of other kinds skipped\n"))
        #expect(try lint(["profiles", "--format", "json"], in: folder).output.contains("\"skipped\" : 1"))
        #expect(try !lint(["profiles/*.xml"], in: folder).output.contains("skipped"))
        #expect(try !lint(["profiles", "profiles/notes.txt"], in: folder).output.contains("skipped"))
    }

    @Test("Without ** a pattern fits names at its own depth only")
    func patternDepth() throws {
        let folder = try folder()
        let manager = FileManager.default
        for depth in ["profiles/a/b", "profiles/a/b/c"] {
            let url = folder.url.appendingPathComponent(depth)
            try manager.createDirectory(at: url, withIntermediateDirectories: true)
            try Data(Self.bad.utf8).write(to: url.appendingPathComponent("bad.xml"))
        }
        for (pattern, files) in [("profiles/*/*.xml", 1), ("profiles/*/*/*.xml", 1), ("profiles/**/*.xml", 4)] {
            let run = try lint([pattern], in: folder)
            #expect(run.output.contains("\(files) file\(files == 1 ? "" : "s"),"), "\(pattern): \(run.output)")
        }
    }

    @Test("A file that is called a capture and is none is told as that", arguments: ["a.jsonl", "a.har"])
    func noCapture(_ name: String) throws {
        let folder = try TemporaryFolder()
        for text in ["{\"a\": 1}", "", "hello"] {
            try Data(text.utf8).write(to: folder.url.appendingPathComponent(name))
            let run = try lint([name], in: folder)
            #expect(run.exitStatus == 2 && run.output.contains("capture.unknown-format"), "\(run.output)")
        }
        try Data(Self.good.utf8).write(to: folder.url.appendingPathComponent(name))
        #expect(try lint([name], in: folder).exitStatus == 0)
    }

    @Test("--rule and --ignore choose, by id or by its first word; an unknown word is wrong usage")
    func rules() throws {
        let folder = try folder()
        #expect(try lint(["profiles", "--ignore", "address.malformed"], in: folder).exitStatus == 0)
        #expect(try lint(["profiles", "--ignore", "address"], in: folder).exitStatus == 0)
        #expect(try lint(["profiles", "--rule", "atomic"], in: folder).exitStatus == 0)
        #expect(try lint(["profiles", "--rule", "address"], in: folder).exitStatus == 1)
        #expect(try lint(["profiles", "--rule", "adress"], in: folder).exitStatus == 64)
        #expect(try lint([], in: folder).exitStatus == 64)
    }

    @Test("--list names every rule, in text and JSON")
    func list() throws {
        struct List: Decodable {
            struct Rule: Decodable { var id, severity, checks, summary, reference: String }
            var schemaVersion: Int
            var rules: [Rule]
        }
        let folder = try folder()
        let text = try lint(["--list"], in: folder)
        let json = try lint(["--list", "--format", "json"], in: folder)
        #expect(text.exitStatus == 0 && json.exitStatus == 0)
        let list = try JSONDecoder().decode(List.self, from: Data(json.outputBytes))
        #expect(list.rules.count > 100)
        #expect(text.output.split(separator: "\n").count == list.rules.count)
        #expect(list.rules.contains { $0.id == "session.status-missing" && $0.checks == "session" })
    }

    @Test("--login and --protocol change what is an error")
    func context() throws {
        let folder = try TemporaryFolder()
        try Data(Self.good.replacing("./DevInfo/Man", with: "./User/Vendor/MSFT/Policy").utf8)
            .write(to: folder.url.appendingPathComponent("user.xml"))
        #expect(try lint(["user.xml"], in: folder).exitStatus == 0)
        let run = try lint(["user.xml", "--login", "none"], in: folder)
        #expect(run.exitStatus == 1 && run.output.contains("user-context.missing"))
        try Data("<SyncBody><Alert><CmdID>1</CmdID><Data>1100</Data></Alert><Final/></SyncBody>".utf8)
            .write(to: folder.url.appendingPathComponent("alert.xml"))
        #expect(try lint(["alert.xml"], in: folder).exitStatus == 1)
        #expect(try lint(["alert.xml", "--protocol", "oma"], in: folder).exitStatus == 0)
    }

    @Test("Nothing but the report is printed when standard error is no terminal")
    func noProgress() throws {
        let folder = try TemporaryFolder()
        for number in 1...150 {
            try Data(Self.good.utf8).write(to: folder.url.appendingPathComponent("\(number).xml"))
        }
        let run = try lint(["."], in: folder)
        #expect(run.exitStatus == 0 && run.errors.isEmpty)
    }

    /// - Parameter scenario: the bundled life when nil.
    private func life(_ scenario: String?) throws -> (folder: TemporaryFolder, messages: String) {
        let folder = try TemporaryFolder()
        if let scenario { try Data(scenario.utf8).write(to: folder.url.appendingPathComponent("life.yaml")) }
        let arguments = scenario == nil ? [] : ["life.yaml"]
        _ = try Tool.run(["run"] + arguments + ["--save-messages", "messages"], in: folder.url)
        return (folder, "messages")
    }

    @Test("A life against our own server lints without errors and warnings, single messages and sessions")
    func goodLife() throws {
        let (folder, messages) = try life(nil)
        let run = try lint([messages, "--fail-on", "warning"], in: folder)
        #expect(run.exitStatus == 0, "\(run.output)")
    }

    @Test("A server that releases the page too early is told so from its messages")
    func releaseTooEarly() throws {
        let (folder, messages) = try life("server:\n  mistakes: [releaseTooEarly]\n")
        let run = try lint([messages], in: folder)
        #expect(run.exitStatus == 1)
        #expect(run.output.contains("esp.release-unacknowledged"), "\(run.output)")
    }

    @Test("A server that sends the same in every message is told that it never goes quiet")
    func neverQuiet() throws {
        let (folder, messages) = try life("server:\n  mistakes: [resendsEveryMessage]\n")
        #expect(try lint([messages], in: folder).output.contains("session.never-quiet"))
    }

    @Test("A capture in one file is linted record by record, with its secrets taken out")
    func capture() throws {
        let (folder, messages) = try life("server:\n  mistakes: [releaseTooEarly]\n")
        _ = try Tool.run(["capture", "convert", messages, "-o", "life.jsonl"], in: folder.url)
        let run = try lint(["life.jsonl"], in: folder)
        #expect(run.exitStatus == 1)
        #expect(
            run.output.contains("life.jsonl") && run.output.contains("(record ")
                && run.output.contains("esp.release-unacknowledged"))
    }
}
