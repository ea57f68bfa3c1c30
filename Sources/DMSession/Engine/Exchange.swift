import SyncML

/// What a session keeps between the messages of package 1 and of its end.
struct Exchange: Sendable {
    /// MsgID of the last message we sent.
    var sent = 1
    /// MsgID that the next message of the server should have.
    var expected = 1
    /// MsgID of the message that is being answered; MsgRef of the answer.
    var answered = "1"
    /// The server did not close its package with Final yet.
    var isRequestOpen = false
    /// Answers that did not fit into an earlier message of ours.
    var outbox = Outbox()
    /// The object of which the server has sent a part.
    var incoming: IncomingObject?
    /// Alerts of ours that go out behind the Statuses of the next message.
    var alerts: [Command] = []
    /// The last message was a keep-alive: the real answer waits in the outbox.
    var isHolding = false
    /// The next message is Alert 1223.
    var isAborting = false
    /// What the server said about itself in its SyncHdr, valid until it says something else (oma-dm.md 1.3).
    var server = ServerLimits()
    /// What the Status for the SyncHdr says, and asks for.
    var headerAnswer = HeaderAnswer()
    /// Where our messages go since the server gave a RespURI (oma-dm.md 1.5); nil for the account's address.
    var address: String?
}

/// Sizes that a server states in the Meta of its SyncHdr (oma-dm.md 1.3). nil for no limit.
struct ServerLimits: Hashable, Sendable {
    /// The largest message in bytes.
    var maxMsgSize: Int?
    /// The largest object in bytes.
    var maxObjSize: Int?

    /// A size that is no positive number does nothing.
    static func size(_ text: String?) -> Int? {
        guard let text, let size = Int(text), size > 0 else { return nil }
        return size
    }
}
