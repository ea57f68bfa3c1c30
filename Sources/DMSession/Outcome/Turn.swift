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

    public init(
        reply: Message?, declaresMSFT: Bool = false, end: SessionEnd? = nil, outcomes: [CommandOutcome] = [],
        diagnostics: [Diagnostic] = [], effects: [Effect] = [], received: [Status] = []
    ) {
        self.reply = reply
        self.declaresMSFT = declaresMSFT
        self.end = end
        self.outcomes = outcomes
        self.diagnostics = diagnostics
        self.effects = effects
        self.received = received
    }
}

/// Why a session is over.
public enum SessionEnd: Hashable, Sendable {
    /// The server had nothing more to say (oma-dm.md 2.1).
    case completed
    /// The server sent Alert 1223.
    case abortedByServer
    /// We sent Alert 1223: a Results did not fit the server's MaxMsgSize (OBS-013).
    case abortedByClient
    /// The server executed Unenroll, which ends every session without a Status (windows-csp.md 3.8).
    case unenrolled
    /// The server asked for credentials. Authentication is not emulated yet, so the session cannot go on.
    case credentialsWanted(status: String)
}
