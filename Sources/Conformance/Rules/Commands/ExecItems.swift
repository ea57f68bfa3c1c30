import SyncML

extension Rule {
    static let execItems = Rule(
        "command.exec-items", .warning, "An Exec with more than one Item.", requirements: ["DM-CMD-18"],
        reference: "oma-dm.md 1.2; MS-MDM 2.2.7.5",
        check: .command { linted in
            guard case .exec(let exec) = linted.command, exec.items.count > 1 else { return [] }
            return [
                Breach(
                    at: exec.origin, commandID: exec.cmdID, target: exec.items.first?.target?.locURI,
                    "the Exec has \(exec.items.count) Items, and an Exec has exactly one",
                    hint: "write an Exec for each node")
            ]
        })
}
