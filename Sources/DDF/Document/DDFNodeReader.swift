import XMLStream

/// Reads `Node` elements into descriptions. Depth is bounded by the parser's limit, so recursion is safe.
struct DDFNodeReader {
    /// What each name id of the tape means; nil for names that carry no facts.
    let elements: [DDFElement?]
    private let tape: XMLTape
    var faults: [DDFFault] = []

    init(tape: XMLTape) {
        self.tape = tape
        elements = tape.names.map { DDFElement(rawValue: $0.local) }
    }

    /// Reads a root; nil when it has no Path.
    mutating func readRoot(_ cursor: inout XMLCursor) -> DDFDocument.Root? {
        var path: String?
        var scan = cursor
        scan.enter()
        while let id = scan.nextChild() {
            guard elements[id] == .path else {
                scan.skipElement()
                continue
            }
            let position = scan.position
            var text = scan.readTrimmedText()
            if text.count > 1, text.hasSuffix("/") {
                faults.append(DDFFault(rule: .trailingSlash, position: position, found: text))
                while text.count > 1, text.hasSuffix("/") { text.removeLast() }
            }
            path = text
        }
        guard let path else { return nil }
        return DDFDocument.Root(path: path, node: readNode(&cursor, parentPath: path))
    }

    /// Reads the node the cursor stands on and everything below it, and moves behind it.
    mutating func readNode(_ cursor: inout XMLCursor, parentPath: String) -> NodeDescription {
        let position = cursor.position
        let firstFault = faults.count
        var name = ""
        var properties: DDFProperties?
        var children: [XMLCursor] = []
        cursor.enter()
        while let id = cursor.nextChild() {
            switch elements[id] {
            case .nodeName:
                let place = cursor.position
                let text = cursor.readText()
                name = text.trimmed
                if name != text, !name.isEmpty {
                    faults.append(DDFFault(rule: .paddedName, position: place, found: text))
                }
            case .path: cursor.skipElement()
            case .properties: properties = DDFProperties(&cursor, reader: &self)
            case .node:
                children.append(cursor)
                cursor.skipElement()
            default:
                noteUnknown(cursor)
                cursor.skipElement()
            }
        }
        if properties == nil { faults.append(DDFFault(rule: .missingProperties, position: position)) }

        let isDynamic = name.isEmpty || name == "*"
        if name == "*" {
            faults.append(DDFFault(rule: .starName, position: position, found: name))
        } else if name.isEmpty {
            name = properties?.title.trimmed ?? ""
            if name.isEmpty { faults.append(DDFFault(rule: .unnamedPlaceholder, position: position)) }
        }
        var facts = properties?.facts ?? NodeDescription.Facts()
        if properties?.hasFormat != true { facts.format = children.isEmpty ? .chr : .node }
        if facts.format != .node, !children.isEmpty {
            faults.append(DDFFault(rule: .leafWithChildren, position: position, found: facts.format.rawValue))
        }
        let path = parentPath + "/" + NodeDescription.displayName(name, isDynamic: isDynamic)
        for index in firstFault..<faults.count { faults[index].path = path }

        var names: Set<String> = []
        let nodes = children.map { child in
            var child = child
            let place = child.position
            let node = readNode(&child, parentPath: path)
            if !node.isDynamic, !names.insert(node.name.lowercased()).inserted {
                faults.append(
                    DDFFault(rule: .duplicateName, position: place, path: path + "/" + node.name, found: node.name))
            }
            return node
        }
        return NodeDescription(name: name, isDynamic: isDynamic, facts: facts, children: nodes)
    }

    /// Records an element that nothing is known of.
    mutating func noteUnknown(_ cursor: XMLCursor) {
        let name = cursor.name.local
        guard DDFElement(rawValue: name) == nil, !DDFElement.passedOver.contains(name) else { return }
        faults.append(DDFFault(rule: .unknownElement, position: cursor.position, found: name))
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        guard let low = utf8.firstIndex(where: { $0 > 0x20 }), let high = utf8.lastIndex(where: { $0 > 0x20 })
        else { return "" }
        return String(self[low...high])
    }
}
