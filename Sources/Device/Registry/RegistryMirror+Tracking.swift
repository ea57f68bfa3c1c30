import DMTree
import ESP
import Notation

/// `EnrollmentStatusTracking\Device` and `\{UserSID}`: the nodes of the CSP as keys and values (ESP-602).
extension RegistryMirror {
    mutating func mirrorTracking(_ tree: DeviceTree, _ now: DeviceTime) {
        timeProviders(tree, now)
        mirror(.device, at: .statusTracking.child("Device"), tree)
        if let sid = mirroredUser { mirror(.user, at: .statusTracking.child(sid), tree) }
    }

    private mutating func mirror(_ scope: PhaseScope, at path: RegistryPath, _ tree: DeviceTree) {
        let csp = [scope.rawValue, "vendor", "msft", "enrollmentstatustracking"]
        let seconds = state.providerSeconds
        let isLocked = isLocked(scope, tree)
        state.registry.rebuild(path) { key in
            guard let node = tree.storage[csp] else { return }
            Self.fill(&key, with: node)
            if let isLocked { key.update(["Setup", "Apps"]) { $0["Locked"] = .flag(isLocked) } }
        }
        guard scope == .device else { return }
        for (name, seconds) in seconds.sorted(by: { $0.key < $1.key }) {
            let provider = path.child("DevicePreparation").child("PolicyProviders").child(name)
            guard state.registry[provider] != nil else { continue }
            state.registry[provider, "InstallDurationInSec"] = .dword(UInt32(clamping: seconds))
        }
    }

    /// Leaves become values, interior nodes keys.
    private static func fill(_ key: inout RegistryKey, with node: TreeNode) {
        for child in node.orderedChildren {
            if let text = child.value {
                key[child.name] = value(text, of: child.name)
            } else if child.hasChildren || !leaves.contains(child.name.lowercased()) {
                var subkey = RegistryKey(RegistryPath.safe(child.name))
                fill(&subkey, with: child)
                key.replace(subkey)
            }
        }
    }

    /// The leaves of the CSP that are nothing else as well, in lower case: added without a value, they are no keys.
    private static let leaves: Set<String> = [
        "installationstate", "lasterror", "timeout", "hasprovisioningcompleted", "trackingpoliciescreated",
        "rebootrequired", "trackinguri",
    ]

    private static func value(_ text: String, of leaf: String) -> RegistryValue {
        if leaf.lowercased() == "trackinguri" { return .string(text) }
        switch text.lowercased() {
        case "true": return .flag(true)
        case "false": return .flag(false)
        default: return HRESULT(text: text).map { .dword($0.rawValue) } ?? .string(text)
        }
    }

    /// Whether use of the device is blocked by the page of a scope; nil before that page has begun.
    private func isLocked(_ scope: PhaseScope, _ tree: DeviceTree) -> Bool? {
        if scope == .device, !state.pageHasBegun { return nil }
        let block = NodeURI.firstSyncStatus("BlockInStatusPage", in: .device, providerID: facts.providerID)
        return tree.value(NodeURI.hasProvisioningCompleted(scope)) == "false" && (tree.value(block) ?? "0") != "0"
    }

    /// InstallDurationInSec counts from the registration of a provider to the state that ends its wait.
    private mutating func timeProviders(_ tree: DeviceTree, _ now: DeviceTime) {
        for name in tree.children(NodeURI.preparationProviders) ?? [] where state.providerSeconds[name] == nil {
            let seen = state.providersSeen[name] ?? now.milliseconds
            state.providersSeen[name] = seen
            guard let text = tree.value(NodeURI.preparationProvider(name, "InstallationState")),
                ["2", "3", "4"].contains(text)
            else { continue }
            state.providerSeconds[name] = now.seconds(since: DeviceTime(milliseconds: seen))
        }
    }
}
