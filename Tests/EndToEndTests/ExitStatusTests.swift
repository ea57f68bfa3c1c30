import TestSupport
import Testing

/// The exit status contract of design.md section 6: 0 good, 1 refused commands or error findings, 2 input unreadable or malformed,
/// 64 wrong usage.
@Suite struct ExitStatusTests {
    private func status(_ text: String, _ options: [String] = []) throws -> Int32? {
        try Tool.run(["apply", "-"] + options, input: Array(text.utf8)).exitStatus
    }

    @Test("0: everything was accepted")
    func good() throws {
        #expect(try status(ServerMessage.whole(ServerMessage.replace("1", ServerMessage.camera, "0"))) == 0)
    }

    @Test("0: warnings and notes do not count")
    func warnings() throws {
        let text = ServerMessage.whole(ServerMessage.replace("0", ServerMessage.camera, "0"))
        let applied = try apply(text)
        #expect(applied.message.diagnostics?.contains { $0.severity == "warning" } == true)
        #expect(applied.run.exitStatus == 0)
    }

    @Test(
        "1: a command was refused",
        arguments: [
            ServerMessage.replace("1", ServerMessage.camera, "7"), ServerMessage.get("1", ServerMessage.camera),
            ServerMessage.replace("1", ServerMessage.camera + "s", "0"),
            ServerMessage.add("1", ServerMessage.camera, "0") + ServerMessage.add("2", ServerMessage.camera, "0"),
            "<Atomic><CmdID>1</CmdID>" + ServerMessage.get("2", "./DevInfo/Man") + "</Atomic>",
        ])
    func refused(_ commands: String) throws {
        #expect(try status(ServerMessage.whole(commands)) == 1)
    }

    @Test("1: an error finding without a refused command")
    func errorFinding() throws {
        let text = ServerMessage.whole(
            "<Replace><CmdID>1</CmdID><NoResp/><Item><Target><LocURI>\(ServerMessage.camera)</LocURI></Target>"
                + "<Data>0</Data></Item></Replace>")
        let applied = try apply(text)
        #expect(applied.message.statuses == [200])
        #expect(applied.message.diagnostics?.contains { $0.severity == "error" } == true)
        #expect(applied.run.exitStatus == 1)
    }

    @Test(
        "2: malformed",
        arguments: [
            "", "   \n", "hello", "<Other/>", "<SyncML", "<SyncML></SyncBody>", "<Replace><CmdID>1</CmdID>",
            "{\"a\":1}",
            "%PDF-1.4", "<SyncML><SyncHdr>&nbsp;</SyncHdr></SyncML>", "\u{0}\u{1}\u{2}",
        ])
    func malformed(_ text: String) throws {
        let run = try Tool.run(["apply", "-"], input: Array(text.utf8))
        #expect(run.exitStatus == 2)
        #expect(run.output.contains("error: "))
        let report = try Tool.run(["apply", "-", "--format", "json"], input: Array(text.utf8)).report()
        let error = try #require(report.messages.first?.error)
        #expect(error.line >= 1 && error.column >= 1 && !error.message.isEmpty)
    }

    /// XML 1.0, 2.5.
    @Test("2: two hyphens in a comment, with a root and without")
    func hyphens() throws {
        let command = ServerMessage.replace("1", ServerMessage.camera, "0")
        #expect(try status("<!-- a -- b -->" + ServerMessage.whole(command)) == 2)
        #expect(try status("<!-- a -- b -->" + command) == 2)
    }

    @Test("2: one malformed file among good ones; the good ones are applied")
    func oneMalformed() throws {
        let folder = try TemporaryFolder()
        try folder.write(ServerMessage.whole(ServerMessage.replace("1", ServerMessage.camera, "0")), to: "good.xml")
        try folder.write("<SyncML>", to: "bad.xml")
        let run = try Tool.run(["apply", "good.xml", "bad.xml", "--format", "json"], in: folder.url)
        #expect(run.exitStatus == 2)
        let messages = try run.report().messages
        #expect(messages.map(\.wellFormed) == [true, false])
        #expect(messages.map(\.file) == ["good.xml", "bad.xml"])
        #expect(messages.first?.statuses == [200])
    }

    @Test("2: malformed outweighs refused")
    func malformedAndRefused() throws {
        let folder = try TemporaryFolder()
        try folder.write(ServerMessage.whole(ServerMessage.get("1", ServerMessage.camera)), to: "refused.xml")
        try folder.write("<SyncML>", to: "bad.xml")
        #expect(try Tool.run(["apply", "refused.xml", "bad.xml"], in: folder.url).exitStatus == 2)
    }

    @Test("2: a file that is not there, with its name and the reason", arguments: ["text", "json", "syncml"])
    func missingFile(_ format: String) throws {
        let run = try Tool.run(["apply", "no-such-file.xml", "--format", format])
        #expect(run.exitStatus == 2)
        #expect(run.errors.contains("no-such-file.xml: No such file or directory"))
        #expect(run.output.isEmpty)
    }

    @Test("2: a folder in place of a file")
    func folder() throws {
        let folder = try TemporaryFolder()
        let run = try Tool.run(["apply", folder.url.path])
        #expect(run.exitStatus == 2)
        #expect(run.errors.contains("Is a directory"))
    }

    @Test(
        "64: wrong usage, with a word on what is right",
        arguments: [
            (["apply"], "<file>"), (["apply", "-", "--nope"], "--nope"), (["nope"], "nope"),
            (["apply", "-", "--windows", "12-99h9"], "11-25h2"), (["apply", "-", "--windows", ""], "10-1809"),
            (["apply", "-", "--windows", "10.0.22621.x"], "10.0.22621.3235"),
            (["apply", "-", "--edition", "ultimate"], "enterprise, pro, home, education, se, iot"),
            (["apply", "-", "--login", "root"], "user, others, none"),
            (["apply", "-", "--phase", "setup"], "oobe, desktop"),
            (["apply", "-", "--format", "yaml"], "'text', 'json' or 'syncml'"),
            (["apply", "-", "--windows"], "--windows"), (["ddf", "show"], "<uri>"), (["ddf", "check"], "<file>"),
            (["ddf", "compile", "."], "--output"),
        ])
    func usage(_ arguments: [String], _ word: String) throws {
        let run = try Tool.run(arguments)
        #expect(run.exitStatus == 64)
        #expect(run.errors.contains(word))
        #expect(run.output.isEmpty)
    }

    @Test("--windows names every known release when it is wrong")
    func knownReleases() throws {
        let errors = try Tool.run(["apply", "-", "--windows", "11-26h2"]).errors
        for name in [
            "10-1809", "10-1903", "10-1909", "10-2004", "10-20h2", "10-21h1", "10-21h2", "10-22h2", "11-21h2",
            "11-22h2",
            "11-23h2", "11-24h2", "11-25h2",
        ] {
            #expect(errors.contains(name))
            #expect(try Tool.run(["apply", "SyncML-samples/bare-commands.xml", "--windows", name]).exitStatus == 0)
        }
    }

    @Test("a full version is a release", arguments: ["10.0.22621.3235", "10.0.26200", "10.0.19045.1"])
    func fullVersion(_ version: String) throws {
        #expect(try Tool.run(["apply", "SyncML-samples/bare-commands.xml", "--windows", version]).exitStatus == 0)
    }
}
