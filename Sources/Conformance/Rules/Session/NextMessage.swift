import SyncML

extension Rule {
    static let nextMessage = Rule(
        "session.next-message", .warning,
        "The client's package was not closed, and the server did not ask for the rest with Alert 1222 alone.",
        requirements: ["DM-SESS-17", "DM-SESS-18"], reference: "oma-dm.md 2.2",
        check: .session { session in
            session.messages.indices.dropFirst().compactMap { index in
                let linted = session.messages[index]
                let before = session.messages[index - 1]
                guard linted.sender == .server, before.sender == .client, before.message.isOpenPackage,
                    !linted.message.hasAlert(1223), !linted.message.isChallenge,
                    !linted.message.continues(session, index)
                else { return nil }
                let asks = linted.message.hasAlert(1222)
                guard !asks || linted.message.isFinal else { return nil }
                return Breach(
                    at: linted.message.header?.origin ?? .none, messageIndex: index,
                    asks
                        ? "Final stands in a message that asks for the rest of the client's package"
                        : "the client's message had no Final, and the server did not ask for the rest",
                    hint: "send the Status for the SyncHdr and Alert 1222, without Final")
            }
        })
}
