import DMSession
import Device

/// `espalier apply` for people: one line for each Status, what a Get found, and what helps where something was refused.
enum ApplyText {
    static func text(_ message: ReportedMessage) -> String {
        switch message {
        case .malformed(let file, let line, let column, let message, let hint):
            let text = "\(file):\(line):\(column): \(Colour.red("error")): \(Terminal.safe(message))"
            return hint.isEmpty ? text : "\(text)\n  hint: \(Terminal.safe(hint))"
        case .applied(let file, let applied, _): return lines(file, applied).joined(separator: "\n")
        }
    }

    private static func lines(_ file: String, _ applied: Applier.Applied) -> [String] {
        var lines = [Colour.bold(file)]
        var shown: Set<Int> = []
        for diagnostic in applied.diagnostics where diagnostic.commandID == nil {
            lines += self.lines(diagnostic, file, indent: "  ")
        }
        for outcome in applied.turn.outcomes {
            lines.append(line(outcome))
            for entry in outcome.results {
                let data = entry.data.map { Terminal.safe(shortened($0)) } ?? ""
                lines.append("       \(Terminal.safe(entry.uri)) (\(entry.format.rawValue)) = \(data)")
            }
            for (index, diagnostic) in applied.diagnostics.enumerated()
            where diagnostic.commandID != nil && diagnostic.commandID == outcome.commandID
                && (diagnostic.target == nil || diagnostic.target == outcome.target) && shown.insert(index).inserted
            {
                lines += self.lines(diagnostic, file, indent: "       ")
            }
        }
        for (index, diagnostic) in applied.diagnostics.enumerated()
        where diagnostic.commandID != nil && !shown.contains(index) {
            lines += self.lines(diagnostic, file, indent: "  ")
        }
        for interaction in applied.turn.interactions {
            let answers = interaction.visibleAnswers.joined(separator: ", ")
            lines.append(
                "  the user was asked \"\(Terminal.safe(interaction.alert.text))\": \(interaction.status)"
                    + (answers.isEmpty ? "" : ", \(Terminal.safe(answers))"))
        }
        if let end = applied.turn.end { lines.append("  session over: \(words(end))") }
        return lines
    }

    private static func line(_ outcome: CommandOutcome) -> String {
        let status = outcome.succeeded ? Colour.green(String(outcome.status)) : Colour.red(String(outcome.status))
        let depth = outcome.parent == nil ? "  " : "    "
        let name = Terminal.safe("\(outcome.command) \(outcome.commandID ?? "(no CmdID)")")
        let padded = name + String(repeating: " ", count: max(14 - name.count, 1))
        let error = outcome.originalError.map { " \($0.uppercase)" } ?? ""
        return "\(depth)\(status)\(error)  \(padded)\(Terminal.safe(outcome.target ?? ""))"
    }

    private static func lines(_ diagnostic: Diagnostic, _ file: String, indent: String) -> [String] {
        let word =
            switch diagnostic.severity {
            case .error: Colour.red("error")
            case .warning: Colour.yellow("warning")
            case .note: "note"
            }
        let place = diagnostic.line.map { "\($0):\(diagnostic.column ?? 1): " } ?? ""
        var lines = ["\(indent)\(place)\(word): \(Terminal.safe(diagnostic.message)) [\(diagnostic.rule)]"]
        if !diagnostic.hint.isEmpty { lines.append("\(indent)hint: \(Terminal.safe(diagnostic.hint))") }
        if !diagnostic.reference.isEmpty { lines.append(Colour.dim("\(indent)see: \(diagnostic.reference)")) }
        return lines
    }

    private static func words(_ end: SessionEnd) -> String {
        switch end {
        case .completed: "the server had nothing more to say, the client sends no reply"
        case .abortedByServer: "the server sent Alert 1223"
        case .abortedByClient: "the client sent Alert 1223"
        case .headerRefused(let status): "the client answered \(status) to the SyncHdr and sent Alert 1223"
        case .unenrolled: "the device left management"
        case .clientNotAuthenticated: "the server did not take the client's credentials"
        case .serverNotAuthenticated: "the server did not prove itself"
        }
    }

    private static func shortened(_ text: String) -> String {
        text.count > 200 ? String(text.prefix(200)) + "…" : text
    }
}
