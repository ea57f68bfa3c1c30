import Foundation
import TestSupport
import Testing
import Yams

/// docs/ci.md is copied into the builds of others, so what it shows has to work.
@Suite struct CIDocumentTests {
    private static func blocks(_ language: String) throws -> [String] {
        let url = Repository.root.appendingPathComponent("docs/ci.md")
        let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
        var blocks: [String] = []
        var open: [String]?
        for line in lines {
            if let block = open {
                if line == "```" { blocks.append(block.joined(separator: "\n")) }
                open = line == "```" ? nil : block + [line]
            } else if line == "```\(language)" {
                open = []
            }
        }
        return blocks
    }

    /// Every string of a YAML document that runs the tool.
    private static func commands(in node: Yams.Node) -> [String] {
        switch node {
        case .scalar(let scalar):
            scalar.string.components(separatedBy: "\n").filter { $0.hasPrefix("espalier ") }
        case .mapping(let mapping): mapping.flatMap { commands(in: $0.value) }
        case .sequence(let sequence): sequence.flatMap { commands(in: $0) }
        case .alias: []
        }
    }

    private static func workflow(_ index: Int) throws -> Yams.Node {
        try #require(try Yams.compose(yaml: try blocks("yaml")[index]))
    }

    /// A checkout with a folder of profiles; the profiles are our own samples.
    private static func checkout() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in ["missing-command-ids.xml", "old-namespace.xml", "wrong-formats.xml", "bare-commands.xml"] {
            let source = Repository.root.appendingPathComponent("SyncML-samples/\(name)")
            try folder.write([UInt8](try Data(contentsOf: source)), to: "profiles/\(name)")
        }
        return folder
    }

    /// Runs a line of the document as a build does, with the built tool on the PATH.
    private static func shell(_ line: String, in folder: TemporaryFolder) throws -> Int32 {
        let tool = try #require(Tool.executable)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = folder.url
        process.environment = ["PATH": tool.deletingLastPathComponent().path + ":/usr/bin:/bin"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private static func text(_ name: String, in folder: TemporaryFolder) throws -> String {
        try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
    }

    @Test("the workflow for GitHub is YAML, may upload SARIF, and uploads the file that its command writes")
    func github() throws {
        let workflow = try Self.workflow(0)
        #expect(workflow["permissions"]?["security-events"]?.string == "write")
        let steps = try #require(workflow["jobs"]?["lint"]?["steps"]?.sequence)
        let upload = try #require(steps.first { $0["uses"]?.string?.contains("upload-sarif") == true })
        #expect(upload["if"]?.string == "always()")
        let file = try #require(upload["with"]?["sarif_file"]?.string)
        #expect(Self.commands(in: workflow).first?.contains("sarif=\(file)") == true)
    }

    @Test("the job for GitLab is YAML, and keeps the files that its command writes")
    func gitlab() throws {
        let job = try #require(try Self.workflow(1)["lint-profiles"])
        let artifacts = try #require(job["artifacts"])
        let command = try #require(Self.commands(in: job).first)
        #expect(artifacts["when"]?.string == "always")
        for form in ["junit", "codequality"] {
            let file = try #require(artifacts["reports"]?[form]?.string)
            #expect(command.contains("\(form)=\(file)"))
        }
        let page = try #require(artifacts["paths"]?.sequence?.first?.string)
        #expect(command.contains("html=\(page)"))
    }

    @Test(
        "the commands end as the document says: 0 with the baseline, 1 for a new finding, 2 for what cannot be read",
        arguments: [0, 1])
    func commands(_ index: Int) throws {
        let command = try #require(Self.commands(in: try Self.workflow(index)).first)
        let write = try #require(try Self.blocks("sh").first)
        let folder = try Self.checkout()
        #expect(try Self.shell(write, in: folder) == 0)
        #expect(try Self.shell(command, in: folder) == 0)
        let wrong = ServerMessage.whole("<Replace><CmdID>1</CmdID><NoResp/></Replace>")
        try folder.write(wrong, to: "profiles/new.xml")
        #expect(try Self.shell(command, in: folder) == 1)
        try folder.write("<SyncML>", to: "profiles/new.xml")
        #expect(try Self.shell(command, in: folder) == 2)
        let reports = [["espalier.sarif"], ["espalier.xml", "espalier.json", "espalier.html"]][index]
        for name in reports { #expect(try Self.text(name, in: folder).contains("profiles/new.xml")) }
    }

    @Test("the baseline in the document is one")
    func baseline() throws {
        let folder = try Self.checkout()
        try folder.write(try #require(try Self.blocks("json").first), to: "espalier-baseline.json")
        let line = "espalier lint profiles/*.xml --fail-on never --baseline espalier-baseline.json"
        #expect(try Self.shell(line, in: folder) == 0)
    }

    @Test("the document names every option and every form")
    func complete() throws {
        let document = try String(contentsOf: Repository.root.appendingPathComponent("docs/ci.md"), encoding: .utf8)
        for option in [
            "--format", "--output", "--report", "--fail-on", "--quiet", "--no-excerpt", "--baseline",
            "--write-baseline",
            "--show-accepted", "--no-redact",
        ] { #expect(document.contains("| `\(option)")) }
        for form in ["text", "json", "junit", "sarif", "html", "codequality"] {
            #expect(document.contains("`\(form)`"))
        }
    }
}
