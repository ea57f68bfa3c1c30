import DMTree
import Notation

/// Answers of the WiFi CSP that the reference leaves open (windows-csp.md 7).
public struct WiFiRules: Hashable, Sendable {
    /// Row 21: the prose has Proxy for phones only, the description for every edition. Every edition that is played here
    /// is one of desktops.
    public var refusesProxy: Bool

    public init(refusesProxy: Bool = true) { self.refusesProxy = refusesProxy }
}

/// WiFi CSP: the wireless networks that a server gives the device or the user (windows-csp.md 4.13). The Add of
/// `{SSID}/WlanXml` makes the profile, its Delete takes the whole profile out.
struct WiFi: Provider {
    let name = "WiFi"

    var rules = WiFiRules()

    private static let reference = "windows-csp.md 4.13"

    /// The longest name of a profile in UTF-8.
    private static let longestName = 32

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        switch change.kind {
        case .delete: return .allowed
        case .add, .replace: break
        }
        let profile = change.node.uri.prefix(change.node.uri.structuralCount + 3)
        guard change.node.key(0) == "profile", change.node.keys.count >= 2, let name = profile.segments.last else {
            return .allowed
        }
        guard name.utf8.count <= Self.longestName else {
            // The reference has the limit and no status; a value out of its bounds by our choice.
            return refuse(
                .valueNotAllowed, 500, .invalidArgument, "wifi.name",
                "the name \"\(name)\" has \(name.utf8.count) bytes, and a profile's has \(Self.longestName) at most",
                "give the profile a shorter name, in its WlanXml, too")
        }
        switch change.node.key(2) {
        case nil: return .allowed
        case "wlanxml": return judgeProfile(change, named: name, in: tree)
        case "proxy" where rules.refusesProxy:
            return refuse(
                .verbNotAllowed, 405, .commandNotAllowed, "wifi.proxy",
                "Proxy is for phones; a desktop edition rejects it",
                "send ProxyPacUrl or ProxyWPAD")
        default: return judgeSetting(change, of: profile, in: tree)
        }
    }

    private func judgeProfile(_ change: Change, named name: String, in tree: DeviceTree) -> Judgement {
        if case .replace = change.kind, !tree.isStored(change.node.uri) {
            return refuse(
                .replaceOfAbsentNode, 404, .nodeNotFound, "wifi.not-added",
                "WlanXml was never added, so it cannot be replaced", "Add WlanXml")
        }
        let document: WLANProfile
        do throws(DocumentFault) { document = try WLANProfile(parsing: change.value ?? "") } catch {
            return .refused(
                error, rule: "wifi.profile",
                hint: "send a WLANProfile with a name, an SSIDConfig and an MSM, escaped", reference: Self.reference)
        }
        guard document.name == name else {
            return refuse(
                .valueNotAllowed, 500, .invalidArgument, "wifi.name",
                "the WLANProfile is called \"\(document.name)\" and its node \"\(name)\"; the letters' case counts",
                "give both the same name")
        }
        guard document.lacksKey else { return .allowed }
        return Judgement(advice: [
            Advice(
                rule: "wifi.no-key", severity: .warning,
                message: "the profile is of the kind \(document.authentication ?? ""), and brings no key",
                hint: "put a sharedKey with a keyMaterial into it", reference: Self.reference)
        ])
    }

    /// A setting of a profile that is not there: WlanXml makes it, so it comes first. 404 is our choice.
    private func judgeSetting(_ change: Change, of profile: TreeURI, in tree: DeviceTree) -> Judgement {
        guard !tree.isStored(profile.child("WlanXml")) else { return .allowed }
        return refuse(
            .absentNode, 404, .nodeNotFound, "wifi.no-profile",
            "\(change.node.description.name) came before the WlanXml that makes the profile", "Add WlanXml first")
    }

    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        guard case .delete = change.kind, change.node.key(0) == "profile", change.node.key(2) == "wlanxml" else {
            return []
        }
        tree.removeLocally(change.node.uri.prefix(change.node.uri.structuralCount + 3).canonical)
        return []
    }

    private func refuse(
        _ row: DecisionRow, _ status: Int, _ error: HRESULT, _ rule: String, _ message: String, _ hint: String
    ) -> Judgement {
        Judgement(
            refusal: Judgement.Refusal(
                row: row, status: status, error: error,
                advice: Advice(
                    rule: rule, severity: .error, message: message, hint: hint, reference: Self.reference)))
    }
}
