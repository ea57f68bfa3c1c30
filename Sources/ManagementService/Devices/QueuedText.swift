import SyncML

/// A command of the queue as text: one element of SyncML.
struct QueuedText: Hashable, Sendable {
    var text: String

    init(_ text: String) { self.text = text }

    /// Without a CmdID, which it gets when a message is put together.
    init?(_ command: Command) {
        guard let bytes = try? Message(form: .body, commands: [command]).serialized() else { return nil }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// nil for a text that is not one command.
    var command: Command? {
        guard let message = try? Message(parsing: Array(text.utf8)), message.commands.count == 1 else { return nil }
        return message.commands.first
    }
}
