import ProtocolProfile

/// A notification as it came: a digest and the trigger that it covers, alone or in the frame of a WAP push
/// (oma-dm.md 2.13).
public struct SignedNotification: Hashable, Sendable {
    /// 16 octets.
    public var digest: [UInt8]
    /// The octets that the digest covers.
    public var trigger: [UInt8]
    public var notification: Notification
    /// nil when the notification came bare.
    public var frame: PushFrame?

    /// Which nonce a digest was made with.
    public enum Match: Hashable, Sendable {
        /// The server nonce that the account keeps.
        case stored
        /// The special nonce 0x00000000 in this spelling: the server lost the nonce, and the whole session authenticates
        /// both sides with this one (DM-NOTI-05).
        case special(Nonce)
    }

    /// Finds the nonce that the digest was made with (DM-NOTI-01).
    ///
    /// - Parameters:
    ///   - resynchronises: whether the special nonce is tried too: UseNonceResync of the account.
    /// - Returns: nil when the digest is wrong.
    public func verify(
        secret: String, nonce: Nonce, resynchronises: Bool, ambiguities: Ambiguities = Ambiguities(.windows)
    ) -> Match? {
        if matches(secret, nonce.hashed(ambiguities.nonceForm)) { return .stored }
        guard resynchronises else { return nil }
        return ambiguities.specialNonce.spellings.first { matches(secret, $0.octets) }.map { .special($0) }
    }

    /// True when the digest was made with the text of the nonce, undecoded (oma-dm.md 8 A25).
    public func matchesUndecoded(secret: String, nonce: Nonce) -> Bool { matches(secret, nonce.undecoded) }

    private func matches(_ secret: String, _ nonce: [UInt8]) -> Bool {
        digest
            == Digest.notification(
                serverID: notification.serverID, secret: secret, nonce: nonce, trigger: trigger)
    }
}

extension Ambiguities.SpecialNonce {
    /// The nonces that 0x00000000 may stand for, in the order in which they are tried.
    var spellings: [Nonce] {
        let octets = Nonce(octets: [0, 0, 0, 0])
        let ten = Nonce(octets: Array("0x00000000".utf8))
        let eight = Nonce(octets: Array("00000000".utf8))
        return switch self {
        case .any: [octets, ten, eight]
        case .fourZeroOctets: [octets]
        case .tenCharacters: [ten]
        case .eightCharacters: [eight]
        }
    }
}
