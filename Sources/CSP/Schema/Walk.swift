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

    /// - Parameters:
    ///   - root: the description of the CSP's root node.
    ///   - steps: what matched above it.
    ///   - absence: what keeps the whole CSP away.
    func run(from root: NodeDescription, steps: [NodeDescription], absence: Absence?) -> Resolution {
        var uri = csp == "policy" ? PolicyDescriptions.withoutStrayBlanks(uri) : uri
        var steps = steps
        steps.reserveCapacity(uri.keys.count)
        var absence = absence
        var applicability = root.facts.applicability
        note(&absence, root, applicability)
        steps.append(root)
        var node = root
        while steps.count < uri.keys.count {
            let index = steps.count
            guard let child = child(of: node, at: index) else {
                return Resolution(standing: .unknown(matched: index), steps: steps, uri: uri)
            }
            if child.isDynamic, child.facts.caseSense == .sensitive { uri = uri.caseSensitive(at: index) }
            // What declares nothing is where its parent is.
            if child.facts.isRetired || child.facts.applicability != Applicability() {
                applicability = child.facts.applicability.inheriting(applicability)
                note(&absence, child, applicability)
            }
            steps.append(child)
            node = child
        }
        if let values = schema.initialValues[csp], let value = values[uri.keys] {
            steps[steps.count - 1] = node.withDefault(value)
        }
        return Resolution(standing: absence.map { .absent($0) } ?? .described, steps: steps, uri: uri)
    }

    private func note(_ absence: inout Absence?, _ node: NodeDescription, _ applicability: Applicability) {
        guard absence == nil else { return }
        let release = schema.release
        if node.facts.isRetired {
            absence = .retired
        } else if !applicability.includes(build: release.build, revision: release.revision) {
            absence = .build(applicability.versions)
        } else if !applicability.includes(edition: release.edition) {
            absence = .edition(WindowsEdition.allCases.filter { applicability.includes(edition: $0) })
        }
    }

    private func child(of node: NodeDescription, at index: Int) -> NodeDescription? {
        let key = uri.keys[index]
        if csp == "policy" {
            let below = index - uri.structuralCount
            if below == 1, let entry = schema.registered?["policy/" + key] {
                return entry.isRegistered(in: scope) ? WindowsSchema.bareRoot(entry.csp) : nil
            }
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
        if below > 2 { return node.fixedChild(lowercased: uri.keys[index]) }
        return schema.store.root(scope, csp: "policy", area: area)?.tree
    }

    /// Where a description states a pattern for the name of a dynamic node (DeclaredConfiguration's DocID), the name
    /// has to match.
    private func matchesName(_ node: NodeDescription, _ name: String) -> Bool {
        guard let allowed = node.facts.allowedValues, case .regularExpression = allowed.kind, node.isInterior else {
            return true
        }
        return allowed.check(name, format: .chr) == nil
    }
}

extension NodeDescription {
    /// The same description with a default value, which an observation supplies.
    fileprivate func withDefault(_ value: String) -> NodeDescription {
        var facts = facts
        facts.defaultValue = value
        return NodeDescription(name: name, isDynamic: isDynamic, facts: facts, children: children)
    }
}
