import Conformance
import Foundation
import SyncML
import TestSupport
import Testing

/// The part of docs/rules.md on lint is made from the rules; `ESPALIER_RECORD=1` makes it anew.
struct RuleDocumentTests {
    private static let url = Repository.root.appendingPathComponent("docs/rules.md")
    private static let begin = "<!-- lint: made from the rules, do not edit -->\n"
    private static let end = "<!-- /lint -->"

    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

    /// A table for each kind of thing that rules look at.
    private static func text() -> String {
        let groups = [
            ("document", "Documents and captures", "What cannot be read, and what is no message of device management."),
            ("message", "Messages", "One message by itself: the header, credentials, what a sender may put into it."),
            (
                "command", "Commands",
                "One command of a server, where it stands, and what the catalogue says of its node."
            ),
            ("http", "HTTP", "Requests and responses round the messages of a capture."),
            (
                "enrollment", "Enrolment",
                "One SOAP message of the enrolment; some need the request beside the answer (docs/enrolment-documents.md)."
            ),
            (
                "provisioning", "Provisioning documents of the enrolment",
                "By itself, or in the token of a response. Rules with `w7` are also told when the account is made."
            ),
            ("session", "Sessions", "Told when a session of a capture is over: both sides side by side."),
            ("device", "Devices", "Told at the end of a capture about all sessions of one device."),
        ]
        var text = begin
        let parsed = Set(ParseRule.allCases.map(\.rawValue))
        for (subject, title, words) in groups {
            let rules = Rule.all.filter { $0.check.subject == subject && !parsed.contains($0.id) }
            guard !rules.isEmpty else { continue }
            text +=
                "\n### \(title)\n\n\(words)\n\n| rule | severity | what | requirements | reference |\n|---|---|---|---|---|\n"
            for rule in rules {
                text += "| `\(rule.id)` | \(rule.severity.rawValue) | \(cell(rule.summary)) | "
                text += "\(rule.requirements.joined(separator: ", ")) | \(cell(rule.reference)) |\n"
            }
        }
        text += "\n### Requirements of the reading rules\n\n"
        text +=
            "The rules of \"Reading a message\" above that stand for a requirement.\n\n| rule | requirements |\n|---|---|\n"
        for rule in Rule.all where parsed.contains(rule.id) && !rule.requirements.isEmpty {
            text += "| `\(rule.id)` | \(rule.requirements.joined(separator: ", ")) |\n"
        }
        return text + "\n"
    }

    @Test("docs/rules.md lists the rules of lint as they are")
    func current() throws {
        let document = try String(contentsOf: Self.url, encoding: .utf8)
        let begin = try #require(document.range(of: Self.begin))
        let end = try #require(document.range(of: Self.end))
        let written = String(document[begin.lowerBound..<end.lowerBound])
        let text = Self.text()
        if GoldenFile.isRecording {
            let changed = document.replacingCharacters(in: begin.lowerBound..<end.lowerBound, with: text)
            try changed.write(to: Self.url, atomically: true, encoding: .utf8)
        } else {
            let isCurrent = written == text
            #expect(isCurrent, "docs/rules.md is not current; ESPALIER_RECORD=1 makes it anew")
        }
    }
}
