import DMSession

extension Rule {
    static let macMissing = Rule(
        "authentication.mac-missing", .error, "A message without the header x-syncml-hmac in a session with MAC.",
        requirements: ["DM-MAC-04", "DM-MAC-05"], reference: "oma-dm.md 2.11",
        check: .session { session in
            var hasBegun: Set<LintedMessage.Sender> = []
            return session.messages.indices.compactMap { index in
                let linted = session.messages[index]
                guard let record = linted.record, !record.headers.isEmpty else { return nil }
                if record.header(MACHeader.name) != nil {
                    hasBegun.insert(linted.sender)
                    return nil
                }
                guard hasBegun.contains(linted.sender), !linted.message.isChallenge else { return nil }
                return Breach(
                    at: linted.message.header?.origin ?? .none, messageIndex: index,
                    "the message has no x-syncml-hmac header, which counts as a wrong credential",
                    hint: "send the header with every message of the session")
            }
        })
}
