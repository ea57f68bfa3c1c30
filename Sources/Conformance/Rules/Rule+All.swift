import SyncML

extension Rule {
    /// Every rule, in the order of `espalier lint --list`. Each group stands beside its rules.
    public static let all: [Rule] =
        captures + documents + refusals + reading + frame + commands + catalogue + records + enrollment + sessions
        + devices

    /// What the parser tells while it reads a message.
    static let reading: [Rule] = ParseRule.allCases.map { rule in
        Rule(
            rule.rawValue, rule.severity, rule.summary, requirements: rule.requirements, reference: rule.reference,
            check: .reading)
    }
}
