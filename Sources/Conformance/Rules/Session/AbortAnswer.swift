import SyncML

extension Rule {
    static let abortAnswer = Rule(
        "session.abort-answer", .warning,
        "A server answers the client's Alert 1223 with commands, or without a Status for the Alert.",
        requirements: ["DM-SESS-24"], reference: "oma-dm.md 2.6",
        check: .session { session in
            session.messages.indices.dropFirst().compactMap { index in
                let linted = session.messages[index]
                let before = session.messages[index - 1]
                guard linted.sender == .server, before.sender == .client,
                    let alert = before.message.commands.lazy.compactMap(\.alert).first(where: { $0.code == 1223 })
                else { return nil }
                if let command = linted.message.commands.first(where: \.isNewCommand) {
                    return Breach(
                        at: command.origin, messageIndex: index, commandID: command.cmdID,
                        target: command.firstTarget,
                        "the client had ended the session, so the \(command.name) was not executed",
                        hint: "answer an abort with Statuses only")
                }
                let isAnswered = linted.message.commands.contains { $0.status?.cmdRef == alert.cmdID }
                guard !isAnswered else { return nil }
                return Breach(
                    at: linted.message.header?.origin ?? .none, messageIndex: index,
                    "the server did not answer the client's Alert 1223",
                    hint: "send a Status for the SyncHdr and one for the Alert")
            }
        })
}
