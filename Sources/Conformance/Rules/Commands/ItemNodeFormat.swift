import DDF
import SyncML

extension Rule {
    static let itemNodeFormat = Rule(
        "item.node-format", .warning, "An Add of an interior node without Format node. Windows makes it all the same.",
        requirements: ["DM-MSG-18"], reference: "oma-dm.md 7, DM-MSG-18; windows-csp.md 5.9 row 17",
        check: .command { linted in
            guard linted.message.sender == .server, case .add(let add) = linted.command else { return [] }
            return add.items.compactMap { item in
                guard (item.effectiveMeta(under: add.meta)?.format ?? "").isEmpty, linted.format(of: item) == .node
                else { return nil }
                return Breach(
                    at: item.origin, commandID: add.cmdID, target: item.target?.locURI,
                    "the node is an interior one, and the Add does not state Format node",
                    hint: "add <Format xmlns=\"syncml:metinf\">node</Format> to the Meta")
            }
        })
}
