import Capture
import Notation

/// From rows back into the Codable form.
extension SavedLife {
    /// The JSON of the whole life.
    func joined() throws(OtherForm) -> [UInt8] {
        var json: [UInt8] = Array("{".utf8)
        for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
            if json.count > 1 { json.append(UInt8(ascii: ",")) }
            JSONText.append(name, to: &json)
            json.append(UInt8(ascii: ":"))
            switch name {
            case "tree": json += try joinedTree()
            case "agenda": json += try joinedAgenda()
            default: json += part.utf8
            }
        }
        json.append(UInt8(ascii: "}"))
        return json
    }

    /// The JSON of the tree.
    func joinedTree() throws(OtherForm) -> [UInt8] {
        guard let tree = parts["tree"].flatMap(JSONForm.value), let storage = tree["storage"],
            let root = storage["root"]
        else { throw OtherForm(part: "tree") }
        var below: [Substring: [Node]] = [:]
        for node in nodes { below[node.parent, default: []].append(node) }
        var placed = 0
        let children = try children(of: "", in: below, placed: &placed)
        // A node whose parent is not there would be lost in silence.
        guard placed == nodes.count else { throw OtherForm(part: "tree") }
        let whole = children.isEmpty ? root : root.replacing("children", with: .array(children))
        return Array(JSONForm.text(tree.replacing("storage", with: storage.replacing("root", with: whole))).utf8)
    }

    private func children(
        of path: Substring, in below: [Substring: [Node]], placed: inout Int
    ) throws(OtherForm) -> [JSONElement] {
        var result: [JSONElement] = []
        for node in (below[path] ?? []).sorted(by: { $0.position < $1.position }) {
            guard let key = PercentCoding.decode(node.path[node.parent.endIndex...].drop { $0 == "/" }),
                let slash = node.uri.lastIndex(of: "/"),
                let name = PercentCoding.decode(node.uri[node.uri.index(after: slash)...])
            else { throw OtherForm(part: "tree") }
            placed += 1
            var members = [JSONMember(name: "name", value: .string(name))]
            if let value = node.value { members.append(JSONMember(name: "value", value: .string(value))) }
            members.append(JSONMember(name: "writer", value: .string(node.writer)))
            if let other = node.other {
                guard case .object(let more)? = JSONForm.value(other) else { throw OtherForm(part: "tree") }
                members += more
            }
            let children = try children(of: node.path[...], in: below, placed: &placed)
            if !children.isEmpty { members.append(JSONMember(name: "children", value: .array(children))) }
            result.append(
                JSONElement(
                    value: .object([
                        JSONMember(name: "key", value: .string(key)),
                        JSONMember(name: "node", value: .object(members)),
                    ])))
        }
        return result
    }

    private func joinedAgenda() throws(OtherForm) -> [UInt8] {
        guard let agenda = parts["agenda"].flatMap(JSONForm.value) else { throw OtherForm(part: "agenda") }
        var entries: [JSONElement] = []
        for entry in self.agenda {
            guard let item = JSONForm.value(entry.item) else { throw OtherForm(part: "agenda") }
            let time = JSONValue.object([JSONMember(name: "milliseconds", value: .number(String(entry.due)))])
            entries.append(
                JSONElement(
                    value: .object([
                        JSONMember(name: "time", value: time),
                        JSONMember(name: "order", value: .number(String(entry.order))),
                        JSONMember(name: "item", value: item),
                    ])))
        }
        return Array(JSONForm.text(agenda.replacing("entries", with: .array(entries))).utf8)
    }
}

extension SavedLife.Node {
    /// The path of the parent; empty for a child of the root.
    var parent: Substring { path.lastIndex(of: "/").map { path[..<$0] } ?? path[..<path.startIndex] }
}
