import CLibXML2

/// The forms of a web page, read by libxml2's HTML parser. A page is never too wrong to be read; only limits refuse one.
/// Nothing is fetched, no script runs.
public struct HTMLPage: Hashable, Sendable {
    /// In document order.
    public var forms: [HTMLForm]
    /// `href` of `base`, against which the addresses of the page are read; nil without.
    public var base: String?
    /// The text of `title`, trimmed; what tells a person which page it is.
    public var title: String?

    public init(forms: [HTMLForm], base: String? = nil, title: String? = nil) {
        self.forms = forms
        self.base = base
        self.title = title
    }

    /// The bytes are taken for UTF-8, or for ISO 8859-1 when they are none; what the page says of its encoding is not looked
    /// at.
    ///
    /// - Throws: when a limit is exceeded, or there is no memory.
    public init(parsing bytes: [UInt8], limits: XMLLimits = .page) throws(XMLError) {
        guard bytes.count <= limits.documentBytes else {
            throw .limit(
                .documentTooLarge, "bytes of the page", actual: bytes.count, allowed: limits.documentBytes, at: .start)
        }
        let source = String(validating: bytes, as: UTF8.self) == nil ? Self.fromLatin1(bytes) : bytes
        self = try Self.parse(source, limits)
    }

    /// How much the parser is given at once. When a limit is exceeded nothing more is given.
    private static let chunk = 16_384

    private static func parse(_ source: [UInt8], _ limits: XMLLimits) throws(XMLError) -> HTMLPage {
        let channel = espalier_silence()
        defer { espalier_restore(channel) }
        var handler = HTMLHandler.make()
        var builder = HTMLFormBuilder(limits: limits)
        let failure = withUnsafeMutablePointer(to: &builder) { pointer -> XMLError? in
            guard
                let context = htmlCreatePushParserCtxt(
                    &handler, UnsafeMutableRawPointer(pointer), nil, 0, nil, XML_CHAR_ENCODING_UTF8)
            else { return XMLError(code: .outOfMemory, position: .start, reason: "libxml2 could not make a parser") }
            defer { espalier_free_parser(context) }
            let options =
                HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
            htmlCtxtUseOptions(context, Int32(bitPattern: options))
            var start = 0
            while start < source.count, pointer.pointee.failure == nil {
                let count = min(chunk, source.count - start)
                source.withUnsafeBytes { bytes in
                    let piece = bytes.baseAddress.map { ($0 + start).assumingMemoryBound(to: CChar.self) }
                    _ = htmlParseChunk(context, piece, Int32(count), 0)
                }
                start += count
            }
            if pointer.pointee.failure == nil {
                pointer.pointee.reachEnd()
                _ = htmlParseChunk(context, nil, 0, 1)
            }
            return pointer.pointee.failure
        }
        if let failure { throw failure }
        return builder.page
    }

    private static func fromLatin1(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            if byte < 0x80 {
                result.append(byte)
            } else {
                result.append(0xC0 | byte >> 6)
                result.append(0x80 | byte & 0x3F)
            }
        }
        return result
    }
}

extension XMLLimits {
    /// The limits of a web page: 1 MiB, 256 levels, 100,000 tags, values and texts of 512 KiB, 256 attributes.
    public static let page = XMLLimits(
        documentBytes: 1 << 20, depth: 256, events: 100_000, textBytes: 1 << 19, attributes: 256, namespaces: 256)
}

/// The callbacks of the HTML parser.
private enum HTMLHandler {
    static func make() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.startElement = { userData, name, attributes in
            guard let name else { return }
            HTMLHandler.builder(userData)?.pointee.start(String(cString: name), attributes)
        }
        handler.endElement = { userData, name in
            guard let name else { return }
            HTMLHandler.builder(userData)?.pointee.end(String(cString: name))
        }
        handler.characters = { userData, bytes, count in
            guard let bytes, count > 0 else { return }
            HTMLHandler.builder(userData)?.pointee.characters(
                UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        return handler
    }

    private static func builder(_ userData: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLFormBuilder>? {
        userData?.assumingMemoryBound(to: HTMLFormBuilder.self)
    }
}
