import Capture
import SyncML

extension LintFinding {
    /// A deviation that the parser accepted.
    ///
    /// Pages print commands in a SyncML element without its SyncHdr; whoever sends them puts one round them. Outside of a capture
    /// that is a warning.
    init(_ finding: Finding, of rule: Rule, in linted: LintedMessage, file: String) {
        let isExcerpt =
            finding.rule == ParseRule.headerMissing.rawValue && linted.record == nil
            && !linted.message.commands.isEmpty
        self.init(
            rule: finding.rule, severity: isExcerpt ? .warning : finding.severity, file: file,
            position: finding.position,
            message: finding.message, hint: finding.hint, reference: finding.reference,
            requirements: rule.requirements)
    }

    init(_ breach: Breach, of rule: Rule, file: String) {
        self.init(
            rule: rule.id, severity: breach.severity ?? rule.severity, file: file, position: breach.position,
            commandID: breach.commandID, target: breach.target, message: breach.message, hint: breach.hint,
            reference: rule.reference, requirements: rule.requirements)
    }

    /// A document that the parser refused.
    init(_ refusal: MessageRefusal, file: String) {
        self.init(
            rule: "message.\(refusal.code.rawValue.kebabCased)", severity: .error, file: file,
            position: refusal.position, message: refusal.message, hint: refusal.hint, reference: "design.md 8",
            requirements: refusal.code.requirements)
    }

    /// A part of a capture that could not be read.
    public init(_ fault: CaptureFault) {
        self.init(
            rule: "capture.\(fault.code.rawValue)", severity: .error, file: fault.origin.file,
            message: "\(fault.message) (byte \(fault.origin.offset), line \(fault.origin.line))", hint: fault.hint,
            reference: "design.md 8")
    }
}
