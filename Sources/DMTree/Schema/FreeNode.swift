import DDF

/// A node that no description fixes: leaf or interior node of any format, as the Add that makes it says. Profile `oma`
/// has such nodes below the root (docs/decisions/0007).
enum FreeNode {
    static func description(_ name: String) -> NodeDescription {
        var facts = NodeDescription.Facts()
        facts.access = [.add, .copy, .delete, .get, .replace]
        facts.occurrence = .zeroOrMore
        facts.scope = .dynamic
        facts.acceptedFormats = Set(NodeFormat.allCases).subtracting([.node])
        return NodeDescription(name: name, isDynamic: true, facts: facts, children: [])
    }
}

extension NodeDescription {
    /// True when the node may be a leaf as well as an interior node.
    var isFree: Bool { facts.format == .node && !facts.acceptedFormats.isEmpty }
}
