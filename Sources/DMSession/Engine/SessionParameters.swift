import DMTree

/// What a client knows when it opens a session.
public struct SessionParameters: Hashable, Sendable {
    public var sessionID: String
    /// The account's server address without query: Target of every client message.
    public var serverURI: String
    /// `./DevInfo/DevId`: Source of every client message.
    public var deviceID: String
    /// The alerts of package 1 after 1201, LoginStatus first (windows-csp.md 5.4, enrollment.md 14.4).
    public var alerts: [GenericAlert]

    public init(sessionID: String, serverURI: String, deviceID: String, alerts: [GenericAlert]) {
        self.sessionID = sessionID
        self.serverURI = serverURI
        self.deviceID = deviceID
        self.alerts = alerts
    }

    /// The text of the n-th session's id: a decimal counter, two bytes as hexadecimal digits from
    /// SyncApplicationVersion 2.0 on (windows-csp.md 5.3; the text form of the two bytes is our choice).
    public static func sessionID(number: Int, syncApplicationVersion: Int) -> String {
        guard syncApplicationVersion >= 2 else { return String(number) }
        return String(number & 0xFFFF, radix: 16, uppercase: true)
    }
}
