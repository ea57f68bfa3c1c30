import ProtocolProfile

/// Decides what a client does with notifications, one after the other (oma-dm.md 2.13). It remembers the SessionIDs that
/// it took, so that a trigger that is delivered twice starts one session (DM-NOTI-06).
public struct NotificationInbox: Hashable, Sendable, Codable {
    /// Per server, the SessionIDs that sessions were started for, oldest first.
    private var taken: [String: [UInt16]] = [:]

    /// More than a server has triggers under way; an id that dropped out may come again.
    private static let remembered = 64

    public init() {}

    /// What the inbox knows of an account.
    public struct Account: Sendable {
        public var serverID: String
        /// As they stand in the account.
        public var credentials: Credentials
        /// UseNonceResync.
        public var resynchronises: Bool

        public init(serverID: String, credentials: Credentials, resynchronises: Bool) {
            self.serverID = serverID
            self.credentials = credentials
            self.resynchronises = resynchronises
        }
    }

    /// A session to start in answer to a notification, with Alert 1200 (DM-SESS-04).
    public struct Start: Hashable, Sendable {
        public var serverID: String
        /// SessionID of the session (DM-HDR-11).
        public var sessionID: String
        public var userInteraction: Notification.UserInteraction
        /// What the session authenticates with: after a resynchronisation both sides use the special nonce.
        public var credentials: Credentials
    }

    /// - Returns: the session to start, nil for none, and what is to be said.
    public mutating func receive(
        _ octets: [UInt8], accounts: [Account], ambiguities: Ambiguities = Ambiguities(.windows)
    ) -> (start: Start?, diagnostics: [Diagnostic]) {
        let signed: SignedNotification
        do throws(NotificationRefusal) { signed = try SignedNotification(parsing: octets) } catch {
            return (nil, [NotificationText.malformed(error)])
        }
        let notification = signed.notification
        var diagnostics = signed.findings
        guard let account = accounts.first(where: { $0.serverID == notification.serverID }),
            let server = account.credentials.server
        else { return (nil, diagnostics + [NotificationText.unknownServer(notification.serverID)]) }
        let match = signed.verify(
            secret: server.secret, nonce: server.nonce, resynchronises: account.resynchronises,
            ambiguities: ambiguities)
        guard let match else {
            let isUndecoded = signed.matchesUndecoded(secret: server.secret, nonce: server.nonce)
            return (nil, diagnostics + [NotificationText.digest(isUndecoded: isUndecoded)])
        }
        var known = taken[notification.serverID] ?? []
        guard !known.contains(notification.sessionID) else {
            return (nil, diagnostics + [NotificationText.repeated(notification.sessionIDText)])
        }
        known.append(notification.sessionID)
        taken[notification.serverID] = known.suffix(Self.remembered)
        var credentials = account.credentials
        switch match {
        case .stored: break
        case .special(let nonce):
            diagnostics.append(NotificationText.resynchronised())
            credentials.resynchronise(with: nonce)
        }
        return (
            Start(
                serverID: notification.serverID, sessionID: notification.sessionIDText,
                userInteraction: notification.userInteraction, credentials: credentials), diagnostics
        )
    }
}

extension Credentials {
    /// Both sides start from the special nonce, and the client proves itself with it at once: that is how the server
    /// learns that its notification was understood (oma-dm.md 2.13).
    mutating func resynchronise(with nonce: Nonce) {
        for index in client.indices where client[index].kind != .basic { client[index].nonce = nonce }
        server?.nonce = nonce
        if let kind = client.first(where: { $0.kind != .basic })?.kind { opening = kind == .hmac ? .mac : .md5 }
    }
}
