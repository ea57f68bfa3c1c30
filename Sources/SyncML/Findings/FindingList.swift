import XMLStream

/// Findings in the order in which they were made, up to a limit.
struct FindingList {
    private(set) var findings: [Finding] = []
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    mutating func add(_ finding: Finding) {
        if findings.count < limit {
            findings.append(finding)
        } else if findings.count == limit {
            findings.append(.findingsLeftOut(allowed: limit, at: finding.position))
        }
    }

    /// In document order; of several at one place the first made comes first.
    func sorted() -> [Finding] {
        findings.enumerated().sorted {
            ($0.element.position.offset, $0.offset) < ($1.element.position.offset, $1.offset)
        }.map(\.element)
    }
}
