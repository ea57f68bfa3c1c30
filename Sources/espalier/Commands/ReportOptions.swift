import ArgumentParser
import Conformance

extension ReportForm: ExpressibleByArgument {}
extension Report.FailOn: ExpressibleByArgument {}

/// How findings are reported: shared by the verbs that check something.
struct ReportOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Form of the report: \(Self.forms).", valueName: "form"))
    var format = ReportForm.text

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write the report to a file in place of standard output.", valueName: "file"))
    var output: String?

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("One more report, such as sarif=out.sarif; may be repeated.", valueName: "form=file"))
    var reports: [ReportTarget] = []

    @Option(help: ArgumentHelp("What makes the run fail: error, warning, note or never.", valueName: "severity"))
    var failOn = Report.FailOn.error

    @Flag(name: .shortAndLong, help: "Print nothing but what makes the run fail.")
    var quiet = false

    @Flag(help: "Leave the lines of the source out.")
    var noExcerpt = false

    @Option(help: ArgumentHelp("Accept the findings of this file (docs/ci.md).", valueName: "file"))
    var baseline: String?

    @Option(
        help: ArgumentHelp("Write all findings to this file, as a baseline, and do not fail.", valueName: "file"))
    var writeBaseline: String?

    @Flag(help: "Show the findings that the baseline accepts, too.")
    var showAccepted = false

    @Flag(help: "Leave secrets in the report.")
    var noRedact = false

    static let forms = ReportForm.allCases.map(\.rawValue).joined(separator: ", ")
}

/// The value of `--report`: a form, and the file it goes to.
struct ReportTarget: ExpressibleByArgument {
    var form: ReportForm
    /// `-` is standard output.
    var file: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let form = ReportForm(rawValue: parts[0]), !parts[1].isEmpty else { return nil }
        self.form = form
        file = parts[1]
    }

    init(form: ReportForm, file: String) {
        self.form = form
        self.file = file
    }
}
