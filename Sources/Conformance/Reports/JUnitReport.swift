import XMLStream

/// A report as JUnit XML: a testsuite for each file, in it a testcase for each group of rules.
///
/// It keeps to what the schemas of Jenkins (junit-10.xsd of its xUnit plugin) and GitLab both read. A finding that fails the
/// run is a `failure`, any other stands in `system-out`; a file that could not be read is an `error`.
public struct JUnitReport: Sendable {
    private let settings: ReportSettings

    public init(_ settings: ReportSettings) { self.settings = settings }

    public func text(_ report: Report) throws -> String {
        let groups = Self.groups(of: report)
        let suites = report.files.map { suite($0, of: report, groups: groups) } + differences(report)
        var writer = try XMLWriter()
        writer.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        writer.start("testsuites")
        writer.attribute("name", "espalier")
        writer.attribute("tests", String(suites.reduce(0) { $0 + $1.cases.count }))
        writer.attribute("failures", String(suites.reduce(0) { $0 + $1.failures }))
        writer.attribute("errors", String(suites.reduce(0) { $0 + $1.errors }))
        for suite in suites { Self.write(suite, to: &writer) }
        writer.text("\n")
        writer.end("testsuites")
        writer.markup("\n")
        return String(decoding: writer.bytes(), as: UTF8.self)
    }

    private struct Suite {
        var name: String
        var cases: [Case]
        var failures: Int { cases.count { !$0.failures.isEmpty } }
        var errors: Int { cases.count { $0.error != nil } }
    }

    private struct Case {
        var name: String
        var failures: [(type: String, message: String, text: String)] = []
        var error: String?
        var output: [String] = []
    }

    /// The groups of the rules that were looked at, in their order, and those of findings that no rule of the list has.
    private static func groups(of report: Report) -> [String] {
        var seen: Set<String> = []
        let rules = report.rules.map { Rule.group(ofID: $0.id) }
        return (rules + report.findings.map(\.ruleGroup).sorted()).filter { seen.insert($0).inserted }
    }

    private func suite(_ file: ReportedFile, of report: Report, groups: [String]) -> Suite {
        let shown = report.shownFindings(of: file, accepted: settings.showsAccepted, cells: nil)
        var cases = groups.map { Case(name: $0) }
        let indices = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($0.element, $0.offset) })
        for finding in shown {
            guard let index = indices[finding.finding.ruleGroup] else { continue }
            let line = Self.line(finding)
            if !finding.isAccepted, settings.failOn.includes(finding.finding.severity) {
                cases[index].failures.append((finding.finding.rule, finding.finding.message, line))
            } else {
                cases[index].output.append(line)
            }
        }
        if !file.isReadable {
            var reading = Case(name: "readable")
            reading.error = "The file, or a part of it, could not be read."
            cases.insert(reading, at: 0)
        }
        return Suite(name: file.name, cases: cases)
    }

    private func differences(_ report: Report) -> [Suite] {
        guard !report.differences.isEmpty || report.fidelity != nil else { return [] }
        var replay = Case(name: "differences")
        for difference in report.differences {
            let sides = "recorded: \(difference.recorded ?? "nothing"); ours: \(difference.ours ?? "nothing")"
            let text = "\(difference.placeText): \(difference.subject): \(sides). \(difference.explanation)"
            if difference.isExplained {
                replay.output.append(text)
            } else {
                replay.failures.append((difference.rule ?? "replay", difference.subject, text))
            }
        }
        return [Suite(name: "replay", cases: [replay])]
    }

    private static func line(_ shown: ShownFinding) -> String {
        let finding = shown.finding
        var text = "\(finding.placeText): \(finding.severity.rawValue): \(finding.message) [\(finding.rule)]"
        if !finding.hint.isEmpty { text += "\nhint: \(finding.hint)" }
        if !finding.reference.isEmpty { text += "\nsee: \(finding.reference)" }
        if shown.isAccepted { text += "\naccepted by the baseline\(shown.reason.map { ": \($0)" } ?? "")" }
        return text
    }

    private static func write(_ suite: Suite, to writer: inout XMLWriter) {
        writer.text("\n  ")
        writer.start("testsuite")
        writer.attribute("name", suite.name)
        writer.attribute("tests", String(suite.cases.count))
        writer.attribute("failures", String(suite.failures))
        writer.attribute("errors", String(suite.errors))
        writer.attribute("skipped", "0")
        for element in suite.cases { write(element, of: suite.name, to: &writer) }
        writer.text("\n  ")
        writer.end("testsuite")
    }

    private static func write(_ element: Case, of suite: String, to writer: inout XMLWriter) {
        writer.text("\n    ")
        writer.start("testcase")
        writer.attribute("name", element.name)
        writer.attribute("classname", suite)
        writer.attribute("time", "0")
        if let error = element.error {
            writer.text("\n      ")
            writer.start("error")
            writer.attribute("type", "unreadable")
            writer.attribute("message", error)
            writer.end("error")
        }
        for failure in element.failures {
            writer.text("\n      ")
            writer.start("failure")
            writer.attribute("type", failure.type)
            writer.attribute("message", failure.message)
            writer.text(failure.text)
            writer.end("failure")
        }
        if !element.output.isEmpty {
            writer.text("\n      ")
            writer.leaf("system-out", element.output.joined(separator: "\n"))
        }
        let isEmpty = element.error == nil && element.failures.isEmpty && element.output.isEmpty
        if !isEmpty { writer.text("\n    ") }
        writer.end("testcase")
    }
}
