/// Octets and numbers as hexadecimal digits.
public enum Hexadecimal {
    /// The letters of what is written; both are read.
    public enum Letters: Hashable, Sendable {
        case lower, upper
    }

    /// Two digits for each octet.
    public static func text(_ octets: some Sequence<UInt8>, _ letters: Letters = .lower) -> String {
        var result: [UInt8] = []
        for octet in octets { result += [digit(octet >> 4, letters), digit(octet & 15, letters)] }
        return String(decoding: result, as: UTF8.self)
    }

    /// All digits of a number, with its zeros in front: eight for 32 bits.
    public static func text(of number: some FixedWidthInteger & UnsignedInteger, _ letters: Letters = .lower) -> String
    {
        let places = stride(from: number.bitWidth - 8, through: 0, by: -8)
        return text(places.map { UInt8(truncatingIfNeeded: number >> $0) }, letters)
    }

    /// nil when the text holds anything but pairs of digits, and white space or control characters between them.
    public static func octets(_ text: some StringProtocol) -> [UInt8]? {
        var digits: [UInt8] = []
        for byte in text.utf8 where byte > 0x20 {
            guard let value = value(of: byte) else { return nil }
            digits.append(value)
        }
        guard digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// - Parameter value: below 16.
    public static func digit(_ value: UInt8, _ letters: Letters) -> UInt8 {
        switch letters {
        case _ where value < 10: UInt8(ascii: "0") + value
        case .lower: UInt8(ascii: "a") + value - 10
        case .upper: UInt8(ascii: "A") + value - 10
        }
    }

    /// nil for a byte that is no digit.
    public static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
