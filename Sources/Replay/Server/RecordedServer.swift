import Capture
import DMSession
import SyncML

/// The server of a capture, played to a live client: for each message of the client the next recorded message, in the
/// live session's own numbers.
///
/// Pure: messages in, messages out. Whoever has a transport, or a client in memory, carries them. What the live client
/// says is laid beside what the recorded one said, with addresses masked (`ComparisonRule.attachment`).
///
/// What is rewritten: SessionID, MsgID, Target and Source of the SyncHdr; MsgRef and CmdRef of Statuses; NextNonce. A Cred and a
/// RespURI of the recorded server are left out: the one proves nothing to another client, the other leads elsewhere.
public struct RecordedServer: Sendable {
    /// What the server does with one message of the client.
    public struct Reply: Sendable {
        /// nil when the capture has no session left.
        public var message: Message?
        /// The recorded message that the reply was made from; nil when the recording has none left, and the reply only
        /// answers what the client sent.
        public var server: RecordedMessage?
        /// The recorded client's message of this place, and how the live client's stands to it; nil when there is none.
        public var recorded: RecordedMessage?
        public var comparison: MessageComparison?
        public var notes: [ReplayNote] = []
    }

    private enum State: Sendable {
        /// The next package 1 begins the session of this index.
        case waiting(for: Int)
        case talking(Talk)
    }

    /// A session with a live client.
    private struct Talk: Sendable {
        var session: Int
        /// The next step of the recording.
        var step = 0
        /// MsgID of our last message.
        var sent = 0
        /// Our MsgIDs to those of the recording.
        var references: [String: String] = [:]
        var nonces: NonceSource
    }

    private let sessions: [RecordedSession]
    private var state = State.waiting(for: 0)

    public init(_ device: RecordedDevice) { sessions = device.sessions }

    /// The recorded client's messages of the running session that the live client has not come to.
    public var left: [RecordedMessage] {
        guard case .talking(let talk) = state else { return [] }
        return sessions[talk.session].steps.dropFirst(talk.step).compactMap {
            if case .client(let message) = $0 { message } else { nil }
        }
    }

    /// Takes a message of the live client. MsgID 1 begins the next recorded session.
    public mutating func answer(_ message: Message) -> Reply {
        guard var talk = talk(with: message) else { return Reply() }
        var reply = Reply()
        let session = sessions[talk.session]
        if let recorded = session.nextClient(&talk.step) {
            reply.recorded = recorded
            reply.comparison = MessageComparison(
                ours: ComparedMessage(message), recorded: recorded.compared,
                mode: MessageComparison.Mode(masksAddresses: true, messageReferences: talk.references))
        }
        talk.sent += 1
        reply.server = session.nextServer(&talk.step)
        if let server = reply.server {
            talk.references[String(talk.sent)] = server.message.header?.msgID ?? "1"
            if server.message.header?.cred != nil { reply.notes.append(ReplayText.proofLeftOut(server)) }
        }
        var rewriting = Rewriting(
            message, matched: reply.comparison?.commandIDs ?? [:], msgID: String(talk.sent), nonces: talk.nonces)
        reply.message = rewriting.rewritten(reply.server?.message)
        talk.nonces = rewriting.nonces
        if reply.server != nil, rewriting.addedCount > 0 {
            reply.notes.append(ReplayText.statusesAdded(rewriting.addedCount, session))
        }
        state = .talking(talk)
        return reply
    }

    private mutating func talk(with message: Message) -> Talk? {
        let next: Int
        switch state {
        case .waiting(let index): next = index
        case .talking(let talk):
            guard message.header?.msgID == "1" else { return talk }
            next = talk.session + 1
        }
        guard next < sessions.count else { return nil }
        let seed = "\(message.header?.source?.locURI ?? "") \(message.header?.sessionID ?? "") \(next)"
        return Talk(session: next, nonces: NonceSource(seed: Array(seed.utf8)))
    }
}

extension RecordedSession {
    /// The client's message that comes before the next message of the server; the step moves behind it.
    fileprivate func nextClient(_ step: inout Int) -> RecordedMessage? {
        while step < steps.count {
            switch steps[step] {
            case .client(let message):
                step += 1
                return message
            case .gap: step += 1
            case .server: return nil
            }
        }
        return nil
    }

    /// The next message of the server, if it comes before the client's next one.
    fileprivate func nextServer(_ step: inout Int) -> RecordedMessage? {
        while step < steps.count {
            switch steps[step] {
            case .server(let message):
                step += 1
                return message
            case .gap: step += 1
            case .client: return nil
            }
        }
        return nil
    }
}
