import SyncML

extension Rule {
    static let abortWithoutFinal = Rule(
        "alert.abort-final", .warning, "Alert 1223 ends the session, and its message has no Final.",
        requirements: ["DM-SESS-23"], reference: "oma-dm.md 2.6",
        check: .message { linted in
            guard linted.message.form == .message, !linted.message.isFinal,
                let alert = linted.message.commands.lazy.compactMap(\.alert).first(where: { $0.code == 1223 })
            else { return [] }
            return [
                Breach(
                    at: alert.origin, commandID: alert.cmdID,
                    "Alert 1223 ends the session, and the message has no Final", hint: "end the SyncBody with <Final/>")
            ]
        })
}
