import Capture
import SyncML

/// One DM session of a capture, in the order in which its messages were sent.
public struct RecordedSession: Sendable {
    /// What went over the wire.
    public enum Step: Sendable {
        case client(RecordedMessage)
        case server(RecordedMessage)
        /// A message that could not be read.
        case gap(CaptureRecord.Direction, number: Int)
    }

    /// As the client wrote it.
    public var sessionID: String
    /// The address that the client calls Target.
    public var serverURI: String?
    public private(set) var steps: [Step] = []
    /// The last message of each side, so that the next one is told apart from it without a look at all of them.
    private(set) var lastClient: RecordedMessage?
    private(set) var lastServer: RecordedMessage?

    public init(sessionID: String, serverURI: String? = nil, steps: [Step] = []) {
        self.sessionID = sessionID
        self.serverURI = serverURI
        for step in steps { append(step) }
    }

    mutating func append(_ step: Step) {
        steps.append(step)
        switch step {
        case .client(let message): lastClient = message
        case .server(let message): lastServer = message
        case .gap: break
        }
    }

    public var clientMessages: [RecordedMessage] {
        steps.compactMap { if case .client(let message) = $0 { message } else { nil } }
    }

    public var serverMessages: [RecordedMessage] {
        steps.compactMap { if case .server(let message) = $0 { message } else { nil } }
    }

    /// The alerts of package 1.
    var openingAlerts: [Alert] { clientMessages.first?.alerts ?? [] }

    func openingAlert(_ type: String) -> Alert? {
        openingAlerts.first { $0.items.first?.meta?.type == type }
    }
}

/// Everything that one device and its server said, session after session.
public struct RecordedDevice: Sendable {
    /// Source of the client's messages.
    public var deviceID: String
    public internal(set) var sessions: [RecordedSession]

    public init(deviceID: String, sessions: [RecordedSession] = []) {
        self.deviceID = deviceID
        self.sessions = sessions
    }
}
