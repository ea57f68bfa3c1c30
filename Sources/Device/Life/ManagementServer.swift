import ESP

/// A management server as the device sees it: bytes go out, bytes come back.
///
/// The embedded server and a script implement it; over HTTPS the transport does. A device calls it only inside a
/// session.
public protocol ManagementServer {
    /// Answers one client message.
    ///
    /// - Parameters:
    ///   - message: the bytes of the HTTP body.
    ///   - now: when the message arrives, in the device's time.
    /// - Returns: the body of the answer, or nil when the server gives none.
    mutating func answer(_ message: [UInt8], now: DeviceTime) -> [UInt8]?
}
