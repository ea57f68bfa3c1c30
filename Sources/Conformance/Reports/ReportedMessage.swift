import Capture

/// One message of a conversation, as a report shows it.
public struct ReportedMessage: Sendable {
    public var sender: LintedMessage.Sender
    /// The file that holds it.
    public var file: String
    /// Of a capture: which record it is, from 1. Findings with the same file and record belong to it.
    public var record: Int?
    /// nil when the source does not say.
    public var time: CaptureTime?
    public var sessionID: String?
    public var messageID: String?
    /// The bytes on the wire.
    public var size: Int
    /// The status that the other side gave the SyncHdr.
    public var headerStatus: String?
    /// In document order, a row for each address; containers come before what they hold.
    public var commands: [ReportedCommand]
    /// The message as XML, of WBXML too; empty where it is not kept.
    public var body: String
    /// The lines of the body that redaction changed, on which columns have no meaning.
    var changedLines: Set<Int>
    /// False when redaction took lines away, so that no place fits any more.
    var keepsLines: Bool

    public init(
        sender: LintedMessage.Sender, file: String, record: Int? = nil, time: CaptureTime? = nil,
        sessionID: String? = nil, messageID: String? = nil, size: Int = 0, headerStatus: String? = nil,
        commands: [ReportedCommand] = [], body: String = ""
    ) {
        self.sender = sender
        self.file = file
        self.record = record
        self.time = time
        self.sessionID = sessionID
        self.messageID = messageID
        self.size = size
        self.headerStatus = headerStatus
        self.commands = commands
        self.body = body
        changedLines = []
        keepsLines = true
    }
}

/// One command of a message with one address, and what the other side answered.
public struct ReportedCommand: Hashable, Sendable {
    /// `Replace`, `Status` and so on.
    public var name: String
    public var commandID: String?
    /// How many containers stand round it.
    public var depth: Int
    /// The address, or what a Status or Results answers.
    public var target: String?
    /// Meta Format of the Item, else of its command.
    public var format: String?
    /// Data, as written.
    public var data: String?
    /// The status code: the answer to a command, the code of a Status; nil when there is none.
    public var status: String?
    /// `msft:originalerror` beside the status.
    public var originalError: String?
    /// Where the Item stands in its message, or the command without one; from 1.
    public var line: Int?

    public init(
        _ name: String, commandID: String? = nil, depth: Int = 0, target: String? = nil, format: String? = nil,
        data: String? = nil, status: String? = nil, originalError: String? = nil, line: Int? = nil
    ) {
        self.name = name
        self.commandID = commandID
        self.depth = depth
        self.target = target
        self.format = format
        self.data = data
        self.status = status
        self.originalError = originalError
        self.line = line
    }
}
