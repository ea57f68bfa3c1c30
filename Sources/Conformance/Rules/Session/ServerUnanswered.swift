import SyncML

extension Rule {
    static let serverUnanswered = Rule(
        "session.unanswered", .error, "A client's package that the server never answered.",
        requirements: ["DM-SESS-06"], reference: "oma-dm.md 2.1",
        check: .session { session in
            guard session.hasBothSides else { return [] }
            return session.messages.indices.compactMap { index in
                let linted = session.messages[index]
                guard linted.sender == .client, !linted.message.hasAlert(1223) else { return nil }
                let isLast = index + 1 == session.messages.count
                guard isLast || session.messages[index + 1].sender == .client else { return nil }
                // An empty answer ends the session, which a client tolerates (enrollment.md 14.6).
                let expects = linted.message.commands.contains { $0.isNewCommand || $0.results != nil }
                return Breach(
                    at: linted.message.header?.origin ?? .none, messageIndex: index,
                    "the server did not answer message \(linted.message.header?.msgID ?? "") of the client",
                    hint: "answer every package, at least with the Status for its SyncHdr and Final",
                    severity: expects ? nil : .warning)
            }
        })
}
