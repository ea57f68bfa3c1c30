import Foundation
import SyncML
import Testing

/// docs/rules.md is where a reader of a finding looks its id up.
struct RulesTests {
    @Test func everyRuleIsDocumented() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("docs/rules.md"), encoding: .utf8)
        for rule in ParseRule.allCases {
            let row = "| `\(rule.rawValue)` | \(rule.severity.rawValue) | "
            let line = text.split(separator: "\n").first { $0.hasPrefix(row) }
            #expect(line?.hasSuffix("| \(rule.reference) |") == true, "\(rule.rawValue)")
        }
    }
}
