import SyncML

extension Rule {
    static let messageTooLarge = Rule(
        "session.message-too-large", .error, "A message larger than the MaxMsgSize of the other side.",
        requirements: ["DM-SESS-27", "DM-SESS-28"], reference: "oma-dm.md 2.2",
        check: .session { session in
            var limits: [LintedMessage.Sender: Int] = [:]
            return session.messages.indices.compactMap { index in
                let linted = session.messages[index]
                if let limit = linted.message.header?.meta?.maxMsgSize.flatMap({ Int($0) }) {
                    limits[linted.sender] = limit
                }
                let bytes = linted.message.raw.count
                guard let limit = limits[linted.sender.peer], limit > 0, bytes > limit else { return nil }
                return Breach(
                    at: linted.message.header?.origin ?? .none, messageIndex: index,
                    "the message has \(bytes) bytes, and the \(linted.sender.peer.rawValue) takes \(limit)",
                    hint: "send less in one message; end it without Final and go on when Alert 1222 asks for it")
            }
        })
}
