import DMTree
import SyncML

extension Rule {
    static let userContextMissing = Rule(
        "user-context.missing", .error,
        "A ./User address while no user context exists: LoginStatus is not user (405).",
        requirements: ["DM-WIN-03", "SES-08"], reference: "ESP-401b; windows-csp.md 5.9 row 7",
        check: .command { linted in
            guard linted.message.sender == .server, linted.message.login != .user,
                let command = linted.command.itemCommand
            else { return [] }
            return command.items.compactMap { item in
                guard let target = item.target?.locURI, target.lowercased().hasPrefix("./user/") else { return nil }
                return Breach(
                    at: item.origin, commandID: command.cmdID, target: target,
                    "LoginStatus is \"\(linted.message.login.rawValue)\": no user context exists, so every ./User address answers 405",
                    hint: "wait for a session whose LoginStatus is \"user\"")
            }
        })
}
