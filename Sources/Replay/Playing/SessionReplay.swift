import Capture
import DMSession
import DMTree
import Device
import SyncML

/// Our client through one recorded session: it hears the server's messages, and what it says is laid beside what the
/// recorded client said.
struct SessionReplay: Sendable {
    /// What our client is about.
    private enum State: Sendable {
        /// It said this, and the recorded client's message of this place was not met yet.
        case spoken(Spoken)
        /// It has nothing to say, to a message of the server, and the recorded client was not met yet.
        case silent(to: RecordedMessage, [Diagnostic])
        /// The recorded client was met; the server speaks next.
        case listening
        /// A message of the server could not be read, so our client does not know what it answers.
        case deaf
    }

    private struct Spoken: Sendable {
        var message: Message
        var server: RecordedMessage?
        var diagnostics: [Diagnostic]
    }

    private let session: RecordedSession
    private var client: DMSession
    private let parameters: SessionParameters
    private var state: State
    private var explanations = Explanations()
    private(set) var replayed: ReplayedSession
    private(set) var notes: [ReplayNote] = []

    /// Sends package 1.
    init(_ session: RecordedSession, number: Int, device: inout PlayedDevice) {
        self.session = session
        parameters = device.parameters(session, number: number)
        client = DMSession(parameters)
        replayed = ReplayedSession(
            deviceID: device.device.profile.deviceID, sessionID: session.sessionID, number: number)
        let opening = client.open(tree: device.tree)
        state = .spoken(
            Spoken(
                message: Wire.asSent(opening, writing: device.tree.profile.ambiguities.writing), server: nil,
                diagnostics: []))
    }

    /// Plays the session to its end.
    ///
    /// - Parameter isFollowed: the device spoke again later, so what it did not say here it never said.
    mutating func play(_ device: inout PlayedDevice, isFollowed: Bool) {
        for step in session.steps {
            switch step {
            case .client(let message): meet(message)
            case .server(let message): hear(message, &device)
            case .gap(.toClient, _):
                leaveUncompared()
                state = .deaf
            case .gap(.toServer, _):
                leaveUncompared()
                state = .listening
            }
        }
        finish(isFollowed: isFollowed)
        device.keep(client, opened: parameters)
        replayed.end = client.end
        if session.clientMessages.isEmpty {
            notes.append(ReplayText.onlyServer(session))
        } else if session.serverMessages.isEmpty {
            notes.append(ReplayText.onlyClient(session))
        }
    }

    /// The recorded client speaks.
    private mutating func meet(_ recorded: RecordedMessage) {
        switch state {
        case .spoken(let spoken) where spoken.server == nil && recorded.answersWithoutOpening:
            // The capture begins in the middle of a session.
            leaveUncompared()
            notes.append(ReplayText.notHeard(recorded, session))
            add(ReplayedExchange(recorded: recorded))
        case .spoken(let spoken):
            let comparison = MessageComparison(
                ours: ComparedMessage(spoken.message), recorded: recorded.compared)
            add(
                ReplayedExchange(
                    server: spoken.server, recorded: recorded, ours: spoken.message,
                    differences: comparison.differences.map(explanations.explained), fidelity: comparison.fidelity,
                    diagnostics: spoken.diagnostics))
        case .silent(let server, let diagnostics):
            add(
                ReplayedExchange(
                    server: server, recorded: recorded,
                    differences: [
                        MessageDifference.missing(recorded, reason: diagnostics.gravest.map(Difference.Reason.init))
                    ],
                    diagnostics: diagnostics))
        case .listening, .deaf:
            // Two messages of the client without one of the server between them, or with one that could not be read.
            notes.append(ReplayText.notHeard(recorded, session))
            add(ReplayedExchange(recorded: recorded))
        }
        state = .listening
    }

    /// The server speaks.
    private mutating func hear(_ recorded: RecordedMessage, _ device: inout PlayedDevice) {
        leaveUncompared()
        device.arrive(at: recorded)
        let turn = receive(recorded, &device)
        let findings = recorded.message.findings.map(Diagnostic.init)
        let diagnostics = findings + turn.diagnostics
        explanations.note(turn, of: recorded)
        if let reply = turn.reply {
            state = .spoken(
                Spoken(
                    message: Wire.asSent(reply, declaresMSFT: turn.declaresMSFT, writing: turn.writing),
                    server: recorded,
                    diagnostics: diagnostics))
        } else {
            state = .silent(to: recorded, diagnostics)
        }
    }

    /// A digest of the server that the recorded client took counts as right, because nobody here knows its secret.
    private mutating func receive(_ recorded: RecordedMessage, _ device: inout PlayedDevice) -> Turn {
        let (clientBefore, treeBefore) = (client, device.tree)
        let turn = client.receive(recorded.message, tree: &device.tree)
        guard recorded.message.header?.cred != nil, let code = turn.reply?.headerStatus, ["401", "407"].contains(code),
            session.headerAnswer(to: recorded).map({ ["200", "212"].contains($0) }) ?? true
        else { return turn }
        client = clientBefore
        device.tree = treeBefore
        notes.append(ReplayText.proofUnknown(recorded))
        var message = recorded.message
        message.header?.cred = nil
        return client.receive(message, tree: &device.tree)
    }

    private mutating func finish(isFollowed: Bool) {
        guard isFollowed, !session.clientMessages.isEmpty, case .spoken(let spoken) = state else {
            return leaveUncompared()
        }
        add(
            ReplayedExchange(
                server: spoken.server, ours: spoken.message, differences: [MessageDifference.extra(spoken.message)],
                diagnostics: spoken.diagnostics))
    }

    /// What our client said is in no recorded message.
    private mutating func leaveUncompared() {
        guard case .spoken(let spoken) = state else { return }
        add(ReplayedExchange(server: spoken.server, ours: spoken.message, diagnostics: spoken.diagnostics))
        guard !session.clientMessages.isEmpty else { return }
        notes.append(ReplayText.notCompared(spoken.server, session))
    }

    private mutating func add(_ exchange: ReplayedExchange) { replayed.exchanges.append(exchange) }
}

extension Message {
    /// Data of the Status for the SyncHdr.
    var headerStatus: String? {
        for case .status(let status) in commands where status.cmdRef == "0" { return status.data?.content }
        return nil
    }
}

extension RecordedSession {
    /// What the recorded client answered to the SyncHdr of a server's message; nil when it is not in the capture.
    fileprivate func headerAnswer(to server: RecordedMessage) -> String? {
        clientMessages.first { $0.number > server.number }?.message.headerStatus
    }
}
