import Capture
import Conformance
import Replay
import XMLStream

/// A replay in the form of the shared reports, and what only a replay has to say.
enum ReplayOutput {
    /// - Parameter tellsFigures: all figures stand in the report as a note, for forms that nothing is printed behind.
    static func report(_ replay: ReplayReport, of input: ReplayInput, tellsFigures: Bool) -> Report {
        var report = Report(
            files: input.files.map { file in
                let notes = replay.notes.filter { ($0.file.isEmpty ? input.firstFile : $0.file) == file }
                return ReportedFile(
                    name: file, isReadable: !notes.contains { $0.severity == .error },
                    findings: notes.map { finding($0, file: file) })
            },
            rules: [])
        if tellsFigures, !report.files.isEmpty {
            report.files[0].findings.append(
                LintFinding(
                    rule: "replay.fidelity", severity: .note, file: report.files[0].name, message: figures(replay),
                    reference: "docs/replay.md"))
        }
        report.differences = replay.sessions.flatMap { session in
            session.exchanges.flatMap { exchange in
                exchange.differences.map { difference($0, exchange, input) }
            }
        }
        report.conversation = conversation(input.recording)
        let commands = replay.fidelity.commands
        if replay.comparedCount > 0 { report.fidelity = Report.Fidelity(same: commands.equal, all: commands.all) }
        return report
    }

    private static func finding(_ note: ReplayNote, file: String) -> LintFinding {
        LintFinding(
            rule: note.rule, severity: note.severity, file: file,
            position: note.line.map { XMLPosition(line: $0, column: note.column ?? 1, offset: 0) }, record: note.record,
            message: note.message, hint: note.hint, reference: "docs/replay.md")
    }

    private static func difference(
        _ difference: Difference, _ exchange: ReplayedExchange, _ input: ReplayInput
    ) -> ReportedDifference {
        var explanation = difference.message
        if let reason = difference.reason {
            explanation += "; ours: \(reason.message) [\(reason.rule)]"
            if !reason.reference.isEmpty { explanation += ", \(reason.reference)" }
        }
        let file = exchange.recorded?.record.origin.file ?? exchange.server?.record.origin.file ?? ""
        return ReportedDifference(
            file: file.isEmpty ? input.firstFile : file, record: exchange.recorded?.number ?? exchange.server?.number,
            line: difference.recorded.line, column: difference.recorded.column,
            messageID: exchange.recorded?.message.header?.msgID ?? exchange.ours?.header?.msgID,
            commandID: difference.commandID, target: difference.target, subject: difference.kind.rawValue,
            recorded: difference.recorded.text, ours: difference.ours.text, rule: difference.rule.id,
            explanation: explanation)
    }

    private static func conversation(_ recording: Recording) -> [ReportedMessage] {
        let messages = recording.devices.flatMap(\.sessions).flatMap { session in
            session.clientMessages.map { (sender: LintedMessage.Sender.client, message: $0) }
                + session.serverMessages.map { (sender: .server, message: $0) }
        }
        var conversation = Conversation()
        for (sender, message) in messages.sorted(by: { $0.message.number < $1.message.number }) {
            conversation.append(
                message.message, sender: sender, file: message.record.origin.file, record: message.number,
                time: message.record.time, size: message.record.body.count)
        }
        return conversation.messages
    }

    /// How faithful our client is, in one paragraph.
    static func figures(_ replay: ReplayReport) -> String {
        let fidelity = replay.fidelity
        guard replay.comparedCount > 0 else { return "fidelity: nothing could be compared" }
        var lines = [
            "fidelity: \(share(fidelity.commands)) commands with the same status, \(share(fidelity.results)) results, "
                + "\(share(fidelity.alerts)) alerts, in \(replay.sessions.count) \(replay.sessions.count == 1 ? "session" : "sessions")"
        ]
        if !fidelity.masked.isEmpty {
            let masks = fidelity.masked.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            lines.append("masked: \(masks.joined(separator: ", "))")
        }
        return lines.joined(separator: "\n")
    }

    private static func share(_ share: Fidelity.Share) -> String {
        let percent = share.percent.map { " (\($0) %)" } ?? ""
        return "\(share.equal) of \(share.all)\(percent)"
    }

    static func learned(_ replay: ReplayReport) -> String {
        guard !replay.learned.isEmpty else { return "learned: nothing" }
        let lines = replay.learned.map { fact in
            let value = fact.value.map { " = \($0.count > 100 ? $0.prefix(100) + "…" : $0)" } ?? ""
            return "  \(fact.kind.rawValue) \(fact.uri)\(value) (\(fact.source), record \(fact.record))"
        }
        return Terminal.safe((["learned:"] + lines).joined(separator: "\n"))
    }

    /// The table of `--list-rules`.
    static var rules: String {
        ComparisonRule.all.map { rule in
            "\(rule.id)  \(rule.effect.rawValue)\n  \(rule.summary)\n  see: \(rule.reference)"
        }.joined(separator: "\n")
    }
}
