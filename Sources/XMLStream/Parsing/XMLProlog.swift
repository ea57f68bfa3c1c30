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
    /// True when a DOCTYPE stands in the prolog.
    public let hasDocumentType: Bool

    /// Scans the prolog of UTF-8 bytes. Never fails: what cannot be understood ends the scan.
    public init(_ source: [UInt8]) {
        var scanner = Scanner(bytes: source)
        var encoding: String?
        var documentType = false
        scanner.skipWhitespace()
        while true {
            if scanner.at("<?") {
                let start = scanner.index
                let instruction = scanner.take(through: "?>")
                if encoding == nil, instruction.starts(with: Array("<?xml".utf8)) {
                    encoding = Scanner(bytes: source, index: start).attribute("encoding", in: instruction)
                }
            } else if scanner.at("<!--") {
                _ = scanner.take(through: "-->")
            } else if scanner.at("<!DOCTYPE") {
                documentType = true
                scanner.skipDocumentType()
            } else {
                break
            }
            scanner.skipWhitespace()
        }
        declaredEncoding = encoding
        hasDocumentType = documentType
        contentOffset = scanner.index
        firstElement = scanner.elementName()
    }
}

private struct Scanner {
    let bytes: [UInt8]
    var index = 0

    func at(_ text: StaticString) -> Bool {
        guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[index + $0] == text.utf8Start[$0] }
    }

    mutating func skipWhitespace() {
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }

    mutating func take(through end: StaticString) -> ArraySlice<UInt8> {
        let start = index
        while index < bytes.count {
            if at(end) {
                index += end.utf8CodeUnitCount
                return bytes[start..<index]
            }
            index += 1
        }
        return bytes[start..<index]
    }

    mutating func skipDocumentType() {
        var brackets = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "["): brackets += 1
            case UInt8(ascii: "]"): brackets -= 1
            case UInt8(ascii: ">") where brackets <= 0:
                index += 1
                return
            default: break
            }
            index += 1
        }
    }

    func attribute(_ name: String, in instruction: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: instruction, as: UTF8.self)
        guard let range = text.firstRange(of: name) else { return nil }
        let rest = text[range.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\t" }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }

    func elementName() -> String? {
        guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "<") else { return nil }
        let ends: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "<")]
        let name = bytes[(index + 1)...].prefix { !ends.contains($0) }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
}
