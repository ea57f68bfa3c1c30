import DMTree

/// Policies of ADMX files: which there are, and which values they take (windows-csp.md 4.6).
extension Policy {
    /// Rows 8 and 9 for an area with `~` in its name: it exists as its ADMX file says, in the scope of its class.
    static func absenceOfIngested(
        _ node: NodeReference, for verb: Verb, in tree: DeviceTree
    ) -> Judgement.Refusal? {
        guard node.key(0) == "config" || node.key(0) == "result", let area = node.key(1),
            area.utf8.contains(UInt8(ascii: "~"))
        else { return nil }
        let written = node.uri.segments[node.uri.structuralCount + 2]
        switch IngestedPolicies(tree: tree).find(area: area, policy: node.key(2), scope: node.uri.scope) {
        case .found, .area: return nil
        case .noApp:
            let app = written.prefix { $0 != "~" }
            return unknown(
                "policy.admx-missing", "no ADMX file of \"\(app)\" was ingested, so its policies do not exist",
                "Add ./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/\(app)/Policy/<file id> first")
        case .noArea(let nearest):
            return unknown(
                "policy.admx-area", "no ingested ADMX file makes the area \(ADMXValue.quoted(written))",
                nearest.map { "did you mean \"\($0)\"?" }
                    ?? "the area is the app, Policy or Preference, and the chain of categories, root first, joined by ~"
            )
        case .noPolicy(let nearest, let other):
            let name = node.uri.segments[node.uri.structuralCount + 3]
            return unknown(
                "policy.admx-policy", "the area \(written) has no policy \(ADMXValue.quoted(name))",
                other.map { "the policy stands in \"\($0)\"" } ?? nearest.map { "did you mean \"\($0)\"?" }
                    ?? "use the name attribute of the policy in its ADMX file")
        case .otherScope(let scope):
            let isGet = verb == .get
            return Judgement.Refusal(
                row: .notOnThisWindows, status: isGet ? 404 : 405, error: isGet ? .nodeNotFound : .commandNotAllowed,
                advice: advice(
                    "policy.admx-scope",
                    "the ADMX file gives this \(node.key(2) == nil ? "area" : "policy") the class \(scope.rawValue)",
                    "use \(scope == .user ? "./User" : "./Device")/Vendor/MSFT/Policy/…"))
        }
    }

    /// Row 19 for the value of an ADMX-backed policy. For one that was ingested it is held against its file; the ADMX files
    /// of Windows itself are in none of our references, so for the policies of the catalogue only the form is checked.
    static func judgeADMXValue(_ value: String, of node: NodeReference, in tree: DeviceTree) -> Judgement {
        let parsed: ADMXValue
        do throws(DocumentFault) { parsed = try ADMXValue(parsing: value) } catch {
            return Judgement(
                refusal: Judgement.Refusal(
                    row: error.isMalformed ? .notOfFormat : .valueNotAllowed, status: error.isMalformed ? 415 : 500,
                    error: error.isMalformed ? .xmlParseError : .invalidArgument,
                    advice: advice(
                        "policy.admx-value", error.message,
                        "send <enabled/> with <data id=\"…\" value=\"…\"/> for each input, or <disabled/>, escaped")))
        }
        guard let area = node.key(1), let name = node.key(2), area.utf8.contains(UInt8(ascii: "~")),
            case .found(let policy) = IngestedPolicies(tree: tree)
                .find(area: area, policy: name, scope: node.uri.scope)
        else { return .allowed }
        do throws(ADMXDataFault) {
            try parsed.check(against: policy)
            return .allowed
        } catch {
            return Judgement(
                refusal: Judgement.Refusal(
                    row: .valueNotAllowed, status: 500, error: .invalidArgument,
                    advice: advice("policy.admx-data", error.message, error.hint)))
        }
    }

    private static func unknown(_ rule: String, _ message: String, _ hint: String) -> Judgement.Refusal {
        Judgement.Refusal(
            row: .unknownNode, status: 404, error: .nodeNotFound, advice: advice(rule, message, hint))
    }

    private static func advice(_ rule: String, _ message: String, _ hint: String) -> Advice {
        Advice(
            rule: rule, severity: .error, message: message, hint: hint, reference: "windows-csp.md 4.6, 5.9")
    }
}
