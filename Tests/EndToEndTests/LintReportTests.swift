import Foundation
import TestSupport
import Testing

/// The reports of `espalier lint` as a build sees them: files, standard output and exit status.
@Suite struct LintReportTests {
    private static let faulty = ServerMessage.whole(
        ServerMessage.replace("0", ServerMessage.camera, "0") + "<Replace><CmdID>2</CmdID><NoResp/></Replace>")
    private static let clean = ServerMessage.whole(ServerMessage.replace("1", ServerMessage.camera, "0"))

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Self.faulty, to: "faulty.xml")
        try folder.write(Self.clean, to: "clean.xml")
        try folder.write("<SyncML><SyncBody>", to: "cut-off.xml")
        return folder
    }

    @Test("text names place, severity, sentence and rule, with the line of the source and a mark")
    func text() throws {
        let folder = try folder()
        let run = try Tool.run(["lint", "faulty.xml"], in: folder.url)
        #expect(run.exitStatus == 1)
        #expect(run.output.contains("faulty.xml:2:"))
        #expect(run.output.contains(": error: ") && run.output.contains("[syncml.no-resp]"))
        #expect(run.output.contains("    2 | ") && run.output.contains("^") && !run.output.contains("\u{1B}"))
        #expect(run.output.contains("1 file, "))
        #expect(try !Tool.run(["lint", "faulty.xml", "--no-excerpt"], in: folder.url).output.contains(" | "))
    }

    @Test("quiet prints nothing when nothing fails the run")
    func quiet() throws {
        let folder = try folder()
        let run = try Tool.run(["lint", "faulty.xml", "--quiet", "--fail-on", "never"], in: folder.url)
        #expect(run.exitStatus == 0 && run.output.isEmpty && run.errors.isEmpty)
        #expect(try Tool.run(["lint", "faulty.xml", "--quiet"], in: folder.url).output.contains("error"))
    }

    @Test("what cannot be read is 2, whatever --fail-on says", arguments: ["error", "warning", "note", "never"])
    func unreadable(_ failOn: String) throws {
        let folder = try folder()
        let run = try Tool.run(["lint", "cut-off.xml", "clean.xml", "--fail-on", failOn], in: folder.url)
        #expect(run.exitStatus == 2)
    }

    @Test("one run writes every form, and standard output has the one of --format")
    func reports() throws {
        let folder = try folder()
        let forms = ["json", "junit", "sarif", "html", "codequality", "text"]
        let run = try Tool.run(
            ["lint", "faulty.xml", "--format", "json"] + forms.flatMap { ["--report", "\($0)=out.\($0)"] },
            in: folder.url)
        #expect(run.exitStatus == 1)
        for form in forms {
            let text = try String(contentsOf: folder.url.appendingPathComponent("out.\(form)"), encoding: .utf8)
            #expect(text.contains("syncml.no-resp") && text.hasSuffix("\n"))
            if form == "json" { #expect(text == run.output) }
        }
        let object = try JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any]
        #expect(object?["schemaVersion"] as? Int == 1)
        let moved = try Tool.run(["lint", "faulty.xml", "--output", "moved.txt"], in: folder.url)
        #expect(moved.output.isEmpty && moved.exitStatus == 1)
    }

    @Test("a baseline accepts what was there, and new findings fail")
    func baseline() throws {
        let folder = try folder()
        let written = try Tool.run(["lint", "faulty.xml", "--write-baseline", "known.json"], in: folder.url)
        #expect(written.exitStatus == 0)
        let accepted = try Tool.run(
            ["lint", "./faulty.xml", "--baseline", "known.json", "--fail-on", "note"], in: folder.url)
        #expect(accepted.exitStatus == 0 && accepted.output.contains("accepted by the baseline"))
        let shown = try Tool.run(["lint", "faulty.xml", "--baseline", "known.json", "--show-accepted"], in: folder.url)
        #expect(shown.exitStatus == 0 && shown.output.contains("[syncml.no-resp]"))
        try folder.write("\n\n" + Self.faulty + "<!-- moved -->", to: "faulty.xml")
        #expect(try Tool.run(["lint", "faulty.xml", "--baseline", "known.json"], in: folder.url).exitStatus == 0)
        try folder.write(Self.clean, to: "faulty.xml")
        let gone = try Tool.run(["lint", "faulty.xml", "--baseline", "known.json"], in: folder.url)
        #expect(gone.exitStatus == 0 && gone.output.contains("fits nothing any more"))
        try folder.write(Self.faulty, to: "new.xml")
        #expect(try Tool.run(["lint", "new.xml", "--baseline", "known.json"], in: folder.url).exitStatus == 1)
    }

    @Test("a baseline or a report file that cannot be used is 2 with its name and the reason")
    func broken() throws {
        let folder = try folder()
        try folder.write("{\"schemaVersion\":7,\"findings\":[]}", to: "newer.json")
        for (options, word) in [
            (["--baseline", "none.json"], "none.json: No such file"),
            (["--baseline", "newer.json"], "schemaVersion 7"),
            (["--baseline", "clean.xml"], "not JSON"),
            (["--output", "no/such/folder"], "no/such/folder: No such file"),
            (["--report", "sarif=no/such/folder"], "no/such/folder: No such file"),
        ] {
            let run = try Tool.run(["lint", "clean.xml"] + options, in: folder.url)
            #expect(run.exitStatus == 2 && run.errors.contains(word))
        }
    }

    @Test(
        "wrong options are 64",
        arguments: [
            ["--format", "yaml"], ["--report", "sarif"], ["--report", "=x"], ["--report", "sarif="],
            ["--report", "yaml=x"],
            ["--fail-on", "info"],
        ])
    func usage(_ options: [String]) throws {
        let run = try Tool.run(["lint", "SyncML-samples/bare-commands.xml"] + options)
        #expect(run.exitStatus == 64 && run.output.isEmpty)
    }

    @Test("a key that a profile holds is in no report, unless --no-redact says so")
    func secrets() throws {
        let folder = try TemporaryFolder()
        let profile =
            "&lt;WLANProfile&gt;&lt;keyMaterial&gt;pear-apple-quince&lt;/keyMaterial&gt;&lt;/WLANProfile&gt;"
        try folder.write(
            ServerMessage.whole(
                ServerMessage.add("0", "./Vendor/MSFT/WiFi/Profile/Orchard/WlanXml", profile, format: "chr")),
            to: "wifi.xml")
        for form in ["text", "json", "junit", "sarif", "html", "codequality"] {
            let run = try Tool.run(["lint", "wifi.xml", "--format", form, "--fail-on", "never"], in: folder.url)
            #expect(run.output.contains("syncml.command-id-zero"))
            #expect(!run.output.contains("pear-apple-quince"))
        }
        let open = try Tool.run(
            ["lint", "wifi.xml", "--format", "html", "--fail-on", "never", "--no-redact"], in: folder.url)
        #expect(open.exitStatus == 0 && !open.output.contains("Secrets were taken out"))
    }
}
