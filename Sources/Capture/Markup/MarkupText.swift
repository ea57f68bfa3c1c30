/// Text of XML and the characters that it stands for.
package enum MarkupText {
    /// Resolves the five entities, character references and CDATA sections. What is no reference stays as it is.
    static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        let bytes = Array(text)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<"), bytes.hasPrefix("<![CDATA[", at: index) {
                let end = bytes.index(of: "]]>", from: index + 9)
                result += bytes[(index + 9)..<(end ?? bytes.count)]
                index = end.map { $0 + 3 } ?? bytes.count
            } else if byte == UInt8(ascii: "&"), let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
                let character = character(bytes[(index + 1)..<end])
            {
                result += String(character).utf8
                index = end + 1
            } else {
                result.append(byte)
                index += 1
            }
        }
        return result
    }

    private static func character(_ name: ArraySlice<UInt8>) -> Character? {
        switch String(decoding: name, as: UTF8.self) {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        case let text where text.hasPrefix("#x") || text.hasPrefix("#X"):
            return UInt32(text.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map(Character.init)
        case let text where text.hasPrefix("#"):
            return UInt32(text.dropFirst(1)).flatMap(Unicode.Scalar.init).map(Character.init)
        default: return nil
        }
    }

    /// Text as it stands between tags and in attributes.
    package static func escaped(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + text.count / 8)
        for byte in text {
            switch byte {
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: ">"): result += "&gt;".utf8
            case UInt8(ascii: "&"): result += "&amp;".utf8
            case UInt8(ascii: "\""): result += "&quot;".utf8
            default: result.append(byte)
            }
        }
        return result
    }
}
