import DMTree

/// Something to tell a person about one command of a message: why it was refused, what helps, where it stands.
/// Diagnostics never change what goes on the wire (design.md section 4).
public struct Diagnostic: Hashable, Sendable, Codable {
    public typealias Severity = Advice.Severity

    /// The stable id of the rule; `docs/rules.md` lists them.
    public var rule: String
    public var severity: Severity
    /// The place of the command in its message, from 1; nil when the message was not read from text.
    public var line: Int?
    public var column: Int?
    /// The CmdID; nil when the diagnostic is about the message or the command has none.
    public var commandID: String?
    public var target: String?
    public var message: String
    public var hint: String
    public var reference: String

    public init(
        rule: String, severity: Severity, line: Int? = nil, column: Int? = nil, commandID: String? = nil,
        target: String? = nil, message: String, hint: String = "", reference: String
    ) {
        self.rule = rule
        self.severity = severity
        self.line = line
        self.column = column
        self.commandID = commandID
        self.target = target
        self.message = message
        self.hint = hint
        self.reference = reference
    }
}
