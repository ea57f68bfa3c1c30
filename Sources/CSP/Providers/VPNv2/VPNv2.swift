import DMTree

/// VPNv2 CSP: the VPN connections that a server gives the device or the user (windows-csp.md 4.13, VPNv2 in NODES.tsv).
/// A profile comes as one document, ProfileXML, or as single nodes.
struct VPNv2: Provider {
    let name = "VPNv2"

    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        VPNReading.value(node, stored: stored, in: tree)
    }

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        switch change.kind {
        case .delete: return .allowed
        case .add, .replace: break
        }
        guard change.node.keys.count >= 2 else { return .allowed }
        let rules = VPNRules(change: change, tree: tree)
        if let refusal = rules.mixFault ?? rules.rowFault { return Judgement(refusal: refusal) }
        guard change.node.key(1) == "profilexml" else {
            return Judgement(refusal: rules.tunnelFault(change.value), advice: rules.advice)
        }
        let profile: VPNProfile
        do throws(DocumentFault) { profile = try VPNProfile(parsing: change.value ?? "") } catch {
            return .refused(
                error, rule: "vpn.profile",
                hint: "send a VPNProfile with a NativeProfile (Servers, Authentication) or a PluginProfile, escaped",
                reference: VPNRules.reference)
        }
        return Judgement(refusal: profile.isDeviceTunnel ? rules.secondTunnelFault : nil)
    }
}
