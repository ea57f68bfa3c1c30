import DMTree
import ESP
import Notation

/// The device reads its own tree as page and agents do.
extension DeviceTree: TrackedTree {
    public var revision: Int? { storage.revision }

    /// In one walk over what is stored. The leaves that the page asks for have no defaults.
    public func children(_ uri: String, withLeaves leaves: [String]) -> [TrackedChild] {
        storedChildren(uri).map { child in
            TrackedChild(name: child.name, values: leaves.map { child.value(ofLeaf: $0) })
        }
    }
}

extension DeviceLife {
    /// Carries out what the page asked for, then gives page and agent their turn until neither wants anything more.
    mutating func settle(page actions: [PageAction]) {
        var pageActions = actions
        var agentActions: [AgentAction] = []
        // Each round either writes something or ends; a machine that never comes to rest would be a defect of ours.
        for _ in 0..<10_000 {
            let wrote = carryOut(pageActions)
            pageActions = []
            // A machine that goes down judges nothing any more; the page does so when it is up again.
            if wrote, power == .on { pageActions = page.treeChanged(now: now, tree: tree) }
            if !pageActions.isEmpty { continue }
            if power == .on {
                agentActions = agent.treeChanged(now: now, tree: tree)
                agentActions += configMgr?.treeChanged(now: now, tree: tree) ?? []
            } else {
                agentActions = []
            }
            guard !agentActions.isEmpty else { return }
            pageActions = carryOut(agentActions)
        }
    }

    /// The same, beginning with the agent.
    mutating func settle(agent actions: [AgentAction]) {
        let pageActions = carryOut(actions)
        settle(page: pageActions)
    }

    /// - Returns: true when a node was written.
    @discardableResult
    mutating func carryOut(_ actions: [PageAction]) -> Bool {
        var wrote = false
        for action in actions {
            switch action {
            case .stateEntered(let state): note(.pageState(state))
            case .writeNode(let uri, let value):
                write(uri, value, .client)
                wrote = true
            case .removeNode(let uri):
                tree.removeLocally(uri)
                wrote = true
            case .startPreparation(let kind): begin(kind)
            case .kickRegistration: note(.registrationKicked)
            case .powerOff:
                powerOff()
                if let seconds = script.turnOnSeconds { agenda.add(.turnOn, at: now.adding(seconds: seconds)) }
            case .startQualityUpdates: startUpdating()
            case .signUserOut:
                // The last session of the account phase still belongs to the user.
                if closingPhase == .user {
                    agenda.cancel(.session(.syncLoop))
                    runSession(.syncLoop)
                }
                signOut()
            case .whitePageShown: note(.whitePage)
            case .startTimer(let timer, let time):
                agenda.cancel(.pageTimer(timer))
                agenda.add(.pageTimer(timer), at: time)
            case .stopTimer(let timer): agenda.cancel(.pageTimer(timer))
            case .startSyncLoop(let loop): start(loop)
            case .stopSyncLoop(let loop): stop(loop)
            case .requestReboot: requestRestart()
            case .setResumeMarker: break
            case .categoryChanged(let category, let state): note(.category(category, state))
            case .subcategoryChanged(let subcategory, let state, let text): note(.line(subcategory, state, text))
            case .controlsChanged(let controls):
                answerOffers(controls)
                note(.controls(controls))
            case .errorShown(let screen):
                note(.error(screen))
                answerError()
                // The result goes out as soon as a batch fails (ESP-527).
                trackedItemChanged()
            case .errorCleared: note(.errorCleared)
            case .settingChanged(let name, let value): note(.setting(name: name, value: value))
            case .eventLogged(let event): note(.logged(event))
            case .durationRecorded(let scope, let line, let seconds): note(.duration(scope, line, seconds: seconds))
            case .pageLeft(let scope, let outcome): pageLeft(scope, outcome)
            case .signInShown(let signIn): showSignIn(signIn)
            case .startPollingTasks: note(.pollingStarted)
            case .collectLogs(let areas): note(.logsCollected(areas: areas))
            case .startReset:
                resetStarted = true
                note(.resetStarted)
            }
        }
        return wrote
    }

    /// Writes a node for page or agent. The user's half of the account is not made this way: without it (U-07) the page
    /// has nowhere to put its result, which it reports as well as it can.
    mutating func write(_ uri: String, _ value: String, _ writer: Writer) {
        let account = "./User/Vendor/MSFT/DMClient/"
        guard !uri.hasPrefix(account) || tree.exists("\(account)Provider/\(PercentCoding.encode(tree.providerID))")
        else { return }
        tree.setLocally(uri, value: value, writer: writer)
        note(.nodeWritten(uri: uri, value: value, writer: writer))
    }

    private mutating func pageLeft(_ scope: PhaseScope, _ outcome: PageOutcome) {
        note(.pageLeft(scope, outcome))
        if outcome == .continued { outcomeOfPages = .continued }
    }

    mutating func press(_ button: PageButton) {
        guard power == .on, page.controls.offers(button) else {
            note(.buttonNotOffered(button))
            return
        }
        note(.buttonPressed(button))
        let wasDevice = page.state == .deviceError || page.state == .technicianFailure
        settle(page: page.pressed(button, now: now, tree: tree))
        if button == .tryAgain {
            settle(agent: agent.tryAgain(now: now, tree: tree))
            retryInstallations(in: wasDevice ? .device : .user)
        }
    }

    /// What the scripted user does when the error screen comes.
    private mutating func answerError() {
        for (index, action) in script.userActions.enumerated() {
            guard case .onError(let seconds, _) = action.moment, answersLeft[index] > 0 else { continue }
            answersLeft[index] -= 1
            agenda.add(.userPresses(action.button), at: now.adding(seconds: seconds))
            return
        }
    }

    /// What the scripted user does when a button begins to be offered.
    private mutating func answerOffers(_ controls: PageControls) {
        for (index, action) in script.userActions.enumerated() {
            guard case .onOffer(let seconds, _) = action.moment, answersLeft[index] > 0,
                controls.offers(action.button), !offered.contains(action.button)
            else { continue }
            answersLeft[index] -= 1
            agenda.add(.userPresses(action.button), at: now.adding(seconds: seconds))
        }
        offered = Set(PageButton.allCases.filter(controls.offers))
    }
}
