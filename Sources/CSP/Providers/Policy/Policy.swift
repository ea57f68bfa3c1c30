import DMTree

/// Policy CSP: `Result` mirrors what is set in `Config`, and areas with `~` in their name exist only after their ADMX
/// file was ingested (windows-csp.md 4.6). With one management server the effective value is the set one.
struct Policy: Provider {
    let name = "Policy"

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard change.node.key(0) == "config", let area = change.node.key(1),
            area.utf8.contains(UInt8(ascii: "~"))
        else { return .allowed }
        // ConfigOperations is there in device scope only, also for policies of a user.
        let app = area.prefix { $0 != "~" }
        let keys = ["device", "vendor", "msft", "policy", "configoperations", "admxinstall", String(app)]
        if tree.isStored(keys: keys) { return .allowed }
        let written = change.node.uri.segments[change.node.uri.structuralCount + 2].prefix { $0 != "~" }
        return Judgement(
            refusal: Judgement.Refusal(
                row: .absentNode, status: 404, error: .nodeNotFound,
                advice: Advice(
                    rule: "policy.admx-missing", severity: .error,
                    message: "no ADMX file of \"\(written)\" was ingested, so its policies do not exist",
                    hint:
                        "Add ./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/\(written)/Policy/<file id> first",
                    reference: "windows-csp.md 4.6 ADMX ingestion")))
    }

    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        switch (change.node.key(0), change.kind) {
        case ("config", .add(let value)), ("config", .replace(let value)):
            if change.node.key(2) != nil {
                let config = change.node.uri
                tree.setTwinLocally(of: config, at: config.structuralCount + 1, named: "Result", value: value)
            }
        case ("config", .delete): Self.removeResult(of: change.node.uri, in: &tree)
        case ("configoperations", .delete): ADMXIngestion.removePolicies(ofDeleted: change, in: &tree)
        default: break
        }
        return []
    }

    /// `…/Policy/Config/…` with `Result` in the place of `Config`.
    private static func result(of config: TreeURI) -> TreeURI {
        config.replacing(at: config.structuralCount + 1, with: "Result")
    }

    /// Takes the mirror of a policy, an area or all of Config away. An area that has no policy left goes too.
    static func removeResult(of config: TreeURI, in tree: inout DeviceTree) {
        let result = result(of: config)
        let area = result.structuralCount + 3
        if result.keys.count >= area {
            tree.removeLocally(result.canonical)
            if tree.storage[result.keys.prefix(area)]?.hasChildren == false {
                tree.removeLocally(result.prefix(area).canonical)
            }
        } else {
            for child in tree.storage[result.keys]?.orderedChildren ?? [] {
                tree.removeLocally(result.child(child.name).canonical)
            }
        }
    }
}
