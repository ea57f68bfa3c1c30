import Capture
import Foundation
import TestSupport
import Testing

/// docs/replay.md and the rules of the comparison say the same.
struct DocumentTests {
    @Test("docs/replay.md has a row for each rule, with its words, under what the rule does")
    func rules() throws {
        let text = try String(
            contentsOf: Repository.root.appendingPathComponent("docs/replay.md"), encoding: .utf8)
        let parts = text.components(separatedBy: "## What is held to be equal")
        try #require(parts.count == 2)
        for rule in ComparisonRule.all {
            let row = "| `\(rule.id)` | \(rule.summary) | \(rule.reference) |"
            let part =
                switch rule.effect {
                case .masks: parts[0]
                case .demands: parts[1]
                }
            #expect(part.contains(row), "docs/replay.md lacks: \(row)")
        }
        #expect(text.split(separator: "\n").count { $0.hasPrefix("| `compare.") } == ComparisonRule.all.count)
    }
}
