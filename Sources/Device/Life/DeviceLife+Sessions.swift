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
        // A push does not reach a device that is still to be enrolled by its ticket.
        if page.startsBeforeEnrollment, !hasEntered, trigger != .enrollment { return }
        sessionNumber += 1
        note(.sessionStarted(number: sessionNumber, trigger: trigger))
        if sessionNumber == 1 { noteEnrolment() }
        // The session that says goodbye carries its alert behind LoginStatus (enrollment.md 13).
        let phase = trigger == .unenrollment ? nil : closingPhase ?? espPhase
        queueCheckinAlerts()
        let conversation = talk(DMSession(parameters(sessionNumber, phase)))
        if conversation.isWhole { rememberCheckinNodes() }
        closingPhase = nil
        // Settings count before anybody looks at the page, and what is not there after all is not seen.
        let wantsRestart = apply(conversation.written, phase)
        settleNetworkProfiles(conversation.written)
        followLocalEnforcement(conversation.written)
        followRenewalWindow()
        carryOut(conversation.effects)
        switch enrolment {
        case .ending where trigger == .unenrollment:
            leaveManagement()
            return
        case .active, .ending, .ended: break
        }
        goOn(after: conversation)
        if wantsRestart { restartDuringPage() }
    }

    /// What a session leads to, by what the device is at.
    private mutating func goOn(after conversation: Conversation) {
        guard conversation.isWhole || hasEntered || domainJoin == .waitingForBlob else {
            brokenFirstSessions += 1
            agenda.add(
                .session(devicePreparation == nil ? .enrollment : .devicePreparation),
                at: now.adding(seconds: script.syncSeconds))
            return
        }
        if let devicePreparation {
            if conversation.isWhole { goOnPreparing(devicePreparation) } else { sessionLater(.devicePreparation) }
        } else if domainJoin == .waitingForBlob {
            goOnJoiningDomain(blobArrived: conversation.hasBroughtBlob)
        } else if hasEntered {
            settle(page: page.treeChanged(now: now, tree: tree))
        } else {
            // The page comes up after the first session has brought the server's settings.
            brokenFirstSessions = 0
            hasEntered = true
            enterPage()
        }
    }

    /// A session that broke is tried again at the cadence.
    private mutating func sessionLater(_ trigger: SessionTrigger) {
        guard !agenda.holds(.session(trigger)) else { return }
        agenda.add(.session(trigger), at: now.adding(seconds: script.syncSeconds))
    }

    private mutating func noteEnrolment() {
        note(.managementLogged(.enrolled))
        if let devicePreparation { note(.devicePreparation(devicePreparation)) }
        if domainJoin == .waitingForBlob { note(.managementLogged(.waitingForBlob)) }
    }

    /// The first session is over. By device ticket it is the end of a step of the page; on a desktop there is no device
    /// page, and the user is signed in already (7.4).
    private mutating func enterPage() {
        switch (page.state, user) {
        case (.preparing, _):
            settle(page: page.preparationStepEnded(.mdmEnrollment, error: nil, now: now, tree: tree))
        case (_, let user?) where script.page.enrollment != .oobe:
            note(.userSignedIn(sid: user.sid))
            settle(page: page.userSignedIn(sid: user.sid, now: now, tree: tree))
            settle(agent: agent.userSignedIn(sid: user.sid, now: now, tree: tree))
        default: settle(page: page.enter(now: now, tree: tree))
        }
    }

    /// What a session brought.
    private struct Conversation {
        var effects: [Effect] = []
        /// Targets of the Adds and Replaces that were executed.
        var written: [TreeURI] = []
        /// The blob of an offline domain join is there.
        var hasBroughtBlob = false
        /// The session came to its end.
        var isWhole = false
    }

    /// Sends messages until neither side has anything more to say.
    private mutating func talk(_ opened: DMSession) -> Conversation {
        var session = opened
        defer { keep(session.credentials, instead: opened.credentials) }
        var result = Conversation()
        let alerts = pendingAlerts
        pendingAlerts = []
        let packageOne = session.open(tree: tree)
        var outgoing: (message: Message, declaresMSFT: Bool, writing: WritingOptions)? = (
            packageOne, false, tree.profile.ambiguities.writing
        )
        var count = 0
        var last: [String] = []
        var repeats = 0
        while let (message, declaresMSFT, writing) = outgoing {
            outgoing = nil
            count += 1
            messageNumber = count
            guard count <= Self.messageLimit else {
                breakSession(
                    "the server kept the session going for \(Self.messageLimit) messages"
                        + (repeats > count / 2 ? ", \(repeats) of them with the same commands as the one before" : ""))
                return result
            }
            let bytes: [UInt8]
            do { bytes = try message.serialized(declaresMSFT: declaresMSFT, options: writing) } catch {
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
                // What the server never heard is told in the next session.
                if count == 1 { pendingAlerts = alerts + pendingAlerts }
                breakSession("the server's answer was refused: \(error)")
                return result
            }
            let wasOver = session.end != nil
            let turn = session.receive(incoming, tree: &tree)
            for outcome in turn.outcomes { note(.commandAnswered(outcome)) }
            let commands = turn.outcomes.map { "\($0.command) \($0.target ?? "")" }
            if !commands.isEmpty, commands == last { repeats += 1 }
            last = commands
            diagnostics += incoming.findings.map(Diagnostic.init) + turn.diagnostics
            result.effects += turn.effects
            result.written += turn.outcomes.compactMap(\.writtenTarget)
            if turn.outcomes.contains(where: \.bringsDomainJoinBlob) { result.hasBroughtBlob = true }
            if let end = turn.end, !wasOver {
                note(.sessionEnded(number: sessionNumber, end))
                result.isWhole = !end.isRefusal
            }
            if let reply = turn.reply { outgoing = (reply, turn.declaresMSFT, turn.writing) }
        }
        return result
    }

    /// Nonces and the type that the session came to, for the next one.
    private mutating func keep(_ credentials: Credentials, instead old: Credentials) {
        credentials.keep(instead: old, serverID: tree.providerID, in: &tree)
        negotiatedAuthentication = credentials.opening ?? negotiatedAuthentication
    }

    private mutating func breakSession(_ reason: String) {
        note(.sessionBroken(number: sessionNumber, reason: reason))
    }

    private mutating func save(_ bytes: [UInt8], _ direction: SavedMessage.Direction) {
        guard keepsMessages else { return }
        messages.append(SavedMessage(session: sessionNumber, direction: direction, time: now, bytes: bytes))
    }

    /// The alerts of package 1 in their order (enrollment.md 14.4): LoginStatus always, the user's token once a user is
    /// signed in, then what tells the server which phase of a first sync it is (esp-behaviour.md 2.2), then what was
    /// queued.
    private func parameters(_ number: Int, _ phase: PhaseScope?) -> SessionParameters {
        let login: FreshDevice.Login = isUserSignedIn ? .user : .others
        var alerts = [GenericAlert(code: 1224, type: "com.microsoft/MDM/LoginStatus", data: login.rawValue)]
        // ESP-323: Conditional Access keeps the token back.
        if let user, !script.page.quirks.isOn(.esp323) {
            alerts.append(GenericAlert(code: 1224, type: "com.microsoft/MDM/AADUserToken", data: user.token))
        }
        alerts += firstSyncAlerts(phase)
        var parameters = SessionParameters(
            sessionID: SessionParameters.sessionID(number: number, syncApplicationVersion: tree.syncApplicationVersion),
            serverURI: tree.value(
                "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(tree.providerID))/ManagementServiceAddress"
            )
                ?? FreshDevice.serverAddress,
            deviceID: script.device.profile.deviceID, alerts: alerts + pendingAlerts)
        parameters.credentials = Credentials(
            serverID: tree.providerID, negotiated: negotiatedAuthentication, in: tree)
        // A life plays the same every time, so its nonces follow from the device and the session.
        parameters.nonces = NonceSource(seed: Array("\(script.device.profile.deviceID) \(number)".utf8))
        return parameters
    }

    private func firstSyncAlerts(_ phase: PhaseScope?) -> [GenericAlert] {
        if let devicePreparation, outcomeOfPages == nil {
            return [
                GenericAlert(
                    code: 1224, type: "com.microsoft/MDM/DevicePrepSync", data: devicePreparation.rawValue)
            ]
        }
        if domainJoin == .waitingForBlob {
            return [GenericAlert(code: 1224, type: "com.microsoft/MDM/OdjSync", data: "device")]
        }
        let data: String
        switch phase {
        case nil: return []
        case .device?: data = "device"
        case .user?:
            switch script.page.choices.accountBootstrapSync {
            case .user: data = "user"
            case .device: data = "device"
            case .absent: return []
            }
        }
        return [GenericAlert(code: 1224, type: "com.microsoft/MDM/BootstrapSync", data: data)]
    }

    /// The phase of the page that a session belongs to; nil outside of the page.
    var espPhase: PhaseScope? {
        switch page.state {
        case .idle:
            // A desktop enrolment has no device phase; its first session brings the settings of the account page.
            return script.page.enrollment == .oobe && devicePreparation == nil ? .device : nil
        case .preparing, .deviceSetup, .rebooting, .deviceError, .deviceExit, .technicianFailure: return .device
        case .accountSetup, .accountError: return .user
        case .between, .betweenWithPrompt, .done, .continued, .reset, .skipped, .technicianSuccess: return nil
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
        guard script.page.choices.syncCadence == .cadenceAndChange, !activeLoops.isEmpty else { return }
        sessionSoon(.change)
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
