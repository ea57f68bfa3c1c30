import DMTree
import Notation
import XMLStream

/// The entries of a server's book that do not agree with the device at this instant (windows-csp.md 4.5).
struct ChangedNodes {
    private let entries: [(identifier: String, target: String?)]
    private let tree: DeviceTree

    /// - Parameter provider: `…/NodeCache/{ProviderID}`.
    init(provider: TreeURI, in tree: DeviceTree) {
        self.tree = tree
        let nodes = provider.child("Nodes")
        entries = tree.storedChildren(nodes.canonical).compactMap { child in
            let entry = CacheEntry(node: nodes.child(child.name))
            return entry.isChanged(in: tree) ? (child.name, entry.target(in: tree)) : nil
        }
    }

    /// What ChangedNodes gives: the NodeIDs. The comma between them is inferred from its being forbidden in one (4.5).
    var identifiers: String { entries.map(\.identifier).joined(separator: ",") }

    /// What ChangedNodesData gives. The form is that of the example on the published page of NodeCache, `Nodes` with a
    /// `Node` for each, its `Id`, its `Uri`, and inside the value that the device holds. The example's value is Base64,
    /// so every value is.
    var document: String {
        let nodes = entries.map { identifier, target in
            "<Node Id=\"\(Self.escaped(identifier))\" Uri=\"\(Self.escaped(target ?? ""))\">\(value(target))</Node>"
        }
        return "<Nodes>\(nodes.joined())</Nodes>"
    }

    /// Of an interior node the names of its children, as a Get gives them.
    private func value(_ target: String?) -> String {
        guard let target else { return "" }
        switch ActualNode(target, in: tree) {
        case .absent: return ""
        case .leaf(let text): return Base64.encode(text.utf8)
        case .interior(let children):
            return Base64.encode(children.map(PercentCoding.encode).joined(separator: "/").utf8)
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
        return result
    }
}
