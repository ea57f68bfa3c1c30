import Capture
import DMSession
import DMTree

/// Why our client answered as it did: what the engine had to say of each message of the server.
struct Explanations: Sendable {
    /// By the MsgID of the server's message in the recording.
    private var turns: [String: (diagnostics: [Diagnostic], outcomes: [CommandOutcome])] = [:]

    mutating func note(_ turn: Turn, of server: RecordedMessage) {
        turns[server.message.header?.msgID ?? ""] = (turn.diagnostics, turn.outcomes)
    }

    /// The difference with our own diagnostic beside it, where it is about a command of the server.
    func explained(_ difference: Difference) -> Difference {
        guard let id = difference.commandID, let turn = turns[difference.messageReference ?? ""] else {
            return difference
        }
        var difference = difference
        let outcomes = turn.outcomes.filter { ($0.commandID ?? "") == id }
        let outcome = outcomes.first { $0.target == difference.target } ?? outcomes.first
        difference.target = difference.target ?? outcome?.target
        let diagnostics = turn.diagnostics.filter {
            ($0.commandID ?? "") == id
                && ($0.target == nil || difference.target == nil || $0.target == difference.target)
        }
        if let diagnostic = diagnostics.gravest {
            difference.reason = Difference.Reason(diagnostic)
        } else if let outcome {
            difference.reason = Difference.Reason(
                rule: "replay.decision", message: "our client decides the \(outcome.command) so", hint: "",
                reference: outcome.rule.reference)
        }
        return difference
    }
}

extension [Diagnostic] {
    /// The first of those with the highest severity.
    var gravest: Diagnostic? { self.min { $0.severity.rank < $1.severity.rank } }
}

extension Difference.Reason {
    init(_ diagnostic: Diagnostic) {
        self.init(
            rule: diagnostic.rule, message: diagnostic.message, hint: diagnostic.hint, reference: diagnostic.reference)
    }
}

extension Advice.Severity {
    /// The gravest first.
    fileprivate var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .note: 2
        }
    }
}
