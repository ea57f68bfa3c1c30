import CSP
import Capture
import Conformance
import DDF
import DMSession
import DMTree
import Device

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
    /// What the user typed where nobody may read along. Too short a text is not looked for everywhere.
    private var typed: Set<String> = []

    /// A message as XML without its secrets; nil when it cannot be shown.
    mutating func readable(_ body: [UInt8]) -> [UInt8]? {
        guard let readable = redaction.readable(body) else { return nil }
        guard !typed.isEmpty else { return readable }
        var text = readable[...]
        for answer in typed { text = text.replacing(Self.item(answer), with: Self.item(Self.mark))[...] }
        return Array(text)
    }

    /// The Item of a Status that takes an answer to the server (oma-dm.md 2.5).
    private static func item(_ answer: String) -> [UInt8] {
        Array("<Item><Data>".utf8) + MarkupText.escaped(Array(answer.utf8)) + Array("</Data></Item>".utf8)
    }

    /// A text, without the secrets that messages have shown so far.
    mutating func shown(_ text: String) -> String { redaction.redacted(text: text) }

    /// The value of a node in a text.
    mutating func shown(_ value: String, at uri: String, _ schema: any NodeSchema) -> String {
        guard !value.isEmpty else { return value }
        if let resolution = try? schema.resolve(locURI: uri), hides(resolution.uri, resolution.node) {
            return Self.mark
        }
        return shown(value)
    }

    mutating func shown(_ diagnostic: Diagnostic) -> Diagnostic {
        var diagnostic = diagnostic
        diagnostic.message = shown(diagnostic.message)
        diagnostic.hint = shown(diagnostic.hint)
        return diagnostic
    }

    /// What the user typed where nobody may read along: it goes to the server in a message of the same step.
    mutating func learn(_ events: [DeviceEvent]) {
        for event in events {
            guard case .question(_, let interaction) = event.kind else { continue }
            let answers = zip(interaction.answers, interaction.visibleAnswers)
            learn(typed: answers.filter { $0 != $1 }.map(\.0))
        }
    }

    mutating func learn(typed answers: [String]) {
        for answer in answers where !answer.isEmpty {
            typed.insert(answer)
            redaction.learn(secret: answer, kind: "password")
        }
    }

    /// Whether what was returned is what the user typed there.
    func isTyped(in values: [String], _ found: String) -> Bool {
        typed.contains { values.contains($0) || found.contains("\"\($0)\"") }
    }

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
