import DMSession
import DMTree
import ESP
import SyncML

extension DeviceLife {
    /// More messages than any real session has: a server that never stops must not stop the life.
    private static var messageLimit: Int { 500 }

    /// One DM session with the server, from package 1 to its end. Sessions take no virtual time; what they start does.
    mutating func runSession(_ trigger: SessionTrigger) {
        guard !resetStarted, enrolment == .active || (enrolment == .ending && trigger == .unenrollment) else { return }
        sessionNumber += 1
        note(.sessionStarted(number: sessionNumber, trigger: trigger))
        // The session that says goodbye carries its alert behind LoginStatus (enrollment.md 13).
        let phase = trigger == .unenrollment ? nil : closingPhase ?? espPhase
        let conversation = talk(DMSession(parameters(sessionNumber, phase)))
        closingPhase = nil
        // First what is not there after all, so that nobody sees it.
        settleNetworkProfiles(conversation.written)
        carryOut(conversation.effects)
        switch enrolment {
        case .ending where trigger == .unenrollment:
            leaveManagement()
            return
        case .active, .ending, .ended: break
        }
        applyRebootCatalogue(conversation.written, phase)
        if hasEntered {
            settle(page: page.treeChanged(now: now, tree: tree))
        } else if conversation.isWhole {
            // The page comes up after the first session has brought the server's settings.
            brokenFirstSessions = 0
            hasEntered = true
            settle(page: page.enter(now: now, tree: tree))
        } else {
            brokenFirstSessions += 1
            agenda.add(.session(.enrollment), at: now.adding(seconds: script.syncSeconds))
        }
    }

    /// What a session brought.
    private struct Conversation {
        var effects: [Effect] = []
        /// Targets of the Adds and Replaces that were executed.
        var written: [TreeURI] = []
        /// The session came to its end.
        var isWhole = false
    }

    /// Sends messages until neither side has anything more to say.
    private mutating func talk(_ opened: DMSession) -> Conversation {
        var session = opened
        var result = Conversation()
        let alerts = pendingAlerts
        pendingAlerts = []
        var outgoing: (message: Message, declaresMSFT: Bool)? = (session.open(tree: tree), false)
        var count = 0
        while let (message, declaresMSFT) = outgoing {
            outgoing = nil
            count += 1
            guard count <= Self.messageLimit else {
                breakSession("the server kept the session going for \(Self.messageLimit) messages")
                return result
            }
            let bytes: [UInt8]
            do { bytes = try message.serialized(declaresMSFT: declaresMSFT) } catch {
                breakSession("the client's message could not be written: \(error)")
                return result
            }
            save(bytes, .client)
            note(.messageSent(session: sessionNumber, message: count, bytes: bytes.count))
            guard let answer = server.answer(bytes, now: now) else {
                // What the server never heard is told in the next session.
                if count == 1 { pendingAlerts = alerts + pendingAlerts }
                breakSession("the server gave no answer")
                return result
            }
            save(answer, .server)
            note(.messageReceived(session: sessionNumber, message: count, bytes: answer.count))
            let incoming: Message
            do throws(MessageRefusal) { incoming = try Message(parsing: answer) } catch {
                breakSession("the server's answer was refused: \(error)")
                return result
            }
            let turn = session.receive(incoming, tree: &tree)
            for outcome in turn.outcomes { note(.commandAnswered(outcome)) }
            diagnostics += incoming.findings.map(Diagnostic.init) + turn.diagnostics
            result.effects += turn.effects
            result.written += turn.outcomes.compactMap(\.writtenTarget)
            if let end = turn.end {
                note(.sessionEnded(number: sessionNumber, end))
                if case .credentialsWanted = end {} else { result.isWhole = true }
            }
            if let reply = turn.reply { outgoing = (reply, turn.declaresMSFT) }
        }
        return result
    }

    private mutating func breakSession(_ reason: String) {
        note(.sessionBroken(number: sessionNumber, reason: reason))
    }

    private mutating func save(_ bytes: [UInt8], _ direction: SavedMessage.Direction) {
        guard keepsMessages else { return }
        messages.append(SavedMessage(session: sessionNumber, direction: direction, time: now, bytes: bytes))
    }

    /// Values that need a restart to take effect (ESP-325). A value that stands already needs none.
    private mutating func applyRebootCatalogue(_ written: [TreeURI], _ phase: PhaseScope?) {
        for uri in written where RebootCatalogue.contains(uri.keys) {
            guard let value = tree.storedValue(uri), rebootValues[uri] != value else { continue }
            rebootValues[uri] = value
            let scope: PhaseScope = uri.scope == .user ? .user : phase ?? .user
            carryOut(page.rebootRequiredURIApplied(uri.text, scope: scope))
        }
    }

    /// The alerts of package 1 in their order (enrollment.md 14.4): LoginStatus always, the user's token once a user is
    /// signed in, BootstrapSync in sessions of a phase of the page (esp-behaviour.md 2.2), then what was queued.
    private func parameters(_ number: Int, _ phase: PhaseScope?) -> SessionParameters {
        let login: FreshDevice.Login = isUserSignedIn ? .user : .others
        var alerts = [GenericAlert(code: 1224, type: "com.microsoft/MDM/LoginStatus", data: login.rawValue)]
        // ESP-323: Conditional Access keeps the token back.
        if isUserSignedIn, !script.page.quirks.isOn(.esp323) {
            alerts.append(GenericAlert(code: 1224, type: "com.microsoft/MDM/AADUserToken", data: script.userToken))
        }
        if let phase {
            alerts.append(GenericAlert(code: 1224, type: "com.microsoft/MDM/BootstrapSync", data: phase.rawValue))
        }
        return SessionParameters(
            sessionID: SessionParameters.sessionID(number: number, syncApplicationVersion: tree.syncApplicationVersion),
            serverURI: tree.value(
                "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(tree.providerID))/ManagementServiceAddress"
            )
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
        guard enrolment == .active else { return }
        activeLoops.insert(loop)
        agenda.cancel(.loopTick(loop))
        sessionSoon(.syncLoop)
        agenda.add(.loopTick(loop), at: now.adding(seconds: script.syncSeconds))
    }

    /// A loop that stops has one last session, in which the server reads the results; it still belongs to the loop's
    /// phase (esp-behaviour.md 2.4 item 10).
    mutating func stop(_ loop: SyncLoop) {
        guard activeLoops.remove(loop) != nil else { return }
        agenda.cancel(.loopTick(loop))
        switch loop {
        case .providers: break
        case .deviceSetup: closingPhase = .device
        case .accountSetup: closingPhase = .user
        }
        sessionSoon(.syncLoop)
    }

    mutating func tick(_ loop: SyncLoop) {
        guard activeLoops.contains(loop) else { return }
        agenda.add(.loopTick(loop), at: now.adding(seconds: script.syncSeconds))
        runSession(.syncLoop)
    }

    /// A session at this instant, once, however many ask for it.
    mutating func sessionSoon(_ trigger: SessionTrigger) {
        guard enrolment == .active else { return }
        for other in SessionTrigger.allCases where agenda.holds(.session(other), at: now) { return }
        agenda.add(.session(trigger), at: now)
    }

    /// An extra session right after a tracked item changed, while a loop runs.
    mutating func trackedItemChanged() {
        if !activeLoops.isEmpty { sessionSoon(.change) }
    }
}

extension CommandOutcome {
    /// The target of an Add or Replace that was executed.
    fileprivate var writtenTarget: TreeURI? {
        guard succeeded, command == "Add" || command == "Replace", let target else { return nil }
        return try? TreeURI(target)
    }
}
