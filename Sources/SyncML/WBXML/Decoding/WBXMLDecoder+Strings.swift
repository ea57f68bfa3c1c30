import XMLStream

/// Strings, entities, literal names, attributes and processing instructions.
extension WBXMLDecoder {
    /// The text of STR_I, STR_T or ENTITY, as UTF-8.
    mutating func string(_ token: UInt8, at offset: Int) throws(MessageRefusal) -> ArraySlice<UInt8> {
        switch token {
        case WBXMLToken.inlineString: return try text(reader.terminated(inside: "a string"), at: offset)
        case WBXMLToken.tableString:
            return try text(tableString(try reader.integer(inside: "STR_T"), at: offset), at: offset)
        default: return try entity(at: offset)
        }
    }

    private mutating func entity(at offset: Int) throws(MessageRefusal) -> ArraySlice<UInt8> {
        let code = try reader.integer(inside: "ENTITY")
        guard let scalar = Unicode.Scalar(code), WBXMLText.isAllowed(scalar) else {
            throw .wbxmlEntity(code, at: offset)
        }
        return Array(String(Character(scalar)).utf8)[...]
    }

    /// Where the string at an index of the table lies. An index may point into the middle of another string.
    private func tableString(_ index: UInt32, at offset: Int) throws(MessageRefusal) -> Range<Int> {
        let table = header.stringTable
        guard Int(index) < table.count else {
            throw .wbxmlTableIndex(Int(index), tableBytes: table.count, at: offset)
        }
        let start = table.lowerBound + Int(index)
        return start..<(reader.nul(from: start, to: table.upperBound) ?? table.upperBound)
    }

    /// Bytes of the document in its character set, as UTF-8.
    private func text(_ range: Range<Int>, at offset: Int) throws(MessageRefusal) -> ArraySlice<UInt8> {
        let bytes = reader.bytes[range]
        if WBXMLText.isPlain(bytes) { return bytes }
        let result: ArraySlice<UInt8>
        switch header.charset {
        case .latin1: result = WBXMLText.utf8(fromLatin1: bytes)[...]
        case .ascii:
            guard bytes.allSatisfy({ $0 < 0x80 }) else { throw .wbxmlText(.encoding, charset: .ascii, at: offset) }
            result = bytes
        case .utf8, .unstated: result = bytes
        }
        if let fault = WBXMLText.fault(result) { throw .wbxmlText(fault, charset: header.charset, at: offset) }
        return result
    }

    // MARK: - Names of the string table

    /// The longest literal name in bytes; a longer one is no mistake that anybody makes.
    private static let mostNameBytes = 1_024

    mutating func literal(_ byte: UInt8, at offset: Int) throws(MessageRefusal) {
        let index = try reader.integer(inside: "LITERAL")
        let id = try literalID(Literal(index: index, page: page, isAttribute: false), at: offset)
        try start(nil, id, byte, at: offset)
    }

    /// The id of a literal name. An element is in the namespace of the code page in force, an attribute in none.
    private mutating func literalID(_ literal: Literal, at offset: Int) throws(MessageRefusal) -> Int {
        if let known = literals[literal] { return known }
        let range = try tableString(literal.index, at: offset)
        guard range.count <= Self.mostNameBytes else { throw .wbxmlTooLong(Self.mostNameBytes, at: offset) }
        let local = String(decoding: try text(range, at: offset), as: UTF8.self)
        // What begins with xml belongs to XML itself; an attribute of that kind is told apart by the caller.
        let isReserved = !literal.isAttribute && (local.hasPrefix("xml:") || local.hasPrefix("xmlns:"))
        guard WBXMLText.isName(local), !isReserved else { throw .wbxmlName(at: offset) }
        let name: XMLName
        if literal.isAttribute {
            name =
                local.hasPrefix("xml:")
                ? XMLName(String(local.dropFirst(4)), namespace: WBXMLText.xmlNamespace) : XMLName(local)
        } else {
            // A prefix that nothing binds stays in the name and leaves it without a namespace, as in XML.
            let namespace =
                literal.page == 0 ? header.type.namespace : WBXMLCodePage.page(literal.page)?.namespace
            name = XMLName(local, namespace: local.contains(":") ? nil : namespace)
        }
        let id = addName(name)
        literals[literal] = id
        return id
    }

    // MARK: - Attributes

    /// The attributes of the element just opened, up to their END. SyncML has none, so only literal names and strings can
    /// be read; they are told by the reader of the message.
    mutating func attributes() throws(MessageRefusal) {
        var seen: Set<Int> = []
        while let (name, offset) = try attributeStart() {
            let value = try attributeValue()
            let local = recorder.name(name)
            // Declarations of namespaces mean nothing here, because the code page says the namespace.
            if local.namespace == nil, local.local == "xmlns" || local.local.hasPrefix("xmlns:") { continue }
            guard seen.insert(name).inserted else { throw .wbxmlRepeatedAttribute(at: offset) }
            guard seen.count <= limits.xml.attributes else {
                throw .wbxmlTooManyAttributes(allowed: limits.xml.attributes, at: offset)
            }
            try expand(by: local.local.utf8.count + value.count + 4, at: offset)
            do { try recorder.attribute(name, value, at: offset) } catch { throw MessageRefusal(wbxml: error) }
        }
    }

    private mutating func attributeStart() throws(MessageRefusal) -> (name: Int, offset: Int)? {
        while true {
            let offset = reader.index
            let token = try reader.byte(inside: "attributes")
            switch token {
            case WBXMLToken.end: return nil
            // Attributes have a code page of their own, which SyncML leaves empty.
            case WBXMLToken.switchPage: _ = try reader.byte(inside: "SWITCH_PAGE")
            case WBXMLToken.literal:
                let index = try reader.integer(inside: "LITERAL")
                return (try literalID(Literal(index: index, page: 0, isAttribute: true), at: offset), offset)
            default: throw .wbxmlAttribute(token, at: offset)
            }
        }
    }

    private mutating func attributeValue() throws(MessageRefusal) -> [UInt8] {
        var value: [UInt8] = []
        while !reader.isAtEnd {
            let offset = reader.index
            let token = reader.bytes[offset]
            switch token {
            case WBXMLToken.inlineString, WBXMLToken.tableString, WBXMLToken.entity:
                _ = try reader.byte(inside: "an attribute")
                let piece = try string(token, at: offset)
                try expand(by: piece.count, at: offset)
                value += piece
            default: return value
            }
        }
        return value
    }

    // MARK: - Processing instructions

    /// Passes over a processing instruction: it has the form of an attribute, whose tokens need no table to be skipped.
    mutating func processingInstruction(at offset: Int) throws(MessageRefusal) {
        let place: StaticString = "a processing instruction"
        var isFirst = true
        while true {
            let start = reader.index
            let token = try reader.byte(inside: place)
            switch token {
            case WBXMLToken.end where !isFirst:
                if findings.count < limits.findings { findings.append(.wbxmlInstruction(at: offset)) }
                return
            case WBXMLToken.switchPage: _ = try reader.byte(inside: place)
            case WBXMLToken.literal, WBXMLToken.tableString, WBXMLToken.entity: _ = try reader.integer(inside: place)
            case WBXMLToken.inlineString: _ = try reader.terminated(inside: place)
            case WBXMLToken.opaque: _ = try reader.counted(inside: place)
            case _ where token & 0x3F >= WBXMLToken.firstTag: break
            default: throw .wbxmlExtension(token, at: start)
            }
            isFirst = false
        }
    }
}
