import DDF

/// A node in the columns of `data/ddf/NODES.tsv`. Where a description is normalised, its faults hold the file's spelling.
struct OracleRow: Equatable, CustomStringConvertible {
    var columns: [String]

    init(columns: [String]) { self.columns = columns }

    init(path: String, node: NodeDescription, faults: [DDFFault]) {
        let facts = node.facts
        let found = { (rule: DDFRule) in faults.filter { $0.rule == rule }.map(\.found) }
        var verbs = facts.access.names
        for verb in found(.unknownVerb) {
            // `Set` was read as Replace: SurfaceHub lists both, CertificateStore only Set.
            if verb == "Set", path.hasSuffix("RetryAfterExpiryInterval") { verbs.removeAll { $0 == "Replace" } }
            verbs.append(verb)
        }
        let versions =
            found(.versionSpelling).first ?? facts.applicability.versions.map(\.description).joined(separator: ", ")
        columns = [
            path, facts.format.rawValue, verbs.sorted().joined(separator: "+"),
            found(.missingOccurrence).isEmpty ? Self.occurrence(facts.occurrence) : "",
            facts.scope?.rawValue ?? "", facts.defaultValue ?? "", versions,
            Self.allowed(facts.allowedValues, delimiterSpelling: found(.delimiterSpelling).first), Self.flags(facts),
        ]
    }

    var description: String { columns.joined(separator: " | ") }

    private static func occurrence(_ occurrence: Occurrence) -> String {
        switch occurrence {
        case .one: "One"
        case .zeroOrOne: "ZeroOrOne"
        case .zeroOrMore: "ZeroOrMore"
        case .oneOrMore: "OneOrMore"
        case .zeroOrN(let number): "ZeroOrN" + (number.map { " \($0)" } ?? "")
        case .oneOrN(let number): "OneOrN" + (number.map { " \($0)" } ?? "")
        }
    }

    private static func allowed(_ allowed: AllowedValues?, delimiterSpelling: String?) -> String {
        guard let allowed else { return "" }
        let kind =
            switch allowed.kind {
            case .none: "None"
            case .enumeration(let values): "ENUM:" + values.joined(separator: "|")
            case .flags(let values): "Flag:" + values.joined(separator: "|")
            case .range(let ranges): "Range:" + ranges.map(range).joined(separator: ",")
            case .regularExpression(let patterns):
                patterns.isEmpty ? "RegEx" : "RegEx:" + patterns.joined(separator: "|")
            case .admx: "ADMX"
            case .xsd: "XSD"
            case .json: "JSON"
            case .sddl: "SDDL"
            }
        return kind + (allowed.listDelimiter.map { " list=" + (delimiterSpelling ?? $0) } ?? "")
    }

    private static func range(_ range: ClosedRange<Int64>) -> String {
        let number = { (number: Int64) in number < 0 ? "(\(number))" : "\(number)" }
        return range.lowerBound == range.upperBound
            ? "[\(number(range.lowerBound))]" : "[\(number(range.lowerBound))-\(number(range.upperBound))]"
    }

    private static func flags(_ facts: NodeDescription.Facts) -> String {
        var flags: [String] = []
        if facts.isAtomicRequired { flags.append("AtomicRequired") }
        if facts.isDeprecated { flags.append("Deprecated") }
        if let behavior = facts.rebootBehavior { flags.append("RebootBehavior=" + behavior.rawValue) }
        if let resolution = facts.conflictResolution { flags.append("ConflictResolution=" + resolution.rawValue) }
        if let naming = facts.naming { flags.append("naming=" + naming.rawValue) }
        return flags.joined(separator: ";")
    }
}
