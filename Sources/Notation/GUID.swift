/// GUIDs as Windows writes them: `2b2a6f2f-7a0c-4a6d-9d3b-5d4c6b1f0a11`, often in braces.
public enum GUID {
    /// Whether a text is 8-4-4-4-12 hexadecimal digits, without braces.
    public static func isBare(_ text: some StringProtocol) -> Bool {
        let digits = text.utf8
        guard digits.count == 36 else { return false }
        return digits.enumerated().allSatisfy { index, byte in
            [8, 13, 18, 23].contains(index)
                ? byte == UInt8(ascii: "-") : Character(Unicode.Scalar(byte)).isHexDigit
        }
    }

    /// The same, with a pair of braces round it or without.
    public static func isGUID(_ text: some StringProtocol) -> Bool {
        text.hasPrefix("{") && text.hasSuffix("}") ? isBare(text.dropFirst().dropLast()) : isBare(text)
    }
}
