/// The rules of a run as SARIF describes them: those that were looked at, and those that only findings name.
struct SARIFRules {
    /// The rule of a difference that has none of its own.
    static let difference = "difference"

    private(set) var descriptors: [JSONValue] = []
    private(set) var index: [String: Int] = [:]

    init(_ report: Report) {
        for rule in report.rules {
            add(rule.id, rule.severity, rule.summary, rule.reference, requirements: rule.requirements)
        }
        for finding in report.files.flatMap({ $0.findings + $0.accepted.map(\.finding) }) {
            add(
                finding.rule, finding.severity, "Espalier's rule \(finding.rule).", finding.reference,
                requirements: finding.requirements)
        }
        for difference in report.differences where !difference.isExplained {
            add(
                difference.rule ?? Self.difference, .error, "The recorded client and ours do not answer alike.",
                "design.md 6", requirements: [])
        }
    }

    private mutating func add(
        _ id: String, _ severity: Rule.Severity, _ summary: String, _ reference: String, requirements: [String]
    ) {
        guard index[id] == nil else { return }
        index[id] = descriptors.count
        var descriptor: [String: JSONValue] = [
            "id": .string(id), "shortDescription": ["text": .string(summary)],
            "fullDescription": ["text": .string(summary)],
            "help": ["text": .string("\(summary) See \(reference). docs/rules.md lists all rules.")],
            "defaultConfiguration": ["level": SARIFReport.level(severity)],
            "properties": [
                "tags": [.string(Rule.group(ofID: id))], "reference": .string(reference),
                "requirements": .array(requirements.map(JSONValue.string)),
            ],
        ]
        if let address = ReferenceLink.address(of: reference) { descriptor["helpUri"] = .string(address) }
        descriptors.append(.object(descriptor))
    }
}
