/// One body that went over the wire, with what HTTP said beside it: the request of a client or the response of a server.
///
/// Bodies are kept verbatim, whatever they hold: XML, WBXML or something else.
public struct CaptureRecord: Hashable, Sendable {
    /// Who sent the body.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
        case toServer = "to-server"
        case toClient = "to-client"
    }

    public var direction: Direction
    /// When it was sent; nil when the source does not say.
    public var time: CaptureTime?
    /// The address of the request, for a response too; nil when the source does not say.
    public var url: String?
    /// The method of a request, such as `POST`; nil in a response.
    public var method: String?
    /// The status of a response; nil in a request.
    public var status: Int?
    public var headers: [HTTPField]
    public var body: [UInt8]
    /// Where the record stands in what was imported.
    public var origin: CaptureOrigin

    public init(
        direction: Direction, time: CaptureTime? = nil, url: String? = nil, method: String? = nil, status: Int? = nil,
        headers: [HTTPField] = [], body: [UInt8], origin: CaptureOrigin = .none
    ) {
        self.direction = direction
        self.time = time
        self.url = url
        self.method = method
        self.status = status
        self.headers = headers
        self.body = body
        self.origin = origin
    }

    /// The value of the first header field of a name, whatever its case.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// One field of an HTTP header, as written.
public struct HTTPField: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
