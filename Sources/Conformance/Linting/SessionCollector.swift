import Capture
import SyncML

/// Puts the messages of a stream of records into sessions, in bounded memory.
///
/// A message belongs to the open session of its device: the client's Source, the server's Target. A server's message whose header
/// names no session that is open answers the last client message, so that a wrong SessionID is seen as one. A session ends
/// when its device begins another one, when too many are open, when it grows too long, or with the stream.
public struct SessionCollector: Sendable {
    public struct Limits: Hashable, Sendable {
        /// Sessions that are open at one time; beyond it the one that was quiet longest is closed.
        public var openSessions: Int
        /// Messages of one session.
        public var messages: Int
        /// Bytes of the bodies of one session.
        public var bytes: Int

        public static let standard = Limits()

        public init(openSessions: Int = 64, messages: Int = 2_000, bytes: Int = 32 << 20) {
            self.openSessions = openSessions
            self.messages = messages
            self.bytes = bytes
        }
    }

    private struct Open {
        var deviceID: String
        var sessionID: String
        var messages: [LintedMessage]
        var bytes: Int
        var login: LoginStatus?
        var syncType: SyncType?
        /// False when the session was there before its first message that was recorded.
        var hasStart: Bool
    }

    private let limits: Limits
    /// True for messages that only their headers hold together, such as files of a folder: an answer then has the SessionID of what it
    /// answers.
    private let isStrict: Bool
    /// The one that spoke last stands last.
    private var open: [Open] = []

    public init(limits: Limits = .standard, isStrict: Bool = false) {
        self.limits = limits
        self.isStrict = isStrict
    }

    /// Takes the next message.
    ///
    /// - Parameter linted: its `login` and `syncType` are set to what the client said when the session began, and its
    ///   `continuedObject`.
    /// - Returns: the sessions that are over with it.
    public mutating func add(_ linted: inout LintedMessage) -> [LintedSession] {
        guard let header = linted.message.header else { return [] }
        var closed: [LintedSession] = []
        let index = place(of: linted, header, &closed)
        var session = open.remove(at: index)
        if linted.sender == .client, let login = linted.message.loginStatus { session.login = login }
        if linted.sender == .client, let type = linted.message.syncType { session.syncType = type }
        linted.login = session.login ?? linted.context.login
        linted.syncType = session.syncType
        if linted.sender == .server {
            linted.continuedObject = session.messages.last { $0.sender == .server }?.openObject
        }
        session.messages.append(linted)
        session.bytes += linted.message.raw.count
        open.append(session)
        if session.messages.count >= limits.messages || session.bytes >= limits.bytes {
            open.removeLast()
            closed.append(LintedSession(session.messages, isComplete: false))
        }
        if open.count > limits.openSessions {
            closed.append(LintedSession(open.removeFirst().messages, isComplete: false))
        }
        return closed
    }

    /// The sessions that are still open when the stream ends.
    public mutating func finish() -> [LintedSession] {
        defer { open = [] }
        return open.map { LintedSession($0.messages, isComplete: $0.hasStart) }
    }

    private mutating func place(
        of linted: LintedMessage, _ header: SyncHdr, _ closed: inout [LintedSession]
    ) -> Int {
        let device = (linted.sender == .client ? header.source : header.target)?.locURI ?? ""
        let begins = linted.sender == .client && header.msgID == "1"
        let found = open.lastIndex { $0.deviceID == device && $0.sessionID == header.sessionID }
        if let found, !begins { return found }
        switch linted.sender {
        case .client:
            if let old = open.lastIndex(where: { $0.deviceID == device }) {
                // A SessionID that changes in the middle is a mistake of the client, not another session.
                guard begins || isStrict else { return old }
                let session = open.remove(at: old)
                closed.append(LintedSession(session.messages, isComplete: session.hasStart))
            }
        case .server:
            // The answer to the last client that waits for one, whatever its header says.
            if !isStrict, let waiting = open.lastIndex(where: { $0.messages.last?.sender == .client }) {
                return waiting
            }
        }
        open.append(
            Open(
                deviceID: device, sessionID: header.sessionID, messages: [], bytes: 0, login: nil, hasStart: begins))
        return open.count - 1
    }
}

extension Message {
    /// What the client says of who is signed in.
    var loginStatus: LoginStatus? { clientEvent(LoginStatus.alertType).flatMap(LoginStatus.init(rawValue:)) }

    /// What the client says of the scope that the session is for.
    var syncType: SyncType? { clientEvent(SyncType.alertType).flatMap(SyncType.init(rawValue:)) }

    /// The Data of the first Alert 1224 of a type, in lower case and without white space.
    private func clientEvent(_ type: String) -> String? {
        for case .alert(let alert) in commands where alert.code == 1224 {
            for item in alert.items where Alert.type(of: item) == type {
                guard let text = item.data?.content else { continue }
                return text.lowercased().filter { !$0.isWhitespace }
            }
        }
        return nil
    }
}
