import CLibXML2

/// Finds elements with too many attributes before libxml2 sees them: it compares each attribute of an element with each
/// other one, so that 100,000 of them in a document of one megabyte would take seconds.
enum AttributeScan {
    /// A document with so few equals signs cannot hold enough attributes to matter, and counting them costs next to nothing.
    private static let harmless = 4_096

    /// The offset and the number of attributes of the first tag that has more than are allowed.
    static func firstTag(
        in source: [UInt8], from start: Int, withMoreThan allowed: Int
    ) -> (offset: Int, found: Int)? {
        let signs = source.withUnsafeBufferPointer { espalier_count_of($0.baseAddress, UInt8(ascii: "="), $0.count) }
        guard signs > min(allowed, harmless) else { return nil }
        var scanner = ByteScanner(source, at: start)
        while true {
            scanner.skip(to: UInt8(ascii: "<"))
            if scanner.isAtEnd { return nil }
            if scanner.skipUnparsed() { continue }
            if scanner.at("<!DOCTYPE") {
                _ = scanner.skipDocumentType()
                continue
            }
            let tag = scanner.index
            let found = attributes(&scanner)
            if found > allowed { return (tag, found) }
        }
    }

    /// Moves behind the tag that begins here and counts the values in quotation marks.
    private static func attributes(_ scanner: inout ByteScanner) -> Int {
        var found = 0
        scanner.index += 1
        while !scanner.isAtEnd {
            switch scanner.bytes[scanner.index] {
            case UInt8(ascii: ">"), UInt8(ascii: "<"): return found
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let quote = scanner.bytes[scanner.index]
                found += 1
                scanner.index += 1
                scanner.skip(to: quote)
            default: break
            }
            scanner.index += 1
        }
        return found
    }
}
