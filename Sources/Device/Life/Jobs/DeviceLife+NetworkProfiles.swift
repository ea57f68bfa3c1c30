import DMTree
import ESP

/// Wi-Fi and VPN profiles (windows-csp.md 4.13). They are there as soon as the server has sent them, unless the script
/// says otherwise.
extension DeviceLife {
    /// Takes out what Windows did not keep of the profiles that a session brought.
    ///
    /// Both CSPs hand the profile on, to the WLAN service or to the remote access service, and show what these have: so
    /// the command answers 200, and a later Get of a profile that was not kept answers 404. The page finds no node. It
    /// learns a code only where the script has one (U-17).
    mutating func settleNetworkProfiles(_ written: [TreeURI]) {
        var seen: Set<TreeURI> = []
        for uri in written {
            guard let (profile, fault) = fault(of: uri), seen.insert(profile).inserted else { continue }
            tree.removeLocally(profile.canonical)
            switch fault {
            case .neverArrives: settle(page: page.treeChanged(now: now, tree: tree))
            case .fails(let code):
                settle(page: page.errorReported(code, at: profile.canonical, now: now, tree: tree))
            }
        }
    }

    /// The profile that a node belongs to and what is wrong with it; nil for other nodes and for good profiles.
    private func fault(of uri: TreeURI) -> (profile: TreeURI, LifeScript.NetworkFault)? {
        let keys = uri.keys.dropFirst(uri.structuralCount)
        let depth: Int
        let faults: [String: LifeScript.NetworkFault]
        switch keys.first {
        case "wifi": (depth, faults) = (3, script.wifiFaults)
        case "vpnv2": (depth, faults) = (2, script.vpnFaults)
        default: return nil
        }
        guard keys.count >= depth else { return nil }
        let profile = uri.prefix(uri.structuralCount + depth)
        guard let fault = faults[profile.segments.last ?? ""] else { return nil }
        return (profile, fault)
    }
}
