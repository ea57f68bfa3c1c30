import Conformance
import Foundation
import Testing

struct SARIFReportTests {
    private func text(_ report: Report, accepted: Bool = true) throws -> String {
        var settings = ReportFixture.settings
        settings.showsAccepted = accepted
        return try report.text(as: .sarif, settings)
    }

    private func run(_ report: Report, accepted: Bool = true) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(try text(report, accepted: accepted).utf8))
        return try #require(((object as? [String: Any])?["runs"] as? [[String: Any]])?.first)
    }

    @Test("the schema of SARIF 2.1.0 takes it", arguments: Hostile.texts.indices)
    func schema(_ index: Int) throws {
        let hostile = Hostile.texts[index]
        #expect(try SARIFSchema.faults(try text(try ReportFixture.full())) == [])
        #expect(try SARIFSchema.faults(try text(Report(files: []))) == [])
        #expect(try SARIFSchema.faults(try text(Hostile.report(hostile))) == [])
    }

    @Test("the check of the schema finds what is wrong")
    func schemaFaults() throws {
        let broken = """
            {"version":"2.0","runs":[{"tool":{"driver":{"rules":[]}},"columnKind":"bytes","extra":1,\
            "results":[{"level":"fatal","locations":[{"physicalLocation":{"artifactLocation":{"uri":"a b"},\
            "region":{"startLine":0,"startColumn":"1"}}}]}],"artifacts":[{"length":1},{"length":1}],\
            "invocations":[{"executionSuccessful":1}]}]}
            """
        let faults = try SARIFSchema.faults(broken)
        for expected in [
            "/version is not allowed", "/runs[0] has an unknown extra", "/runs[0]/tool/driver has no name",
            "/runs[0]/columnKind is not allowed", "/runs[0]/results[0] has no message",
            "/runs[0]/results[0]/level is not allowed", "/runs[0]/artifacts has two alike",
            "/runs[0]/results[0]/locations[0]/physicalLocation/artifactLocation/uri is no URI reference",
            "/runs[0]/results[0]/locations[0]/physicalLocation/region/startLine is less than 1",
            "/runs[0]/results[0]/locations[0]/physicalLocation/region/startColumn is no integer",
            "/runs[0]/invocations[0]/executionSuccessful is no boolean",
        ] { #expect(faults.contains(expected), "\(faults)") }
    }

    @Test("every rule that was looked at, or that a finding names, is described; results point at it")
    func rules() throws {
        let run = try run(try ReportFixture.full())
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let ids = rules.compactMap { $0["id"] as? String }
        #expect(ids.prefix(4) == ReportFixture.rules.map(\.id)[...])
        #expect(ids.contains("message.malformed") && ids.contains("difference"))
        for result in try #require(run["results"] as? [[String: Any]]) {
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(ids[index] == result["ruleId"] as? String)
        }
        #expect(
            rules[1]["helpUri"] as? String
                == "https://learn.microsoft.com/openspecs/windows_protocols/ms-mdm/33769a92-ac31-47ef-ae7b-dc8501f7104f"
        )
        #expect(rules[3]["helpUri"] == nil, "our own choice has no public document")
    }

    private func region(_ result: [String: Any]) -> [String: Any]? {
        let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
        return location?["region"] as? [String: Any]
    }

    @Test("text has lines and columns, octets have byte offsets, a record of a capture has neither")
    func regions() throws {
        let results = try #require(try run(try ReportFixture.full())["results"] as? [[String: Any]])
        let byFile = Dictionary(grouping: results) { result -> String in
            let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
            return (location?["artifactLocation"] as? [String: Any])?["uri"] as? String ?? ""
        }
        let wifi = try #require(byFile["profiles/wifi.xml"]?.compactMap(region).first { $0["startLine"] as? Int == 2 })
        #expect(wifi["startColumn"] as? Int == 11)
        #expect((wifi["snippet"] as? [String: String])?["text"]?.contains("<VerDTD>1.1") == true)
        #expect(byFile["session.wbxml"]?.first.flatMap(region)?["byteOffset"] as? Int == 0)
        #expect(byFile["capture.jsonl"]?.first.map { region($0) == nil } == true)
        #expect(byFile["profiles/cut%20off.xml"] != nil)
    }

    @Test("what the baseline accepts is suppressed with its reason, or left out")
    func suppressions() throws {
        let results = try #require(try run(try ReportFixture.full())["results"] as? [[String: Any]])
        let suppressed = results.compactMap { $0["suppressions"] as? [[String: String]] }
        #expect(
            suppressed == [[["kind": "external", "justification": "A node of our own client."]]])
        let hidden = try #require(try run(try ReportFixture.full(), accepted: false)["results"] as? [[String: Any]])
        #expect(hidden.count == results.count - 1)
    }

    @Test("fingerprints stay when lines move, and differ for two findings alike")
    func fingerprints() throws {
        func prints(_ lines: [Int]) throws -> [String] {
            let findings = lines.map { ReportFixture.finding(line: $0, message: "The first is at \($0):1.") }
            let report = Report(files: [ReportedFile(name: "a.xml", findings: findings)])
            let results = try #require(try run(report)["results"] as? [[String: Any]])
            return results.compactMap { ($0["partialFingerprints"] as? [String: String])?["espalierFinding/v1"] }
        }
        #expect(try prints([2, 5]) == prints([12, 105]))
        #expect(Set(try prints([2, 5])).count == 2)
    }

    @Test("a file that cannot be read is a notification of the invocation")
    func notifications() throws {
        let invocations = try run(try ReportFixture.full())["invocations"] as? [[String: Any]]
        let invocation = try #require(invocations?.first)
        #expect(invocation["executionSuccessful"] as? Bool == false && invocation["exitCode"] as? Int == 2)
        #expect((invocation["toolExecutionNotifications"] as? [Any])?.count == 1)
    }

    @Test("no text of a file becomes a link in a message")
    func links() throws {
        let report = Report(files: [
            ReportedFile(name: "a", findings: [ReportFixture.finding(message: "[here](https://evil.test)")])
        ])
        #expect(try text(report).contains(#""text" : "\\[here\\](https://evil.test) Write 1.2.""#))
    }
}
