import DMTree
import Notation

/// NodeCache CSP: a server's book of what it expects on the device (windows-csp.md 4.5). The server notes addresses and
/// the values it expects there; ChangedNodes tells which of them the device holds otherwise, computed when it is read.
struct NodeCache: Provider {
    let name = "NodeCache"

    private static let reference = "windows-csp.md 4.5"

    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        let provider = node.uri.prefix(node.uri.structuralCount + 2)
        guard node.keys.count == 2 else { return nil }
        switch node.key(1) {
        case "changednodes": return ChangedNodes(provider: provider, in: tree).identifiers
        case "changednodesdata": return ChangedNodes(provider: provider, in: tree).document
        default: return nil
        }
    }

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        switch change.kind {
        case .delete: return .allowed
        case .add, .replace: break
        }
        let names = change.node.uri.segments.dropFirst(change.node.uri.structuralCount + 1)
        guard let provider = names.first else { return .allowed }
        let root = change.node.uri.prefix(change.node.uri.structuralCount + 1)
        if let other = tree.storedChildren(root.canonical).first(where: {
            $0.name.lowercased() != provider.lowercased()
        }) {
            return refuse(
                .valueNotAllowed, 500, .invalidArgument, "nodecache.provider",
                "the cache of \(other.name) is there, and only one provider is supported",
                "use the ProviderID of the enrolment, and Delete \(other.name) first")
        }
        if names.count >= 3, let identifier = names.dropFirst(2).first, identifier.contains(",") {
            return refuse(
                .valueNotAllowed, 500, .invalidArgument, "nodecache.comma",
                "the NodeID \"\(identifier)\" has a comma, which separates the list in ChangedNodes",
                "give the node a name without a comma")
        }
        switch change.node.key(3) {
        case "expectedvalue": return Judgement(advice: typeAdvice(change))
        case "autosetexpectedvalue": return judgeAutoSet(change, in: tree)
        default: return .allowed
        }
    }

    /// There has to be an address to take the value from. 404 for the missing node is our choice.
    private func judgeAutoSet(_ change: Change, in tree: DeviceTree) -> Judgement {
        let entry = CacheEntry(node: change.node.uri.prefix(change.node.uri.keys.count - 1))
        guard entry.target(in: tree) == nil else { return .allowed }
        return refuse(
            .absentNode, 404, .nodeNotFound, "nodecache.no-uri",
            "AutoSetExpectedValue came before the NodeURI that it reads",
            "Add NodeURI first")
    }

    private func typeAdvice(_ change: Change) -> [Advice] {
        guard let type = change.type, !type.isEmpty, type != "text/plain", CacheEntry.Expectation(type: type) == nil
        else {
            return []
        }
        return [
            Advice(
                rule: "nodecache.type", severity: .warning,
                message: "the Type \(type) is none of NodeCache's, so the value is compared as text",
                hint: "state application/x-nodemon-sha256, application/x-nodemon-nonexistent, or no Type",
                reference: Self.reference)
        ]
    }

    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        let entry = CacheEntry(node: change.node.uri.prefix(change.node.uri.structuralCount + 4))
        switch (change.node.key(1), change.node.key(3), change.kind) {
        case ("nodes", "expectedvalue", .delete): entry.forget(in: &tree)
        case ("nodes", "expectedvalue", .add), ("nodes", "expectedvalue", .replace):
            entry.expect(change.type.flatMap(CacheEntry.Expectation.init(type:)), in: &tree)
        case ("nodes", "autosetexpectedvalue", .add), ("nodes", "autosetexpectedvalue", .replace):
            entry.takeActualValue(in: &tree)
        default: break
        }
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
