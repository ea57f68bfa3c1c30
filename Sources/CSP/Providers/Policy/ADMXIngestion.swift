import DMTree
import Notation

/// `ConfigOperations/ADMXInstall`: an ADMX file makes policies, and its policies go with it (windows-csp.md 4.6).
public enum ADMXIngestion {
    /// Lower-case names of the settings types that there are.
    private static let settingsTypes: Set<String> = ["policy", "preference"]

    /// Refuses a settings type that Windows does not know, wherever it stands in the address. The status is that of a
    /// value outside its enumeration (5.9 row 19; our choice).
    static func judge(_ change: Change) -> Judgement {
        let node = change.node
        let depth = node.key(3) == "properties" ? 4 : 3
        guard let type = node.key(depth), !settingsTypes.contains(type) else { return .allowed }
        let written = node.uri.segments[node.uri.structuralCount + 1 + depth]
        return Judgement(
            refusal: Judgement.Refusal(
                row: .valueNotAllowed, status: 500, error: .invalidArgument,
                advice: error(
                    "policy.admx-settings-type", "\"\(written)\" is no settings type of an ADMX file",
                    "use Policy or Preference")))
    }

    /// Reads a file before it is stored, so that a refused one leaves the tree as it was. No XML answers 415, a document
    /// that no policies can be made of 500 (5.6), a registry key that is not for ingested policies 500 as well (our
    /// choice; 4.6 names no status).
    static func judgeFile(_ text: String, at node: NodeReference, in tree: DeviceTree) -> Judgement {
        guard let (app, type, file) = place(of: node) else { return .allowed }
        do throws(DocumentFault) {
            let document = try ADMXCache.shared.document(text)
            if let refusal = forbiddenKey(in: document) { return Judgement(refusal: refusal) }
            var others: [ADMXDocument] = []
            for other in IngestedPolicies(tree: tree).files(app, type, before: file) {
                others.append(try ADMXCache.shared.document(other))
            }
            try ADMXIndex.check(document, after: others)
            return .allowed
        } catch {
            return Judgement(refusal: refusal(error))
        }
    }

    /// A file without content is no ADMX file.
    static func judgeEmptyFile(_ change: Change) -> Judgement {
        guard change.value == nil || change.value?.isEmpty == true, place(of: change.node) != nil else {
            return .allowed
        }
        if case .delete = change.kind { return .allowed }
        return Judgement(
            refusal: refusal(DocumentFault(isMalformed: true, message: "the ADMX file has no content")))
    }

    /// Takes away what no file describes any more, after one was deleted or replaced: a Delete of a file removes exactly
    /// the policies set from it, in both scopes, a Delete of the app everything of the app. A file that takes the place of
    /// an older one keeps the values of the policies that it still has (our choice).
    static func removePoliciesWithoutFile(after change: Change, in tree: inout DeviceTree) {
        let node = change.node
        guard node.key(3) != "properties" else { return }
        if case .delete = change.kind { removeProperties(of: node, in: &tree) }
        removePoliciesWithoutFile(of: node.key(2), in: &tree)
    }

    /// The same for a user who signs in, whose nodes were put away while files were deleted.
    ///
    /// - Parameter app: the lower-case name of the app that changed; nil for all.
    public static func removePoliciesWithoutFile(of app: String? = nil, in tree: inout DeviceTree) {
        for root in ["./Device/Vendor/MSFT/Policy/Config", "./User/Vendor/MSFT/Policy/Config"] {
            guard let config = try? TreeURI(root) else { continue }
            for area in tree.storage[config.keys]?.orderedChildren ?? [] {
                let key = area.name.lowercased()
                guard key.contains("~"), app == nil || ADMXArea(key: key).app == app else { continue }
                for policy in area.orderedChildren {
                    let found = IngestedPolicies(tree: tree)
                        .find(area: key, policy: policy.name.lowercased(), scope: config.scope)
                    if case .found = found { continue }
                    remove(config.child(area.name).child(policy.name), in: &tree)
                }
                let uri = config.child(area.name)
                if tree.storage[uri.keys]?.hasChildren == false { remove(uri, in: &tree) }
            }
        }
    }

    private static func remove(_ uri: TreeURI, in tree: inout DeviceTree) {
        tree.removeLocally(uri.canonical)
        PolicySources.forget(uri, in: &tree)
    }

    /// The version label of a file goes with it.
    private static func removeProperties(of node: NodeReference, in tree: inout DeviceTree) {
        let uri = node.uri
        guard node.key(3) != nil else { return }
        let names = uri.segments[(uri.structuralCount + 4)...].map(PercentCoding.encode)
        let app = uri.prefix(uri.structuralCount + 4).canonical
        tree.removeLocally(([app, "Properties"] + names).joined(separator: "/"))
    }

    /// The lower-case app, settings type and file id of a file's node; nil for every other node.
    private static func place(of node: NodeReference) -> (app: String, type: String, file: String)? {
        guard node.key(0) == "configoperations", node.key(1) == "admxinstall", let app = node.key(2),
            let type = node.key(3), type != "properties", let file = node.key(4)
        else { return nil }
        return (app, type, file)
    }

    private static func forbiddenKey(in document: ADMXDocument) -> Judgement.Refusal? {
        for policy in document.policies {
            guard let key = policy.registryKeys.first(where: { !RegistryKeyRule.allows($0) }) else { continue }
            return Judgement.Refusal(
                row: .valueNotAllowed, status: 500, error: .invalidArgument,
                advice: error(
                    "policy.admx-key",
                    "the policy \(policy.name) writes to \(key), where ingested policies may not write",
                    "use a key outside of System, Software\\Microsoft and Software\\Policies\\Microsoft"))
        }
        return nil
    }

    private static func refusal(_ fault: DocumentFault) -> Judgement.Refusal {
        Judgement.Refusal(
            row: fault.isMalformed ? .notOfFormat : .valueNotAllowed, status: fault.isMalformed ? 415 : 500,
            error: fault.isMalformed ? .xmlParseError : .invalidArgument,
            advice: error(
                "policy.admx-file", fault.message,
                "send a policyDefinitions document, escaped, whose policies name their category"))
    }

    private static func error(_ rule: String, _ message: String, _ hint: String) -> Advice {
        Advice(
            rule: rule, severity: .error, message: message, hint: hint, reference: "windows-csp.md 4.6 ADMX ingestion")
    }
}
