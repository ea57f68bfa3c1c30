import CSP
import DMSession
import DMTree
import ESP
import Notation
import SyncML

extension DeviceLife {
    /// One DM session with the server, from package 1 to its end. Sessions take no virtual time; what they start does.
    ///
    /// - Parameter notification: what the server asked for the session with.
    mutating func runSession(_ trigger: SessionTrigger, answering notification: NotificationInbox.Start? = nil) {
        guard !resetStarted, enrolment == .active || (enrolment == .ending && trigger == .unenrollment) else { return }
        // A push does not reach a device that is still to be enrolled by its ticket.
        if page.startsBeforeEnrollment, !hasEntered, trigger != .enrollment { return }
        sessionNumber += 1
        note(.sessionStarted(number: sessionNumber, trigger: trigger))
        if sessionNumber == 1 { noteEnrolment() }
        // The session that says goodbye carries its alert behind LoginStatus (enrollment.md 13).
        let phase = trigger == .unenrollment ? nil : closingPhase ?? espPhase
        queueCheckinAlerts()
        let parameters = parameters(sessionNumber, phase, notification)
        let conversation = talk(DMSession(parameters), frame(of: trigger, parameters))
        if conversation.isWhole { rememberCheckinNodes() }
        closingPhase = nil
        // Settings count before anybody looks at the page, and what is not there after all is not seen.
        let wantsRestart = apply(conversation.written, phase)
        settleNetworkProfiles(conversation.written)
        followLocalEnforcement(conversation.written)
        followRenewalWindow()
        planPoll()
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

    /// The alerts of package 1 in their order (enrollment.md 14.4): LoginStatus always, the user's token once a user is
    /// signed in, then what tells the server which phase of a first sync it is (esp-behaviour.md 2.2), then what was
    /// queued.
    private func parameters(
        _ number: Int, _ phase: PhaseScope?, _ notification: NotificationInbox.Start?
    ) -> SessionParameters {
        let login: FreshDevice.Login = isUserSignedIn ? .user : .others
        var alerts = [GenericAlert(code: 1224, type: "com.microsoft/MDM/LoginStatus", data: login.rawValue)]
        // ESP-323: Conditional Access keeps the token back.
        if let token = userToken {
            alerts.append(GenericAlert(code: 1224, type: "com.microsoft/MDM/AADUserToken", data: token))
        }
        alerts += firstSyncAlerts(phase)
        var parameters = SessionParameters(
            sessionID: notification?.sessionID
                ?? SessionParameters.sessionID(number: number, syncApplicationVersion: tree.syncApplicationVersion),
            serverURI: tree.value(
                "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(tree.providerID))/ManagementServiceAddress"
            )
                ?? FreshDevice.serverAddress,
            deviceID: script.device.profile.deviceID, alerts: alerts + pendingAlerts,
            initiation: notification == nil ? .client : .server, user: userAnswers)
        parameters.credentials =
            notification?.credentials
            ?? Credentials(serverID: tree.providerID, negotiated: negotiatedAuthentication, in: tree)
        // A life plays the same every time, so its nonces follow from the device and the session.
        parameters.nonces = NonceSource(
            seed: script.nonceSeed + Array("\(script.device.profile.deviceID) \(number)".utf8))
        if DMAccount.find(serverID: tree.providerID, in: tree)?.encodesWBXML(in: tree) == true {
            parameters.coding = .wbxml(.v12)
        }
        return parameters
    }

    /// The Entra token of the user who is signed in. ESP-323: Conditional Access keeps it back.
    private var userToken: String? { script.page.quirks.isOn(.esp323) ? nil : user?.token }

    private func frame(of trigger: SessionTrigger, _ parameters: SessionParameters) -> SessionFrame {
        SessionFrame(
            trigger: trigger, tree: tree, isUserSignedIn: isUserSignedIn, userToken: userToken,
            alerts: parameters.alerts, isFirstSession: sessionNumber == 1, release: script.device.release)
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
