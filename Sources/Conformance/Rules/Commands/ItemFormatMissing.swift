import DDF
import SyncML

extension Rule {
    static let itemFormatMissing = Rule(
        "item.format-missing", .warning,
        "A value of another format than chr without Format in its Meta. Windows takes the node's.",
        requirements: ["DM-MSG-11"], reference: "oma-dm.md 7, DM-MSG-11; windows-csp.md 5.9 row 17",
        check: .command { linted in
            guard linted.message.sender == .server, linted.isWrite, let command = linted.command.itemCommand else {
                return []
            }
            return command.items.compactMap { item in
                guard item.data != nil, (item.effectiveMeta(under: command.meta)?.format ?? "").isEmpty,
                    let format = linted.format(of: item), ![.chr, .node, .null].contains(format)
                else { return nil }
                return Breach(
                    at: item.origin, commandID: command.cmdID, target: item.target?.locURI,
                    "the node's Format is \(format.rawValue), and the Meta states none, which means chr",
                    hint: "add <Format xmlns=\"syncml:metinf\">\(format.rawValue)</Format> to the Meta")
            }
        })
}
