@testable import ESP

/// A tree in memory: every LocURI spelling reaches the same node, children keep their order, nothing is refused.
struct FakeTree: TrackedTree {
    fileprivate struct Node {
        var value: String?
        var children: [String] = []
    }

    private var nodes: [String: Node] = [:]

    func value(_ uri: String) -> String? { nodes[NodeURI.key(uri)]?.value }
    func exists(_ uri: String) -> Bool { nodes[NodeURI.key(uri)] != nil }
    func children(_ uri: String) -> [String]? { nodes[NodeURI.key(uri)]?.children }

    /// Removes a node with what is below it.
    mutating func remove(_ uri: String) {
        let key = NodeURI.key(uri)
        nodes = nodes.filter { $0.key != key && !$0.key.hasPrefix(key + "/") }
        for parent in nodes.keys { nodes[parent]?.children.removeAll { "\(parent)/\($0.lowercased())" == key } }
    }

    /// Sets a value; parents that are missing come into being.
    mutating func set(_ uri: String, _ value: String?) {
        var path = ""
        for name in NodeURI.segments(uri) {
            let parent = path
            path += (path.isEmpty ? "" : "/") + name.lowercased()
            if nodes[path] == nil {
                nodes[path] = Node()
                nodes[parent]?.children.append(name)
            }
        }
        nodes[path]?.value = value
    }

    /// What `./User` holds for one user.
    struct UserNodes {
        fileprivate var nodes: [String: Node] = [:]
    }

    /// Takes the nodes of the user who is signed in out of the tree.
    mutating func takeUserNodes() -> UserNodes {
        let taken = nodes.filter { $0.key == "user" || $0.key.hasPrefix("user/") }
        nodes = nodes.filter { taken[$0.key] == nil }
        return UserNodes(nodes: taken)
    }

    /// Puts a user's nodes in place.
    mutating func put(_ user: UserNodes) { nodes.merge(user.nodes) { $1 } }
}

extension FakeTree {
    static let deviceFSS = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/"
    static let userFSS = "./User/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/"
    static let deviceTracking = "./Device/Vendor/MSFT/EnrollmentStatusTracking/"
    static let userTracking = "./User/Vendor/MSFT/EnrollmentStatusTracking/"

    /// A device after its first session with a server that sent this profile and registered the provider (2.4 items 1
    /// and 2).
    static func enrolled(
        _ profile: EnrollmentStatusPageProfile = .scenarioDefault, provider: String? = "Sidecar"
    ) -> FakeTree {
        var tree = FakeTree()
        tree.set(deviceTracking + "Setup/HasProvisioningCompleted", "true")
        tree.enroll(profile, provider: provider)
        return tree
    }

    /// The first session of an enrolment. A provider that has reported itself keeps its state.
    mutating func enroll(_ profile: EnrollmentStatusPageProfile = .scenarioDefault, provider: String? = "Sidecar") {
        for node in profile.firstSyncStatusNodes() { set(Self.deviceFSS + node.name, node.value) }
        set("./Device/Vendor/MSFT/DMClient/Provider/MS DM Server/EntDMID", "9a7f")
        if let provider { register(provider) }
    }

    /// The server registers a provider for device preparation and for apps.
    mutating func register(_ provider: String, timeout: Int? = nil) {
        let preparation = Self.deviceTracking + "DevicePreparation/PolicyProviders/\(provider)/"
        if !exists(preparation + "InstallationState") { set(preparation + "InstallationState", "1") }
        set(preparation + "TrackedResourceTypes/Apps", "true")
        if let timeout { set(preparation + "Timeout", String(timeout)) }
        let apps = Self.deviceTracking + "Setup/Apps/PolicyProviders/\(provider)"
        if !exists(apps) { set(apps, nil) }
    }

    static let agentMSI =
        "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BAAAA0000-0000-4000-8000-000000000001%7D"

    /// The server's lists for the device and its release: the dummy policy and the agent's MSI (ESP-201, U-16).
    mutating func finishDevice(msi: [String] = [agentMSI], scep: [String] = [], network: [String] = []) {
        set(
            Self.deviceFSS + "ExpectedPolicies",
            "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/EntDMID")
        set(Self.deviceFSS + "ExpectedMSIAppPackages", msi.map { "\($0)/Status;1" }.joined(separator: "\u{F000}"))
        set(Self.deviceFSS + "ExpectedSCEPCerts", scep.joined(separator: "\u{F000}"))
        set(Self.deviceFSS + "ExpectedNetworkProfiles", network.joined(separator: "\u{F000}"))
        set(Self.deviceFSS + "ServerHasFinishedProvisioning", "true")
    }
}

extension EnrollmentStatusPageProfile {
    /// P0 of esp-behaviour.md 8: show, 60 minutes, block with reset, retry and use, logs, all apps.
    static let scenarioDefault: EnrollmentStatusPageProfile = {
        var profile = EnrollmentStatusPageProfile()
        profile.allowDeviceResetOnInstallFailure = true
        profile.allowDeviceUseOnInstallFailure = true
        profile.allowLogCollectionOnInstallFailure = true
        return profile
    }()
}
