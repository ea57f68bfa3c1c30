import DDF
import SyncML

extension Rule {
    static let itemDataMissing = Rule(
        "item.data-missing", .warning, "An Add or Replace that states a Format with a value, and has no Data.",
        requirements: ["DM-MSG-10"], reference: "oma-dm.md 7, DM-MSG-10; windows-csp.md 5.9 row 20",
        check: .command { linted in
            guard linted.message.sender == .server, linted.isWrite, let command = linted.command.itemCommand else {
                return []
            }
            return command.items.compactMap { item in
                guard item.data == nil, item.target != nil,
                    let format = item.effectiveMeta(under: command.meta)?.format?.lowercased(),
                    !["node", "null", ""].contains(format)
                else { return nil }
                return Breach(
                    at: item.origin, commandID: command.cmdID, target: item.target?.locURI,
                    "the Item has the Format \(format) and no Data",
                    hint: "write <Data/> for an empty value, or Format node for an interior node")
            }
        })
}

extension LintedCommand {
    /// Add and Replace, which carry a value.
    var isWrite: Bool {
        switch command {
        case .add, .replace: true
        case .delete, .get, .copy, .exec, .alert, .atomic, .sequence, .status, .results, .unknown: false
        }
    }

    /// What the catalogue says of the node of an Item; nil for a property, an unknown node or a malformed address.
    func format(of item: Item) -> NodeFormat? {
        guard let target = item.target?.locURI, !target.isEmpty,
            let resolution = try? message.context.schema.resolve(locURI: target), resolution.uri.query == nil
        else { return nil }
        return resolution.node?.facts.format
    }
}
