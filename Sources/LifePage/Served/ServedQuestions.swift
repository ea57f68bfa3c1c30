import DMSession
import SyncML

/// The questions of a session whose answers are typed where nobody may read along (oma-dm.md 2.5: `ET=P`).
struct ServedQuestions: Sendable {
    private struct Reference: Hashable, Sendable {
        var messageID: String
        var commandID: String
    }

    private var hidden: Set<Reference> = []

    /// Takes a message of the server.
    mutating func sent(_ message: Message) {
        guard let messageID = message.header?.msgID else { return }
        for command in message.commands { take(command, messageID) }
    }

    private mutating func take(_ command: Command, _ messageID: String) {
        switch command {
        case .alert(let alert):
            guard let options = alert.items.first?.data?.content, let commandID = alert.cmdID,
                UserAlertOptions(parsing: options).echoType == .password
            else { return }
            hidden.insert(Reference(messageID: messageID, commandID: commandID))
        case .atomic(let container), .sequence(let container):
            for command in container.commands { take(command, messageID) }
        case .add, .replace, .delete, .get, .copy, .exec, .status, .results, .unknown: break
        }
    }

    /// What a message of the device answers to them.
    func typed(in message: Message) -> [String] {
        message.commands.flatMap { command -> [String] in
            guard case .status(let status) = command,
                hidden.contains(Reference(messageID: status.msgRef, commandID: status.cmdRef))
            else { return [] }
            return status.items.compactMap { $0.data?.content }
        }
    }
}
