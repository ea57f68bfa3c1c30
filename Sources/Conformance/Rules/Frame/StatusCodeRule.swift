import SyncML

extension Rule {
    static let statusCode = Rule(
        "status.code", .error,
        "Data of a Status is no number. A number that the standard does not have is a warning.",
        requirements: ["DM-STAT-10"], reference: "oma-dm.md 4.1",
        check: .message { linted in
            linted.message.allCommands.compactMap { command in
                guard let status = command.status, let data = status.data else { return nil }
                guard let code = StatusCode(data.content) else {
                    return Breach(
                        at: status.origin, commandID: status.cmdID, "the Status has no number as its Data",
                        hint: "write a status code, such as 200")
                }
                guard code.name == nil else { return nil }
                return Breach(
                    at: status.origin, commandID: status.cmdID, "\(code) is no status code of SyncML",
                    hint: "a peer can only tell its class by the first digit", severity: .warning)
            }
        })
}
