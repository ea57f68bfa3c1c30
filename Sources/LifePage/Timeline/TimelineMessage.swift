/// A message of a session.
public struct TimelineMessage: Hashable, Encodable, Sendable {
    /// Who sent it.
    public enum Direction: String, Encodable, Sendable {
        case client, server
    }

    public enum Encoding: String, Encodable, Sendable {
        case xml, wbxml
    }

    /// The message as XML, secrets taken out.
    public enum Body: Hashable, Sendable {
        /// A page asks for it when somebody wants to see it; the key is left out.
        case onRequest
        /// There is none to show: too much for a report, or a text in which secrets cannot be found. null.
        case leftOut
        case xml(String)
    }

    /// Counts all messages, from 0.
    public var n: Int
    /// The number of the session, from 1.
    public var session: Int
    /// Of this side in the session, from 1.
    public var message: Int
    public var direction: Direction
    /// Seconds of the device's time.
    public var t: Double
    /// On the wire.
    public var bytes: Int
    /// As SyncHdr has them; nil without one.
    public var sessionID: String?
    public var messageID: String?
    public var encoding: Encoding
    /// The status that the other side gave the SyncHdr.
    public var headerStatus: String?
    public var isFinal: Bool
    /// Why it is no message; nil for one.
    public var error: String?
    public var rows: [TimelineRow]
    public var body: Body

    public init(
        n: Int, session: Int, message: Int, direction: Direction, t: Double, bytes: Int, sessionID: String? = nil,
        messageID: String? = nil, encoding: Encoding = .xml, headerStatus: String? = nil, isFinal: Bool = true,
        error: String? = nil, rows: [TimelineRow] = [], body: Body = .onRequest
    ) {
        self.n = n
        self.session = session
        self.message = message
        self.direction = direction
        self.t = t
        self.bytes = bytes
        self.sessionID = sessionID
        self.messageID = messageID
        self.encoding = encoding
        self.headerStatus = headerStatus
        self.isFinal = isFinal
        self.error = error
        self.rows = rows
        self.body = body
    }

    private enum Key: String, CodingKey {
        case n, session, message, direction, t, bytes, sessionID, messageID, encoding, headerStatus, final, wellFormed
        case error, rows, xml
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(n, forKey: .n)
        try container.encode(session, forKey: .session)
        try container.encode(message, forKey: .message)
        try container.encode(direction, forKey: .direction)
        try container.encode(t, forKey: .t)
        try container.encode(bytes, forKey: .bytes)
        try container.encode(sessionID, forKey: .sessionID)
        try container.encode(messageID, forKey: .messageID)
        try container.encode(encoding, forKey: .encoding)
        try container.encode(headerStatus, forKey: .headerStatus)
        try container.encode(isFinal, forKey: .final)
        try container.encode(error == nil, forKey: .wellFormed)
        try container.encode(error, forKey: .error)
        try container.encode(rows, forKey: .rows)
        switch body {
        case .onRequest: break
        case .leftOut: try container.encodeNil(forKey: .xml)
        case .xml(let text): try container.encode(text, forKey: .xml)
        }
    }
}
