import CLibXML2

extension XMLTape {
    /// How a document is shaped.
    public enum Shape: Hashable, Sendable {
        /// One root element.
        case document
        /// Any number of elements without a root, as people send single commands. The tape then holds one synthetic root
        /// element that encloses them; its name is the empty string. An XML declaration or DOCTYPE is passed over.
        case fragment
    }

    /// Parses a document. Nothing is fetched, no entity is expanded, and the time taken is proportional to what was read.
    ///
    /// - Throws: `XMLError` with the place and the reason; limits report the actual and the allowed value.
    public init(
        parsing bytes: [UInt8], shape: Shape = .document, limits: XMLLimits = .standard
    ) throws(XMLError) {
        guard bytes.count <= limits.documentBytes else {
            throw .limit(
                .documentTooLarge, "document bytes", actual: bytes.count, allowed: limits.documentBytes, at: .start)
        }
        let decoded = try XMLEncoding(decoding: bytes)
        try self.init(decoded: decoded, shape: shape, limits: limits)
    }

    private init(decoded: XMLEncoding, shape: Shape, limits: XMLLimits) throws(XMLError) {
        let source = decoded.source
        let lines = { LineIndex.lineStarts(of: source) }
        let place = { (offset: Int) in LineIndex.position(at: offset, in: source, lineStarts: lines()) }
        let prolog = XMLProlog(source)
        guard prolog.contentOffset < source.count else {
            throw XMLError(code: .empty, position: .start, reason: "the document is empty; expected an element")
        }

        let skip: Int
        let prefix: [UInt8]
        let suffix: [UInt8]
        switch shape {
        case .document:
            // Servers put blanks before the XML declaration; XML does not allow them, and nothing is lost by passing over.
            skip = source.firstIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? 0
            (prefix, suffix) = ([], [])
        case .fragment:
            skip = prolog.contentOffset
            (prefix, suffix) = (Array("<_>".utf8), Array("</_>".utf8))
        }
        let input = prefix.isEmpty && skip == 0 ? source : prefix + source[skip...] + suffix
        let built = try Self.parse(input, shift: prefix.count - skip, limits: limits, place: place)

        var names = built.names.names
        if shape == .fragment, !names.isEmpty { names[0] = XMLName("") }
        var remarks = decoded.remarks
        if shape == .document, skip > 0 {
            remarks.append(XMLRemark(code: .leadingWhitespace, position: .start))
        }
        if prolog.hasDocumentType { remarks.append(XMLRemark(code: .documentType, position: .start)) }
        if !built.remarks.isEmpty {
            remarks += built.remarks.map { XMLRemark(code: $0.code, position: place($0.offset)) }
        }
        self.init(source: source, remarks: remarks, names: names, events: built.events, text: built.text)
    }

    private static func parse(
        _ input: [UInt8], shift: Int, limits: XMLLimits, place: (Int) -> XMLPosition
    ) throws(XMLError) -> TapeBuilder {
        let context = input.withUnsafeBytes { bytes in
            xmlCreateMemoryParserCtxt(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
        }
        guard let context else {
            throw XMLError(code: .outOfMemory, position: .start, reason: "libxml2 could not make a parser")
        }
        defer { xmlFreeParserCtxt(context) }
        // NONET only; the encoding was settled before, so the document's own label is ignored (design.md section 7).
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
        context.pointee.sax.pointee = SAXHandler.make()

        var builder = TapeBuilder(context: context, limits: limits, shift: shift, sourceBytes: input.count)
        withUnsafeMutablePointer(to: &builder) { pointer in
            context.pointee.userData = UnsafeMutableRawPointer(pointer)
            xmlParseDocument(context)
        }
        if let failure = builder.failure {
            throw XMLError(
                code: failure.code, position: place(failure.offset), reason: failure.reason,
                libxml2Code: failure.libxml2Code)
        }
        guard context.pointee.wellFormed == 1, builder.open.isEmpty, !builder.events.isEmpty else {
            throw XMLError(
                code: .notWellFormed, position: place(builder.offset), reason: "the document is not well-formed",
                libxml2Code: Int(context.pointee.errNo))
        }
        return builder
    }
}

/// The callbacks that are set; all others stay empty, which is also what keeps the parse fast.
enum SAXHandler {
    static func make() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.startElementNs = { userData, local, prefix, namespace, _, _, attributeCount, _, attributes in
            guard let builder = SAXHandler.builder(userData), let local else { return }
            builder.pointee.startElement(
                localName: local, prefix: prefix, namespace: namespace, attributeCount: Int(attributeCount),
                attributes: attributes)
        }
        handler.endElementNs = { userData, _, _, _ in
            SAXHandler.builder(userData)?.pointee.endElement()
        }
        handler.characters = { userData, bytes, count in
            guard let builder = SAXHandler.builder(userData), let bytes else { return }
            builder.pointee.characters(bytes, count: Int(count), isCDATA: false)
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = { userData, bytes, count in
            guard let builder = SAXHandler.builder(userData), let bytes else { return }
            builder.pointee.characters(bytes, count: Int(count), isCDATA: true)
        }
        handler.entityDecl = { userData, name, _, _, _, _ in
            let name = name.map { String(cString: $0) } ?? ""
            SAXHandler.builder(userData)?.pointee.fail(
                .entity, "the DOCTYPE declares entity \"\(name)\"; entity declarations are refused")
        }
        handler.unparsedEntityDecl = { userData, name, _, _, _ in
            let name = name.map { String(cString: $0) } ?? ""
            SAXHandler.builder(userData)?.pointee.fail(
                .entity, "the DOCTYPE declares entity \"\(name)\"; entity declarations are refused")
        }
        handler.reference = { userData, name in
            let name = name.map { String(cString: $0) } ?? ""
            SAXHandler.builder(userData)?.pointee.fail(
                .entity, "entity \"&\(name);\" is not one that XML predefines")
        }
        espalier_set_error_handler(&handler) { userData, error in
            guard let error else { return }
            SAXHandler.builder(userData)?.pointee.report(error.pointee)
        }
        return handler
    }

    static func builder(_ userData: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TapeBuilder>? {
        userData?.assumingMemoryBound(to: TapeBuilder.self)
    }
}
