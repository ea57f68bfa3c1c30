import Capture
import SyncML

/// Checks messages against rules, without applying them.
public struct Linter: Sendable {
    public let rules: [Rule]
    public let context: LintContext
    /// The rules by their ids: what is told while reading is shown only when its rule is one of them.
    private let byID: [String: Rule]
    private let messageChecks: [(Rule, @Sendable (LintedMessage) -> [Breach])]
    private let commandChecks: [(Rule, @Sendable (LintedCommand) -> [Breach])]
    private let recordChecks: [(Rule, @Sendable (CaptureRecord) -> [Breach])]
    private let sessionChecks: [(Rule, @Sendable (LintedSession) -> [Breach])]
    private let deviceChecks: [(Rule, @Sendable (LintedDevice) -> [Breach])]

    public init(rules: [Rule] = Rule.all, context: LintContext = LintContext()) {
        self.rules = rules
        self.context = context
        byID = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
        messageChecks = rules.compactMap { rule in
            if case .message(let check) = rule.check { (rule, check) } else { nil }
        }
        commandChecks = rules.compactMap { rule in
            if case .command(let check) = rule.check { (rule, check) } else { nil }
        }
        recordChecks = rules.compactMap { rule in
            if case .record(let check) = rule.check { (rule, check) } else { nil }
        }
        sessionChecks = rules.compactMap { rule in
            if case .session(let check) = rule.check { (rule, check) } else { nil }
        }
        deviceChecks = rules.compactMap { rule in
            if case .device(let check) = rule.check { (rule, check) } else { nil }
        }
    }

    /// What is wrong with one message by itself, in document order.
    ///
    /// - Parameter file: the name that the findings carry.
    public func findings(in linted: LintedMessage, file: String) -> [LintFinding] {
        var findings = linted.message.findings.compactMap { finding in
            byID[finding.rule].map { LintFinding(finding, of: $0, in: linted, file: file) }
        }
        for (rule, check) in messageChecks {
            findings += check(linted).map { LintFinding($0, of: rule, file: file) }
        }
        if !commandChecks.isEmpty {
            var earlier: [Command] = []
            var trial = MessageTrial(linted)
            visit(linted.message.commands, containers: [], &earlier, &trial, linted) { command in
                for (rule, check) in commandChecks {
                    findings += check(command).map { LintFinding($0, of: rule, file: file) }
                }
            }
        }
        for index in findings.indices { findings[index].record = linted.recordNumber }
        return findings.inDocumentOrder()
    }

    /// What is wrong with a session as a whole. The messages' own findings are not repeated.
    public func findings(in session: LintedSession, file: String) -> [LintFinding] {
        sessionChecks.flatMap { rule, check in
            check(session).map { breach in
                let linted = breach.messageIndex.map { session.messages[$0] }
                let own = linted?.record?.origin.file ?? ""
                var finding = LintFinding(breach, of: rule, file: own.isEmpty ? file : own)
                finding.record = linted?.recordNumber
                return finding
            }
        }
    }

    /// What is wrong with one exchange of HTTP.
    public func findings(in record: CaptureRecord, number: Int, file: String) -> [LintFinding] {
        recordChecks.flatMap { rule, check in
            check(record).map { breach in
                var finding = LintFinding(breach, of: rule, file: file)
                finding.record = number
                return finding
            }
        }
    }

    /// What is wrong with all sessions of a device together.
    public func findings(in device: LintedDevice, file: String) -> [LintFinding] {
        deviceChecks.flatMap { rule, check in
            check(device).map { breach in
                let own = breach.place?.file ?? ""
                var finding = LintFinding(breach, of: rule, file: own.isEmpty ? file : own)
                finding.record = breach.place?.record
                return finding
            }
        }
    }

    /// The finding about a document that is not looked into, or could not be read; nil when the rule is not chosen.
    func finding(_ rule: Rule, _ breach: Breach, file: String) -> LintFinding? {
        byID[rule.id] == nil ? nil : LintFinding(breach, of: rule, file: file)
    }

    private func visit(
        _ commands: [Command], containers: [Container], isInAtomic: Bool = false, _ earlier: inout [Command],
        _ trial: inout MessageTrial?, _ message: LintedMessage, _ body: (LintedCommand) -> Void
    ) {
        for command in commands {
            body(
                LintedCommand(
                    command, containers: containers, isInAtomic: isInAtomic, earlier: earlier, in: message,
                    reviews: trial?.review(command, isInAtomic: isInAtomic) ?? []))
            earlier.append(command)
            switch command {
            case .atomic(let atomic):
                visit(
                    atomic.commands, containers: containers + [atomic], isInAtomic: true, &earlier, &trial, message,
                    body)
            case .sequence(let sequence):
                visit(
                    sequence.commands, containers: containers + [sequence], isInAtomic: isInAtomic, &earlier, &trial,
                    message, body)
            case .add, .replace, .delete, .get, .copy, .exec, .alert, .status, .results, .unknown: break
            }
        }
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
