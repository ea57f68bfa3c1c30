import SyncML

extension Rule {
    static let finalMissing = Rule(
        "frame.final-missing", .warning,
        "A server's message without Final that neither asks for more nor holds a chunk of a large object.",
        requirements: ["DM-SESS-12", "DM-SESS-14"], reference: "oma-dm.md 2.2",
        check: .message { linted in
            let message = linted.message
            guard linted.sender == .server, message.form == .message, !message.isFinal, !message.commands.isEmpty,
                !message.hasAlert(1222), !message.hasAlert(1223), !message.hasChunk
            else { return [] }
            return [
                Breach(
                    at: message.header?.origin ?? .none,
                    "the message has no Final, and nothing in it says that more will come",
                    hint: "end the SyncBody with <Final/>")
            ]
        })
}

extension Message {
    /// True when an object goes on in the next message.
    var hasChunk: Bool { allCommands.contains { $0.itemsAndMeta.items.contains(where: \.moreData) } }
}
