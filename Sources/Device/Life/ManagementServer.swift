import DMSession
import DMTree
import ESP
import Notation

/// A message on its way to the server: the body and what travels beside it.
public struct ManagementRequest: Hashable, Sendable {
    /// The HTTP body.
    public var body: [UInt8]
    /// Where it goes: the account's address, or the RespURI of the session (DM-HDR-10).
    public var address: String
    /// The value of `x-syncml-hmac`; nil without (oma-dm.md 2.11).
    public var signature: String?
    /// The form of the body.
    public var coding: MessageCoding
    /// What stands around the messages of the session in HTTP.
    public var frame: SessionFrame

    public init(
        body: [UInt8], address: String, signature: String? = nil, coding: MessageCoding = .xml,
        frame: SessionFrame = SessionFrame()
    ) {
        self.body = body
        self.address = address
        self.signature = signature
        self.coding = coding
        self.frame = frame
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

    /// Why `respond` gave nil the last time, as half a sentence; nil where there is nothing to say.
    var silence: String? { get }

    /// Renews the certificate of the enrolment (enrollment.md 10.1). Called between sessions.
    ///
    /// - Returns: nil for a server that is asked for none: then the script says how the renewal goes.
    mutating func renewCertificate(tree: DeviceTree, now: DeviceTime) -> RenewalResult?
}

/// How a renewal with a real server ended.
public enum RenewalResult: Sendable {
    /// - Parameters:
    ///   - thumbprint: of the new certificate, 40 hexadecimal digits.
    ///   - ends: its NotAfter, in the device's time.
    ///   - tree: with what the answer brought; nil when it brought nothing for the tree.
    case succeeded(thumbprint: String, ends: DeviceTime, tree: DeviceTree? = nil)
    case failed(HRESULT)
}

extension ManagementServer {
    public mutating func respond(to request: ManagementRequest, now: DeviceTime) -> ManagementResponse? {
        answer(request.body, now: now).map { ManagementResponse(body: $0) }
    }

    public mutating func notification(_ index: Int, now: DeviceTime) -> [UInt8]? { nil }

    public var silence: String? { nil }

    public mutating func renewCertificate(tree: DeviceTree, now: DeviceTime) -> RenewalResult? { nil }
}
