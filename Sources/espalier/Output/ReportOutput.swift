import ArgumentParser
import Capture
import Conformance

/// Writes what a verb found, in every form that was asked for.
enum ReportOutput {
    /// Applies the baseline, takes secrets out, writes the reports and says how the run ends.
    ///
    /// - Parameter redaction: knows the secrets of a capture whose bytes the report does not have. `--no-redact` switches
    ///   redaction off.
    /// - Returns: 0, 1 or 2 (design.md section 6).
    /// - Throws: `ExitCode(2)` for a baseline that cannot be read or a file that cannot be written, which the user is told.
    static func write(
        _ report: Report, options: ReportOptions, redaction: Redaction = Redaction()
    ) throws -> ExitCode {
        let known = try options.baseline.map(baseline) ?? Baseline()
        var report = report.accepting(known)
        var exitStatus = report.exitStatus(failOn: options.failOn)
        if let file = options.writeBaseline {
            try write(try Baseline(accepting: report, known: known).text(), to: file)
            if exitStatus == 1 { exitStatus = 0 }
        }
        let targets = [ReportTarget(form: options.format, file: options.output ?? "-")] + options.reports
        if targets.contains(where: { $0.form == .html }) || report.findings.contains(where: { $0.record != nil }) {
            report = report.withConversation()
        }
        if !options.noRedact {
            var redaction = redaction
            report = report.redacted(by: &redaction)
        }
        for target in targets {
            let settings = settings(options, isTerminal: target.file == "-" && Terminal.hasColour)
            try write(try report.text(as: target.form, settings), to: target.file)
        }
        return ExitCode(exitStatus)
    }

    private static func settings(_ options: ReportOptions, isTerminal: Bool) -> ReportSettings {
        ReportSettings(
            toolVersion: Espalier.configuration.version, failOn: options.failOn, isQuiet: options.quiet,
            showsExcerpts: !options.noExcerpt, showsAccepted: options.showAccepted, isColoured: isTerminal)
    }

    private static func baseline(_ file: String) throws -> Baseline {
        do throws(FileFault) {
            let bytes = try Files.read(file)
            do throws(Baseline.Refusal) { return try Baseline(parsing: bytes) } catch {
                Terminal.printError("\(file): \(error.message)")
            }
        } catch {
            Terminal.printError("\(file): \(error.reason)")
        }
        throw ExitCode(2)
    }

    private static func write(_ text: String, to file: String) throws {
        do throws(FileFault) { try Files.write(Array(text.utf8), to: file) } catch {
            Terminal.printError("\(file): \(error.reason)")
            throw ExitCode(2)
        }
    }
}
