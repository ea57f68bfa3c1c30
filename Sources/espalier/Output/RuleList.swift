import Conformance

/// What `espalier lint --list` prints.
struct RuleList: Encodable {
    struct Entry: Encodable {
        var id: String
        var severity: String
        var checks: String
        var summary: String
        var requirements: [String]
        var reference: String
    }

    var schemaVersion = 1
    var rules: [Entry]

    init(_ rules: [Rule]) {
        self.rules = rules.map { rule in
            Entry(
                id: rule.id, severity: rule.severity.rawValue, checks: rule.check.subject, summary: rule.summary,
                requirements: rule.requirements, reference: rule.reference)
        }
    }

    func text(isJSON: Bool) throws -> String {
        if isJSON { return try JSONOutput.text(self) }
        let width = rules.map(\.id.count).max() ?? 0
        return rules.map { rule in
            let id = rule.id + String(repeating: " ", count: width - rule.id.count)
            let severity = rule.severity + String(repeating: " ", count: max(7 - rule.severity.count, 0))
            let requirements = rule.requirements.isEmpty ? "" : " (\(rule.requirements.joined(separator: ", ")))"
            return "\(id)  \(severity)  \(rule.summary)\(requirements)"
        }.joined(separator: "\n")
    }
}
