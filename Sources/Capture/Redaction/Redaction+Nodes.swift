import SyncML

/// Nodes of the tree where they are named by other means than the LocURI of an Item.
extension Redaction {
    /// A LocURI with a segment that is a secret itself, such as an IMEI.
    mutating func address(_ element: Int, _ tree: MarkupTree, _ edits: inout [Edit]) {
        guard tree.elements[element].children.isEmpty, !index.segments.isEmpty else { return }
        var segments = tree.text(of: element).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let known = segments.map { $0.lowercased() }
        var isChanged = false
        for (path, kind) in index.segments where path.count <= known.count {
            for start in 0...(known.count - path.count)
            where zip(path, known[start...]).allSatisfy({ $0 == "*" || $0 == $1 }) {
                let last = start + path.count - 1
                let parts = segments[last].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
                guard let name = parts.first else { continue }
                let hidden = placeholder(of: Array(name.utf8), kind: kind)
                let changed = String(decoding: hidden, as: UTF8.self) + (parts.count > 1 ? "?\(parts[1])" : "")
                isChanged = isChanged || changed != segments[last]
                segments[last] = changed
            }
        }
        guard isChanged else { return }
        let text = Array(segments.joined(separator: "/").utf8)
        edits.append(Edit(range: tree.elements[element].content, bytes: MarkupText.escaped(text)))
    }

    /// The value of a node in a declared document, which its `name` or `path` tells (windows-csp.md 4.14).
    mutating func declared(_ element: Int, _ tree: MarkupTree, _ edits: inout [Edit]) {
        guard let name = tree.attributes(of: element).first(where: { $0.name == "name" || $0.name == "path" })?.value,
            let kind = index.kind(ofNode: String(decoding: tree.bytes[name], as: UTF8.self))
        else { return }
        replace(element, tree, kind, &edits)
    }

    /// The value of a node in TNDS, where each Node holds its NodeName and its children (oma-dm.md 3.6).
    mutating func described(_ element: Int, _ tree: MarkupTree, _ edits: inout [Edit]) {
        guard let value = tree.child("Value", of: element) else { return }
        var path: [String] = []
        var node: Int? = element
        while let current = node, tree.elements[current].name == "Node" {
            path.append(tree.child("NodeName", of: current).map { tree.text(of: $0) } ?? "")
            if let above = tree.child("Path", of: current) { path.append(tree.text(of: above)) }
            node = tree.elements[current].parent
        }
        guard let kind = index.kind(ofNode: path.reversed().joined(separator: "/")) else { return }
        replace(value, tree, kind, &edits)
    }

    /// The address of a `parm`: the types of the characteristics round it, and its name.
    static func uri(of name: String, _ element: Int, _ tree: MarkupTree) -> String {
        var path = [name]
        var node = tree.elements[element].parent
        while let current = node {
            if let type = tree.attributes(of: current).first(where: { $0.name == "type" })?.value {
                path.append(String(decoding: tree.bytes[type], as: UTF8.self))
            }
            node = tree.elements[current].parent
        }
        return path.reversed().joined(separator: "/")
    }
}
