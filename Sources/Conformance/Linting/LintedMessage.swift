import Capture
import SyncML

/// A message as a rule sees it.
public struct LintedMessage: Sendable {
    /// Who wrote it.
    public enum Sender: String, Hashable, Sendable, CaseIterable {
        case server, client

        public var peer: Sender { self == .server ? .client : .server }
    }

    public var message: Message
    public var sender: Sender
    /// HTTP round it, when it comes from a capture.
    public var record: CaptureRecord?
    /// Which record of its capture it is, from 1.
    public var recordNumber: Int?
    public var context: LintContext
    /// Who is signed in while the session runs: what the client said at its start, else what the context says.
    public var login: LoginStatus
    /// Which scope the client said that the session is for; nil when it did not say.
    public var syncType: SyncType?
    /// Of a server's message: the address of the object whose chunks began in an earlier message and go on here.
    public var continuedObject: String?

    public init(
        _ message: Message, sender: Sender, record: CaptureRecord? = nil, recordNumber: Int? = nil,
        context: LintContext = LintContext(), login: LoginStatus? = nil
    ) {
        self.message = message
        self.sender = sender
        self.record = record
        self.recordNumber = recordNumber
        self.context = context
        self.login = login ?? context.login
    }
}

extension LintedMessage {
    /// The address of the object that the message leaves open with MoreData.
    var openObject: String? {
        message.allCommands.reversed().lazy.compactMap(\.itemCommand)
            .compactMap { $0.items.last(where: \.moreData)?.target?.locURI }.first
    }
}
