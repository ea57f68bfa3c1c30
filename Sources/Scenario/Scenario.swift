import DMSession
import Device
import ESP
import ReferenceServer

/// A scenario: a device, a server and a world, and what is expected to happen. Read from a YAML file;
/// `docs/scenarios.md` documents every key.
public struct Scenario: Sendable {
    public var name: String
    public var about: String
    /// What the device and the world do.
    public var script: LifeScript
    /// What the server sends by its plan; nil for a server that only sends scripted messages.
    public var assignments: Assignments?
    public var scripted: [ReferenceServer.ScriptedMessage]
    /// When the server does not do what a server has to.
    public var faults: [ReferenceServer.Fault]
    /// What the server does wrong all the time.
    public var mistakes: Set<ReferenceServer.Mistake>
    /// How client and server prove themselves inside SyncML; nil: not at all.
    public var authentication: ReferenceServer.Authentication?
    public var notifications: [ReferenceServer.ScriptedNotification] = []
    /// Where the server wants sessions to go on, in order of time.
    public var redirects: [ReferenceServer.Redirect] = []
    public var expectations: [Expectation]
    /// Settings of the profile that the reader did not understand, one sentence each.
    public var notes: [String]

    public init(
        name: String, about: String, script: LifeScript, assignments: Assignments?,
        scripted: [ReferenceServer.ScriptedMessage] = [], faults: [ReferenceServer.Fault] = [],
        mistakes: Set<ReferenceServer.Mistake> = [], expectations: [Expectation] = [], notes: [String] = []
    ) {
        self.name = name
        self.about = about
        self.script = script
        self.assignments = assignments
        self.scripted = scripted
        self.faults = faults
        self.mistakes = mistakes
        self.expectations = expectations
        self.notes = notes
    }
}

extension Scenario {
    /// The scenario with what the life's switches decide on the server's side. They may change after the file was read.
    package var settled: Scenario {
        var result = self
        result.script.agent.mode = script.page.mode
        result.script.agent.join = script.page.join
        result.script.agent.isAfterAutopilotReset = script.page.isAfterAutopilotReset
        result.script.agent.quirks = script.page.quirks
        result.script.agent.choices = script.page.choices
        result.script.page.agentProductCode = script.agentProductCode
        guard var assignments else { return result }
        let profile = assignments.profile
        result.script.page.installsQualityUpdates = profile.installsQualityUpdates(choices: script.page.choices)
        result.script.agent.installsNonBlockingApps = profile.installsNonBlockingApps(choices: script.page.choices)
        assignments.choices = script.page.choices
        assignments.quirks = script.page.quirks
        assignments.mode = script.page.mode
        assignments.join = script.page.join
        assignments.addsUserTree = !script.makesUserProvider
        assignments.preAssignedUser = script.agent.isUserPreAssigned ? script.users.first?.upn : nil
        assignments.configMgr = script.configMgr == nil ? nil : Assignments.ConfigMgr()
        // ESP-315: the agent waits for what the server lists.
        if assignments.profileIsUserTargeted, assignments.quirks.isOn(.esp315) {
            let blocking = assignments.blockingList(.device)
            for index in result.script.apps.indices where result.script.apps[index].scope == .device {
                result.script.apps[index].isTracked = blocking.tracks(result.script.apps[index].id)
            }
        }
        result.assignments = assignments
        return result
    }

    /// The embedded server of the scenario.
    var server: ReferenceServer {
        var server = ReferenceServer(
            assignments: assignments, scripted: scripted, faults: faults, mistakes: mistakes)
        server.account = ReferenceServer.Account(
            client: Credential(script.device.clientCredential, name: script.device.clientCredential.name ?? ""),
            server: Credential(
                script.device.serverCredential,
                name: script.device.serverCredential.name ?? script.device.providerID))
        server.authentication = authentication
        server.authentication?.ambiguities = script.device.protocolProfile.ambiguities
        server.notifications = notifications
        server.redirects = redirects
        server.unknownEvent = script.device.protocolProfile.ambiguities.unknownEvent
        return server
    }
}
