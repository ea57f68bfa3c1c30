import SyncML
import XMLStream

/// One thing in which two client messages differ where they have to be equal.
public struct Difference: Hashable, Sendable {
    /// What differs. Raw values are stable.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case message, header, status, results, alert, command
    }

    /// What one side has at the place.
    public struct Side: Hashable, Sendable {
        /// In the terms of the wire, such as `405`; nil where this side has nothing.
        public var text: String?
        /// The file of the message; empty for a message that was never in one.
        public var file: String
        /// The place in that file, from 1; nil for a message without text, or for nothing.
        public var line: Int?
        public var column: Int?

        public init(text: String?, file: String = "", line: Int? = nil, column: Int? = nil) {
            self.text = text
            self.file = file
            self.line = line
            self.column = column
        }
    }

    /// Why our client answers as it does, in the words of its own diagnostic.
    public struct Reason: Hashable, Sendable {
        public var rule: String
        public var message: String
        public var hint: String
        public var reference: String

        public init(rule: String, message: String, hint: String, reference: String) {
            self.rule = rule
            self.message = message
            self.hint = hint
            self.reference = reference
        }
    }

    public var kind: Kind
    public var rule: ComparisonRule
    /// What differs, in one plain sentence.
    public var message: String
    public var ours: Side
    public var recorded: Side
    /// The server's command that the place belongs to: CmdRef, and MsgRef; nil where there is none.
    public var commandID: String?
    public var messageReference: String?
    /// The command's name, such as `Replace`.
    public var command: String?
    public var target: String?
    public var reason: Reason?

    public init(
        _ rule: ComparisonRule, _ kind: Kind, _ message: String, ours: Side, recorded: Side, commandID: String? = nil,
        messageReference: String? = nil, command: String? = nil, target: String? = nil, reason: Reason? = nil
    ) {
        self.kind = kind
        self.rule = rule
        self.message = message
        self.ours = ours
        self.recorded = recorded
        self.commandID = commandID
        self.messageReference = messageReference
        self.command = command
        self.target = target
        self.reason = reason
    }
}

/// A client message with the place that it came from.
public struct ComparedMessage: Sendable {
    public var message: Message
    public var origin: CaptureOrigin

    public init(_ message: Message, origin: CaptureOrigin = .none) {
        self.message = message
        self.origin = origin
    }

    func side(_ text: String?, at origin: Origin = .none) -> Difference.Side {
        guard text != nil, let position = origin.position else {
            return Difference.Side(text: text, file: self.origin.file)
        }
        return Difference.Side(
            text: text, file: self.origin.file, line: self.origin.line + position.line - 1, column: position.column)
    }
}
