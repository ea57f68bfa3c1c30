import Capture
import SyncML

/// A message as a rule sees it.
public struct LintedMessage: Sendable {
    /// Who wrote it.
    public enum Sender: String, Hashable, Sendable, CaseIterable {
        case server, client
    }

    public var message: Message
    public var sender: Sender
    /// HTTP round it, when it comes from a capture.
    public var record: CaptureRecord?
    public var context: LintContext

    public init(_ message: Message, sender: Sender, record: CaptureRecord? = nil, context: LintContext = LintContext())
    {
        self.message = message
        self.sender = sender
        self.record = record
        self.context = context
    }
}
