import SyncML

extension Rule {
    static let objectInContainer = Rule(
        "object.in-container", .error, "A chunk inside an Atomic or Sequence (500).", requirements: ["DM-SESS-19"],
        reference: "oma-dm.md 2.2",
        check: .command { linted in
            guard !linted.containers.isEmpty else { return [] }
            return linted.command.itemsAndMeta.items.filter(\.moreData).map { item in
                Breach(
                    at: item.origin, commandID: linted.command.cmdID, target: item.target?.locURI,
                    "an Atomic or Sequence fits into one message, so an object inside one cannot go on in the next",
                    hint: "send the chunks outside of containers")
            }
        })
}
