import XMLStream

/// A report as one page for a browser: figures, findings, differences and the conversation.
///
/// The page asks for nothing from outside and runs no script: its Content-Security-Policy allows its own style sheet alone.
/// What came from a file or a server is text, never markup.
public struct HTMLReport: Sendable {
    let settings: ReportSettings
    /// The most bytes of a message that the page holds; the rest is counted.
    static let mostBodyBytes = 256 << 10
    /// The most bytes of all messages together: a browser has to take the page of a long capture.
    static let mostPageBytes = 16 << 20

    public init(_ settings: ReportSettings) { self.settings = settings }

    public func text(_ report: Report) throws -> String {
        var html = try HTMLWriter()
        let page = HTMLPage(report, settings)
        html.element("html", [("lang", "en")]) { html in
            html.element("head") { Self.head(&$0) }
            html.lineBreak()
            html.element("body") { html in
                header(of: page, &html)
                html.element("main") { html in
                    findings(of: page, &html)
                    differences(of: page, &html)
                    conversation(of: page, &html)
                }
            }
        }
        html.lineBreak()
        return html.document()
    }

    private static func head(_ html: inout HTMLWriter) {
        html.void("meta", [("charset", "utf-8")])
        html.void(
            "meta",
            [
                ("http-equiv", "Content-Security-Policy"),
                (
                    "content",
                    "default-src 'none'; style-src 'sha256-\(HTMLStyle.digest)'; base-uri 'none'; form-action 'none'"
                ),
            ])
        html.void("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
        html.void("meta", [("name", "referrer"), ("content", "no-referrer")])
        html.leaf("title", "Espalier report")
        html.style(HTMLStyle.sheet)
    }

    private func header(of page: HTMLPage, _ html: inout HTMLWriter) {
        let report = page.report
        html.element("header") { html in
            html.leaf("h1", "Espalier report")
            html.element("ul", [("class", "figures")]) { html in
                for figure in Self.figures(report) {
                    html.element("li", [("class", figure.style)]) { html in
                        html.leaf("b", figure.number)
                        html.text(figure.noun)
                    }
                }
            }
            if report.isRedacted { html.leaf("p", class: "faint", "Secrets were taken out of this report.") }
            html.element("nav", [("aria-label", "Parts of the report")]) { html in
                html.element("a", [("href", "#findings")]) { $0.text("Findings") }
                if !report.differences.isEmpty {
                    html.element("a", [("href", "#differences")]) { $0.text("Differences") }
                }
                if !report.conversation.isEmpty {
                    html.element("a", [("href", "#conversation")]) { $0.text(Self.conversationTitle(report)) }
                }
            }
        }
    }

    /// Messages of one side alone are no conversation.
    static func conversationTitle(_ report: Report) -> String {
        Set(report.conversation.map(\.sender)).count > 1 ? "Conversation" : "Messages"
    }

    private static func figures(_ report: Report) -> [(number: String, noun: String, style: String)] {
        let counts = report.counts
        func style(_ count: Int, _ name: String) -> String { count > 0 ? name : "none" }
        var figures = [
            ("\(counts.files)", counts.files == 1 ? "file" : "files", "none"),
            ("\(counts.errors)", counts.errors == 1 ? "error" : "errors", style(counts.errors, "error")),
            ("\(counts.warnings)", counts.warnings == 1 ? "warning" : "warnings", style(counts.warnings, "warning")),
            ("\(counts.notes)", counts.notes == 1 ? "note" : "notes", style(counts.notes, "note")),
        ]
        if counts.unreadable > 0 { figures.append(("\(counts.unreadable)", "not readable", "error")) }
        if report.skipped > 0 { figures.append(("\(report.skipped)", "of other kinds, skipped", "none")) }
        if counts.accepted > 0 { figures.append(("\(counts.accepted)", "accepted", "none")) }
        if !report.differences.isEmpty || report.fidelity != nil {
            figures.append(("\(counts.differences)", "unexplained differences", style(counts.differences, "error")))
        }
        if let fidelity = report.fidelity {
            let isWhole = fidelity.same == fidelity.all
            figures.append(("\(fidelity.same) of \(fidelity.all)", "statuses alike", isWhole ? "good" : "warning"))
        }
        return figures.map { (number: $0.0, noun: $0.1, style: $0.2) }
    }
}

/// A report with the numbers that its parts link to one another by.
struct HTMLPage {
    let report: Report
    /// For each file its findings, with their numbers on the page.
    let findings: [[(number: Int, shown: ShownFinding)]]
    /// Of a message in a file's record: its number in the conversation.
    private let messages: [Place: Int]

    private struct Place: Hashable {
        var file: String
        var record: Int?
    }

    init(_ report: Report, _ settings: ReportSettings) {
        self.report = report
        var number = 0
        findings = report.files.map { file in
            report.shownFindings(
                of: file, accepted: settings.showsAccepted, cells: settings.showsExcerpts ? 160 : nil
            ).map { shown in
                number += 1
                return (number: number, shown: shown)
            }
        }
        let places = report.conversation.enumerated().map { index, message in
            (Place(file: message.file, record: message.record), index + 1)
        }
        messages = Dictionary(grouping: places) { $0.0 }.compactMapValues { $0.count == 1 ? $0.first?.1 : nil }
    }

    /// The number of the message that a place is in; nil when the conversation does not have it.
    func message(file: String, record: Int?) -> Int? {
        messages[Place(file: file, record: record)]
    }

    /// For each message of the conversation, the findings in it.
    func findingsByMessage() -> [Int: [(number: Int, shown: ShownFinding)]] {
        var result: [Int: [(number: Int, shown: ShownFinding)]] = [:]
        for entry in findings.joined() {
            if let message = message(file: entry.shown.finding.file, record: entry.shown.finding.record) {
                result[message, default: []].append(entry)
            }
        }
        return result
    }
}
