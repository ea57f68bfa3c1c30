import SyncML

/// A command that is saved as the SyncML that went over the wire.
struct SavedCommand: Hashable, Sendable, Codable {
    var command: Command

    init(_ command: Command) { self.command = command }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let message = try? Message(parsing: Array(text.utf8)), message.commands.count == 1 else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "this is not one SyncML command")
        }
        command = message.commands[0]
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        let message = Message(form: .body, commands: [command])
        try container.encode(String(decoding: message.serialized(), as: UTF8.self))
    }
}
