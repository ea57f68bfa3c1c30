import DMSession
import HTTPExchange

extension SessionFrame {
    /// Where a message goes: the address with `mode` and `Platform` in its query (enrollment.md 14.2). `WoA` is literal
    /// on every Windows client.
    ///
    /// - Returns: nil for an address that is none of HTTP.
    public func url(_ address: String) -> HTTPURL? {
        HTTPURL(address)?.appending(query: [("mode", mode.rawValue), ("Platform", "WoA")])
    }

    /// The header fields of a message, in the order of enrollment.md 17.4; Host and Content-Length are the transport's.
    ///
    /// - Parameters:
    ///   - coding: the form of the message; Content-Type carries no charset (14.3, observed).
    ///   - vector: the value of MS-CV.
    ///   - signature: the detached CMS signature in Base64, for MDM-Signature; nil where none is wanted.
    public func headers(coding: MessageCoding, vector: String, signature: String? = nil) -> HTTPHeaders {
        var headers: HTTPHeaders = [
            "User-Agent": "MSFT OMA DM Client/1.2.0.1", "Content-Type": coding.mediaType,
            "Accept": "application/vnd.syncml.dm+xml, application/vnd.syncml.dm+wbxml, application/octet-stream",
            "Accept-Charset": "UTF-8", "Accept-Encoding": "gzip", "MS-CV": vector,
        ]
        if let clientRequestID { headers.append("client-request-id", clientRequestID) }
        if let userToken { headers.append("Authorization", "Bearer \(userToken)") }
        if let signature { headers.append("MDM-Signature", signature) }
        if !genericAlerts.isEmpty {
            headers.append("MDM-GenericAlert", genericAlerts.map { "<\($0)>" }.joined())
        }
        if sendsOrigin { headers.append("UserAgentOrigin", String(origin.rawValue)) }
        return headers
    }
}

extension MessageCoding {
    /// The media type of a message (oma-dm.md 6.1).
    public var mediaType: String {
        switch self {
        case .xml: "application/vnd.syncml.dm+xml"
        case .wbxml: "application/vnd.syncml.dm+wbxml"
        }
    }
}

/// The correlation vector of MS-CV: 16 characters of Base64, then `.0.0.` and a counter. The base stayed the same over
/// two sessions while the counter went up (enrollment.md 14.3, observed).
public struct CorrelationVector: Hashable, Sendable, Codable {
    public var base: String
    public var count: Int

    /// - Parameter base: 16 characters of Base64, drawn at random once for each device.
    public init(base: String, count: Int = 0) {
        self.base = base
        self.count = count
    }

    public var text: String { "\(base).0.0.\(count)" }
}
