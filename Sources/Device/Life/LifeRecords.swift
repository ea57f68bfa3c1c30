import DMTree
import ESP

/// Whether the machine runs.
enum Power: Hashable, Sendable, Codable {
    case on
    /// Down, and up again at this instant.
    case restarting(until: DeviceTime)
    /// Shut down until somebody turns it on.
    case off
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
}
