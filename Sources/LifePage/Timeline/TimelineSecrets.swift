import CSP
import Capture
import Conformance
import DDF
import DMTree

/// Takes secrets out of what a page gets: tokens, credentials, nonces, signatures, keys and passwords (design.md 7). Names of
/// users, devices and machines stay: the page is for those whose device it is.
struct TimelineSecrets: Sendable {
    /// What stands in the place of a value in text.
    static let mark = "(not shown)"

    private static let kinds: Set<String> = [
        "redact.token", "redact.credential", "redact.nonce", "redact.mac", "redact.key", "redact.password",
    ]

    /// What `SecretNodes` names and no rule for captures does: values that may hold anything.
    private static let opaque = RedactionRule(
        id: "redact.opaque", kind: "value", summary: "Values that may hold whatever their maker wants.",
        places: [
            .node("CustomConfiguration"), .element("CustomConfiguration"), .node("AddLicense"),
            .node("ArchiveDefinition"), .node("NodeCache/*/Nodes/*/ExpectedValue"),
            .node("NodeCache/*/*/Nodes/*/ExpectedValue"),
        ])

    private static let rules = RedactionRule.all.filter { kinds.contains($0.id) } + [opaque]

    private var redaction = Redaction(rules: rules)

    /// A message as XML without its secrets; nil when it cannot be shown.
    mutating func readable(_ body: [UInt8]) -> [UInt8]? { redaction.readable(body) }

    /// A text, without the secrets that messages have shown so far.
    mutating func shown(_ text: String) -> String { redaction.redacted(text: text) }

    /// Whether the value of a node is for nobody's eyes.
    ///
    /// - Parameter description: nil for a node that the catalogue does not know.
    func hides(_ uri: TreeURI, _ description: NodeDescription?) -> Bool {
        if let facts = description?.facts, !facts.access.contains(.get) { return true }
        return hides(uri)
    }

    /// As above, by the address alone.
    func hides(_ uri: TreeURI) -> Bool { SecretNodes.contains(uri) || redaction.hides(node: uri.canonical) }
}
