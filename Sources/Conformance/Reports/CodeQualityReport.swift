/// The Code Quality report of GitLab: an array of issues, each with a fingerprint, a severity and a line.
public struct CodeQualityReport: Sendable {
    private let settings: ReportSettings

    public init(_ settings: ReportSettings) { self.settings = settings }

    public func text(_ report: Report) throws -> String {
        let issues: [JSONValue] = report.files.flatMap { file in
            report.shownFindings(of: file, accepted: false, cells: nil).map(issue)
        }
        return try JSONText.text(JSONValue.array(issues))
    }

    private func issue(_ shown: ShownFinding) -> JSONValue {
        let finding = shown.finding
        let severity: JSONValue =
            switch finding.severity {
            case .error: "major"
            case .warning: "minor"
            case .note: "info"
            }
        return [
            "description": .string(finding.hint.isEmpty ? finding.message : "\(finding.message) \(finding.hint)"),
            "check_name": .string(finding.rule), "severity": severity,
            // GitLab shows the first issue of a fingerprint only, so those of two files must differ.
            "fingerprint": .string("\(ArtifactURI(finding.file).text):\(finding.fingerprint):\(shown.occurrence)"),
            "location": [
                "path": .string(ArtifactURI.slashed(finding.file)),
                "lines": ["begin": .integer(finding.position?.line ?? 1)],
            ],
        ]
    }
}
