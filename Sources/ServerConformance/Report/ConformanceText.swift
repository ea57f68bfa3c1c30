/// A result for people: a table by group, a sentence for what is not met, and a line of figures.
public struct ConformanceText: Sendable {
    /// Leaves out what was not observed.
    public var isQuiet: Bool

    public init(isQuiet: Bool = false) { self.isQuiet = isQuiet }

    public func text(_ result: ConformanceResult) -> String {
        var lines = ["Conformance of \(result.server)"]
        for group in Check.Group.allCases {
            let results = result.results.filter {
                $0.check.group == group && !(isQuiet && $0.verdict == .notObserved)
            }
            guard !results.isEmpty else { continue }
            lines += ["", group.title]
            for result in results { lines += self.lines(result) }
        }
        lines.append("")
        if let trouble = result.trouble { lines.append(trouble) }
        lines += result.course.complaints.map { "The normal run: \($0)." }
        lines.append(
            CheckResult.Verdict.allCases.map { "\(result.count($0)) \($0.rawValue)" }.joined(separator: ", "))
        return lines.joined(separator: "\n")
    }

    private func lines(_ result: CheckResult) -> [String] {
        let id = result.check.id.padded(to: 12)
        let head = "  \(result.verdict.rawValue.padded(to: 13))\(id)\(result.check.title)"
        switch result.outcome {
        case .met: return [head]
        case .notObserved(let why): return [head, "    \(why)"]
        case .broken(let defect): return [head, "    \(defect.sentence)"]
        }
    }
}

extension Check.Group {
    public var title: String {
        switch self {
        case .enrolment: "Enrolment"
        case .sessions: "Sessions"
        case .renewal: "Renewal"
        case .messages: "Messages"
        case .robustness: "Robustness"
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        count < width ? self + String(repeating: " ", count: width - count) : self + " "
    }
}
