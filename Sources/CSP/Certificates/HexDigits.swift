/// Bytes as thumbprints and hashes are written.
enum HexDigits {
    private static let digits = Array("0123456789ABCDEF")

    /// Two upper-case digits for each byte.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var result = ""
        for byte in bytes {
            result.append(digits[Int(byte >> 4)])
            result.append(digits[Int(byte & 15)])
        }
        return result
    }

    /// Whether a text is the SHA-1 of a certificate: forty digits in any case.
    static func isThumbprint(_ text: String) -> Bool { text.utf8.count == 40 && text.allSatisfy(\.isHexDigit) }
}
