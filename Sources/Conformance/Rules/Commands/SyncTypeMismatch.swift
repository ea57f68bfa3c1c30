import SyncML

extension Rule {
    static let syncTypeMismatch = Rule(
        "user-context.sync-type", .error,
        "An address of the scope that the session is not for: the client said so with the alert synctype (405).",
        reference: "oma-dm.md 6.2; windows-csp.md 5.4",
        check: .command { linted in
            guard linted.message.sender == .server, let type = linted.message.syncType,
                let command = linted.command.itemCommand
            else { return [] }
            return command.items.compactMap { item in
                guard let target = item.target?.locURI, type.excludes(target) else { return nil }
                return Breach(
                    at: item.origin, commandID: command.cmdID, target: target,
                    "the client said that the session is for the \(type.rawValue) scope, so this address answers 405",
                    hint: "keep the command for a session whose synctype is another")
            }
        })
}
