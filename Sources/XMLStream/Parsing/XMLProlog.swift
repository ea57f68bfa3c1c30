/// What stands before the first element of a document, found without parsing it.
///
/// Needed because a fragment (several commands without a root) is not a document: whoever reads it has to know the first
/// name before choosing how to parse.
public struct XMLProlog: Sendable {
    /// The `encoding` of the XML declaration, as written.
    public let declaredEncoding: String?
    /// The first element's name as written, prefix included; nil when there is no element.
    public let firstElement: String?
    /// The offset of the first element's `<`, or of whatever stands there instead.
    public let contentOffset: Int
    /// The offset behind the XML declaration, the DOCTYPE and the white space that follows. Comments and instructions may
    /// stand inside an element too, so a fragment is parsed from here on, and what is wrong with them is found.
    let declarationEnd: Int
    /// True when a DOCTYPE stands in the prolog.
    public let hasDocumentType: Bool
    /// True when there is an XML declaration.
    public let hasDeclaration: Bool
    /// Bytes of white space before anything else.
    let leadingWhitespace: Int
    /// The offset of the first entity declaration in a DOCTYPE.
    let entityDeclaration: Int?

    /// Scans the prolog of a document as it came, in any encoding that `XMLTape` reads.
    ///
    /// - Throws: `XMLError` when the bytes cannot be decoded.
    public init(decoding bytes: [UInt8]) throws(XMLError) {
        self = try XMLEncoding(decoding: bytes).prolog
    }

    /// Scans the prolog of UTF-8 bytes; a byte order mark may stand before it. Never fails: what cannot be understood ends
    /// the scan.
    public init(_ source: [UInt8]) {
        var scanner = ByteScanner(source)
        if scanner.at("\u{FEFF}") { scanner.index = 3 }
        var encoding: String?
        var declaration = false
        var documentType = false
        var entity: Int?
        let start = scanner.index
        scanner.skipWhitespace()
        var end = scanner.index
        leadingWhitespace = scanner.index - start
        scanning: while true {
            let start = scanner.index
            if scanner.at("<?xml"), start + 5 < source.count, ByteScanner.isWhitespace(source[start + 5]) {
                scanner.skip(through: "?>")
                if !declaration { encoding = Self.declaredEncoding(in: source, start..<scanner.index) }
                declaration = true
                scanner.skipWhitespace()
                end = scanner.index
            } else if scanner.at("<!DOCTYPE") {
                documentType = true
                let declared = scanner.skipDocumentType()
                entity = entity ?? declared
                scanner.skipWhitespace()
                end = scanner.index
            } else if scanner.at("<![CDATA[") || !scanner.skipUnparsed() {
                break scanning
            }
            scanner.skipWhitespace()
        }
        declaredEncoding = encoding
        hasDeclaration = declaration
        hasDocumentType = documentType
        entityDeclaration = entity
        contentOffset = scanner.index
        declarationEnd = end
        firstElement = Self.elementName(at: scanner.index, in: source)
    }

    private static func declaredEncoding(in source: [UInt8], _ declaration: Range<Int>) -> String? {
        var scanner = ByteScanner(source, at: declaration.lowerBound)
        scanner.skip(through: "encoding")
        while scanner.index < declaration.upperBound,
            ByteScanner.isWhitespace(source[scanner.index]) || source[scanner.index] == UInt8(ascii: "=")
        {
            scanner.index += 1
        }
        guard scanner.index < declaration.upperBound else { return nil }
        let quote = source[scanner.index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        let start = scanner.index + 1
        scanner.index = start
        scanner.skip(to: quote)
        guard scanner.index < declaration.upperBound else { return nil }
        return String(decoding: source[start..<scanner.index], as: UTF8.self)
    }

    private static func elementName(at index: Int, in source: [UInt8]) -> String? {
        guard index + 1 < source.count, source[index] == UInt8(ascii: "<") else { return nil }
        let name = source[(index + 1)...].prefix {
            !ByteScanner.isWhitespace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
                && $0 != UInt8(ascii: "<")
        }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
}
