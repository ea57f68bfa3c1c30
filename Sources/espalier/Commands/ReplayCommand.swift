import ArgumentParser
import Capture
import Conformance
import Replay

/// `espalier replay`: does our client say what the recorded one said, and where does it differ?
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Play the server's side of a capture to our client and compare its answers with the recorded ones.",
        discussion: """
            A capture is a file, several files, or a folder, in any form that espalier capture convert reads. docs/replay.md \
            explains what is compared and what is masked.

            Example:
              espalier run --save-messages /tmp/life && espalier replay --learn /tmp/life
              espalier replay session.jsonl --windows 11-23h2 --report html=differences.html
              espalier replay --as-server session.jsonl
              espalier replay --list-rules

            Exit status: 0 nothing differs, 1 something does, 2 the capture, or a part of it, cannot be read.
            """)

    @Argument(help: ArgumentHelp("The capture: files, or a folder of files.", valueName: "capture"))
    var captures: [String] = []

    @Flag(help: "Take device facts and values that no message set from the capture first.")
    var learn = false

    @Flag(help: "List what was learned.")
    var showLearned = false

    @Flag(help: "The other way round: play the recorded server to our device as a live client.")
    var asServer = false

    @Flag(help: "List what the comparison masks and demands, and end.")
    var listRules = false

    @OptionGroup(title: "The device")
    var windows: WindowsOptions

    @Option(
        help: ArgumentHelp(
            "The DMClient provider that enrolment made. Default: the one id that the server's messages name.",
            valueName: "id"))
    var provider: String?

    @OptionGroup(title: "Report")
    var report: ReportOptions

    func validate() throws {
        if captures.isEmpty, !listRules { throw ValidationError("Name a capture.") }
        if showLearned, !learn { throw ValidationError("--show-learned shows what --learn took: give both.") }
    }

    func run() throws {
        if listRules {
            Terminal.print(ReplayOutput.rules)
            return
        }
        let input = try ReplayInput(captures)
        let replayer = Replayer(try options)
        let found = asServer ? replayer.playAsServer(input.recording) : replayer.replay(input.recording)
        let exitCode = try ReportOutput.write(
            ReplayOutput.report(found, of: input, tellsFigures: report.format != .text || !report.reports.isEmpty),
            options: report, redaction: input.redaction())
        if report.format == .text, report.output == nil, !report.quiet {
            if showLearned { Terminal.print(ReplayOutput.learned(found)) }
            Terminal.print(ReplayOutput.figures(found))
        }
        if exitCode != .success { throw exitCode }
    }

    private var options: ReplayOptions {
        get throws {
            ReplayOptions(
                device: try windows.device(providerID: provider ?? "MS DM Server"),
                keepsRelease: windows.target.windows != nil, keepsProvider: provider != nil,
                keepsLogin: windows.login != nil, learns: learn)
        }
    }
}
