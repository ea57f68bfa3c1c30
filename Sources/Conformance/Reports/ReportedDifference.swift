/// One thing that two sides of a comparison do not have alike, shown side by side.
public struct ReportedDifference: Hashable, Sendable {
    /// The file, and of a capture the record, of the recorded message.
    public var file: String
    public var record: Int?
    /// The place in the file, from 1; nil for a message as a whole, and for what the recorded side does not have.
    public var line: Int?
    public var column: Int?
    public var messageID: String?
    public var commandID: String?
    public var target: String?
    /// What differs, in a word or two, such as "status".
    public var subject: String
    /// What was recorded; nil when the recorded side has nothing here.
    public var recorded: String?
    /// What our side has; nil when it has nothing here.
    public var ours: String?
    /// The id of the rule that explains the difference or names it.
    public var rule: String?
    /// One sentence; empty when nothing explains it.
    public var explanation: String
    /// True when the difference is expected, as of ids, times or device facts; others fail the run.
    public var isExplained: Bool

    public init(
        file: String, record: Int? = nil, line: Int? = nil, column: Int? = nil, messageID: String? = nil,
        commandID: String? = nil, target: String? = nil,
        subject: String, recorded: String?, ours: String?, rule: String? = nil, explanation: String = "",
        isExplained: Bool = false
    ) {
        self.file = file
        self.record = record
        self.line = line
        self.column = column
        self.messageID = messageID
        self.commandID = commandID
        self.target = target
        self.subject = subject
        self.recorded = recorded
        self.ours = ours
        self.rule = rule
        self.explanation = explanation
        self.isExplained = isExplained
    }
}
