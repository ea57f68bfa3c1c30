/// A finding as the forms go through them: with what the baseline says, and what the source has at its place.
struct ShownFinding {
    var finding: LintFinding
    /// True when the baseline accepts it.
    var isAccepted: Bool
    var reason: String?
    /// Findings of one file with the same fingerprint are numbered from 1.
    var occurrence: Int
    var excerpt: Excerpt?
}

extension ShownFinding {
    /// True when it makes the run end with another status than 0.
    func fails(_ failOn: Report.FailOn) -> Bool {
        finding.tellsUnreadable || (!isAccepted && failOn.includes(finding.severity))
    }
}

extension Report {
    /// The findings of one file in document order.
    ///
    /// - Parameter cells: the width of excerpts; nil for none.
    func shownFindings(of file: ReportedFile, accepted: Bool, cells: Int?) -> [ShownFinding] {
        var shown = file.findings.map { ShownFinding(finding: $0, isAccepted: false, occurrence: 1) }
        if accepted {
            shown += file.accepted.map {
                ShownFinding(finding: $0.finding, isAccepted: true, reason: $0.reason, occurrence: 1)
            }
            shown = shown.enumerated().sorted { left, right in
                let (first, second) = (left.element.finding.place, right.element.finding.place)
                return first == second ? left.offset < right.offset : first < second
            }.map(\.element)
        }
        var seen: [String: Int] = [:]
        for index in shown.indices {
            let key = shown[index].finding.fingerprint
            seen[key, default: 0] += 1
            shown[index].occurrence = seen[key, default: 1]
        }
        if let cells { addExcerpts(to: &shown, of: file, cells: cells) }
        return shown
    }

    private func addExcerpts(to shown: inout [ShownFinding], of file: ReportedFile, cells: Int) {
        var source = SourceText(file.source, changedLines: file.changedLines)
        var bodies: [Int: SourceText] = [:]
        let messages = Dictionary(
            conversation.indices.compactMap { index in
                conversation[index].file == file.name ? conversation[index].record.map { ($0, index) } : nil
            }, uniquingKeysWith: { first, _ in first })
        for index in shown.indices {
            let finding = shown[index].finding
            guard let position = finding.movedPosition ?? finding.position else { continue }
            let isMoved = finding.movedPosition != nil
            guard let record = finding.record else {
                shown[index].excerpt = source?.excerpt(at: position, isMoved: isMoved, cells: cells)
                continue
            }
            // A place in a record is a place in its body.
            if bodies[record] == nil, let message = messages[record], conversation[message].keepsLines {
                let body = Array(conversation[message].body.utf8)
                bodies[record] = SourceText(body, changedLines: conversation[message].changedLines)
            }
            shown[index].excerpt = bodies[record]?.excerpt(at: position, isMoved: isMoved, cells: cells)
        }
    }
}

extension LintFinding {
    /// For the order in a file: by record, then by place; findings without a place come first.
    fileprivate var place: (Int, Int, Int) { (record ?? 0, position?.line ?? 0, position?.column ?? 0) }

    /// `file:line:column`, as far as there is one; in a capture with `record 3` after the file.
    var placeText: String {
        let record = record.map { " (record \($0))" } ?? ""
        let position = position.map { ":\($0.line):\($0.column)" } ?? ""
        return self.record == nil ? file + position : file + record + position
    }
}

extension LintFinding {
    /// What stands before the first dot of the rule's id, such as `header`.
    var ruleGroup: String { Rule.group(ofID: rule) }
}

extension Rule {
    static func group(ofID id: String) -> String { id.prefix { $0 != "." }.description }
}
