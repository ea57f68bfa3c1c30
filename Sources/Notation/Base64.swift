/// Octets as text: standard Base64 with padding, in one line (oma-dm.md 1.4, 2.11; RFC 4648 section 4).
public enum Base64 {
    /// What a reader passes over between the digits.
    public enum Filler: Hashable, Sendable {
        case nothing
        /// Blanks, tabs and line ends, as values of nodes have them.
        case whiteSpace
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")

    /// What a byte of the text is: below 64 the value of a digit.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: strange, count: 256)
        for (value, digit) in alphabet.enumerated() { values[Int(digit)] = UInt8(value) }
        for byte in " \t\r\n".utf8 { values[Int(byte)] = blank }
        return values
    }()
    private static let strange: UInt8 = 0xFF
    private static let blank: UInt8 = 0xFE

    public static func encode(_ octets: some Sequence<UInt8>) -> String {
        String(decoding: digits(of: Array(octets)), as: UTF8.self)
    }

    /// The text as bytes of ASCII.
    public static func digits(of octets: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity((octets.count + 2) / 3 * 4)
        for index in stride(from: 0, to: octets.count, by: 3) {
            let left = octets.count - index
            let first = octets[index]
            let second = left > 1 ? octets[index + 1] : 0
            let third = left > 2 ? octets[index + 2] : 0
            result.append(alphabet[Int(first >> 2)])
            result.append(alphabet[Int((first & 0x03) << 4 | second >> 4)])
            result.append(left > 1 ? alphabet[Int((second & 0x0F) << 2 | third >> 6)] : padding)
            result.append(left > 2 ? alphabet[Int(third & 0x3F)] : padding)
        }
        return result
    }

    /// The octets of a text, none for a text without digits. The bits that the last digit has too many do not count.
    ///
    /// - Returns: nil when the text is no Base64: another character, a digit behind the padding, a length that is no
    ///   multiple of four.
    public static func decode(_ text: some StringProtocol, passingOver filler: Filler = .whiteSpace) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        var paddings = 0
        for byte in text.utf8 {
            let value = values[Int(byte)]
            if value == blank, filler == .whiteSpace { continue }
            count += 1
            if byte == padding {
                paddings += 1
                bits <<= 6
            } else {
                guard value < 64, paddings == 0 else { return nil }
                bits = bits << 6 | UInt32(value)
            }
            guard count.isMultiple(of: 4) else { continue }
            guard paddings <= 2 else { return nil }
            result.append(UInt8(truncatingIfNeeded: bits >> 16))
            if paddings < 2 { result.append(UInt8(truncatingIfNeeded: bits >> 8)) }
            if paddings < 1 { result.append(UInt8(truncatingIfNeeded: bits)) }
        }
        return count.isMultiple(of: 4) ? result : nil
    }
}
