import DDF
import DMTree

/// Policy CSP (windows-csp.md 4.6): `Result` mirrors what is set in `Config`, merged with what other management servers set
/// (`PolicySources`); areas with `~` in their name exist as their ADMX file says.
struct Policy: Provider {
    let name = "Policy"

    func absence(of node: NodeReference, for verb: Verb, in tree: DeviceTree) -> Judgement.Refusal? {
        Self.absenceOfIngested(node, for: verb, in: tree)
    }

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        if change.node.key(0) == "config" { return Judgement(advice: PolicySources.advice(on: change, in: tree)) }
        guard change.node.key(0) == "configoperations" else { return .allowed }
        let judgement = ADMXIngestion.judge(change)
        return judgement.refusal == nil ? ADMXIngestion.judgeEmptyFile(change) : judgement
    }

    func judgeValue(_ value: String, of node: NodeReference, in tree: DeviceTree) -> Judgement {
        if node.key(0) == "configoperations" { return ADMXIngestion.judgeFile(value, at: node, in: tree) }
        guard node.description.isADMXBacked else { return .allowed }
        return Self.judgeADMXValue(value, of: node, in: tree)
    }

    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        switch (change.node.key(0), change.kind) {
        case ("config", .add(let value)), ("config", .replace(let value)):
            if change.node.key(2) != nil { PolicySources.wrote(change.node, value: value, in: &tree) }
        case ("config", .delete): PolicySources.deleted(change.node.uri, in: &tree)
        case ("configoperations", .delete), ("configoperations", .replace):
            ADMXIngestion.removePoliciesWithoutFile(after: change, in: &tree)
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

extension NodeDescription {
    /// True for a policy whose value is `<enabled/>` with data or `<disabled/>`.
    fileprivate var isADMXBacked: Bool {
        if case .admx? = facts.allowedValues?.kind { return true }
        if case .admx? = facts.supportedValues?.kind { return true }
        return false
    }
}
