import ESP

/// A message on its way to the server: the body and what travels beside it.
public struct ManagementRequest: Hashable, Sendable {
    /// The HTTP body.
    public var body: [UInt8]
    /// Where it goes: the account's address, or the RespURI of the session (DM-HDR-10).
    public var address: String
    /// The value of `x-syncml-hmac`; nil without (oma-dm.md 2.11).
    public var signature: String?

    public init(body: [UInt8], address: String, signature: String? = nil) {
        self.body = body
        self.address = address
        self.signature = signature
    }
}

/// What comes back.
public struct ManagementResponse: Hashable, Sendable {
    public var body: [UInt8]
    /// The value of `x-syncml-hmac`; nil without.
    public var signature: String?

    public init(body: [UInt8], signature: String? = nil) {
        self.body = body
        self.signature = signature
    }
}

/// A management server as the device sees it: bytes go out, bytes come back.
///
/// The embedded server and a script implement it; over HTTPS the transport does. A device calls it only inside a
/// session, but for notifications.
public protocol ManagementServer {
    /// Answers one client message.
    ///
    /// - Parameters:
    ///   - message: the bytes of the HTTP body.
    ///   - now: when the message arrives, in the device's time.
    /// - Returns: the body of the answer, or nil when the server gives none.
    mutating func answer(_ message: [UInt8], now: DeviceTime) -> [UInt8]?

    /// The same for a server to which address and header matter, too.
    mutating func respond(to request: ManagementRequest, now: DeviceTime) -> ManagementResponse?

    /// The octets of a notification (package 0, oma-dm.md 2.13) that the server sends now.
    ///
    /// - Parameter index: the position among the script's notifications.
    /// - Returns: nil for a server that sends none.
    mutating func notification(_ index: Int, now: DeviceTime) -> [UInt8]?
}

extension ManagementServer {
    public mutating func respond(to request: ManagementRequest, now: DeviceTime) -> ManagementResponse? {
        answer(request.body, now: now).map { ManagementResponse(body: $0) }
    }

    public mutating func notification(_ index: Int, now: DeviceTime) -> [UInt8]? { nil }
}
