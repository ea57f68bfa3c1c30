import DMTree
import ProtocolProfile
import SyncML

/// What a client knows when it opens a session.
public struct SessionParameters: Hashable, Sendable {
    /// Who asked for the session (oma-dm.md 2.5, DM-SESS-04).
    public enum Initiation: Hashable, Sendable {
        /// The client itself: Alert 1201.
        case client
        /// A notification of the server: Alert 1200. The SessionID is that of the notification.
        case server
    }

    public var sessionID: String
    public var initiation: Initiation
    /// The account's server address without query: Target of every client message.
    public var serverURI: String
    /// `./DevInfo/DevId`: Source of every client message.
    public var deviceID: String
    /// The alerts of package 1 after 1201, LoginStatus first (windows-csp.md 5.4, enrollment.md 14.4).
    public var alerts: [GenericAlert]
    /// The largest message we take, in bytes; nil for no limit. Told to the server in the SyncHdr, in the profile `oma`
    /// only: the first message of Windows has no Meta there (oma-dm.md 8, A13).
    public var maxMsgSize: Int?
    /// The largest object we take, in bytes as they travel; a larger one is answered 413 (oma-dm.md 2.9 rule 9). Told to
    /// the server like `maxMsgSize`.
    public var maxObjSize: Int
    /// The form in which our messages travel. What the server sends may come in either form.
    public var coding: MessageCoding
    /// The user who answers questions of the server; nil for a device without a user interface, where they are 406.
    /// Windows never asks (windows-csp.md 5.9 row 4).
    public var user: UserScript?
    /// What both sides prove themselves with, as the last session left it (oma-dm.md 2.11).
    public var credentials = Credentials.none
    /// Whether a server without credentials is challenged. Windows knows its server by TLS.
    public var serverDemand = ServerAuthentication.Demand.ifOffered
    /// Where nonces for the server come from; of its own for each session.
    public var nonces = NonceSource(seed: [])

    public init(
        sessionID: String, serverURI: String, deviceID: String, alerts: [GenericAlert],
        initiation: Initiation = .client, maxMsgSize: Int? = nil,
        maxObjSize: Int = MessageLimits.standard.chunkedObjectBytes, user: UserScript? = nil,
        coding: MessageCoding = .xml
    ) {
        self.sessionID = sessionID
        self.initiation = initiation
        self.serverURI = serverURI
        self.deviceID = deviceID
        self.alerts = alerts
        self.maxMsgSize = maxMsgSize
        self.maxObjSize = maxObjSize
        self.user = user
        self.coding = coding
    }

    /// The text of the n-th session's id: a decimal counter, two bytes as hexadecimal digits from
    /// SyncApplicationVersion 2.0 on (windows-csp.md 5.3; the text form of the two bytes is our choice).
    ///
    /// - Parameter base: what decides between the two (oma-dm.md 8, A16).
    public static func sessionID(
        number: Int, syncApplicationVersion: Int, base: Ambiguities.SessionIDBase = .bySyncVersion
    ) -> String {
        switch base {
        case .decimal: String(number)
        case .hexadecimal: sessionID(notification: UInt16(truncatingIfNeeded: number))
        case .bySyncVersion:
            syncApplicationVersion >= 2
                ? sessionID(notification: UInt16(truncatingIfNeeded: number)) : String(number)
        }
    }

    /// The SessionID that answers a notification: its 16 bits as upper-case hexadecimal digits without leading zeros
    /// (oma-dm.md 1.5 SessionID, DM-HDR-11, DM-HDR-12).
    public static func sessionID(notification: UInt16) -> String {
        String(notification, radix: 16, uppercase: true)
    }
}
