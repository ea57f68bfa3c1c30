/// Octets as hexadecimal digits.
public enum Hexadecimal {
    public static func text(_ octets: some Sequence<UInt8>) -> String {
        var result: [UInt8] = []
        for octet in octets { result += [digit(octet >> 4), digit(octet & 15)] }
        return String(decoding: result, as: UTF8.self)
    }

    /// nil when the text holds anything but pairs of digits and white space.
    public static func octets(_ text: some StringProtocol) -> [UInt8]? {
        var digits: [UInt8] = []
        for byte in text.utf8 where byte > 0x20 {
            guard let value = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            digits.append(UInt8(value))
        }
        guard digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
