import Notation
import SyncML

/// A part of a document that gets other bytes.
struct Edit {
    var range: Range<Int>
    var bytes: [UInt8]
}

extension Redaction {
    /// How deep documents in documents are followed: a profile in Data, a certificate in a document in Base64.
    private static let nesting = 4

    /// A document without what rules find by its elements.
    mutating func redactedMarkup(_ bytes: [UInt8], level: Int = 0) -> [UInt8] {
        let tree = MarkupTree(bytes)
        guard tree.hasMarkup else { return bytes }
        var edits: [Edit] = []
        var done = 0
        for element in tree.elements.indices {
            visit(element, tree, level, &edits)
        }
        // From front to back. Of two at one place the longer counts, then the one that was made first: a rule before a look inside.
        let ordered = edits.enumerated().sorted { left, right in
            let (first, second) = (left.element.range, right.element.range)
            if first.lowerBound != second.lowerBound { return first.lowerBound < second.lowerBound }
            return first.count == second.count ? left.offset < right.offset : first.count > second.count
        }
        var result: [UInt8] = []
        for (_, edit) in ordered where edit.range.lowerBound >= done {
            result += bytes[done..<edit.range.lowerBound]
            result += edit.bytes
            done = edit.range.upperBound
        }
        return result + bytes[done...]
    }

    private mutating func visit(_ element: Int, _ tree: MarkupTree, _ level: Int, _ edits: inout [Edit]) {
        let name = tree.elements[element].name
        if let kind = index.elements[name] { replace(element, tree, kind, &edits) }
        for (child, kind) in index.children[name] ?? [] {
            if let found = tree.child(child, of: element) { replace(found, tree, kind, &edits) }
        }
        switch name {
        case "Item": item(element, tree, &edits)
        case "SyncHdr": header(element, tree, &edits)
        case "parm": parameter(element, tree, level, &edits)
        case "ContextItem": contextItem(element, tree, &edits)
        case "BinarySecurityToken": securityToken(element, tree, level, &edits)
        case "LocURI", "TargetRef", "SourceRef": address(element, tree, &edits)
        case "Value", "URI": declared(element, tree, &edits)
        case "Node": described(element, tree, &edits)
        default: break
        }
        if tree.elements[element].children.isEmpty { leaf(element, tree, level, &edits) }
    }

    /// Replaces all that an element holds.
    mutating func replace(_ element: Int, _ tree: MarkupTree, _ kind: String, _ edits: inout [Edit]) {
        let content = tree.elements[element].content
        guard !tree.bytes.isBlank(content) else { return }
        edits.append(Edit(range: content, bytes: placeholder(of: Array(tree.text(of: element).utf8), kind: kind)))
    }

    // MARK: SyncML

    private mutating func item(_ element: Int, _ tree: MarkupTree, _ edits: inout [Edit]) {
        guard let data = tree.child("Data", of: element) else { return }
        let type = tree.child("Meta", of: element).flatMap { tree.child("Type", of: $0) }.map { tree.text(of: $0) }
        if let kind = type.flatMap({ index.alerts[$0] }) { return replace(data, tree, kind, &edits) }
        guard let address = tree.child("Target", of: element) ?? tree.child("Source", of: element),
            let locURI = tree.child("LocURI", of: address).map({ tree.text(of: $0) })
        else { return }
        let hasMore = tree.child("MoreData", of: element) != nil
        let isChunk = hasMore || chunkedNodes.contains(locURI)
        if hasMore { chunkedNodes.insert(locURI) } else { chunkedNodes.remove(locURI) }
        if let kind = index.kind(ofNode: locURI) ?? (isChunk ? "chunk" : nil) { replace(data, tree, kind, &edits) }
    }

