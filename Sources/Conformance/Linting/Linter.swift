import Capture
import SyncML

/// Checks messages against rules, without applying them.
public struct Linter: Sendable {
    public let rules: [Rule]
    public let context: LintContext
    private let messageChecks: [(Rule, @Sendable (LintedMessage) -> [Breach])]
    private let commandChecks: [(Rule, @Sendable (LintedCommand) -> [Breach])]
    private let sessionChecks: [(Rule, @Sendable (LintedSession) -> [Breach])]

    public init(rules: [Rule] = Rule.all, context: LintContext = LintContext()) {
        self.rules = rules
        self.context = context
        messageChecks = rules.compactMap { rule in
            if case .message(let check) = rule.check { (rule, check) } else { nil }
        }
        commandChecks = rules.compactMap { rule in
            if case .command(let check) = rule.check { (rule, check) } else { nil }
        }
        sessionChecks = rules.compactMap { rule in
            if case .session(let check) = rule.check { (rule, check) } else { nil }
        }
    }

    /// What is wrong with one message by itself, in document order.
    ///
    /// - Parameter file: the name that the findings carry.
    public func findings(in linted: LintedMessage, file: String) -> [LintFinding] {
        var findings = linted.message.findings.map { LintFinding($0, file: file) }
        for (rule, check) in messageChecks {
            findings += check(linted).map { LintFinding($0, of: rule, file: file) }
        }
        if !commandChecks.isEmpty {
            var earlier: [Command] = []
            visit(linted.message.commands, containers: [], &earlier, linted) { command in
                for (rule, check) in commandChecks {
                    findings += check(command).map { LintFinding($0, of: rule, file: file) }
                }
            }
        }
        return findings.inDocumentOrder()
    }

    /// What is wrong with a session as a whole. The messages' own findings are not repeated.
    public func findings(in session: LintedSession, file: String) -> [LintFinding] {
        sessionChecks.flatMap { rule, check in
            check(session).map { breach in
                let record = breach.messageIndex.map { session.messages[$0].record } ?? nil
                return LintFinding(breach, of: rule, file: record?.origin.file ?? file)
            }
        }
    }

    private func visit(
        _ commands: [Command], containers: [Container], _ earlier: inout [Command], _ message: LintedMessage,
        _ body: (LintedCommand) -> Void
    ) {
        for command in commands {
            body(LintedCommand(command, containers: containers, earlier: earlier, in: message))
            earlier.append(command)
            switch command {
            case .atomic(let container), .sequence(let container):
                visit(container.commands, containers: containers + [container], &earlier, message, body)
            case .add, .replace, .delete, .get, .copy, .exec, .alert, .status, .results, .unknown: break
            }
        }
    }
}

extension LintFinding {
    /// A deviation that the parser accepted.
    init(_ finding: Finding, file: String) {
        self.init(
            rule: finding.rule, severity: finding.severity, file: file, position: finding.position,
            message: finding.message, hint: finding.hint, reference: finding.reference)
    }

    init(_ breach: Breach, of rule: Rule, file: String) {
        self.init(
            rule: rule.id, severity: breach.severity ?? rule.severity, file: file, position: breach.position,
            commandID: breach.commandID, target: breach.target, message: breach.message, hint: breach.hint,
            reference: rule.reference, requirements: rule.requirements)
    }
}

extension [LintFinding] {
    /// By place; findings without a place first, findings at one place as they were made.
    func inDocumentOrder() -> [LintFinding] {
        enumerated().sorted { left, right in
            let (leftOffset, rightOffset) = (left.element.position?.offset ?? -1, right.element.position?.offset ?? -1)
            return leftOffset == rightOffset ? left.offset < right.offset : leftOffset < rightOffset
        }.map(\.element)
    }
}
