import SyncML

extension Rule {
    static let objectMisplaced = Rule(
        "object.misplaced", .warning, "MoreData in a Get, Delete or Copy, which carry no data.",
        requirements: ["DM-LOB-08"], reference: "oma-dm.md 2.9 rule 2",
        check: .command { linted in
            switch linted.command {
            case .get(let command), .delete(let command), .copy(let command):
                return command.items.filter(\.moreData).map { item in
                    Breach(
                        at: item.origin, commandID: command.cmdID, target: item.target?.locURI,
                        "MoreData has no meaning in a \(linted.command.name), which carries no data",
                        hint: "leave MoreData out")
                }
            case .add, .replace, .exec, .alert, .atomic, .sequence, .status, .results, .unknown: return []
            }
        })
}
