import DMSession
import DMTree
import ESP
import Notation
import SyncML

/// The messages of one session.
extension DeviceLife {
    /// More messages than any real session has: a server that never stops must not stop the life.
    private static var messageLimit: Int { 500 }

    /// What a session brought.
    struct Conversation {
        var effects: [Effect] = []
        /// Targets of the Adds and Replaces that were executed.
        var written: [TreeURI] = []
        /// The blob of an offline domain join is there.
        var hasBroughtBlob = false
        /// The session came to its end.
        var isWhole = false
    }

    /// A message of ours that is to be sent, and the forms in which it is written.
    private struct Outgoing {
        var message: Message
        var declaresMSFT = false
        var writing: WritingOptions
    }

    /// Sends messages until neither side has anything more to say.
    mutating func talk(_ opened: DMSession, _ frame: SessionFrame) -> Conversation {
        var session = opened
        defer { keep(session.credentials, instead: opened.credentials) }
        var result = Conversation()
        let alerts = pendingAlerts
        pendingAlerts = []
        var address = opened.parameters.serverURI
        let packageOne = session.open(tree: tree)
        var outgoing: Outgoing? = Outgoing(message: packageOne, writing: tree.profile.ambiguities.writing)
        var keepAlivesLeft: Int?
        // How often the server was heard, and how many of its messages were executed.
        var count = 0
        var executed = 0
        var last: [String] = []
        var repeats = 0
        while var sending = outgoing {
            outgoing = nil
            switch interruption(after: executed)?.kind {
            case .disconnect:
                interruptionCount += 1
                if count == 0 { pendingAlerts = alerts + pendingAlerts }
                breakSession("the device dropped the connection")
                return result
            case .slow(let keepAlives) where executed > 0:
                if keepAlivesLeft == nil { keepAlivesLeft = keepsServerWaiting ? keepAlives : 0 }
            case .slow, .abort, nil: break
            }
            if let left = keepAlivesLeft {
                if left > 0, let pending = session.keepAlive(holding: sending.message, tree: tree) {
                    keepAlivesLeft = left - 1
                    sending.message = pending
                    note(.keptAlive(session: sessionNumber))
                } else {
                    keepAlivesLeft = nil
                    interruptionCount += 1
                }
            }
            count += 1
            messageNumber = count
            guard count <= Self.messageLimit else {
                breakSession(
                    "the server kept the session going for \(Self.messageLimit) messages"
                        + (repeats > count / 2 ? ", \(repeats) of them with the same commands as the one before" : ""))
                return result
            }
            let bytes: [UInt8]
            do {
                bytes = try sending.message.travelling(
                    opened.parameters.coding, declaresMSFT: sending.declaresMSFT, options: sending.writing)
            } catch {
                breakSession("the client's message could not be written: \(error)")
                return result
            }
            save(bytes, .client)
            note(.messageSent(session: sessionNumber, message: count, bytes: bytes.count))
            let request = ManagementRequest(
                body: bytes, address: address, signature: session.signer?.header(for: bytes),
                coding: opened.parameters.coding, frame: frame)
            guard let answer = server.respond(to: request, now: now) else {
                // What the server never heard is told in the next session.
                if count == 1 { pendingAlerts = alerts + pendingAlerts }
                breakSession(server.silence.map { "the server gave no answer: \($0)" } ?? "the server gave no answer")
                return result
            }
            save(answer.body, .server)
            note(.messageReceived(session: sessionNumber, message: count, bytes: answer.body.count))
            // An empty answer says that the server has nothing more to say (enrollment.md 14.6).
            if answer.body.isEmpty {
                if session.end == nil {
                    note(.sessionEnded(number: sessionNumber, .completed))
                    result.isWhole = true
                }
                return result
            }
            let incoming: Message
            do throws(MessageRefusal) { incoming = try Message(parsing: answer.body) } catch {
                // What the server never heard is told in the next session.
                if count == 1 { pendingAlerts = alerts + pendingAlerts }
                breakSession("the server's answer was refused: \(error)")
                return result
            }
            let wasOver = session.end != nil
            var isAborted = false
            if !wasOver, case .abort(let initiator)? = interruption(after: executed)?.kind {
                interruptionCount += 1
                isAborted = true
                session.abort()
                note(.sessionAborted(number: sessionNumber, by: initiator))
            }
            let turn = session.receive(
                incoming, signature: BodySignature(header: answer.signature, body: answer.body), tree: &tree)
            if keepAlivesLeft == nil { executed += 1 }
            noteCredentials(turn, session)
            if let moved = turn.address, moved != address {
                address = moved
                note(.redirected(session: sessionNumber, address: moved))
            }
            for interaction in turn.interactions { note(.question(session: sessionNumber, interaction)) }
            // Every question takes a step of the user, who may have none left.
            if let steps = userAnswers?.steps { userAnswers?.steps = Array(steps.dropFirst(turn.interactions.count)) }
            for outcome in turn.outcomes { note(.commandAnswered(outcome)) }
            let commands = turn.outcomes.map { "\($0.command) \($0.target ?? "")" }
            if !commands.isEmpty, commands == last { repeats += 1 }
            last = commands
            let found = incoming.findings.map(Diagnostic.init) + turn.diagnostics
            diagnostics += found
            if keepsMessages { messages[messages.count - 1].diagnosticCount = found.count }
            result.effects += turn.effects
            result.written += turn.outcomes.compactMap(\.writtenTarget)
            if turn.outcomes.contains(where: \.bringsDomainJoinBlob) { result.hasBroughtBlob = true }
            if let end = turn.end, !wasOver {
                note(.sessionEnded(number: sessionNumber, end))
                // What the server still wanted did not happen.
                result.isWhole = !end.isRefusal && !isAborted
            }
            if let reply = turn.reply {
                outgoing = Outgoing(message: reply, declaresMSFT: turn.declaresMSFT, writing: turn.writing)
            }
        }
        return result
    }

