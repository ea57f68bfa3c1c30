import SyncML

extension Rule {
    static let commandsBesideChallenge = Rule(
        "authentication.commands-beside-challenge", .error,
        "A command in a message that challenges the client; it is not executed.",
        requirements: ["DM-AUTH-11"], reference: "oma-dm.md 2.11",
        check: .message { linted in
            guard linted.sender == .server, linted.message.isChallenge,
                let command = linted.message.commands.first(where: \.isNewCommand)
            else { return [] }
            return [
                Breach(
                    at: command.origin, commandID: command.cmdID, target: command.firstTarget,
                    "a \(command.name) stands in a message that challenges the client; nothing of it is executed",
                    hint: "send commands when the client has proved itself")
            ]
        })
}
