import DMTree
import Notation

/// DMSessionActions CSP: nodes whose change the client tells the server of, and sessions that it leaves out to save
/// power (windows-csp.md 4.15; described by v1). The client keeps what it last saw of each node; `CheckinAlert`
/// compares. PowerSettings is stored only: no device of Espalier runs out of power.
struct DMSessionActions: Provider {
    let name = "DMSessionActions"

    /// Empty until something has changed.
    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        node.key(1) == "alertdata" ? stored ?? "" : nil
    }

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard change.node.key(2) == "nodes", let id = change.node.key(3) else { return .allowed }
        var advice: [Advice] = []
        if case .add = change.kind, id.contains(",") {
            advice.append(
                warning(
                    "sessionactions.node-id",
                    "the NodeID \"\(id)\" holds a comma, which separates the ids in AlertData",
                    "name the node without one"))
        }
        if change.node.key(4) == "nodeuri", let value = change.value {
            do throws(MalformedURI) { _ = try TreeURI(value) } catch {
                advice.append(
                    warning("sessionactions.node-uri", "NodeURI is no LocURI: \(error.reason)", error.hint))
            }
        }
        return Judgement(advice: advice)
    }

    /// What the node is worth now is what a later change is measured by.
    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        guard change.node.key(4) == "nodeuri", let value = change.value else { return [] }
        let node = change.node.uri.prefix(change.node.uri.segments.count - 1)
        CheckinAlert.remember(node, value, in: &tree)
        return []
    }

    private func warning(_ rule: String, _ message: String, _ hint: String) -> Advice {
        Advice(rule: rule, severity: .warning, message: message, hint: hint, reference: "windows-csp.md 4.15")
    }
}

/// The alert of DMSessionActions: before a session the client looks whether one of the nodes has changed since the end
/// of the last one. What the server itself wrote is nothing new to it.
///
/// The reference names no type for the alert and no form for AlertData; both are our choice. AlertData lists the NodeIDs
/// with commas between them, which is why a NodeID must not hold one.
public enum CheckinAlert {
    public static let type = "com.microsoft/MDM/CheckinAlert"
    /// The client's own record beside NodeURI; no description knows it, and no server sees it.
    private static let record = "SeenValue"

    /// Looks for changes and writes AlertData.
    ///
    /// - Returns: one alert for each scope in which something changed.
    public static func raise(in tree: inout DeviceTree) -> [GenericAlert] {
        var alerts: [GenericAlert] = []
        for scope in ["device", "user"] {
            guard let provider = provider(scope, in: tree) else { continue }
            let ids = nodes(of: provider, in: tree).filter { node in
                node.seen != fingerprint(of: node.uri, in: tree)
            }.map(\.id)
            guard !ids.isEmpty else { continue }
            let data = ids.joined(separator: ",")
            tree.setLocally("\(provider)/AlertData", value: data)
            alerts.append(GenericAlert(code: 1224, type: type, source: "\(provider)/AlertData", data: data))
        }
        return alerts
    }

    /// Takes what the nodes are worth now as told.
    public static func remember(in tree: inout DeviceTree) {
        for scope in ["device", "user"] {
            guard let provider = provider(scope, in: tree) else { continue }
            for node in nodes(of: provider, in: tree) {
                let now = fingerprint(of: node.uri, in: tree)
                if node.seen != now { tree.setLocally("\(node.address)/\(record)", value: now) }
            }
        }
    }

    static func remember(_ node: TreeURI, _ value: String, in tree: inout DeviceTree) {
        tree.setLocally(node.child(record), value: fingerprint(of: value, in: tree))
    }

    private struct Node {
        var id: String
        var address: String
        var uri: String
        var seen: String?
    }

    /// The settings of the server whose session it is; nil when it has none.
    private static func provider(_ scope: String, in tree: DeviceTree) -> String? {
        let keys = [scope, "vendor", "msft", "dmsessionactions", tree.providerID.lowercased()]
        guard tree.isStored(keys: keys) else { return nil }
        let root = scope == "user" ? "./User" : "./Device"
        return "\(root)/Vendor/MSFT/DMSessionActions/\(PercentCoding.encode(tree.providerID))"
    }

    private static func nodes(of provider: String, in tree: DeviceTree) -> [Node] {
        let container = "\(provider)/CheckinAlertConfiguration/Nodes"
        return tree.storedChildren(container).compactMap { node in
            guard let uri = node.value(ofLeaf: "NodeURI") else { return nil }
            return Node(
                id: node.name, address: "\(container)/\(PercentCoding.encode(node.name))", uri: uri,
                seen: node.value(ofLeaf: record))
        }
    }

    /// The value of a leaf, or the names and values of everything below an interior node, in few characters.
    private static func fingerprint(of uri: String, in tree: DeviceTree) -> String {
        guard tree.exists(uri) else { return "absent" }
        return XMLText.checksum(content(of: uri, in: tree))
    }

    private static func content(of uri: String, in tree: DeviceTree) -> String {
        if let value = tree.value(uri) { return "=" + value }
        return (tree.children(uri) ?? []).map { name in
            let name = PercentCoding.encode(name)
            return "/\(name)" + content(of: "\(uri)/\(name)", in: tree)
        }.joined(separator: "\n")
    }
}
