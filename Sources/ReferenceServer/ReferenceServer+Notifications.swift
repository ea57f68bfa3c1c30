import DMSession
import ESP

extension ReferenceServer {
    /// A notification that a scenario has the server send (oma-dm.md 2.13).
    public struct ScriptedNotification: Hashable, Sendable {
        /// What the server does wrong with it.
        public enum Mistake: String, Hashable, Sendable, CaseIterable {
            /// Another secret than the account has.
            case wrongDigest
            /// The text of the nonce, not its octets.
            case undecodedNonce
            /// Another ServerID than the account has.
            case wrongServer
            /// Half of it only.
            case truncated
            /// The server lost the nonce and uses the special one, which some accounts allow (DM-NOTI-05).
            case lostNonce
        }

        public var time: DeviceTime
        /// 0x0001 to 0xFFFF.
        public var sessionID: UInt16
        public var userInteraction: Notification.UserInteraction
        public var mistake: Mistake?

        public init(
            time: DeviceTime, sessionID: UInt16, userInteraction: Notification.UserInteraction = .notSpecified,
            mistake: Mistake? = nil
        ) {
            self.time = time
            self.sessionID = sessionID
            self.userInteraction = userInteraction
            self.mistake = mistake
        }
    }

    /// The octets of a scripted notification; nil when there is none at this place, or no account to sign it with.
    public mutating func notification(_ index: Int, now: DeviceTime) -> [UInt8]? {
        guard notifications.indices.contains(index), let server = account?.server, let known = proofs else {
            return nil
        }
        let scripted = notifications[index]
        var (serverID, secret, nonce) = (server.name, server.secret, known.server)
        switch scripted.mistake {
        case .wrongDigest: secret += "-other"
        case .undecodedNonce: nonce = Nonce(octets: nonce.undecoded)
        case .wrongServer: serverID += "-other"
        case .lostNonce:
            nonce = Nonce(octets: [0, 0, 0, 0])
            // Both directions of the session that follows use it.
            proofs?.client = nonce
            proofs?.server = nonce
        case .truncated, nil: break
        }
        let octets = Notification(
            userInteraction: scripted.userInteraction, sessionID: scripted.sessionID, serverID: serverID
        ).signed(secret: secret, nonce: nonce)
        return scripted.mistake == .truncated ? octets.map { Array($0.prefix($0.count / 2)) } : octets
    }
}
