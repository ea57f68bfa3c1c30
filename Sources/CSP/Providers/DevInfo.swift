import DMTree

/// DevInfo: the standard object that the client sends in package 1 of every session (windows-csp.md 4.7). Read-only
/// facts of the device.
struct DevInfo: Provider {
    let name = "DevInfo"
    var shared: SharedFacts?

    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        guard let facts = shared?.facts else { return nil }
        switch node.key(0) {
        case "devid": return facts.deviceID
        case "man": return facts.manufacturer.isEmpty ? "Unknown" : facts.manufacturer
        case "mod": return facts.model.isEmpty ? "Unknown" : facts.model
        // 1.3 although the protocol is DM/1.2 (observed, enrollment.md 14.4).
        case "dmv": return "1.3"
        case "lang": return facts.language
        case "ext" where node.key(1) == "iccid": return facts.cellular?.identities.first?.iccid.nilWhenEmpty
        default: return nil
        }
    }
}

extension String {
    /// A text that is not there counts as none.
    var nilWhenEmpty: String? { isEmpty ? nil : self }
}
