import Conformance
import Testing

struct TextReportTests {
    private func text(_ report: Report, _ change: (inout ReportSettings) -> Void = { _ in }) -> String {
        var settings = ReportFixture.settings
        change(&settings)
        return TextReport(settings).text(report)
    }

    @Test("place, severity, sentence and rule stand on the first line, then source, hint and reference")
    func lines() {
        let file = ReportedFile(
            name: "profiles/wifi.xml", source: Array(ReportFixture.source.utf8), findings: [ReportFixture.finding()])
        #expect(
            text(Report(files: [file])) == """
                profiles/wifi.xml:2:11: error: VerDTD is 1.1. [header.version-dtd]
                    2 |     <SyncHdr><VerDTD>1.1</VerDTD></SyncHdr>
                      |              ^
                  hint: Write 1.2.
                  see: oma-dm.md 7, DM-HDR-01
                1 file, 1 error, 0 warnings, 0 notes

                """)
    }

    @Test("an empty report says that nothing was found")
    func empty() {
        #expect(text(Report(files: [])) == "0 files, 0 errors, 0 warnings, 0 notes\n")
        #expect(text(Report(files: [])) { $0.isQuiet = true } == "")
    }

    @Test("quiet leaves what fails the run, and nothing else")
    func quiet() throws {
        let quiet = text(try ReportFixture.full()) { $0.isQuiet = true }
        #expect(quiet.contains("profiles/wifi.xml:2:11: error:"))
        #expect(!quiet.contains("note:") && !quiet.contains("warning:") && !quiet.contains("files,"))
        #expect(quiet.contains("difference: status") && !quiet.contains("expected difference"))
        let strict = text(try ReportFixture.full()) {
            $0.isQuiet = true
            $0.failOn = .note
        }
        #expect(strict.contains("note: A byte order mark."))
    }

    @Test("what the baseline accepts is counted, and shown with its reason when asked for")
    func accepted() throws {
        let report = try ReportFixture.full()
        #expect(text(report).contains("1 accepted by the baseline") && !text(report).contains("node of our own"))
        let shown = text(report) { $0.showsAccepted = true }
        #expect(shown.contains("warning: ") && shown.contains("accepted by the baseline: A node of our own client."))
    }

    @Test("an entry of the baseline that fits nothing is named")
    func unmatched() throws {
        #expect(
            text(try ReportFixture.full()).contains(
                "The baseline's entry gone.xml node.unknown 0123456789abcdef fits nothing any more."))
    }

    @Test("excerpts can be left out")
    func noExcerpt() throws {
        #expect(!text(try ReportFixture.full()) { $0.showsExcerpts = false }.contains(" | "))
    }

    @Test("colour comes only when asked for, and repeats what the text says")
    func colour() throws {
        let plain = text(try ReportFixture.full())
        var coloured = text(try ReportFixture.full()) { $0.isColoured = true }
        #expect(!plain.contains("\u{1B}") && coloured.contains("\u{1B}[31m"))
        for code in ["31", "33", "2", "1", "0"] { coloured = coloured.split(separator: "\u{1B}[\(code)m").joined() }
        #expect(coloured == plain)
    }

    @Test("no text of a file steers the terminal or makes a line of its own", arguments: Hostile.texts.indices)
    func hostile(_ index: Int) {
        let hostile = Hostile.texts[index]
        let shown = text(Hostile.report(hostile))
        let controls = shown.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" || 0x7F..<0xA0 ~= $0.value }
        #expect(controls.isEmpty)
        #expect(!shown.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || $0.value == 0x2028 })
        #expect(!shown.split(separator: "\n").contains { $0.hasPrefix("profiles/x.xml:1:1: error: forged") })
    }

    @Test("files of a folder that are of other kinds are counted, not passed over in silence")
    func skipped() throws {
        var report = Report(files: [ReportedFile(name: "a.xml", findings: [])])
        #expect(try !report.text(as: .text, ReportFixture.settings).contains("skipped"))
        report.skipped = 2
        #expect(try report.text(as: .text, ReportFixture.settings).contains("2 files of other kinds skipped"))
        #expect(try report.text(as: .html, ReportFixture.settings).contains("of other kinds, skipped"))
    }
}
