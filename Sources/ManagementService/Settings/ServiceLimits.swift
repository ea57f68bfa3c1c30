/// The bounds of the server, in one place. A request beyond one is answered with a 4xx before anything of it is parsed.
public struct ServiceLimits: Hashable, Sendable {
    /// A SOAP message of the enrolment, in bytes; Windows' own have up to 20 KB, attestation included.
    public var enrollmentBytes = 512 << 10
    /// The form of the login page, in bytes.
    public var formBytes = 16 << 10
    /// A SyncML message, in bytes (design.md section 7).
    public var messageBytes = 10 << 20
    /// A request of the administrator, in bytes.
    public var adminBytes = 2 << 20
    /// Commands in one request of the administrator.
    public var commandsPerRequest = 1_000
    /// Commands of one device that are not answered yet.
    public var commandsPerDevice = 10_000
    /// Messages that the server sends in one session before it has no more commands for it.
    public var messagesPerSession = 200
    /// How often a command goes out that a session lost.
    public var attemptsPerCommand = 3
    /// Nodes that are remembered of one device.
    public var nodesPerDevice = 5_000
    /// Characters of a value that is remembered.
    public var valueCharacters = 64 << 10
    /// Records of captures that are kept; the oldest go first.
    public var captureRecords = 10_000
    /// Seconds until a login token is worth nothing.
    public var loginTokenSeconds: Int64 = 900
    /// Seconds in which a request's body has to come in.
    public var bodySeconds: Int64 = 10
    /// Seconds of silence after which a connection is closed.
    public var idleSeconds: Int64 = 120
    /// Connections at one time.
    public var connections = 1_024

    public init() {}
}
