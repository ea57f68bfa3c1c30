import DMSession
import SyncML

/// Commands that an administrator queues for a device while it lives, and what a server that keeps its devices between
/// messages takes out again.
extension ReferenceServer {
    /// A command in the queue of a device.
    public struct QueuedCommand: Hashable, Sendable {
        /// The caller's; it comes back in the answer.
        public var id: Int64
        public var command: Command
        /// It goes out once more only: when that is lost, too, it is not sent again.
        public var isLastAttempt: Bool

        public init(id: Int64, _ command: Command, isLastAttempt: Bool = false) {
            self.id = id
            self.command = command
            self.isLastAttempt = isLastAttempt
        }
    }

    /// The most commands of the queue that go out in one message.
    static let queuedCommandsPerMessage = 100

    /// The ids of queued commands that were sent and not answered yet.
    public var outstandingCommands: Set<Int64> { Set(progress.outstanding.compactMap(\.queued)) }

    /// The client said in package 1 that a user with an account is signed in (enrollment.md 14.4, LoginStatus).
    public var isUserSignedIn: Bool { progress.session.isUserSignedIn }

    /// The client said goodbye: nothing is sent to it any more.
    public var hasLeft: Bool { progress.hasLeft }

    /// Gives the answers since the last time, and forgets them.
    public mutating func takeAnswers() -> [Answer] {
        defer { progress.answers = [] }
        return progress.answers
    }

    /// Begins with nonces that nobody can foretell. Without it they follow from the names of the account, so that a scenario
    /// plays the same every time.
    ///
    /// - Parameter seed: 16 random octets or more.
    public mutating func seedNonces(_ seed: [UInt8]) {
        guard let account else { return }
        progress.proofs = Progress.Proofs(
            client: account.client.nonce, server: account.server.nonce, source: NonceSource(seed: seed))
    }

    /// SES-08: without a signed-in user there is no `./User` to write to, so such commands wait.
    var dueOfQueue: [Due] {
        // The answers of a whole life are many, and most servers have no queue.
        guard !queue.isEmpty else { return [] }
        let outstanding = outstandingCommands
        // The caller hears of these answers with this message.
        let answered = Set(progress.answers.filter { !$0.statuses.isEmpty }.compactMap(\.queued))
        let lost = Set(progress.answers.filter(\.statuses.isEmpty).compactMap(\.queued))
        return queue.lazy
            .filter { !outstanding.contains($0.id) && !answered.contains($0.id) }
            .filter { !($0.isLastAttempt && lost.contains($0.id)) }
            .filter { progress.session.isUserSignedIn || !$0.command.targetsUser }
            .prefix(Self.queuedCommandsPerMessage)
            .map { Due(command: $0.command, queued: $0.id) }
    }
}

extension Command {
    /// Whether it, or a part of it, names a node of the user.
    fileprivate var targetsUser: Bool {
        flattened.contains { part in
            switch part {
            case .add(let command), .replace(let command), .delete(let command), .get(let command),
                .copy(let command), .exec(let command):
                command.items.contains { item in
                    let uri = item.target?.locURI ?? ""
                    return uri == "./User" || uri.hasPrefix("./User/")
                }
            case .alert, .atomic, .sequence, .status, .results, .unknown: false
            }
        }
    }
}
