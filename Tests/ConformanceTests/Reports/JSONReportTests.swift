import Conformance
import Foundation
import Testing

struct JSONReportTests {
    private func object(_ report: Report, accepted: Bool = false) throws -> [String: Any] {
        var settings = ReportFixture.settings
        settings.showsAccepted = accepted
        let text = try report.text(as: .json, settings)
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("the figures stand in the summary, with the exit status")
    func summary() throws {
        let summary = try #require(try object(try ReportFixture.full())["summary"] as? [String: Any])
        let numbers = summary.compactMapValues { $0 as? Int }
        #expect(
            numbers == [
                "files": 5, "unreadable": 1, "errors": 4, "warnings": 0, "notes": 1, "accepted": 1, "differences": 1,
                "exitStatus": 2, "skipped": 0,
            ])
        #expect(summary["fidelity"] as? [String: Int] == ["same": 5, "all": 6])
    }

    @Test("no key is ever left out of a finding, a message or a difference")
    func keys() throws {
        let report = try object(try ReportFixture.full(), accepted: true)
        let files = try #require(report["files"] as? [[String: Any]])
        let findings = files.flatMap { $0["findings"] as? [[String: Any]] ?? [] }
        #expect(findings.count == 6)
        for finding in findings {
            #expect(
                Set(finding.keys) == [
                    "rule", "severity", "line", "column", "record", "commandID", "target", "message", "hint",
                    "reference",
                    "requirements", "fingerprint", "accepted", "reason",
                ])
        }
        #expect(findings.contains { $0["line"] is NSNull })
        let messages = try #require(report["conversation"] as? [[String: Any]])
        #expect(messages.map { $0["sender"] as? String } == ["server", "client"])
        #expect(messages.first?["time"] as? String == "2025-11-27T15:04:05.123456Z")
        #expect((report["differences"] as? [[String: Any]])?.count == 2)
        #expect((report["unmatchedBaseline"] as? [[String: Any]])?.count == 1)
    }

    @Test("an empty report has all its parts")
    func empty() throws {
        let report = try object(Report(files: []))
        #expect(
            Set(report.keys) == [
                "schemaVersion", "tool", "redacted", "summary", "files", "conversation", "differences",
                "unmatchedBaseline",
            ])
        #expect((report["files"] as? [Any])?.isEmpty == true)
    }

    @Test("any text comes back as it was", arguments: Hostile.texts.indices)
    func hostile(_ index: Int) throws {
        let text = Hostile.texts[index]
        let files = try #require(try object(Hostile.report(text))["files"] as? [[String: Any]])
        #expect(files.first?["file"] as? String == text)
        let finding = try #require((files.first?["findings"] as? [[String: Any]])?.first)
        #expect(finding["message"] as? String == text && finding["target"] as? String == text)
    }
}
