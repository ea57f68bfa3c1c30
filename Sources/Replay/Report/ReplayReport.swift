import Capture
import DMSession
import SyncML

/// What a replay brought: the one value that every form of output is written from.
public struct ReplayReport: Sendable {
    public internal(set) var sessions: [ReplayedSession] = []
    public internal(set) var notes: [ReplayNote] = []
    /// What was taken from the capture before or during the replay, and changed something.
    public internal(set) var learned: [LearnedFact] = []
    /// False when a part of the capture could not be read.
    public internal(set) var isReadable = true

    public var differences: [Difference] { sessions.flatMap(\.differences) }

    public var fidelity: Fidelity {
        sessions.flatMap(\.exchanges).reduce(into: Fidelity()) { $0 += $1.fidelity }
    }

    /// How many messages of the client were compared.
    public var comparedCount: Int { sessions.flatMap(\.exchanges).count { $0.isCompared } }
}

/// One session, replayed.
public struct ReplayedSession: Sendable {
    public var deviceID: String
    public var sessionID: String
    /// From 1, over all sessions of the capture.
    public var number: Int
    /// One for each message that our client sent or that the recorded one sent.
    public internal(set) var exchanges: [ReplayedExchange] = []
    /// Why our session is over; nil when the capture left it open.
    public internal(set) var end: SessionEnd?

    public var differences: [Difference] { exchanges.flatMap(\.differences) }
}

/// One message of our client beside the recorded one.
public struct ReplayedExchange: Sendable {
    /// The server's message that is answered; nil for package 1.
    public var server: RecordedMessage?
    public var recorded: RecordedMessage?
    /// Read back from what our client would put on the wire; nil when it is silent.
    public var ours: Message?
    public var differences: [Difference] = []
    public var fidelity = Fidelity()
    /// What our client has to say about the server's message.
    public var diagnostics: [Diagnostic] = []

    /// Both clients have something to say here, or one of them was expected to.
    public var isCompared: Bool { recorded != nil && ours != nil || !differences.isEmpty }
}
