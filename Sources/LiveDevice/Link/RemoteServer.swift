import DMTree
import Device
import ESP
import HTTPExchange
import Synchronization

/// A management server on the network, as a life sees it: each message is one POST with the frame of its session
/// (enrollment.md 14.2, 14.3), tried again as section 15 says.
///
/// `respond` waits, so a life with such a server runs on a thread of its own (docs/decisions/0011).
public struct RemoteServer: ManagementServer, Sendable {
    let link: ServerLink

    public init(_ link: ServerLink) { self.link = link }

    /// Every message goes through `respond`, which knows the frame.
    public mutating func answer(_ message: [UInt8], now: DeviceTime) -> [UInt8]? {
        respond(to: ManagementRequest(body: message, address: ""), now: now)?.body
    }

    public mutating func respond(to request: ManagementRequest, now: DeviceTime) -> ManagementResponse? {
        link.respond(to: request)
    }

    public var silence: String? { link.silence }

    public mutating func renewCertificate(tree: DeviceTree, now: DeviceTime) -> RenewalResult? {
        link.renew(tree)
    }
}
