import ESP
import ReferenceServer
import Yams

extension ScenarioBuild {
    /// Keys that speak of the plan, so that a server without one has no use for them.
    private static let planKeys = [
        "lists", "userLists", "release", "mistakes", "profileChanges", "profileTarget", "defaultBlockingList",
    ]

    static let serverKeys =
        ["plan", "sends", "faults", "authentication", "notifications", "respURI"] + planKeys

    /// When the server does what, what it does wrong, and what it sends beside its plan.
    mutating func readServer() throws(ScenarioError) {
        defer {
            assignments?.unlicensedUsers = unlicensedUsers
            assignments?.blobAt = blobAt
        }
        guard let node = fields["server"] else {
            ensureAssignments()
            assignments?.listsAt = .zero
            return
        }
        let server = try Fields(node, path: "server", keys: Self.serverKeys)
        if try server.bool("plan") ?? true {
            ensureAssignments()
            try readLists(server)
            try readRelease(server)
            try readProfileHistory(server)
            for node in try server.list("mistakes") {
                guard mistakes.insert(try mistake(node)).inserted else {
                    throw Fields.error(node, "server.mistakes names this mistake twice", "take one of them out")
                }
            }
        } else {
            try refusePlan(server)
            assignments = nil
        }
        for node in try server.list("sends") { try readScripted(node) }
        for node in try server.list("faults") { try readFault(node) }
        try readAuthentication(server)
        try readNotifications(server)
        try readRedirects(server)
    }

    private func refusePlan(_ server: Fields) throws(ScenarioError) {
        let sections = [
            "profile", "profiles", "agent", "configMgr", "scripts", "apps", "policies", "wifi", "vpn", "certificates",
        ].filter { fields[$0] != nil }
        guard let forbidden = sections.first ?? Self.planKeys.first(where: { server[$0] != nil }) else { return }
        throw server.error(
            "plan", "server.plan is false, but the scenario has \"\(forbidden)\", which only the plan sends",
            "take one of them out")
    }

    private mutating func readLists(_ server: Fields) throws(ScenarioError) {
        switch try server.secondsOrNever("lists") {
        case nil: assignments?.listsAt = .zero
        case .some(nil): assignments?.listsAt = nil
        case .some(let seconds?):
            assignments?.listsAt = .seconds(seconds)
            script.pushes.append(.seconds(seconds))
        }
        if let seconds = try server.secondsOrNever("userLists") { assignments?.userListsAfterSeconds = seconds }
    }

    private mutating func readRelease(_ server: Fields) throws(ScenarioError) {
        guard let node = server["release"] else { return }
        let release = try Fields(node, path: "server.release", keys: ["device", "user"])
        if let time = try release.secondsOrNever("device") {
            assignments?.deviceRelease = time.map { .after(seconds: $0) } ?? .never
            if let time { script.pushes.append(.seconds(time)) }
        }
        if let time = try release.secondsOrNever("user") {
            assignments?.userRelease = time.map { .after(seconds: $0) } ?? .never
        }
    }

    private enum ProfileTarget: String, CaseIterable {
        case device, user
    }

    /// Whom the profile is assigned to, and what becomes of it.
    private mutating func readProfileHistory(_ server: Fields) throws(ScenarioError) {
        if let target = try server.choice("profileTarget", ProfileTarget.self) {
            guard fields["profiles"] == nil else {
                throw server.error("profileTarget", "the assignments of profiles say whom the profile is for")
            }
            guard target == .device || script.page.mode.looksAtUser else {
                throw server.error(
                    "profileTarget", "a profile for users does not count in \(script.page.mode.rawValue) mode (ESP-103)"
                )
            }
            assignments?.profileIsUserTargeted = target == .user
        }
        for node in try server.list("defaultBlockingList") {
            assignments?.defaultBlockingList.append(try Fields.text(node, "server.defaultBlockingList"))
        }
        for node in try server.list("profileChanges") {
            let change = try Fields(node, path: "server.profileChanges", keys: ["at", "profile"])
            guard let at = try change.seconds("at") else {
                throw Fields.error(node, "server.profileChanges has no \"at\"")
            }
            let edited = try change.require("profile")
            let profile = edited.string == "deleted" ? nil : try profile(edited)
            assignments?.profileChanges.append(Assignments.ProfileChange(time: .seconds(at), profile: profile))
        }
        assignments?.profileChanges.sort { $0.time < $1.time }
    }

    private enum MistakeName: String, CaseIterable {
        case releaseTooEarly, wrongProvider, timeoutInSeconds, misspeltNodes, boolForBlock, withoutAdd,
            resendsEverySession, resendsEveryMessage, statesForAgent, missingResource
    }

    /// A mistake by its name; `wrongProvider` says the wrong name, too.
    private func mistake(_ node: Node) throws(ScenarioError) -> ReferenceServer.Mistake {
        if case .mapping = node {
            let named = try Fields(node, path: "server.mistakes", keys: [MistakeName.wrongProvider.rawValue])
            let name = try named.requireName(MistakeName.wrongProvider.rawValue)
            guard name.lowercased() != script.device.providerID.lowercased() else {
                throw named.error(
                    "wrongProvider", "\"\(name)\" is the provider that the device is enrolled with", "write another one"
                )
            }
            return .wrongProvider(name)
        }
        switch try Fields.choice(node, "server.mistakes", MistakeName.self) {
        case .releaseTooEarly: return .releaseTooEarly
        case .wrongProvider:
            throw Fields.error(node, "server.mistakes: wrongProvider has no name", "write wrongProvider: Contoso MDM")
        case .timeoutInSeconds: return .timeoutInSeconds
        case .misspeltNodes: return .misspeltNodes
        case .boolForBlock: return .boolForBlock
        case .withoutAdd: return .withoutAdd
        case .resendsEverySession: return .resendsEverySession
        case .resendsEveryMessage: return .resendsEveryMessage
        case .statesForAgent: return .statesForAgent
        case .missingResource: return .missingResource
        }
    }

    private mutating func readFault(_ node: Node) throws(ScenarioError) {
        let fault = try Fields(node, path: "server.faults", keys: ["at", "for", "kind"])
        guard let kind = try fault.choice("kind", ReferenceServer.Fault.Kind.self) else {
            throw Fields.error(node, "server.faults has no \"kind\"", "write noAnswer, garbage, endless or silent")
        }
        let start = DeviceTime.seconds(try fault.seconds("at") ?? 0)
        if try fault.seconds("for") == 0 { throw fault.error("for", "server.faults lasts no time at all") }
        try checkInstant("at", fault)
        let end = try fault.seconds("for").map { start.adding(seconds: $0) } ?? DeviceTime(milliseconds: .max)
        faults.append(ReferenceServer.Fault(kind: kind, from: start, to: end))
    }
}