    private mutating func header(_ element: Int, _ tree: MarkupTree, _ edits: inout [Edit]) {
        guard let kind = index.deviceAddress else { return }
        for name in ["Target", "Source"] {
            guard let part = tree.child(name, of: element), let locURI = tree.child("LocURI", of: part) else {
                continue
            }
            let text = tree.text(of: locURI).lowercased()
            if !text.hasPrefix("http:"), !text.hasPrefix("https:") { replace(locURI, tree, kind, &edits) }
        }
    }

    // MARK: Enrolment

    private mutating func parameter(_ element: Int, _ tree: MarkupTree, _ level: Int, _ edits: inout [Edit]) {
        let attributes = tree.attributes(of: element)
        guard let value = attributes.first(where: { $0.name == "value" })?.value, !tree.bytes.isBlank(value) else {
            return
        }
        let name = attributes.first { $0.name == "name" }.map { String(decoding: tree.bytes[$0.value], as: UTF8.self) }
        let text = MarkupText.unescaped(tree.bytes[value])
        if let kind = name.flatMap({
            index.parameters[$0.lowercased()] ?? index.kind(ofNode: Self.uri(of: $0, element, tree))
        }) {
            edits.append(Edit(range: value, bytes: placeholder(of: text, kind: kind)))
        } else if let changed = nested(text, level) {
            edits.append(Edit(range: value, bytes: MarkupText.escaped(changed)))
        }
    }

    private mutating func contextItem(_ element: Int, _ tree: MarkupTree, _ edits: inout [Edit]) {
        guard let name = tree.attributes(of: element).first(where: { $0.name == "Name" })?.value,
            let kind = index.contextItems[String(decoding: tree.bytes[name], as: UTF8.self)],
            let value = tree.child("Value", of: element)
        else { return }
        replace(value, tree, kind, &edits)
    }

    /// A certificate or a request for one is public; a provisioning document is looked into; anything else is a token.
    private mutating func securityToken(_ element: Int, _ tree: MarkupTree, _ level: Int, _ edits: inout [Edit]) {
        guard let kind = index.headers["authorization"] else { return }
        let octets = Base64.decode(tree.text(of: element)) ?? []
        // DER begins with a SEQUENCE. What begins with `<` is left to `leaf`.
        guard octets.first != 0x30, octets.first(where: { $0 > 0x20 }) != UInt8(ascii: "<") else { return }
        replace(element, tree, kind, &edits)
    }

    // MARK: Texts

    /// A document in the text of an element: escaped, as CDATA, or in Base64.
    private mutating func leaf(_ element: Int, _ tree: MarkupTree, _ level: Int, _ edits: inout [Edit]) {
        let content = tree.elements[element].content
        guard content.count >= 8 else { return }
        let text = MarkupText.unescaped(tree.bytes[content])
        guard let changed = nested(text, level) else { return }
        let isCDATA =
            tree.bytes.hasPrefix("<![CDATA[", at: content.lowerBound) && changed.index(of: "]]>", from: 0) == nil
        edits.append(
            Edit(
                range: content,
                bytes: isCDATA ? Array("<![CDATA[".utf8) + changed + Array("]]>".utf8) : MarkupText.escaped(changed)))
    }

    /// The text without secrets, nil when nothing in it was changed.
    private mutating func nested(_ text: [UInt8], _ level: Int) -> [UInt8]? {
        guard level < Self.nesting else { return nil }
        if text.contains(UInt8(ascii: "<")) {
            let changed = redactedMarkup(text, level: level + 1)
            return changed == text ? nil : changed
        }
        if text.drop(while: { $0 <= 0x20 }).starts(with: "http".utf8) {
            let changed = redactedURL(text)
            return changed == text ? nil : changed
        }
        guard text.count >= 24, let octets = Base64.decode(String(decoding: text, as: UTF8.self)),
            String(validating: octets, as: UTF8.self) != nil
        else { return nil }
        let changed = swept(withoutPatterns(redactedMarkup(octets, level: level + 1)))
        return changed == octets ? nil : Base64.digits(of: changed)
    }
}
