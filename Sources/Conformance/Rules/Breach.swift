import SyncML
import XMLStream

/// One place at which a rule is broken: what its check gives, and the linter makes a `LintFinding` of.
public struct Breach: Sendable {
    /// Where a breach of a device's rule stands: its record and that record's file.
    public struct Place: Hashable, Sendable {
        public var file: String?
        /// From 1.
        public var record: Int?

        public init(_ linted: LintedMessage) {
            file = linted.record?.origin.file
            record = linted.recordNumber
        }
    }

    /// Where, in the message; nil for the message as a whole.
    public var position: XMLPosition?
    /// Of a session's rule: the message, as an index into `LintedSession.messages`.
    public var messageIndex: Int?
    /// Of a device's rule: the record.
    public var place: Place?
    public var commandID: String?
    public var target: String?
    /// What was found, in one plain sentence.
    public var message: String
    /// What to do; empty when there is nothing to say.
    public var hint: String
    /// Another severity than the rule's, where a fragment or a Windows release weighs it differently.
    public var severity: Rule.Severity?

    public init(
        at origin: Origin = .none, messageIndex: Int? = nil, place: Place? = nil, commandID: String? = nil,
        target: String? = nil, _ message: String, hint: String = "", severity: Rule.Severity? = nil
    ) {
        position = origin.position
        self.messageIndex = messageIndex
        self.place = place
        self.commandID = commandID
        self.target = target
        self.message = message
        self.hint = hint
        self.severity = severity
    }
}
