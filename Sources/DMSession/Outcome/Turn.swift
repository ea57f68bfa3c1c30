import DMTree
import SyncML

/// What one message of the server brought.
public struct Turn: Sendable {
    /// The client's answer; nil when the client sends nothing more.
    public var reply: Message?
    /// True when the reply's SyncBody declares the `msft` namespace (SyncApplicationVersion 3.0 or more).
    public var declaresMSFT: Bool
    /// Set when the session is over.
    public var end: SessionEnd?
    public var outcomes: [CommandOutcome]
    public var diagnostics: [Diagnostic]
    /// What the device has to carry out, in order.
    public var effects: [Effect]
    /// Statuses of the server to our earlier commands, in order.
    public var received: [Status]
    /// What the user saw, in order (oma-dm.md 2.5).
    public var interactions: [UserInteraction]
    /// The address to which the reply and all later messages go, since the server gave a RespURI (oma-dm.md 1.5); nil
    /// for the account's own.
    public var address: String?
    /// The forms in which the reply is to be written as XML.
    public var writing: WritingOptions
    /// The form in which the reply travels.
    public var coding: MessageCoding

    public init(
        reply: Message?, declaresMSFT: Bool = false, end: SessionEnd? = nil, outcomes: [CommandOutcome] = [],
        diagnostics: [Diagnostic] = [], effects: [Effect] = [], received: [Status] = [],
        interactions: [UserInteraction] = [], address: String? = nil, writing: WritingOptions = .standard,
        coding: MessageCoding = .xml
    ) {
        self.reply = reply
        self.declaresMSFT = declaresMSFT
        self.end = end
        self.outcomes = outcomes
        self.diagnostics = diagnostics
        self.effects = effects
        self.received = received
        self.interactions = interactions
        self.address = address
        self.writing = writing
        self.coding = coding
    }

    /// The bytes of the reply as they travel; nil when there is none.
    ///
    /// - Throws: `XMLError` with code `outOfMemory`.
    public func replyBytes() throws -> [UInt8]? {
        try reply?.travelling(coding, declaresMSFT: declaresMSFT, options: writing)
    }
}

/// Why a session is over.
public enum SessionEnd: Hashable, Sendable {
    /// The server had nothing more to say (oma-dm.md 2.1).
    case completed
    /// The server sent Alert 1223.
    case abortedByServer
    /// We sent Alert 1223: a Results did not fit the server's MaxMsgSize (OBS-013), or the device gave up.
    case abortedByClient
    /// The server's SyncHdr could not be accepted: 505, 513, or 400 for another session's id. The reply says so and
    /// carries Alert 1223.
    case headerRefused(status: Int)
    /// The server executed Unenroll, which ends every session without a Status (windows-csp.md 3.8).
    case unenrolled
    /// The server asked for credentials that the client does not have, or refused them (oma-dm.md 2.11).
    case clientNotAuthenticated(ClientAuthentication.Failure)
    /// The server did not prove itself, however often it was challenged. The last message carries Alert 1223.
    case serverNotAuthenticated

    /// True when the sides did not come to know each other: nothing that the server wanted happened.
    public var isRefusal: Bool {
        switch self {
        case .clientNotAuthenticated, .serverNotAuthenticated: true
        case .completed, .abortedByServer, .abortedByClient, .headerRefused, .unenrolled: false
        }
    }
}
