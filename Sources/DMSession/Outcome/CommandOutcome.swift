import DMTree

/// The answer to one command, or to one of its Items: one Status of the reply, with what stands behind it.
public struct CommandOutcome: Hashable, Sendable {
    /// The CmdID; nil when the command has none (its Status has an empty CmdRef).
    public var commandID: String?
    /// The element's name.
    public var command: String
    /// The Item's Target LocURI as written.
    public var target: String?
    public var status: Int
    /// The HRESULT behind a refusal, whatever the sync version.
    public var originalError: HRESULT?
    /// The rule that decided.
    public var rule: DecisionRule
    /// The place of the command in its message, from 1.
    public var line: Int?
    public var column: Int?
    /// The CmdID of the Atomic or Sequence that holds the command; empty when that has none.
    public var parent: String?
    /// True when the Status carries a TargetRef: the command has several Items.
    public var isPerItem: Bool
    /// What a Get found, to be sent as Results after this Status.
    public var results: [Reading.Entry]
    /// True when the change cannot be taken back by an Atomic.
    var isLasting = false

    public init(
        commandID: String?, command: String, target: String?, status: Int, originalError: HRESULT?, rule: DecisionRule,
        line: Int?, column: Int?, parent: String?, isPerItem: Bool = false, results: [Reading.Entry] = []
    ) {
        self.commandID = commandID
        self.command = command
        self.target = target
        self.status = status
        self.originalError = originalError
        self.rule = rule
        self.line = line
        self.column = column
        self.parent = parent
        self.isPerItem = isPerItem
        self.results = results
    }

    /// True for 2xx other than 215 and 216, which stand for "not executed" and "undone".
    public var succeeded: Bool { (200..<300).contains(status) && status != 215 && status != 216 }
}
