/// A report for programs, in our own form: docs/ci.md says what each key means. No key is ever left out.
public struct JSONReport: Sendable {
    static let schemaVersion = 1
    private let settings: ReportSettings

    public init(_ settings: ReportSettings) { self.settings = settings }

    public func text(_ report: Report) throws -> String { try JSONText.text(document(report)) }

    private func document(_ report: Report) -> JSONValue {
        [
            "schemaVersion": .integer(Self.schemaVersion),
            "tool": ["name": "espalier", "version": .string(settings.toolVersion)],
            "redacted": .boolean(report.isRedacted),
            "summary": summary(report),
            "files": .array(
                report.files.map { file in
                    let findings = report.shownFindings(of: file, accepted: settings.showsAccepted, cells: nil)
                    return [
                        "file": .string(file.name), "readable": .boolean(file.isReadable),
                        "findings": .array(findings.map(finding)),
                    ]
                }),
            "conversation": .array(report.conversation.map(message)),
            "differences": .array(report.differences.map(difference)),
            "unmatchedBaseline": .array(
                report.unmatched.map { entry in
                    [
                        "rule": .string(entry.rule), "file": .string(entry.file),
                        "fingerprint": .string(entry.fingerprint), "reason": JSONValue(entry.reason),
                    ]
                }),
        ]
    }

    private func summary(_ report: Report) -> JSONValue {
        let counts = report.counts
        return [
            "files": .integer(counts.files), "unreadable": .integer(counts.unreadable),
            "errors": .integer(counts.errors), "warnings": .integer(counts.warnings), "notes": .integer(counts.notes),
            "accepted": .integer(counts.accepted), "skipped": .integer(report.skipped),
            "differences": .integer(counts.differences),
            "fidelity": report.fidelity.map { ["same": .integer($0.same), "all": .integer($0.all)] } ?? .null,
            "exitStatus": .integer(Int(report.exitStatus(failOn: settings.failOn))),
        ]
    }

    private func finding(_ shown: ShownFinding) -> JSONValue {
        let finding = shown.finding
        return [
            "rule": .string(finding.rule), "severity": .string(finding.severity.rawValue),
            "line": JSONValue(finding.position?.line), "column": JSONValue(finding.position?.column),
            "record": JSONValue(finding.record), "commandID": JSONValue(finding.commandID),
            "target": JSONValue(finding.target), "message": .string(finding.message), "hint": .string(finding.hint),
            "reference": .string(finding.reference), "requirements": .array(finding.requirements.map(JSONValue.string)),
            "fingerprint": .string(finding.fingerprint), "accepted": .boolean(shown.isAccepted),
            "reason": JSONValue(shown.reason),
        ]
    }

    private func message(_ message: ReportedMessage) -> JSONValue {
        [
            "sender": .string(message.sender.rawValue), "file": .string(message.file),
            "record": JSONValue(message.record), "time": JSONValue(message.time?.text),
            "sessionID": JSONValue(message.sessionID), "messageID": JSONValue(message.messageID),
            "size": .integer(message.size), "headerStatus": JSONValue(message.headerStatus),
            "commands": .array(
                message.commands.map { command in
                    [
                        "command": .string(command.name), "commandID": JSONValue(command.commandID),
                        "depth": .integer(command.depth), "target": JSONValue(command.target),
                        "status": JSONValue(command.status), "originalError": JSONValue(command.originalError),
                    ]
                }),
        ]
    }

    private func difference(_ difference: ReportedDifference) -> JSONValue {
        [
            "file": .string(difference.file), "record": JSONValue(difference.record),
            "line": JSONValue(difference.line), "column": JSONValue(difference.column),
            "messageID": JSONValue(difference.messageID), "commandID": JSONValue(difference.commandID),
            "target": JSONValue(difference.target), "subject": .string(difference.subject),
            "recorded": JSONValue(difference.recorded), "ours": JSONValue(difference.ours),
            "rule": JSONValue(difference.rule), "explanation": .string(difference.explanation),
            "explained": .boolean(difference.isExplained),
        ]
    }
}
