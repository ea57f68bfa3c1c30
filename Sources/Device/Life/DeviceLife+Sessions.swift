import DMSession
import DMTree
import ESP
import SyncML

extension DeviceLife {
    /// One DM session with the server, from package 1 to its end. Sessions take no virtual time; what they start does.
    mutating func runSession(_ trigger: SessionTrigger) {
        guard !isRestarting, !resetStarted else { return }
        sessionNumber += 1
        let number = sessionNumber
        note(.sessionStarted(number: number, trigger: trigger))
        var session = DMSession(parameters(number))
        pendingAlerts = []
        var outgoing: (message: Message, declaresMSFT: Bool)? = (session.open(tree: tree), false)
        var effects: [Effect] = []
        var count = 0
        exchange: while let (message, declaresMSFT) = outgoing {
            outgoing = nil
            count += 1
            // A server that never stops must not stop the life: 500 messages is far beyond any real session.
            guard count <= 500 else {
                note(.sessionBroken(number: number, reason: "the server kept the session going for 500 messages"))
                break
            }
            let bytes: [UInt8]
            do { bytes = try message.serialized(declaresMSFT: declaresMSFT) } catch {
                note(.sessionBroken(number: number, reason: "the client's message could not be written: \(error)"))
                break
            }
            save(bytes, .client, number)
            note(.messageSent(session: number, message: count, bytes: bytes.count))
            guard let answer = server.answer(bytes, now: now) else {
                note(.sessionBroken(number: number, reason: "the server gave no answer"))
                break
            }
            save(answer, .server, number)
            note(.messageReceived(session: number, message: count, bytes: answer.count))
            let incoming: Message
            do throws(MessageRefusal) { incoming = try Message(parsing: answer) } catch {
                note(.sessionBroken(number: number, reason: "the server's answer was refused: \(error)"))
                break exchange
            }
            let turn = session.receive(incoming, tree: &tree)
            for outcome in turn.outcomes { note(.commandAnswered(outcome)) }
            diagnostics += incoming.findings.map(Diagnostic.init) + turn.diagnostics
            effects += turn.effects
            if let end = turn.end { note(.sessionEnded(number: number, end)) }
            if let reply = turn.reply { outgoing = (reply, turn.declaresMSFT) }
        }
        carryOut(effects)
        if !hasEntered {
            // The page comes up after the first session has brought the server's settings.
            hasEntered = true
            settle(page: page.enter(now: now, tree: tree))
        } else {
            settle(page: page.treeChanged(now: now, tree: tree))
        }
    }

    private mutating func save(_ bytes: [UInt8], _ direction: SavedMessage.Direction, _ session: Int) {
        guard keepsMessages else { return }
        messages.append(SavedMessage(session: session, direction: direction, time: now, bytes: bytes))
    }

    /// The alerts of package 1: LoginStatus always, BootstrapSync in sessions of an ESP phase, then what was queued
    /// (esp-behaviour.md 2.2, enrollment.md 14.4).
    private func parameters(_ number: Int) -> SessionParameters {
        let login: FreshDevice.Login = isUserSignedIn ? .user : .others
        var alerts = [GenericAlert(code: 1224, type: "com.microsoft/MDM/LoginStatus", data: login.rawValue)]
        if let phase = espPhase {
            alerts.append(GenericAlert(code: 1224, type: "com.microsoft/MDM/BootstrapSync", data: phase.rawValue))
        }
        return SessionParameters(
            sessionID: SessionParameters.sessionID(number: number, syncApplicationVersion: tree.syncApplicationVersion),
            serverURI: tree.value(
                "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(tree.providerID))/ManagementServiceAddress")
                ?? FreshDevice.serverAddress,
            deviceID: script.device.profile.deviceID, alerts: alerts + pendingAlerts)
    }

    /// The phase of the page that a session belongs to; nil outside of the page.
    private var espPhase: PhaseScope? {
        switch page.state {
        case .idle, .preparing, .deviceSetup, .rebooting, .deviceError, .deviceExit: .device
        case .accountSetup, .accountError: .user
        case .between, .betweenWithPrompt, .done, .continued, .reset, .skipped: nil
        }
    }

    /// Sync loops: a session at once, then at the cadence (U-10).
    mutating func start(_ loop: SyncLoop) {
        activeLoops.insert(loop)
        agenda.cancel(.loopTick(loop))
        sessionSoon(.syncLoop)
        agenda.add(.loopTick(loop), at: now.adding(seconds: script.syncSeconds))
    }

    /// A loop that stops has one last session, which tells the server.
    mutating func stop(_ loop: SyncLoop) {
        guard activeLoops.remove(loop) != nil else { return }
        agenda.cancel(.loopTick(loop))
        sessionSoon(.syncLoop)
    }

    mutating func tick(_ loop: SyncLoop) {
        guard activeLoops.contains(loop) else { return }
        agenda.add(.loopTick(loop), at: now.adding(seconds: script.syncSeconds))
        runSession(.syncLoop)
    }

    /// A session at this instant, once, however many ask for it.
    mutating func sessionSoon(_ trigger: SessionTrigger) {
        for other in SessionTrigger.allCases where agenda.holds(.session(other), at: now) { return }
        agenda.add(.session(trigger), at: now)
    }

    /// An extra session right after a tracked item changed, while a loop runs.
    mutating func trackedItemChanged() {
        if !activeLoops.isEmpty { sessionSoon(.change) }
    }
}
