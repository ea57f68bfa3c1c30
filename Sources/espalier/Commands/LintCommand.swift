import ArgumentParser
import CSP
import Conformance
import SyncML

/// `espalier lint`: what is wrong with these messages, where, and says who?
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check messages and captures against the standard, Windows and its catalogue, without applying them.",
        discussion: """
            Example:
              espalier lint SyncML-samples/user-scope-without-add.xml
              espalier lint profiles/*.xml --fail-on warning --report sarif=espalier.sarif
            """)

    @Argument(help: ArgumentHelp("The messages and captures.", valueName: "file"))
    var files: [String]

    @OptionGroup(title: "What is checked against")
    var windows: WindowsOptions

    @OptionGroup(title: "Report")
    var report: ReportOptions

    func run() throws {
        let linter = Linter(context: LintContext(schema: WindowsSchema(release: try windows.release())))
        var found = Report(files: [], rules: linter.rules)
        for file in files {
            let bytes: [UInt8]
            do throws(FileFault) { bytes = try Files.read(file) } catch {
                Terminal.printError("\(file): \(error.reason)")
                throw ExitCode(2)
            }
            found.files.append(linter.reportedFile(bytes, name: file))
        }
        let exitCode = try ReportOutput.write(found, options: report)
        if exitCode != .success { throw exitCode }
    }
}
