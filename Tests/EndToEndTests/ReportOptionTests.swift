import Foundation
import TestSupport
import Testing

/// `espalier run --report`.
@Suite struct ReportOptionTests {
    /// What the page of a report holds.
    private func life(_ bytes: [UInt8]) throws -> [String: Any] {
        let html = String(decoding: bytes, as: UTF8.self)
        #expect(html.hasPrefix("<!DOCTYPE html>"))
        let start = try #require(html.firstRange(of: "<script type=\"application/json\" id=\"life\">"))
        let end = try #require(html[start.upperBound...].firstRange(of: "</script>"))
        let json = Data(html[start.upperBound..<end.lowerBound].utf8)
        return try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    }

    private func outcome(_ life: [String: Any]) -> String? { (life["ending"] as? [String: Any])?["outcome"] as? String }

    @Test("the file holds the whole life as one page, and the text says where it is")
    func file() throws {
        let folder = try TemporaryFolder()
        let run = try Tool.run(["run", "--report", "life.html"], in: folder.url)
        #expect(run.exitStatus == 0)
        #expect(run.output.contains("Report: life.html"))
        let life = try life([UInt8](Data(contentsOf: folder.url.appendingPathComponent("life.html"))))
        #expect(outcome(life) == "succeeded")
        let steps = try #require(life["steps"] as? [[String: Any]])
        let messages = steps.flatMap { $0["messages"] as? [[String: Any]] ?? [] }
        #expect(messages.count > 10 && messages.allSatisfy { ($0["xml"] as? String)?.contains("<SyncML") == true })
    }

    @Test("a life that was stopped is reported as far as it came, and one that was resumed from there")
    func stopped() throws {
        let folder = try TemporaryFolder()
        let first = try Tool.run(
            ["run", "--stop-at", "01:30", "--save", "life.json", "--report", "first.html"], in: folder.url)
        #expect(first.exitStatus == 0)
        let begun = try life([UInt8](Data(contentsOf: folder.url.appendingPathComponent("first.html"))))
        let times = (begun["steps"] as? [[String: Any]] ?? []).compactMap { $0["t"] as? Double }
        #expect(!times.isEmpty && times.allSatisfy { $0 <= 90 })
        #expect(begun["ending"] is NSNull, "it has not ended")
        let second = try Tool.run(["run", "--resume", "life.json", "--report", "second.html"], in: folder.url)
        #expect(second.exitStatus == 0)
        let resumed = try life([UInt8](Data(contentsOf: folder.url.appendingPathComponent("second.html"))))
        #expect(outcome(resumed) == "succeeded")
        let later = (resumed["steps"] as? [[String: Any]] ?? []).compactMap { $0["t"] as? Double }
        #expect(!later.isEmpty && later.allSatisfy { $0 > 90 })
    }

    @Test("a life that fails is written all the same, with exit status 1")
    func failure() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            profile: {showInstallationProgress: true, allowDeviceUseOnInstallFailure: true}
            agent: {starts: 10s}
            apps: [{name: A, exitCode: 1603}]
            """, to: "failing.yaml")
        let run = try Tool.run(["run", "failing.yaml", "--format", "json", "--report", "life.html"], in: folder.url)
        #expect(run.exitStatus == 1)
        #expect(!run.output.contains("Report:"))
        let life = try life([UInt8](Data(contentsOf: folder.url.appendingPathComponent("life.html"))))
        #expect(outcome(life) == "failed")
        #expect(((life["ending"] as? [String: Any])?["diagnostics"] as? [Any])?.isEmpty == false)
    }

    @Test("- is standard output, which then holds the page and nothing else")
    func standardOutput() throws {
        let run = try Tool.run(["run", "--report", "-"])
        #expect(run.exitStatus == 0)
        #expect(outcome(try life(run.outputBytes)) == "succeeded")
        #expect(run.output.hasSuffix("</html>\n"))
    }

    @Test("two documents cannot share standard output", arguments: [["--format", "json"], ["--registry", "-"]])
    func conflict(_ other: [String]) throws {
        let run = try Tool.run(["run", "--report", "-"] + other)
        #expect(run.exitStatus == 64)
        #expect(run.errors.contains("both want standard output"))
    }

    @Test("a file that cannot be written: exit status 2 and its name")
    func unwritable() throws {
        let run = try Tool.run(["run", "--report", "/nowhere/life.html"])
        #expect(run.exitStatus == 2)
        #expect(run.errors.contains("/nowhere/life.html"))
    }
}
