/// One request as it goes out. Host, Content-Length and Connection are the transport's; all other fields stand here.
public struct HTTPRequest: Hashable, Sendable {
    public enum Method: String, Hashable, Sendable, CaseIterable {
        case get = "GET"
        case post = "POST"
    }

    public var method: Method
    public var url: HTTPURL
    public var headers: HTTPHeaders
    /// Empty for GET.
    public var body: [UInt8]

    public init(_ method: Method, _ url: HTTPURL, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = []) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

/// One response as it came in.
public struct HTTPResponse: Hashable, Sendable {
    public var status: Int
    public var headers: HTTPHeaders
    /// Decompressed when the server compressed it (`bodyWasCompressed`).
    public var body: [UInt8]
    public var framing: Framing
    public var bodyWasCompressed: Bool

    /// How the end of the body was told. Enrolment wants a Content-Length (ENR-02).
    public enum Framing: Hashable, Sendable {
        case contentLength
        case chunked
        /// The server closed the connection.
        case close
    }

    public init(
        _ status: Int, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = [], framing: Framing = .contentLength,
        bodyWasCompressed: Bool = false
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.framing = framing
        self.bodyWasCompressed = bodyWasCompressed
    }
}
