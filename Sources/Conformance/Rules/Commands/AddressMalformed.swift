import DMTree
import SyncML

extension Rule {
    static let addressMalformed = Rule(
        "address.malformed", .error, "A LocURI that breaks the rules of addresses (400).",
        requirements: ["DM-CMD-19", "DM-TREE-03", "DM-WIN-05"], reference: "windows-csp.md 1.2, 5.9 row 5",
        check: .command { linted in
            guard linted.message.sender == .server, let command = linted.command.itemCommand else { return [] }
            return command.items.compactMap { item in
                guard let target = item.target?.locURI, !target.isEmpty else { return nil }
                do throws(MalformedURI) {
                    _ = try linted.message.context.schema.resolve(locURI: target)
                    return nil
                } catch {
                    return Breach(
                        at: item.origin, commandID: command.cmdID, target: target, error.reason, hint: error.hint)
                }
            }
        })
}
