import ESP
import SyncML

/// What a server has to send for its assignments, step by step (esp-behaviour.md 2.4 and 2.5). Pure: assignments in,
/// commands out.
struct EnrollmentPlan {
    let assignments: Assignments
    var mistakes: Set<ReferenceServer.Mistake> = []
    /// When it is made: the profile may change.
    var now = DeviceTime.zero
    /// Whose half is made, by UPN in lower case; nil for the device's.
    var user: String?
    /// The technician flow of pre-provisioning, in which only blocking apps are attempted unless the profile says
    /// otherwise (ESP-703).
    var isTechnicianFlow = false

    /// The first session, behind the settings of the page: the agents as providers, the agent's MSI, then everything
    /// that is targeted to the device.
    var deviceSetup: [Command] {
        [replaceEntDMID] + providerRegistration + stateOfAbsentAgent(.registered) + agentInstallation
            + resources(.device)
    }

    /// The first session in which a user is signed in.
    var userSetup: [Command] { userTree + resources(.user) }

    /// The user's half of DMClient, where Windows does not make it (U-07, ESP-401).
    private var userTree: [Command] {
        guard assignments.addsUserTree, !mistakes.contains(.withoutAdd) else { return [] }
        return [
            CommandFactory.add(provider(.user, firstSyncProviderID), format: "node"),
            CommandFactory.add("\(provider(.user, firstSyncProviderID))/FirstSyncStatus", format: "node"),
        ]
    }

    /// What a scope has to expect.
    func lists(_ scope: PhaseScope) -> [Command] {
        let missing = mistakes.contains(.missingResource) && scope == .device ? Self.missingResources : [:]
        return expectations(scope).map { list, entries in
            let entries = entries + expectedInstalls(list, scope) + (missing[list] ?? []).map { ExpectedEntry(uri: $0) }
            return CommandFactory.replace(node(list.rawValue, scope), format: "chr", data: list.value(of: entries))
        }
    }

    /// The promise that a scope's lists are complete.
    func release(_ scope: PhaseScope) -> Command {
        CommandFactory.replace(node("ServerHasFinishedProvisioning", scope), format: "bool", data: "true")
    }

    /// How far the client is, asked in every session of a phase once its lists are out.
    func progress(_ scope: PhaseScope) -> Command {
        CommandFactory.get([node("IsSyncDone", scope), node("WasDeviceSuccessfullyProvisioned", scope)])
    }

    /// The blob of an offline domain join (7.3).
    var domainJoin: Command {
        CommandFactory.exec(
            "\(PhaseScope.device.root)/OfflineDomainJoin/Blob", format: "b64", type: "text/plain",
            data: "ZG9tYWluIGpvaW4gYmxvYiBvZiBhbiBlbXVsYXRlZCBkb21haW4=")
    }

    private func expectations(_ scope: PhaseScope) -> [(ExpectedList, [ExpectedEntry])] {
        let packages = assignments.packages.filter {
            TrackingRule.phase(of: $0.kind, target: $0.target, context: $0.scope, in: deployment) == scope
                && isMine($0.users) && blocks($0.id, scope)
        }
        let agent = scope == .device ? assignments.agentPackage.map { [$0] } ?? [] : []
        // The dummy policy of ESP-201 and ESP-205 stands first.
        let policies =
            ["\(provider(.device))/EntDMID"]
            + assignments.settings.filter { isTracked($0, in: scope) && isMine($0.users) }.map(\.uri)
        let wifi = assignments.wifi.filter { isTracked(.wifi, $0.scope, in: scope) && isMine($0.users) }
        let certificates = assignments.certificates.filter {
            isTracked(.scep, $0.scope, in: scope) && isMine($0.users)
        }
        return [
            (.policies, policies.map { ExpectedEntry(uri: $0) }),
            (.networkProfiles, wifi.map { ExpectedEntry(uri: self.wifi($0)) }),
            (.msiAppPackages, (agent + packages).map { ExpectedEntry(uri: "\(product($0))/Status") }),
            (.modernAppPackages, []),
            (.pfxCerts, []),
            (.scepCerts, certificates.map { ExpectedEntry(uri: certificate($0)) }),
        ]
    }

    private static let missingResources: [ExpectedList: [String]] = [
        .policies: ["\(PhaseScope.device.root)/Policy/Config/KioskBrowser/DefaultURL"],
        .scepCerts: ["\(PhaseScope.device.root)/ClientCertificateInstall/SCEP/ModelName_never_sent"],
    ]
}

// MARK: Whose is what

extension EnrollmentPlan {
    var deployment: TrackingRule.Deployment { assignments.deployment }

    /// Whether something that is meant for some users is for the one whose half is made. In the device's half only the
    /// user who is known before enrolment counts.
    func isMine(_ users: Set<String>?) -> Bool {
        guard let users else { return true }
        guard let user = user ?? assignments.preAssignedUser?.lowercased() else { return false }
        return users.contains { $0.lowercased() == user }
    }

    /// Whether the page waits for an app with this id, if its kind can be tracked at all (ESP-120).
    func blocks(_ id: String, _ scope: PhaseScope) -> Bool { assignments.blockingList(scope, at: now).tracks(id) }

    /// Whether a phase waits for something that is assigned to a scope and installed for it.
    func isTracked(_ kind: TrackingRule.Kind, _ target: PhaseScope, in scope: PhaseScope) -> Bool {
        TrackingRule.phase(of: kind, target: target, in: deployment) == scope
    }

    private func isTracked(_ setting: Assignments.Setting, in scope: PhaseScope) -> Bool {
        if let isTracked = setting.isTracked { return isTracked && setting.scope == scope }
        return isTracked(TrackingRule.Kind(policy: setting.uri), setting.scope, in: scope)
    }
}

extension Assignments.Package {
    var kind: TrackingRule.Kind {
        switch scope {
        case .device: .lobMSIPerMachine
        case .user: .lobMSIPerUser
        }
    }
}
