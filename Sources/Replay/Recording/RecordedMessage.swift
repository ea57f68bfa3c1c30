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

    /// Answers commands of the server, and opens no session: no package 1, whatever comes before it in a capture.
    var answersWithoutOpening: Bool {
        let opens = alerts.contains { ["1200", "1201"].contains($0.data?.content ?? "") }
        return !opens
            && message.commands.contains { command in
                switch command {
                case .status(let status): status.cmdRef != "0"
                case .results: true
                case .add, .replace, .delete, .get, .copy, .exec, .alert, .atomic, .sequence, .unknown: false
                }
            }
    }
}
