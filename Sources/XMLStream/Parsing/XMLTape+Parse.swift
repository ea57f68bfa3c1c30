import CLibXML2

extension XMLTape {
    /// How a document is shaped.
    public enum Shape: Hashable, Sendable {
        /// One root element. White space before the XML declaration is passed over.
        case document
        /// Any number of elements without a root, as people send single commands. The tape then holds one synthetic root
        /// element that encloses them; its name is the empty string, its ranges are what follows the prolog. An XML
        /// declaration or DOCTYPE is passed over.
        case fragment
    }

    /// Parses a document. Nothing is fetched, no entity is expanded, and the time taken is proportional to what was read.
    ///
    /// - Throws: `XMLError` with the place and the reason; limits report the actual and the allowed value.
    public init(
        parsing bytes: [UInt8], shape: Shape = .document, limits: XMLLimits = .standard
    ) throws(XMLError) {
        let allowed = min(limits.documentBytes, XMLLimits.libxml2Bytes)
        guard bytes.count <= allowed else {
            throw .limit(.documentTooLarge, "document bytes", actual: bytes.count, allowed: allowed, at: .start)
        }
        try self.init(decoded: XMLEncoding(decoding: bytes), shape: shape, limits: limits)
    }

    private init(decoded: XMLEncoding, shape: Shape, limits: XMLLimits) throws(XMLError) {
        let source = decoded.source
        let prolog = decoded.prolog
        let skip = prolog.leadingWhitespace
        guard skip < source.count else {
            throw XMLError(code: .empty, position: .start, reason: "the document is empty; expected an element")
        }
        let lines = LineIndex(source)
        let place = { (offset: Int) in lines.position(at: offset, in: source) }
        if let (offset, found) = AttributeScan.firstTag(in: source, from: skip, withMoreThan: limits.attributes) {
            throw .limit(
                .tooManyEvents, "attributes of one element", actual: found, allowed: limits.attributes,
                at: place(offset))
        }
        if shape == .fragment, let offset = prolog.entityDeclaration {
            throw XMLError(
                code: .entity, position: place(offset),
                reason: "the DOCTYPE declares an entity; entity declarations are refused")
        }

        let built: TapeBuilder.Built
        switch shape {
        case .document:
            built = try Self.parse(
                source, from: skip, shape: shape, shift: skip, bounds: skip..<source.count, source: source,
                limits: limits, place: place)
        case .fragment:
            guard prolog.contentOffset < source.count else {
                throw XMLError(
                    code: .empty, position: place(source.count), reason: XMLErrorText.noElement)
            }
            let opening = Array("<_>".utf8)
            let input = opening + source[prolog.declarationEnd...] + Array("</_>".utf8)
            built = try Self.parse(
                input, from: 0, shape: shape, shift: prolog.declarationEnd - opening.count,
                bounds: prolog.declarationEnd..<source.count, source: source, limits: limits, place: place)
        }

        var remarks = decoded.remarks
        if skip > 0, prolog.hasDeclaration { remarks.append(XMLRemark(code: .leadingWhitespace, position: .start)) }
        if prolog.hasDocumentType { remarks.append(XMLRemark(code: .documentType, position: .start)) }
        for remark in built.remarks { remarks.append(XMLRemark(code: remark.code, position: place(remark.offset))) }
        self.init(
            source: source, remarks: remarks, names: built.names, events: built.events, text: built.text, lines: lines)
    }

    /// libxml2 keeps global tables that have to be made once, before the first parser.
    private static let isInitialized: Bool = {
        xmlInitParser()
        return true
    }()

    private static func parse(
        _ input: [UInt8], from start: Int, shape: Shape, shift: Int, bounds: Range<Int>, source: [UInt8],
        limits: XMLLimits, place: (Int) -> XMLPosition
    ) throws(XMLError) -> TapeBuilder.Built {
        let channel = isInitialized ? espalier_silence() : espalier_error_channel()
        defer { espalier_restore(channel) }
        let context = input.withUnsafeBytes { bytes in
            // libxml2 copies the bytes.
            xmlCreateMemoryParserCtxt(
                bytes.baseAddress.map { ($0 + start).assumingMemoryBound(to: CChar.self) }, Int32(bytes.count - start))
        }
        guard let context else {
            throw XMLError(code: .outOfMemory, position: .start, reason: "libxml2 could not make a parser")
        }
        defer { espalier_free_parser(context) }
        // NONET only; the encoding was settled before, so the document's own label is ignored (design.md section 7).
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
        context.pointee.sax.pointee = SAXHandler.make()

        var builder = TapeBuilder(
            context: context, limits: limits, shape: shape, shift: shift, bounds: bounds)
        withUnsafeMutablePointer(to: &builder) { pointer in
            context.pointee.userData = UnsafeMutableRawPointer(pointer)
            xmlParseDocument(context)
        }
        if let failure = builder.failure { throw XMLErrorText.error(for: failure, source: source, place: place) }
        guard context.pointee.wellFormed == 1, builder.isComplete else {
            throw XMLError(
                code: .notWellFormed, position: place(builder.endOffset), reason: "the document is not well-formed",
                libxml2Code: Int(context.pointee.errNo))
        }
        return builder.finish()
    }
}
