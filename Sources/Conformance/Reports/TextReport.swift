/// A report for people: one line for each finding, its hint and its source.
public struct TextReport: Sendable {
    public init() {}

    public func text(_ report: Report) -> String {
        report.findings.map(lines).joined(separator: "\n")
    }

    private func lines(_ finding: LintFinding) -> String {
        let place = finding.position.map { ":\($0.line):\($0.column)" } ?? ""
        var text = "\(finding.file)\(place): \(finding.severity.rawValue): \(finding.message) [\(finding.rule)]"
        if !finding.hint.isEmpty { text += "\n  hint: \(finding.hint)" }
        return text
    }
}
