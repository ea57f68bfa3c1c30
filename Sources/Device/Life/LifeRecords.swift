import DMTree
import ESP

/// Whether the machine runs.
enum Power: Hashable, Sendable, Codable {
    case on
    /// Down, and up again at this instant.
    case restarting(until: DeviceTime)
    /// Shut down until somebody turns it on.
    case off(since: DeviceTime)
}

/// What fell into a time in which the device was off.
struct HeldUpItem: Hashable, Sendable, Codable {
    var item: Agenda.Item
    var due: DeviceTime
}

/// How far the offline domain join of a hybrid device is (esp-behaviour.md 3.4 "ODJ", 7.3).
enum DomainJoin: Hashable, Sendable, Codable {
    case waitingForBlob
    /// The blob is applied; the restart that completes the join is under way.
    case restarting
    case joined
}

/// How far quality updates at the end of OOBE are (esp-behaviour.md 7.6).
enum UpdateStage: Hashable, Sendable, Codable {
    case scanning, installing
}

/// Whether the device is under the server's management.
public enum Enrolment: Hashable, Sendable, Codable {
    case active
    /// The server executed Unenroll; one session with the alert follows (windows-csp.md 3.8, 5.5).
    case ending
    case ended(at: DeviceTime)
}

/// Where a command of the server stood.
public struct CommandPlace: Hashable, Sendable, Codable {
    public var time: DeviceTime
    public var session: Int
    /// The server's message in that session, from 1.
    public var message: Int
    /// The element's name.
    public var command: String
    public var commandID: String?
    public var target: String?
    /// In the message, from 1.
    public var line: Int?
}

/// A command that was not executed.
public struct Refusal: Hashable, Sendable, Codable {
    public var place: CommandPlace
    public var status: Int
}

/// A command that changed a node of FirstSyncStatus or EnrollmentStatusTracking, or a network profile.
public struct ServerWrite: Hashable, Sendable, Codable {
    public var place: CommandPlace
}

/// A session that ended before its time.
public struct SessionBreak: Hashable, Sendable, Codable {
    public var time: DeviceTime
    public var session: Int
    public var reason: String
}

/// Apps, packages and nodes when an error screen came up, for those who ask why it came.
struct StatesAtError: Sendable, Codable {
    var apps: [String: TrackedAppState]
    var installations: [Installation]
    var tree: DeviceTree.Saved
}

/// A message as it went over the wire.
public struct SavedMessage: Hashable, Sendable, Codable {
    public enum Direction: String, Hashable, Sendable, Codable {
        case client, server
    }

    public var session: Int
    public var direction: Direction
    public var time: DeviceTime
    public var bytes: [UInt8]
    /// How many diagnostics of the life came with the message: the next ones, in order.
    public var diagnosticCount = 0

    public init(session: Int, direction: Direction, time: DeviceTime, bytes: [UInt8], diagnosticCount: Int = 0) {
        self.session = session
        self.direction = direction
        self.time = time
        self.bytes = bytes
        self.diagnosticCount = diagnosticCount
    }
}

/// Messages are XML text, and are kept as such; what is no UTF-8 is kept byte by byte.
extension SavedMessage {
    private enum Key: String, CodingKey {
        case session, direction, time, text, bytes, diagnosticCount
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        session = try container.decode(Int.self, forKey: .session)
        direction = try container.decode(Direction.self, forKey: .direction)
        time = try container.decode(DeviceTime.self, forKey: .time)
        diagnosticCount = try container.decodeIfPresent(Int.self, forKey: .diagnosticCount) ?? 0
        if let text = try container.decodeIfPresent(String.self, forKey: .text) {
            bytes = Array(text.utf8)
        } else {
            bytes = try container.decode([UInt8].self, forKey: .bytes)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(session, forKey: .session)
        try container.encode(direction, forKey: .direction)
        try container.encode(time, forKey: .time)
        if diagnosticCount > 0 { try container.encode(diagnosticCount, forKey: .diagnosticCount) }
        if let text = String(validating: bytes, as: UTF8.self), Array(text.utf8) == bytes {
            try container.encode(text, forKey: .text)
        } else {
            try container.encode(bytes, forKey: .bytes)
        }
    }
}
