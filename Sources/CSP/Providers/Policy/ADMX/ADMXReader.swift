import XMLStream

/// Reads an ADMX file.
struct ADMXReader {
    private var cursor: XMLCursor
    private var document = ADMXDocument()
    /// Namespaces by prefix: the file's own and those it uses.
    private var namespaces: [String: String] = [:]
    /// The prefix of the file's own namespace.
    private var targetPrefix: String?

    /// - Throws: for a text that is no well-formed XML, another document, or a file that no policy can be made of.
    static func read(_ text: String) throws(DocumentFault) -> ADMXDocument {
        var reader = ADMXReader(cursor: try XMLCursor(document: text, root: "policyDefinitions"))
        try reader.readNamespaces()
        try reader.readBody()
        return reader.document
    }

    private init(cursor: XMLCursor) { self.cursor = cursor }

    /// Prefixes may be declared behind their use, so they are read first.
    private mutating func readNamespaces() throws(DocumentFault) {
        let start = cursor
        defer { cursor = start }
        try children(where: "policyNamespaces") { (reader) throws(DocumentFault) in
            try reader.children { (reader, name) throws(DocumentFault) in
                let prefix = reader.cursor.attribute("prefix") ?? ""
                let namespace = reader.cursor.attribute("namespace") ?? ""
                if name == "target" {
                    reader.document.namespace = namespace
                    reader.targetPrefix = prefix
                } else if name == "using" {
                    reader.namespaces[prefix] = namespace
                }
                reader.cursor.skipElement()
            }
        }
    }

    private mutating func readBody() throws(DocumentFault) {
        try children { (reader, name) throws(DocumentFault) in
            switch name {
            case "categories":
                try reader.children(where: "category") { (reader) throws(DocumentFault) in try reader.readCategory() }
            case "policies":
                try reader.children(where: "policy") { (reader) throws(DocumentFault) in try reader.readPolicy() }
            default: reader.cursor.skipElement()
            }
        }
    }

    private mutating func readCategory() throws(DocumentFault) {
        let name = try need("name", of: "category")
        var category = ADMXDocument.Category(name: name)
        try children(where: "parentCategory") { (reader) throws(DocumentFault) in
            category.parent = try reader.readReference()
        }
        if document.categories[name] == nil { document.categories[name] = category }
    }

    private mutating func readPolicy() throws(DocumentFault) {
        let position = cursor.position
        let name = try need("name", of: "policy")
        let key = try need("key", of: "policy \(name)")
        let written = try need("class", of: "policy \(name)")
        guard let scope = ADMXPolicy.Scope(rawValue: written) else {
            throw fault(position, "the policy \(name) has class \"\(written)\", which is not Machine, User or Both")
        }
        var category: ADMXDocument.Reference?
        var elements: [ADMXElement] = []
        var keys = [key]
        try children { (reader, child) throws(DocumentFault) in
            switch child {
            case "parentCategory": category = try reader.readReference()
            case "elements":
                try reader.children { (reader, kind) throws(DocumentFault) in
                    if let element = try reader.readElement(kind, of: name, keys: &keys) { elements.append(element) }
                }
            default: reader.readKeys(into: &keys)
            }
        }
        guard let category else { throw fault(position, "the policy \(name) has no parentCategory") }
        document.policies.append(
            ADMXPolicy(name: name, scope: scope, category: category, registryKeys: keys, elements: elements))
    }

    /// nil for an element that is no input.
    private mutating func readElement(
        _ kind: String, of policy: String, keys: inout [String]
    ) throws(DocumentFault) -> ADMXElement? {
        let position = cursor.position
        let isRequired = cursor.attribute("required").map { $0 == "true" || $0 == "1" } ?? false
        let made: ADMXElement.Kind
        switch kind {
        case "text": made = .text(maxLength: try number("maxLength"))
        case "multiText":
            made = .multiText(maxLength: try number("maxLength"), maxStrings: try number("maxStrings"))
        case "list": made = .list
        case "boolean": made = .boolean
        case "decimal": made = .decimal(try bounds(upTo: UInt64(UInt32.max)))
        case "longDecimal": made = .decimal(try bounds(upTo: .max))
        case "enum":
            let id = try need("id", of: "enum of policy \(policy)")
            if let key = cursor.attribute("key") { keys.append(key) }
            var items: [ADMXElement.Item] = []
            try children(where: "item") { (reader) throws(DocumentFault) in
                try reader.readItem(into: &items, keys: &keys)
            }
            return ADMXElement(id: id, kind: .enumeration(items), isRequired: isRequired)
        default:
            cursor.skipElement()
            return nil
        }
        guard let id = cursor.attribute("id") else {
            throw fault(position, "a \(kind) of the policy \(policy) has no id")
        }
        readKeys(into: &keys)
        return ADMXElement(id: id, kind: made, isRequired: isRequired)
    }

