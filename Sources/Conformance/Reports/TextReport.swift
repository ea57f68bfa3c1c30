/// A report for people: for each finding a line with its place, the source with a mark, its hint and where it is said; at the
/// end the differences of a replay and a line of figures.
public struct TextReport: Sendable {
    private let settings: ReportSettings

    public init(_ settings: ReportSettings) { self.settings = settings }

    public func text(_ report: Report) -> String {
        var blocks: [String] = []
        for file in report.files {
            let cells = settings.showsExcerpts ? settings.width : nil
            let shown = report.shownFindings(of: file, accepted: settings.showsAccepted, cells: cells)
            blocks += shown.filter { !settings.isQuiet || $0.fails(settings.failOn) }.map(finding)
        }
        for difference in report.differences where !settings.isQuiet || !difference.isExplained {
            blocks.append(self.difference(difference))
        }
        if !settings.isQuiet {
            blocks += report.unmatched.map { entry in
                let place =
                    "\(SafeText.line(entry.file)) \(SafeText.line(entry.rule)) \(SafeText.line(entry.fingerprint))"
                return "The baseline's entry \(place) fits nothing any more."
            }
            blocks.append(figures(report))
        }
        return blocks.isEmpty ? "" : blocks.joined(separator: "\n") + "\n"
    }

    private func finding(_ shown: ShownFinding) -> String {
        let finding = shown.finding
        let severity = finding.severity.rawValue
        let coloured =
            switch finding.severity {
            case .error: paint(severity, .red)
            case .warning: paint(severity, .yellow)
            case .note: paint(severity, .bold)
            }
        var lines = [
            "\(SafeText.line(finding.placeText)): \(coloured): \(SafeText.line(finding.message)) "
                + paint("[\(SafeText.line(finding.rule))]", .dim)
        ]
        if let excerpt = shown.excerpt { lines += self.excerpt(excerpt) }
        if !finding.hint.isEmpty { lines.append("  hint: \(SafeText.line(finding.hint))") }
        if !finding.reference.isEmpty { lines.append(paint("  see: \(SafeText.line(finding.reference))", .dim)) }
        if shown.isAccepted {
            let reason = shown.reason.map { ": \(SafeText.line($0))" } ?? ""
            lines.append("  accepted by the baseline\(reason)")
        }
        return lines.joined(separator: "\n")
    }

    private func excerpt(_ excerpt: Excerpt) -> [String] {
        let number = String(excerpt.lineNumber)
        let gutter = String(repeating: " ", count: max(5 - number.count, 0)) + number
        var lines = [paint("\(gutter) | ", .dim) + excerpt.text]
        if excerpt.isMarked {
            let blanks = String(repeating: " ", count: SafeText.cells(excerpt.before))
            let margin = String(repeating: " ", count: gutter.count)
            lines.append(paint("\(margin) | ", .dim) + blanks + paint("^", .red))
        }
        return lines
    }

    private func difference(_ difference: ReportedDifference) -> String {
        let place = difference.placeText
        let mark = difference.isExplained ? "expected difference" : paint("difference", .red)
        let rule = difference.rule.map { " " + paint("[\(SafeText.line($0))]", .dim) } ?? ""
        var lines = ["\(SafeText.line(place)): \(mark): \(SafeText.line(difference.subject))\(rule)"]
        lines.append("  recorded: \(difference.recorded.map(SafeText.line) ?? "nothing")")
        lines.append("  ours:     \(difference.ours.map(SafeText.line) ?? "nothing")")
        if !difference.explanation.isEmpty { lines.append("  \(SafeText.line(difference.explanation))") }
        return lines.joined(separator: "\n")
    }

    private func figures(_ report: Report) -> String {
        let counts = report.counts
        var parts = [
            Self.number(counts.files, "file"), Self.number(counts.errors, "error"),
            Self.number(counts.warnings, "warning"), Self.number(counts.notes, "note"),
        ]
        if counts.unreadable > 0 { parts.append("\(counts.unreadable) not readable") }
        if report.skipped > 0 { parts.append("\(Self.number(report.skipped, "file")) of other kinds skipped") }
        if counts.accepted > 0 { parts.append("\(counts.accepted) accepted by the baseline") }
        if !report.differences.isEmpty {
            parts.append(Self.number(counts.differences, "difference"))
            parts.append("\(report.differences.count - counts.differences) expected")
        }
        if let fidelity = report.fidelity { parts.append("\(fidelity.same) of \(fidelity.all) statuses alike") }
        return parts.joined(separator: ", ")
    }

    private static func number(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    private enum Paint: String {
        case red = "31"
        case yellow = "33"
        case dim = "2"
        case bold = "1"
    }

    /// Colour repeats what the text says, and is never the only sign.
    private func paint(_ text: String, _ paint: Paint) -> String {
        settings.isColoured ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
    }
}

extension ReportedDifference {
    /// `file:12:7 (record 3): message 2, command 5, ./Target`, as far as they are known.
    var placeText: String {
        let place = line.map { ":\($0):\(column ?? 1)" } ?? ""
        let record = place + (record.map { " (record \($0))" } ?? "")
        let parts = [messageID.map { "message \($0)" }, commandID.map { "command \($0)" }, target].compactMap { $0 }
        return file + record + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
    }
}
