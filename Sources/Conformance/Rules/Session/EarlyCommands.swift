import SyncML

extension Rule {
    static let earlyCommands = Rule(
        "session.early-commands", .warning, "New commands while the client still owes Statuses.",
        requirements: ["DM-SESS-16", "DM-SESS-17"], reference: "oma-dm.md 2.2",
        check: .session { session in
            session.messages.indices.dropFirst().compactMap { index in
                let linted = session.messages[index]
                let before = session.messages[index - 1]
                guard linted.sender == .server, before.sender == .client, before.message.isOpenPackage,
                    let command = linted.message.commands.first(where: \.isNewCommand),
                    !linted.message.continues(session, index)
                else { return nil }
                return Breach(
                    at: command.origin, messageIndex: index, commandID: command.cmdID, target: command.firstTarget,
                    "the \(command.name) came while the client still owes Statuses for earlier commands",
                    hint: "answer a message without Final with Alert 1222 alone until it has one")
            }
        })
}

extension Message {
    /// The sender has more to say: no Final, and neither an abort nor a request for the peer's next chunk.
    var isOpenPackage: Bool { form == .message && !isFinal && !hasAlert(1222) && !hasAlert(1223) }

    /// True for the next chunk of an object that the message before the last one left open.
    func continues(_ session: LintedSession, _ index: Int) -> Bool {
        index >= 2 && session.messages[index - 2].sender == .server && session.messages[index - 2].message.hasChunk
    }
}
