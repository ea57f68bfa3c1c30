import DDF
import DMTree

/// What stands at an address of the device right now, as NodeCache sees it.
enum ActualNode {
    case absent
    case leaf(String)
    /// With the decoded names of its children.
    case interior([String])

    /// - Parameter locURI: as a server wrote it; a malformed one is the address of nothing.
    init(_ locURI: String, in tree: DeviceTree) {
        guard let resolution = try? tree.schema.resolve(locURI: locURI), let node = resolution.node,
            !Self.isComputedByNodeCache(resolution.uri), tree.exists(locURI)
        else {
            self = .absent
            return
        }
        if node.isInterior {
            self = .interior(tree.children(locURI) ?? [])
        } else if node.facts.access.contains(.get) {
            // There and never set is absent for a Get, too.
            self = tree.value(locURI).map(ActualNode.leaf) ?? .absent
        } else {
            // What nobody can read is there, and that is all.
            self = .leaf("")
        }
    }

    /// ChangedNodes and ChangedNodesData are made from all of this; an entry about them would ask for itself.
    private static func isComputedByNodeCache(_ uri: TreeURI) -> Bool {
        let keys = uri.keys.dropFirst(uri.structuralCount)
        return keys.first == "nodecache" && (keys.last == "changednodes" || keys.last == "changednodesdata")
    }
}
