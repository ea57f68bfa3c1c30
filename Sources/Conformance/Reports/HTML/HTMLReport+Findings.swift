extension HTMLReport {
    func findings(of page: HTMLPage, _ html: inout HTMLWriter) {
        html.element("section", [("id", "findings"), ("aria-labelledby", "findings-title")]) { html in
            html.element("h2", [("id", "findings-title")]) { $0.text("Findings") }
            guard page.findings.contains(where: { !$0.isEmpty }) else {
                html.leaf("p", "Nothing was found.")
                unmatched(page.report, &html)
                return
            }
            html.element("fieldset") { html in
                html.leaf("legend", "Show")
                for (severity, plural) in [("error", "errors"), ("warning", "warnings"), ("note", "notes")] {
                    html.element("label") { html in
                        html.void("input", [("type", "checkbox"), ("id", "show-\(severity)"), ("checked", "")])
                        html.text(" \(plural)")
                    }
                }
            }
            for (file, entries) in zip(page.report.files, page.findings) where !entries.isEmpty || !file.isReadable {
                html.element("section") { html in
                    html.element("h3") { html in
                        html.leaf("code", file.name)
                        if !file.isReadable { html.leaf("span", class: "bad", " not readable, or not all of it") }
                    }
                    html.element("ol", [("class", "findings")]) { html in
                        for entry in entries { finding(entry.shown, number: entry.number, of: page, &html) }
                    }
                }
            }
            unmatched(page.report, &html)
        }
    }

    private func finding(_ shown: ShownFinding, number: Int, of page: HTMLPage, _ html: inout HTMLWriter) {
        let finding = shown.finding
        let style = "finding \(finding.severity.rawValue)" + (shown.isAccepted ? " accepted" : "")
        html.lineBreak()
        html.element("li", [("class", style), ("id", "finding-\(number)")]) { html in
            html.element("p") { html in
                html.leaf("span", class: "badge", finding.severity.rawValue)
                html.text(" \(finding.message)")
            }
            html.element("p", [("class", "faint")]) { html in
                html.leaf("code", finding.rule)
                html.text(" · \(finding.placeText)")
                if let commandID = finding.commandID { html.text(" · CmdID \(commandID)") }
                if let target = finding.target {
                    html.text(" · ")
                    html.leaf("code", target)
                }
                if let message = page.message(file: finding.file, record: finding.record) {
                    html.text(" · ")
                    html.element("a", [("href", "#message-\(message)")]) { $0.text("message \(message)") }
                }
            }
            if let excerpt = shown.excerpt { self.excerpt(excerpt, &html) }
            if !finding.hint.isEmpty { html.leaf("p", "Hint: \(finding.hint)") }
            reference(finding.reference, finding.requirements, &html)
            if shown.isAccepted {
                html.leaf("p", class: "faint", "Accepted by the baseline" + (shown.reason.map { ": \($0)" } ?? "."))
            }
        }
    }

    private func excerpt(_ excerpt: Excerpt, _ html: inout HTMLWriter) {
        html.element("pre") { html in
            html.leaf("span", class: "faint", "\(excerpt.lineNumber) ")
            html.text(excerpt.before)
            if !excerpt.marked.isEmpty { html.leaf("mark", excerpt.marked) }
            html.text(excerpt.after)
        }
    }

    private func reference(_ reference: String, _ requirements: [String], _ html: inout HTMLWriter) {
        guard !reference.isEmpty else { return }
        html.element("p", [("class", "faint")]) { html in
            html.text("See ")
            if let address = ReferenceLink.address(of: reference) {
                html.element("a", [("href", address), ("rel", "noreferrer")]) { $0.text(reference) }
            } else {
                html.text(reference)
            }
            let more = requirements.filter { !reference.contains($0) }
            if !more.isEmpty { html.text(" (\(more.joined(separator: ", ")))") }
        }
    }

    private func unmatched(_ report: Report, _ html: inout HTMLWriter) {
        guard !report.unmatched.isEmpty else { return }
        html.leaf("h3", "Entries of the baseline that fit nothing any more")
        html.element("ul") { html in
            for entry in report.unmatched {
                html.element("li") { html in
                    html.leaf("code", entry.rule)
                    html.text(" in \(entry.file) (\(entry.fingerprint))" + (entry.reason.map { ": \($0)" } ?? ""))
                }
            }
        }
    }
}
