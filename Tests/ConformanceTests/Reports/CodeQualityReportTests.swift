import Conformance
import Foundation
import Testing

/// GitLab wants a description, a rule, a fingerprint, one of five severities, a path and a line of each issue.
struct CodeQualityReportTests {
    private func issues(_ report: Report) throws -> [[String: Any]] {
        let text = try report.text(as: .codequality, ReportFixture.settings)
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    }

    @Test("each issue has all that GitLab asks for, and a fingerprint of its own")
    func issues() throws {
        let issues = try issues(try ReportFixture.full())
        #expect(issues.count == 5)
        for issue in issues {
            #expect(Set(issue.keys) == ["description", "check_name", "fingerprint", "severity", "location"])
            #expect(["info", "minor", "major", "critical", "blocker"].contains(issue["severity"] as? String))
            let location = try #require(issue["location"] as? [String: Any])
            #expect(location["path"] is String && (location["lines"] as? [String: Int])?["begin"] != nil)
        }
        #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == issues.count)
        #expect(try self.issues(Report(files: [])).isEmpty)
    }

    @Test("any text is taken", arguments: Hostile.texts.indices)
    func hostile(_ index: Int) throws {
        #expect(try issues(Hostile.report(Hostile.texts[index])).count == 4)
    }
}
