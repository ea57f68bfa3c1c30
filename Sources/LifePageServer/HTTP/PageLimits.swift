/// The bounds of the page's server, in one place.
public struct PageLimits: Hashable, Sendable {
    /// A command, in bytes.
    public var actionBytes = 4 << 10
    /// One header field, in bytes; the request line counts as one.
    public var headerFieldBytes = 16 << 10
    /// All header fields together, in bytes. Cookies of other servers on this host come along.
    public var headerBytes = 64 << 10
    public var headerCount = 100
    /// Connections at one time.
    public var connections = 256
    /// Silence after which a connection is closed.
    public var idle = Duration.seconds(60)
    /// Time in which a command has to come in.
    public var body = Duration.seconds(10)
    /// Time in which a reader of events has to take one write.
    public var write = Duration.seconds(20)
    /// Silence of an event stream after which a comment keeps it alive.
    public var keepAlive = Duration.seconds(15)
    /// Time that requests under way have when the server ends.
    public var farewell = Duration.seconds(2)
    /// Steps that go out in one event, in bytes, but at least one step.
    public var batchBytes = 128 << 10

    public init() {}
}
