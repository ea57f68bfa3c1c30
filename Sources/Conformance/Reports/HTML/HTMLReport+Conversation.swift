extension HTMLReport {
    /// The messages in the order in which they were sent, each with its commands and what the other side answered.
    func conversation(of page: HTMLPage, _ html: inout HTMLWriter) {
        guard !page.report.conversation.isEmpty else { return }
        let findings = page.findingsByMessage()
        var room = Self.mostPageBytes
        html.element("section", [("id", "conversation"), ("aria-labelledby", "conversation-title")]) { html in
            html.element("h2", [("id", "conversation-title")]) { $0.text(Self.conversationTitle(page.report)) }
            html.element("ol", [("class", "messages")]) { html in
                for (index, message) in page.report.conversation.enumerated() {
                    html.lineBreak()
                    let attributes = [("class", "message \(message.sender.rawValue)"), ("id", "message-\(index + 1)")]
                    html.element("li", attributes) { html in
                        head(of: message, number: index + 1, &html)
                        links(to: findings[index + 1] ?? [], &html)
                        commands(of: message, &html)
                        body(of: message, room: &room, &html)
                    }
                }
            }
        }
    }

    private func head(of message: ReportedMessage, number: Int, _ html: inout HTMLWriter) {
        html.element("p") { html in
            let way =
                switch message.sender {
                case .client: "client to server"
                case .server: "server to client"
                }
            html.leaf("span", class: "who", "\(number). \(way)")
            var facts: [String] = []
            if let messageID = message.messageID { facts.append("MsgID \(messageID)") }
            if let sessionID = message.sessionID { facts.append("session \(sessionID)") }
            if let time = message.time { facts.append(time.text) }
            facts.append("\(message.size) bytes")
            facts.append(message.file + (message.record.map { " (record \($0))" } ?? ""))
            html.leaf("span", class: "faint", " · " + facts.joined(separator: " · "))
        }
        if let status = message.headerStatus {
            html.element("p", [("class", "faint")]) { html in
                html.text("SyncHdr answered with ")
                Self.status(status, &html)
            }
        }
    }

    private func links(to findings: [(number: Int, shown: ShownFinding)], _ html: inout HTMLWriter) {
        guard !findings.isEmpty else { return }
        html.element("p", [("class", "faint")]) { html in
            html.text("Findings:")
            for entry in findings {
                let severity = entry.shown.finding.severity.rawValue
                html.text(" ")
                html.element("a", [("href", "#finding-\(entry.number)")]) { html in
                    html.text("\(severity) \(entry.shown.finding.rule)")
                }
            }
        }
    }

    private func commands(of message: ReportedMessage, _ html: inout HTMLWriter) {
        guard !message.commands.isEmpty else {
            html.leaf("p", class: "faint", "No commands.")
            return
        }
        html.element("div", [("class", "wide")]) { html in
            html.element("table") { html in
                html.element("thead") { html in
                    html.element("tr") { html in
                        for name in ["CmdID", "Command", "Address and data", "Status"] {
                            html.element("th", [("scope", "col")]) { $0.text(name) }
                        }
                    }
                }
                html.element("tbody") { html in
                    for command in message.commands { row(command, &html) }
                }
            }
        }
    }

    private func row(_ command: ReportedCommand, _ html: inout HTMLWriter) {
        html.element("tr") { html in
            html.element("td", [("class", "number"), ("data-label", "CmdID")]) { $0.text(command.commandID ?? "none") }
            html.leaf("td", class: "depth\(min(max(command.depth, 0), 3))", command.name)
            html.element("td") { html in
                if let target = command.target { html.leaf("code", target) }
                if let data = command.data, !data.isEmpty {
                    let shown = data.prefix(Self.mostDataCharacters)
                    html.text(" = ")
                    html.leaf("code", shown.endIndex < data.endIndex ? "\(shown)…" : data)
                }
            }
            html.element("td", [("class", "number"), ("data-label", "Status")]) { html in
                if let status = command.status { Self.status(status, &html) } else { html.text("none") }
                if let error = command.originalError { html.text(" \(error)") }
            }
        }
    }

    /// Of data longer than this a row shows the beginning; the XML below it has all.
    private static let mostDataCharacters = 120

    private static func status(_ status: String, _ html: inout HTMLWriter) {
        let style =
            switch status.first {
            case "2": "ok"
            case "4", "5": "bad"
            default: "plain"
            }
        html.leaf("b", class: style, status)
    }

    private func body(of message: ReportedMessage, room: inout Int, _ html: inout HTMLWriter) {
        guard !message.body.isEmpty else { return }
        let shown = XMLLayout.indented(message.body, mostBytes: min(Self.mostBodyBytes, room))
        room -= message.body.utf8.count - shown.bytesLeftOut
        html.element("details") { html in
            html.leaf("summary", "XML")
            html.leaf("pre", shown.text)
            if shown.bytesLeftOut > 0 {
                html.leaf("p", class: "faint", "\(shown.bytesLeftOut) more bytes are left out.")
            }
        }
    }
}
