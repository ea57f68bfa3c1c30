/// The messages of one session, both sides, in the order in which they were sent.
public struct LintedSession: Sendable {
    public let messages: [LintedMessage]
    /// False when the capture ends before the session does, or begins after it did.
    public let isComplete: Bool
    /// Which Status belongs to which command.
    public let answers: AnswerLedger

    public init(_ messages: [LintedMessage], isComplete: Bool = true) {
        self.messages = messages
        self.isComplete = isComplete
        answers = AnswerLedger(messages)
    }

    /// The places of one side's messages in `messages`.
    func indices(of sender: LintedMessage.Sender) -> [Int] {
        messages.indices.filter { messages[$0].sender == sender }
    }

    /// True when both sides were recorded: what one side leaves out can be seen only then.
    public var hasBothSides: Bool {
        messages.contains { $0.sender == .server } && messages.contains { $0.sender == .client }
    }

    /// Who the session belongs to: Source of the client's header, or Target of the server's.
    public var deviceID: String {
        for linted in messages {
            guard let header = linted.message.header else { continue }
            let location = linted.sender == .client ? header.source : header.target
            if let location, !location.locURI.isEmpty { return location.locURI }
        }
        return ""
    }
}