    /// `<item><value><decimal value="1"/></value></item>`; a `delete` has no value to send.
    private mutating func readItem(
        into items: inout [ADMXElement.Item], keys: inout [String]
    ) throws(DocumentFault) {
        try children { (reader, child) throws(DocumentFault) in
            guard child == "value" else { return reader.readKeys(into: &keys) }
            try reader.children { (reader, kind) throws(DocumentFault) in
                switch kind {
                case "decimal", "longDecimal":
                    let position = reader.cursor.position
                    guard let number = reader.cursor.attribute("value").flatMap({ UInt64($0) }) else {
                        throw reader.fault(position, "the value of an enum's item is no number")
                    }
                    items.append(.number(number))
                    reader.cursor.skipElement()
                case "string": items.append(.string(reader.cursor.readTrimmedText()))
                default: reader.cursor.skipElement()
                }
            }
        }
    }

    /// Notes the registry keys that an element and everything below it names, and moves behind it.
    private mutating func readKeys(into keys: inout [String]) {
        if let key = cursor.attribute("key") { keys.append(key) }
        cursor.enter()
        while cursor.nextChild() != nil { readKeys(into: &keys) }
    }

    private mutating func readReference() throws(DocumentFault) -> ADMXDocument.Reference {
        let written = try need("ref", of: "parentCategory")
        cursor.skipElement()
        let parts = written.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return ADMXDocument.Reference(namespace: document.namespace, name: written) }
        let namespace = parts[0] == targetPrefix ? document.namespace : namespaces[parts[0]]
        return ADMXDocument.Reference(namespace: namespace, name: parts[1])
    }
}

extension ADMXReader {
    private mutating func children(
        _ body: (inout ADMXReader, String) throws(DocumentFault) -> Void
    ) throws(DocumentFault) {
        cursor.enter()
        while let child = cursor.nextChild() { try body(&self, cursor.tape.names[child].local) }
    }

    /// Those of one name; all others are passed over.
    private mutating func children(
        where name: String, _ body: (inout ADMXReader) throws(DocumentFault) -> Void
    ) throws(DocumentFault) {
        cursor.enter()
        while let child = cursor.nextChild() {
            if cursor.tape.names[child].local == name { try body(&self) } else { cursor.skipElement() }
        }
    }

    private func need(_ attribute: String, of what: String) throws(DocumentFault) -> String {
        guard let value = cursor.attribute(attribute) else {
            throw fault(cursor.position, "the \(what) has no \(attribute)")
        }
        return value
    }

    private func number(_ attribute: String) throws(DocumentFault) -> Int? {
        guard let text = cursor.attribute(attribute) else { return nil }
        guard let number = UInt32(text) else {
            throw fault(cursor.position, "\(attribute) \"\(text)\" is no number without sign")
        }
        return Int(number)
    }

    /// `minValue` and `maxValue`. What the file leaves out does not bound the number (our choice).
    private func bounds(upTo most: UInt64) throws(DocumentFault) -> ClosedRange<UInt64> {
        var bounds: [UInt64] = []
        for (attribute, without) in [("minValue", 0), ("maxValue", most)] {
            let text = cursor.attribute(attribute)
            guard let number = text.map({ UInt64($0) }) ?? without, number <= most else {
                throw fault(cursor.position, "\(attribute) \"\(text ?? "")\" is no number up to \(most)")
            }
            bounds.append(number)
        }
        guard bounds[0] <= bounds[1] else {
            throw fault(cursor.position, "minValue \(bounds[0]) is above maxValue \(bounds[1])")
        }
        return bounds[0]...bounds[1]
    }

    private func fault(_ position: XMLPosition, _ message: String) -> DocumentFault {
        DocumentFault(message: "\(position): \(message)")
    }
}
