import Capture
import Notation

/// From the Codable form into rows.
extension SavedLife {
    /// Deeper than any tree of 128 names.
    static let deepestJSON = 1_024

    /// - Parameter json: the Codable form of a life.
    package init(splitting json: [UInt8]) throws(OtherForm) {
        guard case .object(let members)? = try? JSONParser.parse(json, depth: Self.deepestJSON).value else {
            throw OtherForm(part: "life")
        }
        self.init(nodes: [], agenda: [], parts: [:])
        for member in members {
            switch member.name {
            case "tree": parts[member.name] = JSONForm.text(try takeNodes(member.value))
            case "agenda": parts[member.name] = JSONForm.text(try takeEntries(member.value))
            default: parts[member.name] = JSONForm.text(member.value)
            }
        }
    }

    /// - Returns: the tree without the children of its root.
    private mutating func takeNodes(_ tree: JSONValue) throws(OtherForm) -> JSONValue {
        guard let storage = tree["storage"], let root = storage["root"] else { throw OtherForm(part: "tree") }
        try takeChildren(of: root, path: "", uri: ".")
        return tree.replacing("storage", with: storage.replacing("root", with: root.without(["children"])))
    }

    private mutating func takeChildren(of node: JSONValue, path: String, uri: String) throws(OtherForm) {
        for (position, child) in (node["children"]?.elements ?? []).enumerated() {
            guard let key = child.value["key"]?.string, let node = child.value["node"],
                let name = node["name"]?.string, let writer = node["writer"]?.string
            else { throw OtherForm(part: "tree") }
            let other = node.without(["name", "value", "writer", "children"])
            let below = path + (path.isEmpty ? "" : "/") + PercentCoding.encode(key)
            let address = uri + "/" + PercentCoding.encode(name)
            nodes.append(
                Node(
                    path: below, uri: address, position: position, value: node["value"]?.string, writer: writer,
                    other: other.isEmptyObject ? nil : JSONForm.text(other)))
            try takeChildren(of: node, path: below, uri: address)
        }
    }

    /// - Returns: the agenda without its entries.
    private mutating func takeEntries(_ agenda: JSONValue) throws(OtherForm) -> JSONValue {
        for entry in agenda["entries"]?.elements ?? [] {
            guard let order = entry.value["order"]?.integer, let due = entry.value["time"]?["milliseconds"]?.integer,
                let item = entry.value["item"]
            else { throw OtherForm(part: "agenda") }
            self.agenda.append(AgendaEntry(order: Int64(order), due: Int64(due), item: JSONForm.text(item)))
        }
        return agenda.without(["entries"])
    }
}
