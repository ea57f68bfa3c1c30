import XMLStream

/// The limits of a message, in one place (design.md section 7). Every refusal reports the actual and the allowed value.
public struct MessageLimits: Hashable, Sendable {
    /// The largest message in bytes. Checked before anything is read.
    public var messageBytes: Int
    /// The deepest nesting of elements; the root has depth 1.
    public var depth: Int
    /// The most commands in one message, those inside Atomic and Sequence included.
    public var commandsPerMessage: Int
    /// The longest text between two tags, in bytes after entities are resolved.
    public var textBytes: Int
    /// The most tags, attributes and texts in one message.
    public var events: Int
    /// The largest object that chunks may add up to, in bytes (oma-dm.md 2.9). The session enforces it: one message cannot.
    public var chunkedObjectBytes: Int
    /// The most findings that one message yields; a last one says that more were left out.
    public var findings: Int

    /// 10 MiB, 64 levels, 10,000 commands, texts of 8 MiB, 4 million events, objects of 10 MiB, 1,000 findings.
    public static let standard = MessageLimits()

    public init(
        messageBytes: Int = 10 << 20, depth: Int = 64, commandsPerMessage: Int = 10_000, textBytes: Int = 8 << 20,
        events: Int = 4_000_000, chunkedObjectBytes: Int = 10 << 20, findings: Int = 1_000
    ) {
        self.messageBytes = messageBytes
        self.depth = depth
        self.commandsPerMessage = commandsPerMessage
        self.textBytes = textBytes
        self.events = events
        self.chunkedObjectBytes = chunkedObjectBytes
        self.findings = findings
    }

    /// The part that XMLStream enforces.
    var xml: XMLLimits {
        XMLLimits(documentBytes: messageBytes, depth: depth, events: events, textBytes: textBytes)
    }
}
