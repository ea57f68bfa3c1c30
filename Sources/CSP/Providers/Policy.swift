import DMTree

/// Policy CSP: `Result` mirrors what is set in `Config`, and areas with `~` in their name exist only after their ADMX file was ingested
/// (windows-csp.md 4.6). With one management server the effective value is the set one.
struct Policy: Provider {
    let name = "Policy"

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard change.node.key(0) == "config", let area = change.node.key(1), area.contains("~") else { return .allowed }
        let app = area.split(separator: "~")[0]
        let install = change.node.uri.scope == .user ? "device" : change.node.uri.keys[0]
        let keys = [install, "vendor", "msft", "policy", "configoperations", "admxinstall", String(app)]
        if tree.isStored(keys: keys) { return .allowed }
        return Judgement(
            refusal: Judgement.Refusal(
                row: .absentNode, status: 404, error: .nodeNotFound,
                advice: Advice(
                    rule: "policy.admx-missing", severity: .error,
                    message: "no ADMX file of \"\(app)\" was ingested, so its policies do not exist",
                    hint: "Add ./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/\(app)/Policy/<file id> first",
                    reference: "windows-csp.md 4.6 ADMX ingestion")))
    }

    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        guard change.node.key(0) == "config", change.node.key(1) != nil else { return [] }
        let result = change.node.uri.replacing(at: change.node.uri.structuralCount + 1, with: "Result")
        switch change.kind {
        case .add(let value), .replace(let value):
            if change.node.key(2) != nil { tree.setLocally(result, value: value) }
        case .delete: tree.removeLocally(result.canonical)
        }
        return []
    }
}
