import Capture
import Testing

@testable import Conformance

/// A report of a capture leaves the house without its secrets.
struct RedactionTests {
    private static let secret = "hunter2&more"

    private static func hide(_ kind: Report.HiddenKind, _ text: String) -> String {
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
        let redacted = report().redacted { _, text in text.split(separator: "\n").joined(separator: " ") }
        #expect(redacted.files.first?.source.isEmpty == true)
        #expect(!(try redacted.text(as: .text, ReportFixture.settings)).contains("^"))
    }

    @Test("data whose secret only its surroundings give away is hidden with them")
    func surroundings() {
        let message = ReportedMessage(
            sender: .server, file: "a", commands: [ReportedCommand("Replace", data: "abc")], body: "<Key>abc</Key>")
        let report = Report(files: [], conversation: [message]).redacted { _, text in
            text.hasPrefix("<Key>") ? "<Key>***</Key>" : text
        }
        #expect(report.conversation[0].commands[0].data == "(redacted)")
    }

    @Test("redaction is told, and happens once")
    func told() throws {
        let once = report().redacted(Self.hide)
        #expect(once.isRedacted)
        #expect(try once.redacted { _, _ in "again" }.text(as: .text, ReportFixture.settings).contains("***"))
        #expect(try once.text(as: .html, ReportFixture.settings).contains("Secrets were taken out of this report."))
    }

    private static let profile = """
        <Replace><CmdID>1</CmdID><Item><Target><LocURI>./Vendor/MSFT/WiFi/Profile/Home/WlanXml</LocURI></Target><Data>&lt;keyMaterial&gt;s3cr3t-psk&lt;/keyMaterial&gt;</Data></Item></Replace>
        <Get/>
        """

    @Test(
        "a profile's key is hidden in the excerpt, in the sentence and in the conversation, and the fingerprint stays")
    func profile() throws {
        let finding = ReportFixture.finding(
            file: "p.xml", line: 1, column: 2, target: "./x", message: "The value s3cr3t-psk is not right.")
        let message = ReportedMessage(
            sender: .server, file: "p.xml", commands: [ReportedCommand("Replace", data: "s3cr3t-psk")],
            body: Self.profile)
        let plain = Report(
            files: [ReportedFile(name: "p.xml", source: Array(Self.profile.utf8), findings: [finding])],
            conversation: [message])
        var redaction = Redaction()
        let report = plain.redacted(by: &redaction)
        for form in ReportForm.allCases {
            let text = try report.text(as: form, ReportFixture.settings)
            #expect(!text.contains("s3cr3t"), "\(form)")
        }
        #expect(try report.text(as: .text, ReportFixture.settings).contains("    1 | <Replace><CmdID>1"))
        #expect(report.findings.map(\.fingerprint) == [finding.fingerprint])
    }

    @Test("in a line with a secret the mark stays at its element, or goes")
    func moved() throws {
        let line = "<A>short</A><B>x</B><A>short</A><B>x</B><C>end</C>"
        func mark(_ column: Int, _ hide: (String) -> String) -> String? {
            let finding = ReportFixture.finding(file: "a", line: 1, column: column)
            let file = ReportedFile(name: "a", source: Array(line.utf8), findings: [finding])
            let text = try? Report(files: [file]).redacted { kind, text in kind == .document ? hide(text) : text }
                .text(as: .text, ReportFixture.settings)
            let lines = (text ?? "").split(separator: "\n").map(String.init)
            guard lines.count > 2, let caret = lines[2].firstIndex(of: "^") else { return nil }
            return String(lines[1].dropFirst(lines[2].distance(from: lines[2].startIndex, to: caret)).prefix(4))
        }
        let longer: (String) -> String = { $0.split(separator: "short").joined(separator: "a-much-longer-word") }
        #expect(mark(33, longer) == "<B>x")
        #expect(mark(13, longer) == "<B>x")
        #expect(mark(41, longer) == "<C>e")
        #expect(mark(33) { $0.split(separator: "<B>").joined(separator: "<D>") } == nil)
    }
}
