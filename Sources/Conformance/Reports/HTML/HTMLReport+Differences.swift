extension HTMLReport {
    /// The two sides of a replay, those that nothing explains first.
    func differences(of page: HTMLPage, _ html: inout HTMLWriter) {
        let differences = page.report.differences
        guard !differences.isEmpty else { return }
        html.element("section", [("id", "differences"), ("aria-labelledby", "differences-title")]) { html in
            html.element("h2", [("id", "differences-title")]) { $0.text("Differences") }
            html.element("div", [("class", "wide")]) { html in
                html.element("table") { html in
                    html.element("thead") { html in
                        html.element("tr") { html in
                            for name in ["Where", "What", "Recorded", "Ours", "Why"] {
                                html.element("th", [("scope", "col")]) { $0.text(name) }
                            }
                        }
                    }
                    html.element("tbody") { html in
                        for difference in differences where !difference.isExplained { row(difference, page, &html) }
                        for difference in differences where difference.isExplained { row(difference, page, &html) }
                    }
                }
            }
        }
    }

    private func row(_ difference: ReportedDifference, _ page: HTMLPage, _ html: inout HTMLWriter) {
        html.lineBreak()
        html.element("tr", difference.isExplained ? [("class", "explained")] : []) { html in
            html.element("td") { html in
                if let message = page.message(file: difference.file, record: difference.record) {
                    html.element("a", [("href", "#message-\(message)")]) { $0.text("message \(message)") }
                    html.text(" ")
                } else {
                    html.text("\(difference.file) ")
                }
                if let commandID = difference.commandID { html.text("CmdID \(commandID) ") }
                if let target = difference.target { html.leaf("code", target) }
            }
            html.leaf("td", difference.subject)
            side(difference.recorded, "Recorded", isSame: difference.isExplained, &html)
            side(difference.ours, "Ours", isSame: difference.isExplained, &html)
            html.element("td") { html in
                html.text(difference.explanation.isEmpty ? "not explained" : difference.explanation)
                if let rule = difference.rule {
                    html.text(" ")
                    html.leaf("code", rule)
                }
            }
        }
    }

    private func side(_ text: String?, _ label: String, isSame: Bool, _ html: inout HTMLWriter) {
        html.element("td", [("data-label", label)]) { html in
            guard let text else {
                html.leaf("span", class: "faint", "nothing")
                return
            }
            html.leaf("code", class: isSame ? nil : "bad", text)
        }
    }
}
