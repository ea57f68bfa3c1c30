import DDF
import ProtocolProfile
import XMLStream

extension TNDSDocument {
    /// Reads an object. Elements that belong to a device description or to nobody (DFProperties, Man, Mod, foreign ones)
    /// are passed over, and the order of elements does not matter.
    ///
    /// - Parameter namespace: which namespaces are read (A14); a document without any is.
    /// - Throws: `TNDSError` with the place in the object.
    public init(
        parsing bytes: [UInt8], namespace: Ambiguities.TNDSNamespace = .both
    ) throws(TNDSError) {
        let tape: XMLTape
        do throws(XMLError) {
            tape = try XMLTape(parsing: bytes)
        } catch {
            throw TNDSError(
                code: .xml, line: error.position.line, column: error.position.column, reason: error.reason)
        }
        self = try TNDSReader(tape: tape, namespace: namespace).document()
    }
}

/// Reads the elements of an object. Depth is bounded by the parser's limit, so recursion is safe.
private struct TNDSReader {
    let tape: XMLTape
    let namespace: Ambiguities.TNDSNamespace

    func document() throws(TNDSError) -> TNDSDocument {
        var cursor = XMLCursor(tape)
        let root = cursor
        guard cursor.name.local == "MgmtTree" else {
            throw fault(.notAnObject, cursor, "the root element is \(cursor.name.local), expected MgmtTree")
        }
        if let found = cursor.name.namespace, !accepts(found) {
            throw fault(.namespace, cursor, "the namespace is \(found.prefix(80)), expected syncml:dmddf1.2")
        }
        var version: String?
        var nodes: [TNDSNode] = []
        cursor.enter()
        while let id = cursor.nextChild() {
            switch tape.names[id].local {
            case "VerDTD": version = cursor.readTrimmedText()
            case "Node": nodes.append(try node(&cursor, isTop: true))
            default: cursor.skipElement()
            }
        }
        guard version == "1.2" else {
            throw fault(
                .version, root, version.map { "VerDTD is \($0.prefix(20)), expected 1.2" } ?? "VerDTD is missing")
        }
        guard !nodes.isEmpty else { throw fault(.noNodes, root, "MgmtTree holds no Node") }
        try check(nodes, root)
        return TNDSDocument(nodes: nodes)
    }

    private func accepts(_ found: String) -> Bool {
        switch namespace {
        case .both: found == "syncml:dmddf1.2" || found == "syncml:dmddf"
        case .versioned: found == "syncml:dmddf1.2"
        case .unversioned: found == "syncml:dmddf"
        }
    }

    private func node(_ cursor: inout XMLCursor, isTop: Bool) throws(TNDSError) -> TNDSNode {
        let start = cursor
        var name: String?
        var node = TNDSNode(name: "")
        cursor.enter()
        while let id = cursor.nextChild() {
            let place = cursor
            switch tape.names[id].local {
            case "NodeName": name = cursor.readTrimmedText()
            case "Path":
                let path = cursor.readTrimmedText()
                guard !path.isEmpty else { continue }
                guard isTop, path == "." || (try? TreeURI(path)) != nil else {
                    throw fault(.wrongPath, place, "the Path \(path.prefix(60)) cannot stand here")
                }
                node.path = path
            case "RTProperties": try properties(&cursor, &node)
            case "Value": node.value = cursor.readText()
            case "Node": node.children.append(try self.node(&cursor, isTop: false))
            default: cursor.skipElement()
            }
        }
        guard let name, isTop || !name.isEmpty else { throw fault(.noName, start, "a Node has no NodeName") }
        node.name = try decoded(name, start)
        return try settled(node, start)
    }

    /// A name as one name of an address, percent-encoding undone.
    private func decoded(_ name: String, _ place: XMLCursor) throws(TNDSError) -> String {
        if name.isEmpty { return name }
        guard !name.contains("/"), !name.contains("?"), let uri = try? TreeURI("./X/" + name),
            let decoded = uri.segments.last
        else { throw fault(.wrongName, place, "the NodeName \(name.prefix(60)) is no name of a node") }
        return decoded
    }

    private func settled(_ node: TNDSNode, _ place: XMLCursor) throws(TNDSError) -> TNDSNode {
        var node = node
        guard node.value == nil || node.children.isEmpty else {
            throw fault(.contradiction, place, "the Node \(node.name.prefix(60)) has a Value and Nodes")
        }
        if let format = node.properties[.format] {
            node.isInterior = format == "node"
        } else {
            // Without a Format the content tells: a Node with neither is interior, as an Add without value is of no use.
            node.isInterior = node.value == nil
        }
        guard node.isInterior ? node.value == nil : node.children.isEmpty else {
            throw fault(.contradiction, place, "the Format of Node \(node.name.prefix(60)) does not suit its content")
        }
        try check(node.children, place)
        return node
    }

    private func check(_ nodes: [TNDSNode], _ place: XMLCursor) throws(TNDSError) {
        var seen: Set<String> = []
        for node in nodes where !seen.insert((node.path ?? "") + "/" + node.name.asciiLowercased()).inserted {
            throw fault(.repeatedName, place, "two Nodes have the name \(node.name.prefix(60))")
        }
    }

    private func properties(_ cursor: inout XMLCursor, _ node: inout TNDSNode) throws(TNDSError) {
        cursor.enter()
        while let id = cursor.nextChild() {
            let place = cursor
            switch tape.names[id].local {
            case "ACL": node.properties[.acl] = cursor.readTrimmedText()
            case "Format": node.properties[.format] = try format(&cursor, place)
            case "Type": node.properties[.type] = type(&cursor)
            case "Name": node.properties[.name] = cursor.readTrimmedText()
            case "Size": node.properties[.size] = cursor.readTrimmedText()
            case "Title": node.properties[.title] = cursor.readText()
            case "TStamp": node.properties[.tStamp] = cursor.readTrimmedText()
            case "VerNo": node.properties[.verNo] = cursor.readTrimmedText()
            default: cursor.skipElement()
            }
        }
    }

    /// The name of the empty element inside Format.
    private func format(_ cursor: inout XMLCursor, _ place: XMLCursor) throws(TNDSError) -> String {
        var found: String?
        cursor.enter()
        while let id = cursor.nextChild() {
            found = found ?? tape.names[id].local
            cursor.skipElement()
        }
        guard let found, let format = NodeFormat(rawValue: found) else {
            throw fault(.unknownFormat, place, "the Format \(found?.prefix(60) ?? "is empty and") is unknown")
        }
        return format.rawValue
    }

    /// The MIME type, or the identifier of a management object.
    private func type(_ cursor: inout XMLCursor) -> String {
        var found = ""
        cursor.enter()
        while let id = cursor.nextChild() {
            switch tape.names[id].local {
            case "MIME", "DDFName": found = cursor.readTrimmedText()
            default: cursor.skipElement()
            }
        }
        return found
    }

    private func fault(_ code: TNDSError.Code, _ place: XMLCursor, _ reason: String) -> TNDSError {
        TNDSError(code: code, line: place.position.line, column: place.position.column, reason: reason)
    }
}
