import Capture

/// One request of a device to its management server, and the answer.
public struct ServedExchange: Sendable {
    /// What the request is for.
    public enum Purpose: Hashable, Sendable {
        /// A certificate: enrolment, renewal or recovery (enrollment.md 7).
        case certificate
        /// A message of a session (enrollment.md 14).
        case session
    }

    public var purpose: Purpose
    public var time: CaptureTime
    /// The body.
    public var request: [UInt8]
    /// The code of UserAgentOrigin that says why the session was begun; nil when the device does not send it
    /// (enrollment.md 14.1).
    public var origin: Int?
    /// Of HTTP.
    public var status: Int
    /// The body of the answer.
    public var response: [UInt8]

    public init(
        _ purpose: Purpose, at time: CaptureTime, request: [UInt8], origin: Int? = nil, status: Int = 200,
        response: [UInt8]
    ) {
        self.purpose = purpose
        self.time = time
        self.request = request
        self.origin = origin
        self.status = status
        self.response = response
    }

    /// - Parameters:
    ///   - request: of a device that is known.
    ///   - response: the answer to it.
    /// - Returns: nil for what is neither a session nor about a certificate, and for a record without a time.
    public init?(_ request: CaptureRecord, _ response: CaptureRecord) {
        guard let time = request.time, request.direction == .toServer, response.direction == .toClient else {
            return nil
        }
        let type = request.header("Content-Type")?.prefix { $0 != ";" }.lowercased() ?? ""
        let purpose: Purpose
        if type.hasPrefix("application/vnd.syncml.dm+") {
            purpose = .session
        } else if type.hasPrefix("application/soap+xml") {
            purpose = .certificate
        } else {
            return nil
        }
        // A list, the newest first.
        let origin = request.header("UserAgentOrigin")?.prefix { $0.isNumber }
        self.init(
            purpose, at: time, request: request.body, origin: origin.flatMap { Int($0) },
            status: response.status ?? 200, response: response.body)
    }
}
