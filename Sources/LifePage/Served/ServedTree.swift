import DMTree
import Notation

/// The nodes of a device as far as its server knows them: those that it wrote with success, and those that the device told.
///
/// As in the listing of a tree, a node of which a child is known does not stand here by itself.
struct ServedTree: Sendable {
    private struct Known: Hashable, Sendable {
        var value: String?
        var writer: Writer
    }

    /// By the names in lower case.
    private var nodes: [[String]: Known] = [:]
    /// How many of them stand below a node.
    private var counts: [[String]: Int] = [:]
    /// How a node's name was first spelled: the server may spell it otherwise than the device.
    private var names: [[String]: String] = [:]

    /// A node has this value now.
    ///
    /// - Parameter value: nil for a node without one.
    mutating func set(_ uri: TreeURI, to value: String?, by writer: Writer) -> [TreeChange] {
        let keys = uri.keys
        let known = Known(value: value, writer: writer)
        guard !keys.isEmpty, counts[keys] == nil, nodes[keys] != known else { return [] }
        spell(uri)
        var changes: [TreeChange] = []
        if nodes.updateValue(known, forKey: keys) == nil {
            for ancestor in Self.ancestors(keys) where nodes[ancestor] != nil {
                changes.append(.removed(uri: spelling(ancestor)))
                forget(ancestor)
            }
            for ancestor in Self.ancestors(keys) { counts[ancestor, default: 0] += 1 }
        }
        changes.append(.stored(uri: spelling(keys), value: value, writer: writer))
        return changes
    }

    /// A node is gone, with all that was below it.
    mutating func remove(_ uri: TreeURI) -> [TreeChange] {
        let keys = uri.keys
        guard nodes[keys] != nil || counts[keys] != nil else { return [] }
        let gone = counts[keys] == nil ? [keys] : nodes.keys.filter { $0.starts(with: keys) }
        let change = TreeChange.removed(uri: spelling(keys))
        for keys in gone { forget(keys) }
        return [change]
    }

    private mutating func forget(_ keys: [String]) {
        nodes[keys] = nil
        for ancestor in Self.ancestors(keys) {
            counts[ancestor] = counts[ancestor].flatMap { $0 > 1 ? $0 - 1 : nil }
        }
    }

    private mutating func spell(_ uri: TreeURI) {
        for count in 1...uri.keys.count {
            let keys = Array(uri.keys.prefix(count))
            if names[keys] == nil { names[keys] = PercentCoding.encode(uri.segments[count - 1]) }
        }
    }

    private func spelling(_ keys: [String]) -> String {
        "./" + (1...keys.count).compactMap { names[Array(keys.prefix($0))] }.joined(separator: "/")
    }

    /// From the top down, without the node itself.
    private static func ancestors(_ keys: [String]) -> [[String]] {
        (1..<max(1, keys.count)).map { Array(keys.prefix($0)) }
    }
}
