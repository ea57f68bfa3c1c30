import DDF
import DMTree

/// Follows an address through the descriptions of one CSP, and notes what keeps the node away from this Windows.
struct Walk {
    let schema: WindowsSchema
    let uri: TreeURI
    /// The scope whose description is read; the other one's where the own scope has none.
    let scope: CatalogueRoot.Scope
    /// Lower-case name of the CSP.
    let csp: String

    func run(from root: NodeDescription, steps: [NodeDescription], absence: Absence?) -> Resolution {
        var uri = uri
        var steps = steps
        var absence = absence
        var applicability = root.facts.applicability
        note(&absence, root, applicability)
        steps.append(root)
        var node = root
        while steps.count < uri.keys.count {
            let index = steps.count
            guard let child = child(of: node, at: index, steps: steps) else {
                return Resolution(standing: .unknown(matched: index), steps: steps, uri: uri)
            }
            if child.isDynamic, child.facts.caseSense == .sensitive { uri = uri.caseSensitive(at: index) }
            applicability = child.facts.applicability.inheriting(applicability)
            note(&absence, child, applicability)
            steps.append(child)
            node = child
        }
        return Resolution(standing: absence.map { .absent($0) } ?? .described, steps: steps, uri: uri)
    }

    private func note(_ absence: inout Absence?, _ node: NodeDescription, _ applicability: Applicability) {
        guard absence == nil else { return }
        if node.facts.isRetired {
            absence = .retired
        } else if !applicability.includes(build: schema.release.build, revision: schema.release.revision) {
            // A registered CSP exists even where its description calls it unreleased (design.md section 3).
            absence = .build(applicability.versions)
        } else if !applicability.includes(edition: schema.release.edition) {
            absence = .edition(WindowsEdition.allCases.filter { applicability.includes(edition: $0) })
        }
    }

    private func child(of node: NodeDescription, at index: Int, steps: [NodeDescription]) -> NodeDescription? {
        let key = uri.keys[index]
        if csp == "policy" {
            let below = index - uri.structuralCount
            if below >= 2 {
                switch uri.keys[uri.structuralCount + 1] {
                case "config": return policyChild(of: node, at: index, below: below)
                case "result": return policyChild(of: node, at: index, below: below).map(PolicyDescriptions.result)
                default: break
                }
            }
        }
        if let fixed = node.fixedChild(lowercased: key) { return fixed }
        return node.dynamicChildren.first { matchesName($0, uri.segments[index]) }
    }

    /// The areas of Policy are roots of their own; the generic tree describes only what ADMX ingestion makes.
    private func policyChild(of node: NodeDescription, at index: Int, below: Int) -> NodeDescription? {
        let area = uri.keys[uri.structuralCount + 2]
        if area.contains("~") { return PolicyDescriptions.ingested(below: below, name: uri.segments[index]) }
        guard let root = schema.store.root(scope, csp: "policy", area: area)?.tree else { return nil }
        if below == 2 { return root }
        return node.fixedChild(lowercased: uri.keys[index])
    }

    /// Where a description states a pattern for the name of a dynamic node (DeclaredConfiguration's DocID), the name has to match.
    private func matchesName(_ node: NodeDescription, _ name: String) -> Bool {
        guard let allowed = node.facts.allowedValues, case .regularExpression = allowed.kind, node.isInterior else {
            return true
        }
        return allowed.check(name, format: .chr) == nil
    }
}

/// Descriptions of policy nodes that no device description spells out.
enum PolicyDescriptions {
    /// `Policy/Result` mirrors `Policy/Config`, read-only (windows-csp.md 6.6 pitfall 17).
    static func result(_ node: NodeDescription) -> NodeDescription {
        var facts = node.facts
        facts.access = .get
        facts.defaultValue = nil
        // An instance: there only while the mirrored policy is set.
        return NodeDescription(name: node.name, isDynamic: true, facts: facts, children: node.children)
    }

    /// An area or policy made by ADMX ingestion: `{App}~Policy~{Category}/{PolicyName}` (windows-csp.md 4.6).
    static func ingested(below: Int, name: String) -> NodeDescription? {
        var facts = NodeDescription.Facts()
        facts.occurrence = .zeroOrMore
        facts.scope = .dynamic
        facts.access = [.add, .delete, .get, .replace]
        switch below {
        case 2: return NodeDescription(name: "AreaName", isDynamic: false, facts: facts, children: [])
        case 3:
            facts.format = .chr
            facts.allowedValues = AllowedValues(.admx)
            return NodeDescription(name: "PolicyName", isDynamic: true, facts: facts, children: [])
        default: return nil
        }
    }
}
