import Conformance
import Testing

/// What Jenkins (junit-10.xsd of its xUnit plugin) and GitLab take, as facts.
private struct JUnitSchema {
    static let attributes: [String: (required: Set<String>, optional: Set<String>)] = [
        "testsuites": ([], ["name", "time", "tests", "failures", "errors"]),
        "testsuite": (
            ["name", "tests", "failures", "errors"],
            ["group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"]
        ),
        "testcase": (["name"], ["time", "classname", "group"]), "failure": ([], ["type", "message"]),
        "error": ([], ["type", "message"]), "system-out": ([], []),
    ]
    static let children: [String: Set<String>] = [
        "testsuites": ["testsuite"], "testsuite": ["testcase"], "testcase": ["error", "failure", "system-out"],
    ]

    static func faults(_ tree: MarkupTree) -> [String] {
        guard let rule = attributes[tree.name] else { return ["unknown element \(tree.name)"] }
        let names = Set(tree.attributes.keys)
        var faults = rule.required.subtracting(names).map { "\(tree.name) without \($0)" }
        faults += names.subtracting(rule.required).subtracting(rule.optional).map { "\(tree.name) with \($0)" }
        for child in tree.children where !(children[tree.name] ?? []).contains(child.name) {
            faults.append("\(child.name) in \(tree.name)")
        }
        return faults + tree.children.flatMap(Self.faults)
    }
}

struct JUnitReportTests {
    private func tree(_ report: Report, failOn: Report.FailOn = .error) throws -> MarkupTree {
        var settings = ReportFixture.settings
        settings.failOn = failOn
        return try MarkupTree(parsing: try report.text(as: .junit, settings))
    }

    @Test("a testsuite for each file, a testcase for each group of rules, and one for reading what is not readable")
    func suites() throws {
        let suites = try tree(try ReportFixture.full()).children
        #expect(
            suites.compactMap { $0.attributes["name"] } == [
                "profiles/wifi.xml", "profiles/good.xml", "profiles/cut off.xml", "session.wbxml", "capture.jsonl",
                "replay",
            ])
        let groups = suites.map { $0.children.compactMap { $0.attributes["name"] } }
        #expect(groups[0] == ["header", "node", "xml", "message"])
        #expect(groups[2] == ["readable", "header", "node", "xml", "message"])
        #expect(suites[2].attributes["errors"] == "1" && suites[1].attributes["failures"] == "0")
    }

    @Test("what fails the run is a failure, everything else is output")
    func failures() throws {
        let suite = try #require(try tree(try ReportFixture.full()).children.first)
        #expect(suite.attributes["failures"] == "1")
        #expect(suite.children.map { $0.children.map(\.name) } == [["failure"], [], ["system-out"], []])
        let strict = try #require(try tree(try ReportFixture.full(), failOn: .note).children.first)
        #expect(strict.attributes["failures"] == "2")
        let failure = try #require(suite.children.first?.children.first)
        #expect(failure.attributes["type"] == "header.version-dtd")
        #expect(failure.attributes["message"] == "VerDTD is 1.1.")
        #expect(failure.text.contains("profiles/wifi.xml:2:11"))
    }

    @Test("the schemas of Jenkins and GitLab take it", arguments: Hostile.texts.indices)
    func schema(_ index: Int) throws {
        let text = Hostile.texts[index]
        #expect(JUnitSchema.faults(try tree(try ReportFixture.full())) == [])
        #expect(JUnitSchema.faults(try tree(Report(files: []))) == [])
        #expect(JUnitSchema.faults(try tree(Hostile.report(text))) == [])
    }
}
