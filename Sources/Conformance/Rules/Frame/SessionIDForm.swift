extension Rule {
    static let sessionIDForm = Rule(
        "header.session-id-form", .warning, "A SessionID of more than 4 bytes.", reference: "oma-dm.md 1.5, SessionID",
        check: .message { linted in
            guard let header = linted.message.header, header.sessionID.utf8.count > 4 else { return [] }
            return [
                Breach(
                    at: header.origin,
                    "the SessionID \"\(header.sessionID)\" has \(header.sessionID.utf8.count) bytes, and 4 are allowed",
                    hint: "a server writes the SessionID that the client sent")
            ]
        })
}
