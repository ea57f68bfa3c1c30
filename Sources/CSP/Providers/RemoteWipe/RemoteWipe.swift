import DMTree

/// RemoteWipe CSP (windows-csp.md 4.12). The Status of an Exec says only that the wipe was accepted, which is 202: it
/// takes place after the session (our choice beside 200; 5.9 row 21). Data of the Exec does not count.
struct RemoteWipe: Provider {
    let name = "RemoteWipe"

    private static let reference = "windows-csp.md 4.12"

    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        switch node.key(0) {
        case "automaticredeployment":
            guard node.key(1) == "doautomaticredeployment" else { return nil }
            return execute(AutopilotReset(node: node.uri.prefix(node.uri.structuralCount + 2)), in: &tree)
        case let verb? where verb.hasPrefix("dowipe"):
            return Execution(status: 202, effects: [.planJob(Job(kind: .wipe, uri: node.uri, data: ""))])
        default: return nil
        }
    }

    private func execute(_ reset: AutopilotReset, in tree: inout DeviceTree) -> Execution {
        let status = reset.status(in: tree)
        guard status != .scheduled, status != .waitingForReboot else {
            return Execution(
                status: 202,
                advice: [
                    Advice(
                        rule: "wipe.scheduled", severity: .warning,
                        message:
                            "an Autopilot Reset is scheduled already (Status \(status.rawValue)); the Exec starts nothing",
                        hint: "wait for Status 1, 30, 40 or 50", reference: Self.reference)
                ])
        }
        reset.schedule(in: &tree)
        return Execution(status: 202, effects: [.planJob(Job(kind: .autopilotReset, uri: reset.node, data: ""))])
    }
}
