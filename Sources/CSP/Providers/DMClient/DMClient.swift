import DMTree

/// DMClient CSP: the account of a management server, its polling, and what the server tells the Enrollment Status Page
/// (windows-csp.md 3). FirstSyncStatus has a file of its own.
struct DMClient: Provider {
    let name = "DMClient"

    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        guard node.key(0) == "provider" else { return nil }
        switch node.key(2) {
        case "firstsyncstatus": return stored == nil ? FirstSyncStatus.initialValue(of: node) : nil
        case "poll": return PollSchedule.reading(node, stored: stored, in: tree)
        case "maxsyncapplicationversion":
            return stored ?? Self.maxSyncApplicationVersion(build: tree.schema.release.build)
        // A Get of an unset DiscoveryEndpoint succeeds with an empty text (windows-csp.md 3.1).
        case "linkedenrollment" where node.key(3) == "discoveryendpoint": return stored ?? ""
        default: return nil
        }
    }

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard change.node.key(0) == "provider" else { return .allowed }
        switch change.node.key(2) {
        case "firstsyncstatus": return FirstSyncStatus.judge(change, in: tree)
        case "poll": return PollSchedule.judge(change, in: tree)
        default: return .allowed
        }
    }

    /// Unenroll, in the per-provider position and in the legacy one, where Data names the provider (windows-csp.md 3.8).
    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        if node.key(0) == "unenroll" {
            guard let data, !data.isEmpty else {
                return Execution(
                    status: 500, error: .invalidArgument,
                    advice: [
                        Advice(
                            rule: "dmclient.unenroll-provider", severity: .error,
                            message: "the legacy Unenroll node wants the provider id as Data",
                            hint: "Exec ./Device/Vendor/MSFT/DMClient/Provider/<id>/Unenroll instead",
                            reference: "windows-csp.md 3.8")
                    ])
            }
            return Execution(status: 200, effects: [.unenroll(providerID: data)])
        }
        guard node.key(2) == "unenroll", node.key(3) == nil else { return nil }
        let provider = node.uri.segments[node.uri.structuralCount + 2]
        return Execution(status: 200, effects: [.unenroll(providerID: provider)])
    }

    /// The highest session version a build supports (windows-csp.md 3.10: 2.0 up to 1809, later 3.0 and 4.0, 5.0 from Windows 11 22H2 on;
    /// where 4.0 begins is our choice).
    static func maxSyncApplicationVersion(build: Int) -> String {
        switch build {
        case ..<18362: "2.0"
        case ..<19041: "3.0"
        case ..<22621: "4.0"
        default: "5.0"
        }
    }
}
