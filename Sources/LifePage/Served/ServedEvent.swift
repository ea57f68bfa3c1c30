import Device

/// Something that a management server saw of a device. Names and fields are those of `DeviceEvent`, so that a page reads both
/// alike; what only the device knows is null.
public struct ServedEvent: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case enrolled
        /// The device has another certificate (enrollment.md 10).
        case certificateRenewed
        case unenrolled
        case sessionStarted(session: Int, trigger: SessionTrigger?)
        /// The device's message.
        case messageSent(session: Int, message: Int, bytes: Int)
        /// The server's message.
        case messageReceived(session: Int, message: Int, bytes: Int)
        case commandAnswered(ServedAnswer)
        /// `reason` is a word of `SessionEnd`.
        case sessionEnded(session: Int, reason: String)
        case sessionBroken(session: Int, reason: String)
        /// What one side said to the other's credentials.
        case credentials(session: Int, of: DeviceEvent.Peer, status: Int, type: String?)
        /// `state` from 1 to 4, as EnrollmentStatusTracking counts.
        case app(id: String, state: Int)
        case package(uri: String, name: String, status: Int)
        case installation(uri: String, name: String, Installation.Kind, status: Int)
        case certificate(uri: String, status: Int)
    }

    /// Seconds since the enrolment.
    public var t: Double
    public var kind: Kind

    public init(t: Double, _ kind: Kind) {
        self.t = t
        self.kind = kind
    }
}

/// The status of one command, or of one of its Items.
public struct ServedAnswer: Hashable, Sendable {
    public var command: String
    public var commandID: String
    /// As the server wrote it.
    public var target: String?
    public var status: Int
    /// `msft:originalerror`.
    public var originalError: String?
    /// The MsgID of the server's message.
    public var messageID: String

    public init(
        command: String, commandID: String, target: String?, status: Int, originalError: String? = nil,
        messageID: String
    ) {
        self.command = command
        self.commandID = commandID
        self.target = target
        self.status = status
        self.originalError = originalError
        self.messageID = messageID
    }
}

extension ServedEvent: Encodable {
    private enum Key: String, CodingKey {
        case t, type, session, trigger, message, bytes, command, commandID, target, status, originalError, rule, reason
        case of, authentication, id, name, state, error, uri, kind
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(t, forKey: .t)
        try container.encode(name, forKey: .type)
        switch kind {
        case .enrolled, .certificateRenewed, .unenrolled: break
        case .sessionStarted(let session, let trigger):
            try container.encode(session, forKey: .session)
            try container.encode(trigger?.rawValue, forKey: .trigger)
        case .messageSent(let session, let message, let bytes), .messageReceived(let session, let message, let bytes):
            try container.encode(session, forKey: .session)
            try container.encode(message, forKey: .message)
            try container.encode(bytes, forKey: .bytes)
        case .commandAnswered(let answer):
            try container.encode(answer.command, forKey: .command)
            try container.encode(answer.commandID, forKey: .commandID)
            try container.encode(answer.target, forKey: .target)
            try container.encode(answer.status, forKey: .status)
            try container.encode(answer.originalError, forKey: .originalError)
            // Which rule decided, only the device knows.
            try container.encodeNil(forKey: .rule)
        case .sessionEnded(let session, let reason), .sessionBroken(let session, let reason):
            try container.encode(session, forKey: .session)
            try container.encode(reason, forKey: .reason)
        case .credentials(let session, let peer, let status, let type):
            try container.encode(session, forKey: .session)
            try container.encode(peer.rawValue, forKey: .of)
            try container.encode(status, forKey: .status)
            try container.encode(type, forKey: .authentication)
        case .app(let id, let state):
            try container.encode(id, forKey: .id)
            // The name is the server's business, and no node tells it.
            try container.encode(id, forKey: .name)
            try container.encode(state, forKey: .state)
            try container.encodeNil(forKey: .error)
        case .package(let uri, let name, let status):
            try container.encode(uri, forKey: .uri)
            try container.encode(name, forKey: .name)
            try container.encode(status, forKey: .status)
        case .installation(let uri, let name, let kind, let status):
            try container.encode(uri, forKey: .uri)
            try container.encode(name, forKey: .name)
            try container.encode(kind.rawValue, forKey: .kind)
            try container.encode(status, forKey: .status)
        case .certificate(let uri, let status):
            try container.encode(uri, forKey: .uri)
            try container.encode(status, forKey: .status)
        }
    }

    /// The `type` in JSON.
    public var name: String {
        switch kind {
        case .enrolled: "enrolled"
        case .certificateRenewed: "certificateRenewed"
        case .unenrolled: "unenrolled"
        case .sessionStarted: "sessionStarted"
        case .messageSent: "messageSent"
        case .messageReceived: "messageReceived"
        case .commandAnswered: "commandAnswered"
        case .sessionEnded: "sessionEnded"
        case .sessionBroken: "sessionBroken"
        case .credentials: "credentials"
        case .app: "app"
        case .package: "package"
        case .installation: "installation"
        case .certificate: "certificate"
        }
    }
}