    /// The interruption that is due in this session, once so many messages of the server have been executed.
    private func interruption(after executed: Int) -> LifeScript.Interruption? {
        guard script.interruptions.indices.contains(interruptionCount) else { return nil }
        let next = script.interruptions[interruptionCount]
        return next.time <= now && next.afterMessages <= executed ? next : nil
    }

    /// EnableOmaDmKeepAliveMessage of the account; off by default (windows-csp.md 3.6).
    private var keepsServerWaiting: Bool {
        let provider = "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(tree.providerID))"
        return tree.value("\(provider)/EnableOmaDmKeepAliveMessage")?.lowercased() == "true"
    }

    /// Nonces and the type that the session came to, for the next one.
    private mutating func keep(_ credentials: Credentials, instead old: Credentials) {
        credentials.keep(instead: old, serverID: tree.providerID, in: &tree)
        negotiatedAuthentication = credentials.opening ?? negotiatedAuthentication
    }

    /// Notes what the sides said to each other's credentials. A plain 200 without Chal says nothing of them.
    private mutating func noteCredentials(_ turn: Turn, _ session: DMSession) {
        for status in turn.received where status.cmdRef == "0" { noteCredentials(status, of: .client, session) }
        for case .status(let status)? in [turn.reply?.commands.first] where status.cmdRef == "0" {
            noteCredentials(status, of: .server, session)
        }
    }

    private mutating func noteCredentials(_ status: Status, of peer: DeviceEvent.Peer, _ session: DMSession) {
        guard let code = Int(status.data?.content ?? ""), [401, 407, 212].contains(code) || status.chal != nil else {
            return
        }
        let type = status.chal?.meta.type ?? (peer == .client ? session.credentials.opening?.rawValue : nil)
        note(.credentials(session: sessionNumber, of: peer, status: code, type: type))
    }

    private mutating func breakSession(_ reason: String) {
        note(.sessionBroken(number: sessionNumber, reason: reason))
    }

    private mutating func save(_ bytes: [UInt8], _ direction: SavedMessage.Direction) {
        guard keepsMessages else { return }
        messages.append(SavedMessage(session: sessionNumber, direction: direction, time: now, bytes: bytes))
    }
}

extension CommandOutcome {
    /// The target of an Add or Replace that was executed.
    fileprivate var writtenTarget: TreeURI? {
        guard isExecuted, command == "Add" || command == "Replace", let target else { return nil }
        return try? TreeURI(target)
    }

    /// An Exec that was carried out: the node takes no other command.
    fileprivate var bringsDomainJoinBlob: Bool {
        guard isExecuted, command == "Exec", let target, let uri = try? TreeURI(target) else { return false }
        return uri.isDomainJoinBlob
    }
}
