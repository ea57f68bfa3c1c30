import ArgumentParser
import CSP
import Conformance
import Device
import ProtocolProfile
import SyncML

/// `espalier lint`: what is wrong with these messages, where, and says who?
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check messages and captures against the standard, Windows and its catalogue, without applying them.",
        discussion: """
            A file holds a SyncML message, a SyncBody or bare commands, as XML or WBXML, or a capture of sessions (docs/captures.md). \
            A folder stands for the files below it \
            that end in .xml, .syncml, .wbxml, .jsonl or .har; a quoted pattern such as "profiles/**/*.xml" for those that fit; \
            - is standard input. Messages of one folder that make up a session are looked at as one, too.

            Example:
              espalier lint SyncML-samples/user-scope-without-add.xml
              espalier lint profiles --fail-on warning --report sarif=espalier.sarif
              espalier lint --list
            """)

    @Argument(help: ArgumentHelp("The messages and captures.", valueName: "file"))
    var files: [String] = []

    @Flag(help: "List every rule and stop; --format json for machines.")
    var list = false

    @Option(
        help: ArgumentHelp("Check this rule only, by id or by its first word. May be repeated.", valueName: "id"))
    var rule: [String] = []

    @Option(
        help: ArgumentHelp("Leave this rule out, by id or by its first word. May be repeated.", valueName: "id"))
    var ignore: [String] = []

    @OptionGroup(title: "What is checked against")
    var windows: ReleaseOptions

    @Option(
        help: ArgumentHelp(
            "Who is signed in where no capture says it: user, others or none.", valueName: "who"))
    var login = LoginStatus.user

    @Option(
        name: .customLong("protocol"),
        help: ArgumentHelp(
            "The dialect of OMA-DM: windows as it was observed, or oma, the plain standard.", valueName: "profile"))
    var protocolName = ProtocolProfile.Name.windows

    @OptionGroup(title: "Report")
    var report: ReportOptions

    func validate() throws {
        guard list || !files.isEmpty else { throw ValidationError("give at least one file, or --list.") }
        _ = try RuleChoice(only: rule, without: ignore).rules
    }

    func run() throws {
        let rules = try RuleChoice(only: rule, without: ignore).rules
        if list { return Terminal.print(try RuleList(rules).text(isJSON: report.format == .json)) }
        let context = LintContext(
            schema: WindowsSchema(release: try windows.release()), profile: ProtocolProfile(protocolName), login: login)
        let run = try lint(Linter(rules: rules, context: context))
        let exitCode = try ReportOutput.write(run.report, options: report, redaction: run.redaction)
        if exitCode != .success { throw exitCode }
    }

    private func lint(_ linter: Linter) throws -> LintRun {
        var run = LintRun(linter)
        do {
            let (names, skipped) = try LintInput.files(files)
            run.skip(skipped)
            var progress = Progress(of: names.count)
            for name in names {
                progress.step(name)
                try run.take(name)
            }
            progress.end()
        } catch let fault as FileFault {
            Terminal.printError("\(fault.path): \(fault.reason)")
            throw ExitCode(2)
        }
        run.finish()
        return run
    }
}

extension LoginStatus: ExpressibleByArgument {}
