import Capture

/// A certificate that the server's authority issued to a device.
struct IssuedCertificate: Hashable, Sendable {
    enum State: String, Sendable, CaseIterable {
        /// It proves its device.
        case current
        /// A renewal brought another; it counts until the device shows that one (enrollment.md 10.1).
        case replaced
        /// The device enrolled again, left or was revoked (ENR-29): it proves nothing.
        case ended
    }

    /// SHA-1, 40 upper-case hexadecimal digits.
    var thumbprint: String
    var device: String
    var der: [UInt8]
    var notAfter: CaptureTime
    var state: State
}
