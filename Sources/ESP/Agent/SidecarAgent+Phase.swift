extension SidecarAgent {
    /// Looks which phase it is, and acts on a change.
    /// - Parameter old: the phase before a restart of the machine; a phase that goes on is not begun anew.
    mutating func follow(
        now: DeviceTime, tree: some TrackedTree, restarting old: EspPhase? = nil, _ out: inout [AgentAction]
    ) {
        guard isRunning,
            let next = EspPhase.decide(
                tree, provider: configuration.provider, providerID: configuration.providerID, mode: configuration.mode,
                isUserSignedIn: user != nil, isUserKnown: isUserKnown),
            next != phase
        else { return }
        let wasInEsp = phase?.scope != nil || old?.scope != nil
        phase = next
        if next != old {
            out.append(.phaseChanged(next))
            out.append(.logged("[Win32App] The EspPhase: \(next.rawValue)"))
        }
        if let scope = next.scope {
            beginPhase(scope, tree, now: now, &out)
        } else {
            if wasInEsp { out.append(.logged("ESP completed. Triggering immediate app workload check-in")) }
            out.append(
                .startAlarm(.normalCheckIn, at: now.adding(seconds: configuration.normalCheckInDelaySeconds)))
            if scripts.contains(where: { $0.kind == .remediation }) {
                out.append(
                    .startAlarm(.remediations, at: now.adding(seconds: configuration.remediationDelaySeconds)))
            }
        }
    }

    /// Announces itself at once, so that the page holds its counters, and registers the apps at the check-in.
    private func beginPhase(
        _ scope: PhaseScope, _ tree: some TrackedTree, now: DeviceTime, _ out: inout [AgentAction]
    ) {
        let created = NodeURI.trackingPoliciesCreated(configuration.provider, in: scope)
        guard tree.bool(created) != true else { return }
        if tree.bool(created) == nil { out.append(.writeNode(uri: created, value: "false")) }
        out.append(
            .startAlarm(.register(scope), at: now.adding(seconds: configuration.registrationDelaySeconds)))
    }

    /// Runs the scripts of a phase, writes its tracking nodes, says that the list is complete, and starts (2.4 item 7).
    mutating func register(_ scope: PhaseScope, _ out: inout [AgentAction]) {
        queueScripts(phaseScripts(scope))
        let tracked = apps.filter { isRegistered($0, in: scope) }
        out.append(
            .logged("[ESPAppLockInProcessor] Found \(tracked.count) apps which need to be installed for current phase"))
        for app in tracked {
            let key = key(app)
            if configuration.choices.trackingURI == .ownInstallationState {
                out.append(
                    .writeNode(uri: node(app, "TrackingUri", scope), value: node(app, "InstallationState", scope)))
            }
            if progress[key] == nil { progress[key] = Progress(appID: app.id, user: owner(app)) }
            progress[key]?.registeredIn = scope
            // A dependency of an earlier phase may be there already; the page counts it like any other.
            let state = progress[key]?.state ?? .notInstalled
            out.append(.writeNode(uri: node(app, "InstallationState", scope), value: String(state.rawValue)))
            out.append(.appChanged(id: app.id, state, progress[key]?.code))
            let whose = scope == .user ? " for user \(user.flatMap(EntraUser.objectID) ?? user ?? "")" : ""
            out.append(
                .logged(
                    "[Win32App][EspManager] In EspPhase: \(phase?.rawValue ?? ""). App \(app.id) has been "
                        + "registered\(whose). App name: \(app.name)"))
        }
        let created = NodeURI.trackingPoliciesCreated(configuration.provider, in: scope)
        out.append(.writeNode(uri: created, value: "true"))
        queueInstalls(tracked, in: scope, &out)
    }

    /// After the page: every required app that is not there yet, in policy order.
    mutating func queueAll(_ out: inout [AgentAction]) {
        let isAlone = user == nil
        queueScripts(
            scripts.filter { $0.kind == .platform && (!isAlone || ($0.context == .system && $0.scope == .device)) })
        let wanted = apps.filter { phaseScope($0) == .device || (user != nil && isAssigned($0)) }
        // What failed in the page is tried once more; the agent's own schedule for what fails then, days later, is none
        // of the page's business. An app that restarts the machine and fails would otherwise do so for ever.
        let open = wanted.filter { progress[key($0)]?.state != .error || !triedAfterPage.contains(key($0)) }
        triedAfterPage.formUnion(open.map { key($0) })
        queueInstalls(open, in: nil, &out)
    }

    /// Puts installs into the queue: policy order, dependencies first; a circle of dependencies is cut where it closes.
    mutating func queueInstalls(_ wanted: [Win32App], in scope: PhaseScope?, _ out: inout [AgentAction]) {
        var order: [Win32App] = []
        var seen: Set<String> = []
        func visit(_ app: Win32App) {
            guard seen.insert(app.id).inserted else { return }
            if app.installsDependencies {
                for dependency in app.dependencies.compactMap({ self.app($0) }) where isOpen(key(dependency)) {
                    visit(dependency)
                }
            }
            order.append(app)
        }
        for app in wanted where isOpen(key(app)) { visit(app) }
        for app in order {
            let key = key(app)
            if progress[key] == nil { progress[key] = Progress(appID: app.id, user: owner(app)) }
            guard !queue.contains(.install(key)) else { continue }
            queue.append(.install(key))
            let waits = app.dependencies.contains { id in self.app(id).map { isOpen(self.key($0)) } ?? false }
            if waits, app.installsDependencies {
                out.append(.enforcementChanged(id: app.id, .waitingForDependencies, exitCode: nil))
            }
        }
    }

    /// A hybrid device has to be registered with Entra before the agent gets a token for its user (SC-09).
    private var isUserKnown: Bool { configuration.join == .entra || user.map(registeredUsers.contains) ?? false }

    // MARK: Which app belongs where (esp-behaviour.md 1.5, 5, 7.1)

    /// The phase in which an app is installed while the page is up; nil when it waits until after the page.
    func phaseScope(_ app: Win32App) -> PhaseScope? {
        switch (app.scope, app.context) {
        case (.device, .system): .device
        // ESP-209: not tracked in a hybrid join.
        case (.device, .user): configuration.join == .hybrid ? nil : .user
        // ESP-702: the technician's device takes a pre-assigned user's apps that install in device context.
        case (.user, .system) where isTechnicianFlow && configuration.isUserPreAssigned: .device
        case (.user, _): .user
        }
    }

    /// Whether an app has a tracking node in the page of a scope: the blocking apps of that phase, and in the technician
    /// flow the others, too, when the profile says so (ESP-703). Nothing is tracked after Autopilot Reset (ESP-316).
    func isRegistered(_ app: Win32App, in scope: PhaseScope) -> Bool {
        if configuration.isAfterAutopilotReset, configuration.quirks.isOn(.esp316) { return false }
        guard phaseScope(app) == scope, isAssigned(app) || scope == .device else { return false }
        return app.isTracked || ignoresFailure(app)
    }

    /// Whether a failure of the app neither fails the page nor ends the sequence (ESP-703).
    func ignoresFailure(_ app: Win32App) -> Bool {
        isTechnicianFlow && configuration.installsNonBlockingApps && !app.isTracked
    }

    private func isAssigned(_ app: Win32App) -> Bool {
        guard app.scope == .user, let users = app.users else { return true }
        return user.map(users.contains) ?? false
    }

    /// The user an install belongs to; nil for one of the device.
    func owner(_ app: Win32App) -> String? { phaseScope(app) == .device ? nil : user }

    /// The name of an app's install: by app, and by user where the install is a user's.
    func key(_ app: Win32App) -> String { owner(app).map { "\(app.id) \($0)" } ?? app.id }

    /// What detection looks for: an app in system context is there for every user.
    func presenceKey(_ app: Win32App, of user: String?) -> String {
        app.context == .system ? app.id : "\(app.id) \(user ?? "")"
    }

    /// A leaf of an app's tracking node.
    func node(_ app: Win32App, _ leaf: String, _ scope: PhaseScope) -> String {
        NodeURI.trackedApp(app.trackingName, of: configuration.provider, leaf, in: scope)
    }
}
