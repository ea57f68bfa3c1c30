import DMTree
import Notation

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
    /// The Item's Source LocURI, of a Copy.
    public internal(set) var source: String?
    /// What the user answered to a question, or typed into it; one Item of the Status each.
    public internal(set) var answers: [String] = []
    /// The ancestor that an Add could not make; the Status names it (oma-dm.md 2.3).
    public internal(set) var missingAncestor: String?
    /// True when the change cannot be taken back by an Atomic.
    var isLasting = false
    /// True for every Item of a command but the first.
    var isContinued = false
    /// True when no Status is sent, because the server asked for none and the profile obeys (oma-dm.md 8, A7).
    var isSilent = false

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

    /// True for 2xx other than 214, 215 and 216, which stand for "cancelled", "not executed" and "undone".
    public var succeeded: Bool { (200..<300).contains(status) && !(214...216).contains(status) }

    /// True when the command was carried out: it succeeded and is more than a chunk that was put aside (213).
    public var isExecuted: Bool { succeeded && status != 213 }
}
