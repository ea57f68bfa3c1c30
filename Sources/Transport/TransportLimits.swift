/// What an exchange may take, in time and in bytes. Whatever a server does, it ends within these.
///
/// Each refusal tells the allowed value. docs/transport.md has them as a table.
public struct TransportLimits: Hashable, Sendable {
    /// From the name to an open TCP connection, over all addresses of the name.
    public var connect: Duration = .seconds(30)
    /// From the open connection to the end of the TLS handshake.
    public var handshake: Duration = .seconds(30)
    /// Between two signs of life: a piece of the request taken, or a byte of the response come.
    public var idle: Duration = .seconds(60)
    /// The whole exchange with all of the above; what ends a server that drips.
    public var exchange: Duration = .seconds(300)
    /// How long an unused connection is kept.
    public var keepAlive: Duration = .seconds(60)
    /// Unused connections kept to one origin.
    public var idleConnectionsPerOrigin = 2

    /// Names and values of all header fields of a response, trailers included.
    public var headerBytes = 64 * 1024
    /// Header fields of a response, trailers included.
    public var headerCount = 128
    /// Interim answers (1xx) before the response.
    public var interimResponses = 16
    /// The body as it is sent, chunk framing not counted (design.md 7: a message has at most 10 MiB).
    public var bodyBytes = 10 * 1024 * 1024
    /// The body after it was decompressed.
    public var decompressedBytes = 10 * 1024 * 1024
    /// How many times larger than its compressed form a body may be, once it is larger than `ratioFreeBytes`.
    public var decompressionRatio = 200
    /// Up to this size a decompressed body may have any ratio: small XML of many like commands packs very well.
    public var ratioFreeBytes = 256 * 1024

    public init() {}

    /// All bytes of a response as sent. What is neither header nor body (chunk framing, an endless reason phrase) is held
    /// by this alone: a body in chunks of one byte takes six for each.
    var wireBytes: Int { headerBytes + 8 * bodyBytes + 64 * 1024 }
}
