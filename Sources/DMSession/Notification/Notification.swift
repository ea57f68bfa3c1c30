/// What a server says with package 0 to make a client start a session (oma-dm.md 2.13, DMNOTI 6): header and body of the
/// trigger.
public struct Notification: Hashable, Sendable {
    /// Version of the format in tenths: 10, 11 or 12 (oma-dm.md 8 A10).
    public var version: Int
    public var userInteraction: UserInteraction
    public var initiator: Initiator
    /// 27 bits that have to be zero (DM-NOTI-03).
    public var futureUse: UInt32
    /// 0x0001 to 0xFFFF.
    public var sessionID: UInt16
    /// ServerID of the account, 1 to 255 octets.
    public var serverID: String
    public var vendorData: [UInt8]

    /// ui-mode: how far the user takes part.
    public enum UserInteraction: UInt8, Hashable, Sendable, Codable, CaseIterable {
        case notSpecified = 0
        case background = 1
        case informative = 2
        case userInteraction = 3
    }

    public enum Initiator: UInt8, Hashable, Sendable, Codable, CaseIterable {
        /// The end user caused the server's action.
        case client = 0
        case server = 1
    }

    public init(
        version: Int = 11, userInteraction: UserInteraction = .notSpecified, initiator: Initiator = .server,
        futureUse: UInt32 = 0, sessionID: UInt16, serverID: String, vendorData: [UInt8] = []
    ) {
        self.version = version
        self.userInteraction = userInteraction
        self.initiator = initiator
        self.futureUse = futureUse
        self.sessionID = sessionID
        self.serverID = serverID
        self.vendorData = vendorData
    }

    /// SessionID of the session that answers: upper-case hexadecimal digits without leading zeros (DM-HDR-12).
    public var sessionIDText: String { String(sessionID, radix: 16, uppercase: true) }

    /// The versions that a client takes (oma-dm.md 8 A10).
    public static let versions = 10...12
}

extension Notification {
    /// The octets that the digest covers.
    ///
    /// - Returns: nil when a field does not fit its bits: version 10 bits, future-use 27 bits, server id 1 to 255
    ///   octets, SessionID not 0.
    public var trigger: [UInt8]? {
        let name = Array(serverID.utf8)
        guard (0..<1 << 10).contains(version), futureUse < 1 << 27, sessionID != 0, (1...255).contains(name.count)
        else { return nil }
        let head =
            UInt64(version) << 30 | UInt64(userInteraction.rawValue) << 28 | UInt64(initiator.rawValue) << 27
            | UInt64(futureUse)
        var octets = (0..<5).map { UInt8(truncatingIfNeeded: head >> (8 * (4 - $0))) }
        octets += [UInt8(sessionID >> 8), UInt8(sessionID & 0xFF), UInt8(name.count)]
        return octets + name + vendorData
    }

    /// A whole notification: digest and trigger.
    ///
    /// - Returns: nil where `trigger` is.
    public func signed(secret: String, nonce: Nonce) -> [UInt8]? {
        guard let trigger else { return nil }
        return Digest.notification(serverID: serverID, secret: secret, nonce: nonce.octets, trigger: trigger) + trigger
    }
}
