import Conformance
import Testing

/// A report of a capture leaves the house without its secrets.
struct RedactionTests {
    private static let secret = "hunter2&more"

    private static func hide(_ text: String) -> String {
        text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "***")
            .split(separator: "hunter2&amp;more", omittingEmptySubsequences: false).joined(separator: "***")
    }

    private func report() -> Report {
        let secret = Self.secret
        let source = "<a>\n<b>hunter2&amp;more</b>\n<c>x</c>\n"
        var file = ReportedFile(
            name: "capture.jsonl", source: Array(source.utf8),
            findings: [
                ReportFixture.finding(
                    file: "capture.jsonl", line: 2, column: 4, target: "./x/\(secret)", message: "Value \(secret)."),
                ReportFixture.finding(file: "capture.jsonl", line: 3, column: 2),
                ReportFixture.finding(file: "capture.jsonl", line: 2, column: 4, record: 1),
            ])
        file.accepted = [AcceptedFinding(ReportFixture.finding(message: secret))]
        let command = ReportedCommand("Replace", target: "./\(secret)", data: secret)
        let message = ReportedMessage(
            sender: .server, file: "capture.jsonl", record: 1, commands: [command], body: source)
        let difference = ReportedDifference(
            file: "capture.jsonl", target: secret, subject: "data", recorded: secret, ours: secret, explanation: secret)
        return Report(files: [file], conversation: [message], differences: [difference])
    }

    @Test("the secret stands in no form of a redacted report", arguments: ReportForm.allCases)
    func gone(_ form: ReportForm) throws {
        var settings = ReportFixture.settings
        settings.showsAccepted = true
        let plain = try report().text(as: form, settings)
        let text = try report().redacted(Self.hide).text(as: form, settings)
        #expect(plain.contains("hunter2"))
        #expect(!text.contains("hunter2") && text.contains("***"))
    }

    @Test("a line that redaction changed keeps its excerpt and loses its mark")
    func marks() throws {
        let text = try report().redacted(Self.hide).text(as: .text, ReportFixture.settings)
        #expect(text.contains("    2 | <b>***</b>\n  hint:"))
        #expect(text.contains("    3 | <c>x</c>\n      |  ^\n"))
    }

    @Test("where lines go, excerpts go")
    func lines() throws {
        let redacted = report().redacted { text in text.split(separator: "\n").joined(separator: " ") }
        #expect(redacted.files.first?.source.isEmpty == true)
        #expect(!(try redacted.text(as: .text, ReportFixture.settings)).contains("^"))
    }

    @Test("data whose secret only its surroundings give away is hidden with them")
    func surroundings() {
        let message = ReportedMessage(
            sender: .server, file: "a", commands: [ReportedCommand("Replace", data: "abc")], body: "<Key>abc</Key>")
        let report = Report(files: [], conversation: [message]).redacted { text in
            text.hasPrefix("<Key>") ? "<Key>***</Key>" : text
        }
        #expect(report.conversation[0].commands[0].data == "(redacted)")
    }

    @Test("redaction is told, and happens once")
    func told() throws {
        let once = report().redacted(Self.hide)
        #expect(once.isRedacted)
        #expect(try once.redacted { _ in "again" }.text(as: .text, ReportFixture.settings).contains("***"))
        #expect(try once.text(as: .html, ReportFixture.settings).contains("Secrets were taken out of this report."))
    }
}
