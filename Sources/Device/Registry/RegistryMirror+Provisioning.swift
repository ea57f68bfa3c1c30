import DMSession
import DMTree
import ESP
import Notation

/// The keys below `SOFTWARE\Microsoft\Provisioning` (ESP-603, ESP-604).
extension RegistryMirror {
    /// The catalogue of nodes that need a restart: value names are their LocURIs.
    mutating func writeCatalogue() {
        for node in RebootCatalogue.nodes {
            state.registry[.rebootCatalogue, "\(PhaseScope.device.root)/\(node)"] = .dword(1)
        }
    }

    /// What Autopilot knew of the device; nothing on a device that is not registered.
    mutating func mirrorProvisioning(_ tree: DeviceTree) {
        guard facts.isAutopilot else { return }
        let account = "\(PhaseScope.device.root)/DMClient/Provider/\(PercentCoding.encode(facts.providerID))"
        state.registry[.autopilot, "CloudAssignedTenantId"] = .string(facts.tenantID)
        if let domain = tree.value("\(account)/UPN")?.split(separator: "@").last {
            state.registry[.autopilot, "CloudAssignedTenantDomain"] = .string(String(domain))
        }
        state.registry[.autopilot, "DeploymentProfileName"] = .string(facts.deploymentProfileName)
        state.registry[.autopilot, "CloudAssignedOobeConfig"] = .dword(facts.oobeConfig)
        let correlations = RegistryPath.autopilot.child("EstablishedCorrelations")
        state.registry[correlations, "ZTDRegistrationID"] = .string(facts.registrationID)
        if let id = tree.value("\(account)/EntDMID"), !id.isEmpty {
            state.registry[correlations, "EntDMID"] = .string(id)
        }
    }

    /// A string of AutopilotSettings; the one that asks for the coalesced restart also shows in the session's state.
    mutating func record(setting name: String, _ value: String) {
        state.registry[.autopilotSettings, name] = .string(value)
        if name == "ESP.Device.rebootRequiredToCommitSettings" {
            state.registry[.sessionState, "RebootRequired"] = .flag(value == "true")
        }
    }

    /// The cache of nodes holds the device's policies in the order in which they arrived. The reference names no place
    /// for a user's.
    mutating func cachePolicy(_ outcome: CommandOutcome, _ tree: DeviceTree) {
        guard outcome.isExecuted, let target = outcome.target, let uri = try? TreeURI(target), uri.scope == .device,
            uri.keys.count > 5, uri.keys[3] == "policy", uri.keys[4] == "config"
        else { return }
        let nodes = RegistryPath.nodeCache.child(facts.providerID).child("Nodes")
        let address = uri.canonical.lowercased()
        switch outcome.command {
        case "Add", "Replace":
            guard let value = tree.storedValue(uri) else { return }
            let number = state.policies[address] ?? state.policyCount + 1
            state.policies[address] = number
            state.policyCount = max(state.policyCount, number)
            state.registry.update(nodes.child(String(number))) { key in
                key["NodeUri"] = .string(target)
                key["ExpectedValue"] = .string(value)
            }
        case "Delete":
            guard let number = state.policies.removeValue(forKey: address) else { return }
            state.registry.remove(nodes.child(String(number)))
        default: break
        }
    }
}
