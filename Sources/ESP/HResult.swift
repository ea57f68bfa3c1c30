/// A Windows HRESULT as the page shows it (esp-behaviour.md 4.6).
public struct HResult: Hashable, Sendable, Codable {
    /// The 32 bits of the code.
    public var rawValue: UInt32

    public init(_ rawValue: UInt32) { self.rawValue = rawValue }

    /// Reads what CSP nodes hold: a decimal number, signed or unsigned, or hexadecimal with `0x`.
    /// - Returns: nil for anything else, and for numbers that do not fit 32 bits.
    public init?(text: String) {
        let trimmed = ListText.trimmed(text)
        if let digits = ListText.dropping(prefix: "0x", from: trimmed), let value = UInt32(digits, radix: 16) {
            rawValue = value
        } else if let value = UInt32(trimmed) {
            rawValue = value
        } else if let value = Int32(trimmed) {
            rawValue = UInt32(bitPattern: value)
        } else {
            return nil
        }
    }

    /// `HRESULT_FROM_WIN32`: a positive exit code gets facility 7, zero and negative codes are HRESULTs already
    /// (ESP-517).
    public init(win32 code: Int32) {
        rawValue = code <= 0 ? UInt32(bitPattern: code) : UInt32(code) & 0xFFFF | 0x8007_0000
    }

    /// Time-out of a provider, of the whole page, or of a registration.
    public static let timeout = HResult(0x8007_05B4)
    /// The installer ended well, but the app's detection says that it is not there.
    public static let notDetected = HResult(0x87D1_041C)
    /// Windows Installer is busy with another installation (ESP-314).
    public static let installerBusy = HResult(0x8007_0652)
    /// A required app failed; no code says why (U-20).
    public static let genericAppFailure = HResult(0x8103_6502)
    /// The TPM was not attested after all retries.
    public static let attestationRetriesExhausted = HResult(0x8103_9001)
    /// The server has a record of this device, or Windows enrolment is blocked (ESP-320).
    public static let enrollmentRefused = HResult(0x8018_0014)
    /// A reboot that the page asked for did not happen.
    public static let unexpected = HResult(0x8000_FFFF)
    /// Seen when a provider reports an error without saying which.
    public static let providerErrorWithoutCode = HResult(0x0000_0004)

    /// The code as the CSP holds it: a signed decimal number.
    public var signed: Int32 { Int32(bitPattern: rawValue) }
}

extension HResult: CustomStringConvertible {
    /// `0x` and eight digits in lower case, as readers of the category JSON expect (esp-behaviour.md 3.5).
    public var description: String {
        let digits = String(rawValue, radix: 16)
        return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
    }
}
