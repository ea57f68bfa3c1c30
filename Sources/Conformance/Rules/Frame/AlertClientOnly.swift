import SyncML

extension Rule {
    static let alertClientOnly = Rule(
        "alert.client-only", .warning,
        "A server sends Alert 1200, 1201, 1224 or 1226, which only a client has. Windows answers 200 and does nothing.",
        requirements: ["DM-ALRT-14"], reference: "oma-dm.md 2.5",
        check: .message { linted in
            guard linted.sender == .server else { return [] }
            return linted.message.allCommands.compactMap { command in
                guard let alert = command.alert, let code = alert.code, [1200, 1201, 1224, 1226].contains(code) else {
                    return nil
                }
                return Breach(
                    at: alert.origin, commandID: alert.cmdID, "Alert \(code) is a client's, and the server sends it",
                    hint: "leave it out")
            }
        })
}
