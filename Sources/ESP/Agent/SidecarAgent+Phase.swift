extension SidecarAgent {
    /// Looks which phase it is, and acts on a change.
    /// - Parameter old: the phase before a restart of the machine; a phase that goes on is not begun anew.
    mutating func follow(
        now: DeviceTime, tree: some TrackedTree, restarting old: EspPhase? = nil, _ out: inout [AgentAction]
    ) {
        guard isRunning,
            let next = EspPhase.decide(
                tree, provider: configuration.provider, providerID: configuration.providerID,
                isUserSignedIn: isUserSignedIn),
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

    /// Writes the tracking nodes of a phase, says that the list is complete, and starts (2.4 item 7).
    mutating func register(_ scope: PhaseScope, _ out: inout [AgentAction]) {
        let tracked = apps.filter { $0.scope == scope && $0.isTracked }
        out.append(
            .logged("[ESPAppLockInProcessor] Found \(tracked.count) apps which need to be installed for current phase"))
        for app in tracked {
            if configuration.choices.trackingURI == .ownInstallationState {
                out.append(.writeNode(uri: node(app, "TrackingUri"), value: node(app, "InstallationState")))
            }
            progress[app.id, default: Progress()].isRegistered = true
            // A dependency of an earlier phase may be there already; the page counts it like any other.
            let state = progress[app.id]?.state ?? .notInstalled
            out.append(.writeNode(uri: node(app, "InstallationState"), value: String(state.rawValue)))
            out.append(.appChanged(id: app.id, state, progress[app.id]?.code))
            out.append(
                .logged(
                    "[Win32App][EspManager] In EspPhase: \(phase?.rawValue ?? ""). App \(app.id) has been registered. "
                        + "App name: \(app.name)"))
        }
        let created = NodeURI.trackingPoliciesCreated(configuration.provider, in: scope)
        out.append(.writeNode(uri: created, value: "true"))
        queue += inOrder(tracked.filter { isOpen($0.id) })
    }

    /// After the page: every required app that is not there yet, in policy order.
    mutating func queueAll() {
        queue = inOrder(apps.filter { isOpen($0.id) })
    }

    /// Policy order with dependencies first; a circle of dependencies is cut where it closes.
    func inOrder(_ wanted: [Win32App]) -> [String] {
        var order: [String] = []
        var seen: Set<String> = []
        func visit(_ app: Win32App) {
            guard seen.insert(app.id).inserted else { return }
            for dependency in app.dependencies.compactMap({ self.app($0) }) where isOpen(dependency.id) {
                visit(dependency)
            }
            order.append(app.id)
        }
        for app in wanted { visit(app) }
        return order
    }

    /// A leaf of an app's tracking node.
    func node(_ app: Win32App, _ leaf: String) -> String {
        NodeURI.trackedApp(app.trackingName, of: configuration.provider, leaf, in: app.scope)
    }
}
