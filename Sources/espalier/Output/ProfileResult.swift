import ESP
import SyncML

/// The profile that a device gets, and what it comes to.
struct ProfileResult: Encodable {
    struct Node: Encodable {
        let uri: String
        let format: String
        let value: String
    }

    /// The blocking apps by phase; null: all.
    struct BlockingApps: Encodable {
        @OrNull var devicePhase: [String]?
        @OrNull var accountPhase: [String]?
    }

    let resolution: ProfileResolution
    let nodes: [Node]
    /// What is sent once the first user is done, where it differs (ESP-005).
    let nodesAfterFirstUser: [Node]
    let blockingApps: BlockingApps
    let installsNonBlockingApps: Bool
    let installsQualityUpdates: Bool
    /// The SyncBody with the nodes.
    let syncml: String

    init(_ resolution: ProfileResolution, provider: String, isAutopilotDevice: Bool, choices: Choices) throws {
        self.resolution = resolution
        let profile = resolution.profile
        let nodes = profile.firstSyncStatusNodes(isAutopilotDevice: isAutopilotDevice, choices: choices)
        let later = profile.firstSyncStatusNodes(
            isAutopilotDevice: isAutopilotDevice, firstUserIsDone: true, choices: choices)
        let shown: (ProfileNode) -> Node = { node in
            Node(
                uri: NodeURI.firstSyncStatus(node.name, in: .device, providerID: provider),
                format: node.format.rawValue, value: node.value)
        }
        self.nodes = nodes.map(shown)
        nodesAfterFirstUser = later.filter { !nodes.contains($0) }.map(shown)
        blockingApps = BlockingApps(
            devicePhase: resolution.blockingList(inDevicePhase: true, quirk315IsOn: true).ids,
            accountPhase: resolution.blockingList(inDevicePhase: false, quirk315IsOn: true).ids)
        installsNonBlockingApps = profile.installsNonBlockingApps(choices: choices)
        installsQualityUpdates = profile.installsQualityUpdates(choices: choices)
        syncml = String(decoding: try Self.message(self.nodes).serialized(), as: UTF8.self)
    }

    private static func message(_ nodes: [Node]) -> Message {
        let commands = nodes.enumerated().map { index, node in
            Command.replace(
                ItemCommand(
                    cmdID: String(index + 1),
                    items: [
                        Item(
                            target: Location(node.uri), meta: Meta(format: node.format), data: ItemData(node.value))
                    ]))
        }
        return Message(form: .body, commands: commands, isFinal: true)
    }

    private enum CodingKeys: String, CodingKey {
        case id, name, step, assignment, isUserTargeted, nodes, nodesAfterFirstUser, blockingApps
        case installsNonBlockingApps, installsQualityUpdates, syncml
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(resolution.profile.id, forKey: .id)
        try container.encode(resolution.profile.name, forKey: .name)
        try container.encode(resolution.step, forKey: .step)
        try container.encode(resolution.assignment.map(ReportedAssignment.init), forKey: .assignment)
        try container.encode(resolution.isUserTargeted, forKey: .isUserTargeted)
        try container.encode(nodes, forKey: .nodes)
        try container.encode(nodesAfterFirstUser, forKey: .nodesAfterFirstUser)
        try container.encode(blockingApps, forKey: .blockingApps)
        try container.encode(installsNonBlockingApps, forKey: .installsNonBlockingApps)
        try container.encode(installsQualityUpdates, forKey: .installsQualityUpdates)
        try container.encode(syncml, forKey: .syncml)
    }
}
