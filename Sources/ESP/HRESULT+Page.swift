import Notation

/// The codes of the page and the agents (esp-behaviour.md 4.6).
extension HRESULT {
    /// Time-out of a provider, of the whole page, or of a registration.
    public static let timeout = HRESULT(0x8007_05B4)
    /// The installer ended well, but the app's detection says that it is not there.
    public static let notDetected = HRESULT(0x87D1_041C)
    /// Windows Installer is busy with another installation (ESP-314).
    public static let installerBusy = HRESULT(0x8007_0652)
    /// A required app failed; no code says why (U-20).
    public static let genericAppFailure = HRESULT(0x8103_6502)
    /// The TPM was not attested after all retries.
    public static let attestationRetriesExhausted = HRESULT(0x8103_9001)
    /// The server has a record of this device, or Windows enrolment is blocked (ESP-320).
    public static let enrollmentRefused = HRESULT(0x8018_0014)
    /// A reboot that the page asked for did not happen.
    public static let unexpected = HRESULT(0x8000_FFFF)
    /// Seen when a provider reports an error without saying which.
    public static let providerErrorWithoutCode = HRESULT(0x0000_0004)
}
