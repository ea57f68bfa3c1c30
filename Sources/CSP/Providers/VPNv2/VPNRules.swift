import DMTree

/// What a server may write below a VPN profile (windows-csp.md 4.13; the texts of the VPNv2 DDF). The reference gives
/// the rules and no status: each refusal is a value that the node does not take, row 19, by our choice.
struct VPNRules {
    static let reference = "windows-csp.md 4.13, VPNv2 DDF"

    /// The lists whose rows are numbered, by the lower-case path below the profile.
    private static let lists: [[String]] = [
        ["apptriggerlist"], ["routelist"], ["domainnameinformationlist"], ["trafficfilterlist"],
        ["nativeprofile", "protocollist", "nativeprotocollist"],
    ]

    let change: Change
    let tree: DeviceTree

    private var profile: TreeURI { change.node.uri.prefix(change.node.uri.structuralCount + 2) }
    /// Lower-case names below the profile.
    private var path: ArraySlice<String> { change.node.keys.dropFirst() }

    /// ProfileXML beside single nodes.
    var mixFault: Judgement.Refusal? {
        let document = profile.child("ProfileXML")
        if path.first == "profilexml" {
            let others = tree.storedChildren(profile.canonical).filter { $0.name.lowercased() != "profilexml" }
            guard let other = others.first else { return nil }
            return refuse(
                "vpn.mixed", "ProfileXML came for a profile that has single nodes already, such as \(other.name)",
                "send the profile as ProfileXML or as single nodes; Delete it to change from one to the other")
        }
        guard tree.isStored(document) else { return nil }
        return refuse(
            "vpn.mixed", "\(change.node.description.name) came for a profile that was sent as ProfileXML",
            "write a new ProfileXML; Delete the profile to change to single nodes")
    }

    /// The number of a row and its list's address; nil outside of the lists.
    private var row: (text: String, list: TreeURI)? {
        guard let list = Self.lists.first(where: { path.starts(with: $0) && path.count > $0.count }) else { return nil }
        let depth = profile.keys.count + list.count
        return (change.node.uri.segments[depth], change.node.uri.prefix(depth))
    }

    var rowFault: Judgement.Refusal? {
        guard let row, Int(row.text).map(String.init) != row.text || row.text.hasPrefix("-") else { return nil }
        return refuse(
            "vpn.row-id", "the row \"\(row.text)\" of \(row.list.segments.last ?? "") is no number",
            "number the rows 0, 1, 2 and so on")
    }

    /// A second tunnel of the device, where `value` sets DeviceTunnel.
    func tunnelFault(_ value: String?) -> Judgement.Refusal? {
        guard path.elementsEqual(["devicetunnel"]), ["true", "1"].contains(value?.lowercased()) else { return nil }
        return secondTunnelFault
    }

    /// One tunnel of the device is all that a device can have: the other one has to be deleted first.
    var secondTunnelFault: Judgement.Refusal? {
        let root = profile.prefix(profile.keys.count - 1)
        let own = profile.keys.last
        for other in tree.storedChildren(root.canonical) where other.name.lowercased() != own {
            let document = other.value(ofLeaf: "ProfileXML").flatMap { try? VPNProfile(parsing: $0) }
            let isTunnel = ["true", "1"].contains(other.value(ofLeaf: "DeviceTunnel")?.lowercased())
            guard isTunnel || document?.isDeviceTunnel == true else { continue }
            return refuse(
                "vpn.device-tunnel", "the profile \(other.name) is the device's tunnel, and there can be one only",
                "Delete \(other.name) first")
        }
        return nil
    }

    var advice: [Advice] {
        var result: [Advice] = []
        if let row, let number = Int(row.text), number > 0, !tree.isStored(row.list.child(String(number - 1))) {
            // Published samples leave rows out, and rows of one Atomic may come in any order.
            result.append(
                warning(
                    "vpn.row-gap", "row \(number) of \(row.list.segments.last ?? "") came before row \(number - 1)",
                    "number the rows 0, 1, 2 and so on, and leave none out"))
        }
        if path.first == "trafficfilterlist", ["localportranges", "remoteportranges"].contains(path.last) {
            let filter = change.node.uri.prefix(change.node.uri.keys.count - 1)
            if !["6", "17"].contains(tree.storedValue(filter.child("Protocol"))) {
                result.append(
                    warning(
                        "vpn.port-protocol",
                        "\(change.node.description.name) means something only with Protocol 6 or 17",
                        "Add Protocol 6 (TCP) or 17 (UDP) before it"))
            }
        }
        return result
    }

    private func refuse(_ rule: String, _ message: String, _ hint: String) -> Judgement.Refusal {
        Judgement.Refusal(
            row: .valueNotAllowed, status: 500, error: .invalidArgument,
            advice: Advice(rule: rule, severity: .error, message: message, hint: hint, reference: Self.reference))
    }

    private func warning(_ rule: String, _ message: String, _ hint: String) -> Advice {
        Advice(rule: rule, severity: .warning, message: message, hint: hint, reference: Self.reference)
    }
}
