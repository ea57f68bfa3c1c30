import Conformance

extension ConformanceResult {
    /// The result for the forms of report that lint has: each check is a rule, so that JUnit has one test case for each;
    /// what is not met is a finding. What was not observed is a note.
    public var report: Report {
        let findings = results.compactMap { $0.finding(of: server) }
        return Report(files: [ReportedFile(name: server, findings: findings)], rules: results.map(\.rule))
    }
}

extension CheckResult {
    fileprivate var rule: Rule {
        Rule(
            check.id, check.level == .error ? .error : .warning, check.title, requirements: [check.id],
            reference: check.reference, check: .device { _ in [] })
    }

    fileprivate func finding(of server: String) -> LintFinding? {
        switch outcome {
        case .met: nil
        case .notObserved(let why):
            LintFinding(
                rule: check.id, severity: .note, file: server, message: "not observed: \(why)",
                reference: check.reference, requirements: [check.id])
        case .broken(let defect):
            LintFinding(
                rule: check.id, severity: verdict == .fail ? .error : .warning, file: server,
                record: defect.exchange, message: "\(check.title): \(defect.found)",
                hint: defect.expected.isEmpty ? "" : "expected: \(defect.expected)", reference: check.reference,
                requirements: [check.id])
        }
    }
}
