import DDF
import DMTree

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

    /// The address with an ingested area as its ADMX file gives it: some published samples have a stray blank after the
    /// first `~` (windows-csp.md 4.6). Both spellings name one node.
    static func withoutStrayBlanks(_ uri: TreeURI) -> TreeURI {
        let index = uri.structuralCount + 2
        guard index < uri.keys.count, uri.keys[index].utf8.contains(UInt8(ascii: "~")) else { return uri }
        let name = ADMXArea.tidy(uri.segments[index])
        return name == uri.segments[index] ? uri : uri.reading(at: index, as: name)
    }

    /// An area or policy made by ADMX ingestion: `{App}~Policy~{Category}/{PolicyName}` (windows-csp.md 4.6).
    static func ingested(below: Int, name: String) -> NodeDescription? {
        var facts = NodeDescription.Facts()
        facts.occurrence = .zeroOrMore
        facts.scope = .dynamic
        facts.access = [.add, .delete, .get, .replace]
        switch below {
        case 2: return NodeDescription(name: name, isDynamic: false, facts: facts, children: [])
        case 3:
            facts.format = .chr
            facts.allowedValues = AllowedValues(.admx)
            // As every ADMX-backed policy that the descriptions know.
            facts.conflictResolution = .lastWrite
            return NodeDescription(name: name, isDynamic: true, facts: facts, children: [])
        default: return nil
        }
    }
}
