import XMLStream

/// A report as SARIF 2.1.0 (OASIS, 2020, with errata 01).
///
/// Columns count Unicode scalars (`columnKind`), places in octets such as WBXML are byte offsets. Each finding has a
/// `partialFingerprints` entry that stays when lines move. Files that could not be read are notifications of the invocation
/// beside their findings.
public struct SARIFReport: Sendable {
    private let settings: ReportSettings

    public init(_ settings: ReportSettings) { self.settings = settings }

    public func text(_ report: Report) throws -> String {
        try JSONText.text(
            [
                "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
                "version": "2.1.0", "runs": [run(report)],
            ] as JSONValue)
    }

    private func run(_ report: Report) -> JSONValue {
        let rules = SARIFRules(report)
        let artifacts = SARIFArtifacts(report)
        return [
            "tool": [
                "driver": [
                    "name": "espalier", "version": .string(settings.toolVersion),
                    "semanticVersion": .string(settings.toolVersion), "rules": .array(rules.descriptors),
                ]
            ],
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation(report, artifacts)],
            "artifacts": .array(artifacts.descriptions),
            "results": .array(
                report.files.flatMap { results($0, of: report, artifacts, rules) }
                    + report.differences.filter { !$0.isExplained }.map { result($0, artifacts, rules) }),
        ]
    }

    private func invocation(_ report: Report, _ artifacts: SARIFArtifacts) -> JSONValue {
        let unreadable = report.files.filter { !$0.isReadable }
        return [
            "executionSuccessful": .boolean(unreadable.isEmpty),
            "exitCode": .integer(Int(report.exitStatus(failOn: settings.failOn))),
            "toolExecutionNotifications": .array(
                unreadable.map { file in
                    [
                        "level": "error",
                        "message": ["text": "The file, or a part of it, could not be read; the findings say which."],
                        "locations": [["physicalLocation": ["artifactLocation": artifacts.location(of: file.name)]]],
                    ]
                }),
        ]
    }

    private func results(
        _ file: ReportedFile, of report: Report, _ artifacts: SARIFArtifacts, _ rules: SARIFRules
    ) -> [JSONValue] {
        let cells = settings.showsExcerpts ? 200 : nil
        let isOctets = !file.source.isEmpty && SourceText.decoded(file.source) == nil
        return report.shownFindings(of: file, accepted: settings.showsAccepted, cells: cells)
            .map { result($0, in: file, isOctets: isOctets, artifacts, rules) }
    }

    private func result(
        _ shown: ShownFinding, in file: ReportedFile, isOctets: Bool, _ artifacts: SARIFArtifacts, _ rules: SARIFRules
    )
        -> JSONValue
    {
        let finding = shown.finding
        var location: [String: JSONValue] = ["artifactLocation": artifacts.location(of: file.name)]
        if let region = Self.region(shown, isOctets: isOctets) { location["region"] = region }
        var properties: [String: JSONValue] = [
            "reference": .string(finding.reference),
            "requirements": .array(finding.requirements.map(JSONValue.string)),
        ]
        if let commandID = finding.commandID { properties["commandID"] = .string(commandID) }
        if let target = finding.target { properties["target"] = .string(target) }
        if let record = finding.record { properties["record"] = .integer(record) }
        let text = finding.hint.isEmpty ? finding.message : "\(finding.message) \(finding.hint)"
        var result: [String: JSONValue] = [
            "ruleId": .string(finding.rule), "level": Self.level(finding.severity),
            "message": ["text": .string(Self.plain(text))],
            "locations": [["physicalLocation": .object(location)]],
            "partialFingerprints": ["espalierFinding/v1": .string("\(finding.fingerprint):\(shown.occurrence)")],
            "properties": .object(properties),
        ]
        if let index = rules.index[finding.rule] { result["ruleIndex"] = .integer(index) }
        if shown.isAccepted {
            var suppression: [String: JSONValue] = ["kind": "external"]
            if let reason = shown.reason { suppression["justification"] = .string(reason) }
            result["suppressions"] = [.object(suppression)]
        }
        return .object(result)
    }

    /// A difference of a replay that nothing explains.
    private func result(_ difference: ReportedDifference, _ artifacts: SARIFArtifacts, _ rules: SARIFRules) -> JSONValue
    {
        let sides = "recorded: \(difference.recorded ?? "nothing"); ours: \(difference.ours ?? "nothing")"
        let id = difference.rule ?? SARIFRules.difference
        var result: [String: JSONValue] = [
            "ruleId": .string(id), "level": "error",
            "message": [
                "text": .string(Self.plain("\(difference.placeText): \(difference.subject) differs; \(sides)."))
            ],
            "locations": [["physicalLocation": ["artifactLocation": artifacts.location(of: difference.file)]]],
        ]
        if let index = rules.index[id] { result["ruleIndex"] = .integer(index) }
        return .object(result)
    }

    private static func region(_ shown: ShownFinding, isOctets: Bool) -> JSONValue? {
        // A place in a record of a capture is none in its file.
        guard let position = shown.finding.position, shown.finding.record == nil else { return nil }
        if isOctets {
            return ["byteOffset": .integer(position.offset), "byteLength": 1]
        }
        var region: [String: JSONValue] = [
            "startLine": .integer(position.line), "startColumn": .integer(position.column),
        ]
        if let excerpt = shown.excerpt, !excerpt.text.isEmpty { region["snippet"] = ["text": .string(excerpt.text)] }
        return .object(region)
    }

    static func level(_ severity: Rule.Severity) -> JSONValue {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "note"
        }
    }

    /// A text that a viewer shows as it is: `[words](address)` would be a link (SARIF 3.11.6).
    private static func plain(_ text: String) -> String {
        guard text.contains("](") else { return text }
        return String(text.flatMap { "[]\\".contains($0) ? ["\\", $0] : [$0] })
    }
}
