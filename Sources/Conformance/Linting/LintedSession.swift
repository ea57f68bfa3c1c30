/// The messages of one session, both sides, in the order in which they were sent.
public struct LintedSession: Sendable {
    public var messages: [LintedMessage]
    /// False when the capture ends before the session does.
    public var isComplete: Bool

    public init(_ messages: [LintedMessage], isComplete: Bool = true) {
        self.messages = messages
        self.isComplete = isComplete
    }
}
