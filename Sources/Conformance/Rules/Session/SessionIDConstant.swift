extension Rule {
    static let sessionIDConstant = Rule(
        "session.session-id", .warning, "A SessionID other than that of the session.",
        requirements: ["DM-HDR-05", "DM-SESS-21", "SES-05"], reference: "oma-dm.md 1.5, SessionID",
        check: .session { session in
            guard let expected = session.messages.first?.message.header?.sessionID else { return [] }
            return session.messages.indices.compactMap { index in
                guard let header = session.messages[index].message.header, header.sessionID != expected else {
                    return nil
                }
                return Breach(
                    at: header.origin, messageIndex: index,
                    "the SessionID is \"\(header.sessionID)\", expected \"\(expected)\"",
                    hint: "a SessionID is constant for the session")
            }
        })
}
