import DMTree
import Notation

/// Update CSP (windows-csp.md 4.15, described by v1 only): a server approves updates and reads what became of them.
///
/// Its description puts Add and Delete on ApprovedUpdates instead of on the updates below it, whose addresses servers
/// send; `Corrections` has that. Only approved updates are installed: what Windows Update does by itself is not played.
struct Update: Provider {
    let name = "Update"

    static let reference = "windows-csp.md 4.15"

    /// DeferUpgrade tells what the policy RequireDeferUpgrade says (our choice).
    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        guard node.key(0) == "deferupgrade" else { return nil }
        return tree.value("./Device/Vendor/MSFT/Policy/Config/Update/RequireDeferUpgrade") == "1" ? "true" : "false"
    }

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard Self.isApproval(change.node), let id = change.node.uri.segments.last, !GUID.isGUID(id) else {
            return .allowed
        }
        switch change.kind {
        case .delete: return .allowed
        case .add, .replace:
            return Judgement(
                refusal: Judgement.Refusal(
                    row: .valueNotAllowed, status: 500, error: .invalidArgument,
                    advice: Advice(
                        rule: "update.id", severity: .error, message: "\"\(id)\" is no UpdateID, which is a GUID",
                        hint: "write it as in %7ba317dafe-baf4-453f-b232-a7075efae36e%7d", reference: Self.reference)))
        }
    }

    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        guard Self.isApproval(change.node) else { return [] }
        switch change.kind {
        case .delete: break
        case .add, .replace: tree.setLocally(change.node.uri.child("ApprovedTime"), value: tree.localTime)
        }
        return [.planJob(Job(kind: .updateApproval, uri: change.node.uri, data: ""))]
    }

    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        guard node.key(0) == "rollback", node.key(1) == "qualityupdate" || node.key(1) == "featureupdate" else {
            return nil
        }
        tree.removeLocally(UpdateRollback(node: node.uri).statusNode.canonical)
        return Execution(status: 202, effects: [.startJob(Job(kind: .updateRollback, uri: node.uri, data: ""))])
    }

    private static func isApproval(_ node: NodeReference) -> Bool {
        node.key(0) == "approvedupdates" && node.keys.count == 2
    }
}
