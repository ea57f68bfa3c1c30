import DMSession
import ESP
import SyncML

extension ReferenceServer {
    /// Everything of a server that changes while it serves a device. A server that is given the progress of another one
    /// goes on where that one stood, byte for byte.
    public struct Progress: Hashable, Sendable, Codable {
        /// How far the server is with one half of the page.
        struct Half: Hashable, Sendable, Codable {
            /// Everything that is targeted to it was sent.
            var isSetUp = false
            var hasLists = false
            var isReleased = false
            /// IsSyncDone was read as true.
            var isDone = false
        }

        /// One user of the device.
        struct User: Hashable, Sendable, Codable {
            /// In lower case.
            var upn: String
            var firstSession: DeviceTime
            var half = Half()
        }

        /// What counts for one session only.
        struct Session: Hashable, Sendable, Codable {
            var id = ""
            var msgID = 0
            /// How many messages of the client were accepted.
            var turns = 0
            /// The client's package 1 was read. It comes again after a challenge.
            var hasPackage1 = false
            /// The RespURI that was sent: messages to any other address do not arrive.
            var address: String?
            /// LoginStatus says that a user with an account is signed in.
            var isUserSignedIn = false
            /// The position of the user in `users`; nil without a token.
            var user: Int?
            /// BootstrapSync says `device`.
            var isDevicePhase = false
            /// The device waits for the blob of its offline domain join (7.3).
            var isDomainJoin = false
            var hasAskedProgress = false
            /// The client ended the session: nothing more is sent.
            var isAborted = false
        }

        /// Proofs inside SyncML (oma-dm.md 2.11). The nonces outlive a session.
        struct Proofs: Hashable, Sendable, Codable {
            /// For the client's next digest.
            var client: Nonce
            /// For our own.
            var server: Nonce
            var source: NonceSource
            /// We said 212.
            var isClientKnown = false
            /// The client said 212.
            var isServerKnown = false
            /// Credentials of ours went out in this session.
            var hasProvedItself = false
            var refusals = 0

            init(client: Nonce, server: Nonce, source: NonceSource) {
                self.client = client
                self.server = server
                self.source = source
            }
        }

        /// The plan as it stood before a message was put together, for one that was never executed.
        struct Plan: Hashable, Sendable, Codable {
            var device: Half
            var users: [User]
            var page: [String: String]
            var scripted: [Int]
            var isBlobSent: Bool
            var agentState: Int
            var hasAskedProgress: Bool
        }

        /// A command that the client has not answered yet.
        struct Sent: Hashable, Sendable, Codable {
            private var saved: SavedCommand
            var scripted: Int?
            /// The id of the queued command that it is, or is part of.
            var queued: Int64?

            init(_ command: Command, scripted: Int?, queued: Int64?) {
                saved = SavedCommand(command)
                self.scripted = scripted
                self.queued = queued
            }

            var command: Command { saved.command }
        }

        var device = Half()
        /// In the order in which they came.
        var users: [User] = []
        var session = Session()
        /// The settings of the page as they were last sent, by node.
        var page: [String: String] = [:]
        /// The positions of the scripted messages that were sent.
        var scripted: [Int] = []
        var isBlobSent = false
        /// ESP-706: the technician's half is over, and its user has begun.
        var isUserFlow = false
        /// `Mistake.statesForAgent`: the state of the app that was sent last.
        var agentState = 0
        /// The client left management: nothing is sent any more.
        var hasLeft = false
        /// nil until somebody had to prove himself.
        var proofs: Proofs?
        var beforeSending: Plan?
        /// In the order of their CmdIDs, for the message that the client is answering.
        var outstanding: [Sent] = []
        /// Every answer of the client, in order.
        public internal(set) var answers: [Answer] = []

        public init() {}

        var plan: Plan {
            get {
                Plan(
                    device: device, users: users, page: page, scripted: scripted, isBlobSent: isBlobSent,
                    agentState: agentState, hasAskedProgress: session.hasAskedProgress)
            }
            set {
                device = newValue.device
                users = newValue.users
                page = newValue.page
                scripted = newValue.scripted
                isBlobSent = newValue.isBlobSent
                agentState = newValue.agentState
                session.hasAskedProgress = newValue.hasAskedProgress
            }
        }
    }

    /// The client's answer to one command that the server sent.
    public struct Answer: Hashable, Sendable, Codable {
        public var time: DeviceTime
        private var saved: SavedCommand
        /// The codes, one for each Status; several for a command with several Items, none for a command that the client
        /// left unanswered.
        public var statuses: [Int]
        /// The Data of each Item that came back in Results.
        public var results: [String]
        /// The position of the command in the scripted messages, counted over all of them; nil for commands of the
        /// plan.
        public var scripted: Int?
        /// The id of the queued command that it is, or is part of; nil for other commands.
        public var queued: Int64?

        init(time: DeviceTime, _ sent: Progress.Sent, statuses: [Int], results: [String]) {
            self.time = time
            saved = SavedCommand(sent.command)
            self.statuses = statuses
            self.results = results
            scripted = sent.scripted
            queued = sent.queued
        }

        public var command: Command { saved.command }
    }
}
