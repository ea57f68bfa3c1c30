import Capture
import SyncML

/// A message of a capture, read.
public struct RecordedMessage: Sendable {
    public var message: Message
    public var record: CaptureRecord
    /// Which record of the capture it is, from 1.
    public var number: Int

    public init(_ message: Message, record: CaptureRecord, number: Int) {
        self.message = message
        self.record = record
        self.number = number
    }

    /// The message as the comparison wants it.
    var compared: ComparedMessage { ComparedMessage(message, origin: record.origin) }

    var alerts: [Alert] {
        message.commands.compactMap { if case .alert(let alert) = $0 { alert } else { nil } }
    }

    var statuses: [Status] {
        message.commands.compactMap { if case .status(let status) = $0 { status } else { nil } }
    }
}
