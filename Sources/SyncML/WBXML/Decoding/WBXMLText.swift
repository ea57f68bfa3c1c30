/// Checks of bytes that are to be text.
enum WBXMLText {
    enum Fault {
        /// Bytes that the encoding does not have.
        case encoding
        /// A character that XML forbids.
        case forbidden
    }

    /// The namespace that the prefix `xml` is always bound to.
    static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

    /// True when every byte is a character of ASCII that XML allows: nearly all texts of real messages.
    static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            var isPlain = true
            for byte in buffer where byte &- 0x20 > 0x5F {
                if byte != 0x09, byte != 0x0A, byte != 0x0D { isPlain = false }
            }
            return isPlain
        }
    }

    /// What is wrong with UTF-8 bytes, nil when they are characters that XML allows.
    static func fault(_ bytes: ArraySlice<UInt8>) -> Fault? {
        if isPlain(bytes) { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else { return .encoding }
        return text.unicodeScalars.allSatisfy(isAllowed) ? nil : .forbidden
    }

    /// The characters of XML 1.0.
    static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// ISO-8859-1 as UTF-8.
    static func utf8(fromLatin1 bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
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

    /// True for a name that XML takes for an element or attribute, with at most one prefix. Names come from the string table,
    /// where anything may stand.
    static func isName(_ name: String) -> Bool {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2 else { return false }
        return parts.allSatisfy { part in
            guard let first = part.unicodeScalars.first, isNameStart(first) else { return false }
            return part.unicodeScalars.allSatisfy { isNameStart($0) || isNameInside($0) }
        }
    }

    private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
            0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
            0x10000...0xEFFFF:
            true
        default: false
        }
    }

    private static func isNameInside(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
        default: false
        }
    }
}
