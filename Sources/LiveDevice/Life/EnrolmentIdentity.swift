import Identity
import Synchronization

/// The certificate of the enrolment with its key, while the device lives: it signs messages, and a renewal puts another in
/// its place.
public final class EnrolmentIdentity: Sendable {
    private let held: Mutex<HeldIdentity?>

    public init(_ identity: HeldIdentity?) { held = Mutex(identity) }

    public var current: HeldIdentity? {
        get { held.withLock { $0 } }
        set { held.withLock { $0 = newValue } }
    }

    /// The value of MDM-Signature (enrollment.md 14.3).
    ///
    /// - Parameter now: in seconds since 1970.
    /// - Returns: nil for a device without a certificate.
    public func signature(of message: [UInt8], now: Int64) -> String? {
        guard let identity = current else { return nil }
        return try? MessageSigning.header(
            for: message, certificate: identity.certificate, key: identity.key, now: now)
    }
}
