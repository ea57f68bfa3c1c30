import SyncML
import XMLStream

/// One place at which a rule is broken: what its check gives, and the linter makes a `LintFinding` of.
public struct Breach: Sendable {
    /// Where, in the message; nil for the message as a whole.
    public var position: XMLPosition?
    /// Of a session's rule: the message, as an index into `LintedSession.messages`.
    public var messageIndex: Int?
    public var commandID: String?
    public var target: String?
    /// What was found, in one plain sentence.
    public var message: String
    /// What to do; empty when there is nothing to say.
    public var hint: String
    /// Another severity than the rule's, where a fragment or a Windows release weighs it differently.
    public var severity: Rule.Severity?

    public init(
        at origin: Origin = .none, messageIndex: Int? = nil, commandID: String? = nil, target: String? = nil,
        _ message: String, hint: String = "", severity: Rule.Severity? = nil
    ) {
        position = origin.position
        self.messageIndex = messageIndex
        self.commandID = commandID
        self.target = target
        self.message = message
        self.hint = hint
        self.severity = severity
    }
}
