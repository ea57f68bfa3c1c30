/// A code of Windows for what came of something: 0 for success, the high bit set for a failure (windows-csp.md 5.6,
/// esp-behaviour.md 4.6).
public struct HRESULT: RawRepresentable, Hashable, Sendable, Codable {
    /// The 32 bits of the code.
    public var rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public init(_ rawValue: UInt32) { self.init(rawValue: rawValue) }

    /// Reads what nodes hold: a decimal number, signed or unsigned, or hexadecimal with `0x`, white space around it.
    ///
    /// - Returns: nil for anything else, and for numbers that do not fit 32 bits.
    public init?(text: String) {
        var trimmed = text[...]
        while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        let value =
            if trimmed.prefix(2).lowercased() == "0x" {
                UInt32(trimmed.dropFirst(2), radix: 16)
            } else {
                UInt32(trimmed) ?? Int32(trimmed).map { UInt32(bitPattern: $0) }
            }
        guard let value else { return nil }
        self.init(value)
    }

    /// `HRESULT_FROM_WIN32`: a positive exit code gets facility 7, zero and negative codes are HRESULTs already
    /// (ESP-517).
    public init(win32 code: Int32) {
        self.init(code <= 0 ? UInt32(bitPattern: code) : UInt32(code) & 0xFFFF | 0x8007_0000)
    }

    /// The code as nodes hold it: a signed decimal number.
    public var signed: Int32 { Int32(bitPattern: rawValue) }

    /// `0x87D1041C`, as `msft:originalerror` prints it.
    public var uppercase: String { "0x" + Hexadecimal.text(of: rawValue, .upper) }
}

extension HRESULT: CustomStringConvertible {
    /// `0x87d1041c`, as readers of the category JSON expect (esp-behaviour.md 3.5).
    public var description: String { "0x" + Hexadecimal.text(of: rawValue) }
}
