import ESP
import Notation
import SyncML

/// The settings of the page, below FirstSyncStatus.
extension EnrollmentPlan {
    /// The nodes that carry the profile, in the server's order; none for a device without a page, and none for a
    /// profile that is gone: nothing is reverted then (ESP-302). With that quirk off the page is hidden again.
    ///
    /// - Parameter firstUserIsDone: the IsSyncDone of some user was read as true (ESP-005).
    func pageNodes(firstUserIsDone: Bool) -> [ProfileNode] {
        guard assignments.hasPage else { return [] }
        if let profile = assignments.profile(at: now) {
            return profile.firstSyncStatusNodes(
                isAutopilotDevice: assignments.isAutopilotDevice,
                firstUserIsDone: firstUserIsDone && assignments.choices.laterUsers == .skipAfterFirstUser,
                choices: assignments.choices)
        }
        if assignments.quirks.isOn(.esp302) { return [] }
        var hidden = EnrollmentStatusPageProfile()
        hidden.showInstallationProgress = false
        return hidden.firstSyncStatusNodes(choices: assignments.choices)
    }

    /// The command that sets a node of the page, with the mistakes that servers make in it.
    func setting(_ setting: ProfileNode) -> Command {
        let uri = node(setting.name, .device)
        switch setting.name {
        case "TimeOutUntilSyncFailure" where mistakes.contains(.timeoutInSeconds):
            let seconds = (Int(setting.value) ?? 0) * 60
            return CommandFactory.replace(uri, format: setting.format.rawValue, data: String(seconds))
        case "BlockInStatusPage" where mistakes.contains(.boolForBlock):
            return CommandFactory.replace(uri, format: "bool", data: setting.value == "0" ? "false" : "true")
        default: return CommandFactory.replace(uri, format: setting.format.rawValue, data: setting.value)
        }
    }

    func provider(_ scope: PhaseScope, _ providerID: String? = nil) -> String {
        "\(scope.root)/DMClient/Provider/\(PercentCoding.encode(providerID ?? assignments.providerID))"
    }

    /// The provider below which FirstSyncStatus is written.
    var firstSyncProviderID: String {
        for case .wrongProvider(let name) in mistakes { return name }
        return assignments.providerID
    }

    func node(_ name: String, _ scope: PhaseScope) -> String {
        let name = mistakes.contains(.misspeltNodes) ? Self.misspellings[name] ?? name : name
        return NodeURI.firstSyncStatus(name, in: scope, providerID: firstSyncProviderID)
    }

    private static let misspellings = [
        "BlockInStatusPage": "BlockOnStatusPage", "CustomErrorText": "CustomErrorMessage",
        "ServerHasFinishedProvisioning": "ServerHasFinishedProvisoning",
    ]
}

/// The agents that the page waits for.
extension EnrollmentPlan {
    var replaceEntDMID: Command {
        CommandFactory.replace("\(provider(.device))/EntDMID", format: "chr", data: assignments.entDMID)
    }

    var providerRegistration: [Command] {
        guard assignments.hasPage else { return [] }
        var result: [Command] = []
        if let agent = registeredAgent { result += registration(agent, timeoutMinutes: nil) }
        // Entra join and user-driven only (7.5).
        if let configMgr = assignments.configMgr, assignments.join == .entra, assignments.mode == .userDriven {
            result += registration(configMgr.provider, timeoutMinutes: configMgr.timeoutMinutes)
        }
        return result
    }

    private func registration(_ agent: String, timeoutMinutes: Int?) -> [Command] {
        let preparation = "\(NodeURI.preparationProviders)/\(PercentCoding.encode(agent))"
        let timeout = timeoutMinutes.map {
            CommandFactory.replace("\(preparation)/Timeout", format: "int", data: String($0))
        }
        return [
            CommandFactory.add(preparation, format: "node"),
            CommandFactory.replace("\(preparation)/InstallationState", format: "int", data: "1"),
        ] + (timeout.map { [$0] } ?? []) + [
            CommandFactory.replace("\(preparation)/TrackedResourceTypes/Apps", format: "bool", data: "true"),
            CommandFactory.add("\(NodeURI.appProviders(.device))/\(PercentCoding.encode(agent))", format: "node"),
        ]
    }

    private var registeredAgent: String? {
        assignments.agentProvider ?? (mistakes.contains(.statesForAgent) ? "Sidecar" : nil)
    }

    /// What a server writes that plays an agent which nobody runs.
    enum AbsentAgentStep {
        /// With the registration.
        case registered
        /// With the lists: one invented app.
        case tracks
        case app(TrackedAppState)
    }

    func stateOfAbsentAgent(_ step: AbsentAgentStep) -> [Command] {
        guard mistakes.contains(.statesForAgent), assignments.hasPage, let agent = registeredAgent else { return [] }
        let app = "Win32App_0a11f00d-0000-4000-8000-000000000000_1"
        func state(_ state: TrackedAppState) -> Command {
            CommandFactory.replace(
                NodeURI.trackedApp(app, of: agent, "InstallationState", in: .device), format: "int",
                data: String(state.rawValue))
        }
        switch step {
        case .registered:
            return [
                CommandFactory.replace(
                    NodeURI.preparationProvider(agent, "InstallationState"), format: "int", data: "3")
            ]
        case .tracks:
            let container = "\(NodeURI.trackedApps(.device))/\(PercentCoding.encode(agent))"
            return [
                CommandFactory.add(container, format: "node"),
                CommandFactory.add("\(container)/\(app)", format: "node"), state(.notInstalled),
                CommandFactory.replace(
                    NodeURI.trackingPoliciesCreated(agent, in: .device), format: "bool", data: "true"),
            ]
        case .app(let reached): return [state(reached)]
        }
    }
}
