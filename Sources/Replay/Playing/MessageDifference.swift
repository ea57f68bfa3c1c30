import Capture
import SyncML

/// Differences of whole messages.
enum MessageDifference {
    static func missing(_ recorded: RecordedMessage, reason: Difference.Reason?) -> Difference {
        let origin = recorded.record.origin
        return Difference(
            .messageMissing, .message,
            "the recorded client sent message \(recorded.message.header?.msgID ?? "?") here, ours sends nothing",
            ours: Difference.Side(text: nil),
            recorded: Difference.Side(text: words(recorded.message), file: origin.file, line: origin.line, column: 1),
            reason: reason)
    }

    static func extra(_ ours: Message) -> Difference {
        Difference(
            .messageExtra, .message,
            "our client sends message \(ours.header?.msgID ?? "?") here, the recorded one sent nothing",
            ours: Difference.Side(text: words(ours)), recorded: Difference.Side(text: nil))
    }

    private static func words(_ message: Message) -> String {
        message.commands.map { command in
            if case .status(let status) = command { "Status \(status.data?.content ?? "")" } else { command.name }
        }.joined(separator: ", ")
    }
}
