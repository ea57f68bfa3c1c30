/// Writes strings as JSON.
package enum JSONText {
    /// Appends a string in quotes. Only what JSON cannot carry as it is becomes an escape.
    package static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        append(content: Array(text.utf8), to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// As `append`, for bytes that are known to be UTF-8.
    static func append(utf8 text: [UInt8], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        append(content: text, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func append(content text: [UInt8], to bytes: inout [UInt8]) {
        bytes.reserveCapacity(bytes.count + text.count + text.count / 16)
        var run = 0
        for (index, byte) in text.enumerated() {
            let escape: [UInt8]
            switch byte {
            case UInt8(ascii: "\""): escape = Array("\\\"".utf8)
            case UInt8(ascii: "\\"): escape = Array("\\\\".utf8)
            case 0x0A: escape = Array("\\n".utf8)
            case 0x0D: escape = Array("\\r".utf8)
            case 0x09: escape = Array("\\t".utf8)
            case 0..<0x20: escape = Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: continue
            }
            bytes += text[run..<index]
            bytes += escape
            run = index + 1
        }
        bytes += text[run...]
    }
}
