import Capture
import DMSession
import Device
import SyncML

extension Replayer {
    /// Plays the recorded server to our own device, as a live client that knows nothing of the recording but who is signed
    /// in: its device id, SessionIDs and nonces are its own.
    public func playAsServer(_ recording: Recording) -> ReplayReport {
        var report = ReplayReport(recording)
        for recorded in recording.devices {
            var server = RecordedServer(recorded)
            var device = PlayedDevice(recorded, options: options, deviceID: options.device.profile.deviceID)
            for session in recorded.sessions {
                var live = LiveSession(session, number: report.sessions.count + 1, device: &device)
                live.play(&server, &device)
                report.sessions.append(live.replayed)
                report.notes += live.notes
            }
            report.learned += device.learned
            report.notes += device.notes
        }
        return report
    }
}

/// One session of our device with a recorded server.
private struct LiveSession {
    /// More messages than any recording has: a client that never stops must not stop the tool.
    private static let messageLimit = 2_000

    private let session: RecordedSession
    private let parameters: SessionParameters
    private var client: DMSession
    private var explanations = Explanations()
    private(set) var replayed: ReplayedSession
    private(set) var notes: [ReplayNote] = []

    init(_ session: RecordedSession, number: Int, device: inout PlayedDevice) {
        self.session = session
        var parameters = device.parameters(session, number: number)
        parameters.sessionID = SessionParameters.sessionID(
            number: number, syncApplicationVersion: device.tree.syncApplicationVersion)
        parameters.serverURI = FreshDevice.serverAddress
        self.parameters = parameters
        client = DMSession(parameters)
        replayed = ReplayedSession(
            deviceID: device.device.profile.deviceID, sessionID: parameters.sessionID, number: number)
    }

    mutating func play(_ server: inout RecordedServer, _ device: inout PlayedDevice) {
        let writing = device.tree.profile.ambiguities.writing
        var outgoing: Message? = Wire.asSent(client.open(tree: device.tree), writing: writing)
        var heard: RecordedMessage?
        var diagnostics: [Diagnostic] = []
        for _ in 0..<Self.messageLimit {
            guard let message = outgoing else { break }
            let reply = server.answer(message)
            notes += reply.notes
            replayed.exchanges.append(
                ReplayedExchange(
                    server: heard, recorded: reply.recorded, ours: message,
                    differences: reply.comparison?.differences.map(explanations.explained) ?? [],
                    fidelity: reply.comparison?.fidelity ?? Fidelity(), diagnostics: diagnostics))
            guard let answer = reply.message else { break }
            if let recorded = reply.server { device.arrive(at: recorded) }
            // Read back, so that places and findings are those of what was sent.
            let turn = client.receive(Wire.asSent(answer, writing: .standard), tree: &device.tree)
            if let recorded = reply.server { explanations.note(turn, of: recorded) }
            heard = reply.server
            diagnostics = turn.diagnostics
            outgoing = turn.reply.map {
                Wire.asSent($0, declaresMSFT: turn.declaresMSFT, writing: turn.writing)
            }
        }
        finish(server.left, diagnostics)
        device.keep(client, opened: parameters)
        replayed.end = client.end
    }

    /// What the recorded client went on to say and the live one does not.
    private mutating func finish(_ left: [RecordedMessage], _ diagnostics: [Diagnostic]) {
        guard !left.isEmpty else { return }
        notes.append(ReplayText.sessionCut(session, left: left.count))
        for recorded in left {
            replayed.exchanges.append(
                ReplayedExchange(
                    recorded: recorded,
                    differences: [
                        MessageDifference.missing(recorded, reason: diagnostics.gravest.map(Difference.Reason.init))
                    ]))
        }
    }
}
