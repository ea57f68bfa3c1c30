import SyncML

extension Rule {
    static let finalInObject = Rule(
        "object.final", .warning, "Final closes a package in the middle of a large object.",
        requirements: ["DM-SESS-13"], reference: "oma-dm.md 2.2",
        check: .message { linted in
            guard linted.message.isFinal else { return [] }
            for command in linted.message.commands where command.isNewCommand || command.results != nil {
                for item in command.itemsAndMeta.items where item.moreData {
                    return [
                        Breach(
                            at: item.origin, commandID: command.cmdID,
                            target: (item.target ?? item.source)?.locURI,
                            "Final stands in a message whose object goes on in the next one",
                            hint: "send Final with the last chunk")
                    ]
                }
            }
            return []
        })
}
