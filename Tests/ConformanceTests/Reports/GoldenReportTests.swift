import Conformance
import TestSupport
import Testing

/// Each form of one report, as a file: `ESPALIER_RECORD=1` writes them anew.
struct GoldenReportTests {
    private static func name(_ form: ReportForm) -> String {
        switch form {
        case .text: "report.txt"
        case .json: "report.json"
        case .junit: "report.xml"
        case .sarif: "report.sarif"
        case .html: "report.html"
        case .codequality: "report.codequality.json"
        }
    }

    @Test("the golden report in each form", arguments: ReportForm.allCases)
    func golden(_ form: ReportForm) throws {
        var settings = ReportFixture.settings
        settings.showsAccepted = true
        let text = try ReportFixture.full().text(as: form, settings)
        #expect(try GoldenFile(Self.name(form)).difference(from: text) == nil)
    }

    @Test("the same report gives the same text, byte for byte", arguments: ReportForm.allCases)
    func deterministic(_ form: ReportForm) throws {
        let texts = try (0..<3).map { _ in try ReportFixture.full().text(as: form, ReportFixture.settings) }
        #expect(Set(texts).count == 1)
    }

    @Test("ten thousand findings in one long line", arguments: ReportForm.allCases)
    func many(_ form: ReportForm) throws {
        let line = String(repeating: "<a>é</a>", count: 10_000)
        let findings = (0..<10_000).map { index in
            ReportFixture.finding(file: "long.xml", line: 1, column: index * 8 + 1, message: "Finding \(index).")
        }
        let file = ReportedFile(name: "long.xml", source: Array(line.utf8), findings: findings)
        let clock = ContinuousClock()
        var text = ""
        let time = try clock.measure { text = try Report(files: [file]).text(as: form, ReportFixture.settings) }
        #expect(text.contains("Finding 0.") && text.contains("Finding 9999."))
        // A guard against time that grows with the square, not a budget: this is a debug build on a busy machine.
        #expect(time < .seconds(30))
    }
}
