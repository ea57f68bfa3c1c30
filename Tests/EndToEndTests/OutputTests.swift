import Foundation
import TestSupport
import Testing

/// What the tool prints, and where.
@Suite struct OutputTests {
    @Test("with --format json standard output is one JSON document and nothing else", arguments: Sample.all)
    func onlyJSON(_ sample: Sample) throws {
        let run = try sample.apply(format: "json")
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(run.outputBytes)) }
        #expect(run.output.hasSuffix("}\n"))
    }

    @Test("no colours when the output is no terminal", arguments: ["text", "json", "syncml"])
    func noColours(_ format: String) throws {
        for name in ["wrong-formats.xml", "refused/cut-off.xml", "unenroll.xml"] {
            let run = try Sample(name: name).apply(format: format)
            #expect(!run.output.contains("\u{1B}") && !run.errors.contains("\u{1B}"))
        }
    }

    @Test("two runs are the same byte for byte", arguments: ["text", "json", "syncml"])
    func deterministic(_ format: String) throws {
        for name in ["get-variants.xml", "scep-profile.xml", "missing-command-ids.xml", "policy-misspelt.xml"] {
            let sample = Sample(name: name)
            let (one, two) = (try sample.applyAnew(format: format), try sample.applyAnew(format: format))
            #expect(one.outputBytes == two.outputBytes)
            #expect(one.errors == two.errors && one.exitStatus == two.exitStatus)
        }
    }

    @Test("--format syncml prints the reply of each message on a line of its own")
    func syncml() throws {
        let sample = Sample(name: "user-scope-release.xml")
        let run = try sample.apply(format: "syncml")
        let replies = try sample.apply(format: "json").report().messages.compactMap(\.reply)
        #expect(run.output == replies.map { $0 + "\n" }.joined())
        #expect(replies.count == 2)
    }

    @Test("--format syncml says on standard error what has no reply")
    func syncmlWithoutReply() throws {
        let silent = try Sample(name: "nothing-more-to-say.xml").apply(format: "syncml")
        #expect(silent.output.isEmpty && silent.errors.contains("no reply"))
        let refused = try Sample(name: "refused/cut-off.xml").apply(format: "syncml")
        #expect(refused.output.isEmpty && refused.errors.contains("refused/cut-off.xml:30:"))
        #expect(refused.exitStatus == 2)
    }

    /// The reply is a message that the tool itself reads without a finding of its own.
    @Test("the replies are SyncML", arguments: Sample.all.filter { !$0.isRefused })
    func repliesParse(_ sample: Sample) throws {
        for reply in try sample.apply(format: "json").report().messages.compactMap(\.reply) {
            let applied = try apply(reply)
            #expect(applied.message.wellFormed)
            let findings = (applied.message.diagnostics ?? []).filter { $0.rule.hasPrefix("syncml.") }
            #expect(findings.allSatisfy { $0.severity == "note" })
        }
    }

    @Test("--version prints a version")
    func version() throws {
        let run = try Tool.run(["--version"])
        #expect(run.exitStatus == 0)
        #expect(run.output.split(separator: ".").count == 3)
    }

    // MARK: help

    /// Every verb that does something, found by walking the help.
    private static func verbs(below path: [String] = []) throws -> [[String]] {
        let help = try Tool.run(path + ["--help"]).output
        guard let section = help.range(of: "SUBCOMMANDS:\n") else { return [path] }
        let names = help[section.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { !$0.isEmpty }
            .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        return try names.flatMap { try verbs(below: path + [$0]) }
    }

    @Test("the help of every verb has an example")
    func examples() throws {
        let verbs = try Self.verbs()
        for known in [["apply"], ["run"], ["ddf", "show"], ["ddf", "check"], ["ddf", "compile"]] {
            #expect(verbs.contains(known))
        }
        for verb in verbs {
            let help = try Tool.run(verb + ["--help"])
            #expect(help.exitStatus == 0)
            #expect(help.output.contains("Example"), "\(verb) has no example")
            #expect(help.output.contains("\n  espalier " + verb.joined(separator: " ")), "\(verb) has no example line")
        }
    }

    @Test("examples that name a sample work as they stand")
    func examplesWork() throws {
        var count = 0
        for verb in try Self.verbs() {
            for line in try Tool.run(verb + ["--help"]).output.split(separator: "\n")
            where line.hasPrefix("  espalier ") && line.contains("SyncML-samples/") {
                let words = line.split(separator: " ").dropFirst().map(String.init)
                let run = try Tool.run(words)
                #expect(run.exitStatus == 0 || run.exitStatus == 1, "\(line): \(run.errors)")
                count += 1
            }
        }
        #expect(count >= 1)
    }

    @Test("without a verb the tool shows what there is")
    func bare() throws {
        let run = try Tool.run([])
        #expect(run.output.contains("apply") && run.output.contains("ddf"))
    }
}
