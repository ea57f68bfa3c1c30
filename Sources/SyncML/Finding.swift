import XMLStream

/// A deviation that was accepted (design.md section 8): the message goes on, the reader is told.
public struct Finding: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        case error, warning, note
    }

    /// The stable id of the rule, such as `xml.byte-order-mark`. `docs/rules.md` lists them.
    public var rule: String
    public var severity: Severity
    public var position: XMLPosition
    /// What was found, in one plain sentence.
    public var message: String
    /// What to do, or empty.
    public var hint: String
    /// The source of the rule, such as "oma-dm.md 1.5".
    public var reference: String

    public init(
        rule: String, severity: Severity, position: XMLPosition, message: String, hint: String = "", reference: String
    ) {
        self.rule = rule
        self.severity = severity
        self.position = position
        self.message = message
        self.hint = hint
        self.reference = reference
    }
}
