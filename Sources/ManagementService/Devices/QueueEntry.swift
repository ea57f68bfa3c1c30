import Capture
import SyncML

/// A command that an administrator queued, and what became of it.
struct QueueEntry: Sendable {
    enum State: String, Sendable, CaseIterable {
        case pending
        /// It is in a message that the device has not answered.
        case sent
        case answered
        /// The device left it unanswered as often as it is sent.
        case unanswered
        case cancelled

        var isOpen: Bool { self == .pending || self == .sent }
    }

    var id: Int64
    var device: String
    /// SyncML, one command.
    var command: String
    var state: State
    /// How often it went out without an answer.
    var attempts: Int
    var queuedAt: CaptureTime
    var answeredAt: CaptureTime?
    var answers: [CommandAnswer]
}

/// The device's answer to a command, or to one inside of a container.
struct CommandAnswer: Hashable, Sendable, Codable {
    /// The name of the command, such as `Get`.
    var command: String
    /// The first target.
    var target: String?
    /// One for each Status.
    var statuses: [Int]
    var results: [CommandResult]
}

/// One Item of the Results.
struct CommandResult: Hashable, Sendable, Codable {
    var source: String?
    var format: String?
    var type: String?
    var data: String?

    init(_ item: Item, _ meta: Meta?) {
        source = item.source?.locURI
        format = item.meta?.format ?? meta?.format
        type = item.meta?.type ?? meta?.type
        data = item.data?.content
    }
}

/// A node of a device as it was last read, or as the device told it.
struct KnownNode: Hashable, Sendable {
    var uri: String
    var value: String
    var format: String?
    var time: CaptureTime
}
