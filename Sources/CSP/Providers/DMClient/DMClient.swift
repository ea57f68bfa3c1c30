import DMTree

/// DMClient CSP: the account of a management server, its polling, and what the server tells the Enrollment Status Page
/// (windows-csp.md 3). FirstSyncStatus and Poll have files of their own.
///
/// LinkedEnrollment and Recovery have files of their own, too.
struct DMClient: Provider {
    let name = "DMClient"
    var rules = FirstSyncRules()

    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        guard node.key(0) == "provider" else { return nil }
        switch node.key(2) {
        case "firstsyncstatus": return stored == nil ? FirstSyncStatus.initialValue(of: node) : nil
        case "poll": return PollSchedule.reading(node, stored: stored, in: tree)
        case "maxsyncapplicationversion":
            return stored ?? Self.maxSyncApplicationVersion(build: tree.schema.release.build)
        // A Get of an unset DiscoveryEndpoint succeeds with an empty text (windows-csp.md 3.1).
        case "linkedenrollment" where node.key(3) == "discoveryendpoint": return stored ?? ""
        // Null while no valid PFN made a channel (windows-csp.md 3.1). Without Push the node is not there (OBS-011).
        case "push" where node.key(3) == "channeluri": return stored ?? ""
        case "configlock": return ConfigLock.reading(node, stored: stored)
        default: return nil
        }
    }

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard change.node.key(0) == "provider" else { return .allowed }
        switch change.node.key(2) {
        case "firstsyncstatus": return FirstSyncStatus.judge(change, in: tree, rules)
        case "poll": return PollSchedule.judge(change, in: tree)
        case "syncapplicationversion": return Self.judgeSyncApplicationVersion(change, in: tree)
        case "configlock": return ConfigLock.judge(change, in: tree)
        default: return .allowed
        }
    }

    /// Unenroll, in the per-provider position and in the legacy one, where Data names the provider (windows-csp.md
    /// 3.8).
    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        let structural = node.uri.structuralCount
        if node.key(0) == "unenroll" {
            let id = String((data ?? "").drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
            let provider = node.uri.keys.prefix(structural + 1) + ["provider", id.lowercased()]
            guard !id.isEmpty, let stored = tree.storage[provider] else { return Self.unknownProvider(id) }
            return Execution(status: 200, effects: [.unenroll(providerID: stored.name)])
        }
        let parent = node.uri.prefix(structural + 4)
        switch (node.key(2), node.key(3)) {
        case ("linkedenrollment", "enroll"): return LinkedEnrollment(node: parent).enroll(in: &tree)
        case ("linkedenrollment", "unenroll"): return LinkedEnrollment(node: parent).unenroll(in: &tree)
        case ("recovery", "initiaterecovery"): return CertificateRecovery(node: parent).start(data, in: &tree)
        default: break
        }
        // Current clients ignore Data here.
        guard node.key(2) == "unenroll", node.key(3) == nil else { return nil }
        return Execution(status: 200, effects: [.unenroll(providerID: node.uri.segments[structural + 2])])
    }

    private static func unknownProvider(_ id: String) -> Execution {
        Execution(
            status: id.isEmpty ? 500 : 404, error: id.isEmpty ? .invalidArgument : .nodeNotFound,
            advice: [
                Advice(
                    rule: "dmclient.unenroll-provider", severity: .error,
                    message: id.isEmpty
                        ? "the legacy Unenroll node wants the provider id as Data"
                        : "no management server \"\(id)\" is enrolled",
                    hint: "Exec ./Device/Vendor/MSFT/DMClient/Provider/<id>/Unenroll instead",
                    reference: "windows-csp.md 3.8")
            ])
    }

    /// The client never goes back to version 1.0 (windows-csp.md 3.1); the write itself succeeds.
    private static func judgeSyncApplicationVersion(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard let written = change.value.flatMap(major), let current = tree.storedValue(change.node.uri).flatMap(major),
            written < 2, current >= 2
        else { return .allowed }
        return Judgement(advice: [
            Advice(
                rule: "dmclient.sync-version", severity: .warning,
                message: "a client that reached SyncApplicationVersion 2.0 never goes back to 1.0",
                hint: "leave the version as it is", reference: "windows-csp.md 3.1, 3.11")
        ])
    }

    private static func major(_ version: String) -> Int? { Int(version.prefix { $0 != "." }) }

    /// The highest session version a build supports (windows-csp.md 3.10: 2.0 up to 1809, later 3.0 and 4.0, 5.0 from
    /// Windows 11 22H2 on; where 4.0 begins is our choice).
    static func maxSyncApplicationVersion(build: Int) -> String {
        switch build {
        case ..<18362: "2.0"
        case ..<19041: "3.0"
        case ..<22621: "4.0"
        default: "5.0"
        }
    }
}
