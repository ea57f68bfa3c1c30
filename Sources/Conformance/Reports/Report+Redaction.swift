extension Report {
    /// The report with secrets taken out of every text that came from a file or a capture.
    ///
    /// The ids of rules, hints and references are ours and stay. Where redaction changes a line, its excerpts are shown
    /// without a mark, because columns no longer fit.
    ///
    /// - Parameter hide: gives a text without its secrets. It is handed whole documents, so that it sees what stands round a
    ///   value, and single values too.
    public func redacted(_ hide: (String) -> String) -> Report {
        guard !isRedacted else { return self }
        var report = self
        report.isRedacted = true
        for index in report.files.indices { report.files[index].redact(hide) }
        for index in report.conversation.indices { report.conversation[index].redact(hide) }
        for index in report.differences.indices { report.differences[index].redact(hide) }
        return report
    }
}

/// A text before and after.
private struct Hidden {
    var text: String
    /// The lines that changed, from 1; nil when lines went, so that no place fits any more.
    var changedLines: Set<Int>?

    init(_ text: String, _ hide: (String) -> String) {
        self.text = hide(text)
        changedLines = []
        guard self.text != text else { return }
        let (before, after) = (Self.lines(text), Self.lines(self.text))
        changedLines =
            before.count == after.count
            ? Set(before.indices.filter { before[$0] != after[$0] }.map { $0 + 1 }) : nil
    }

    private static func lines(_ text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }
}

extension ReportedFile {
    fileprivate mutating func redact(_ hide: (String) -> String) {
        for index in findings.indices { findings[index].redact(hide) }
        for index in accepted.indices { accepted[index].finding.redact(hide) }
        guard let text = SourceText.decoded(source) else {
            // Octets cannot be redacted, and no excerpt is made of them.
            source = []
            return
        }
        let hidden = Hidden(text, hide)
        guard let changed = hidden.changedLines else {
            source = []
            return
        }
        if !changed.isEmpty { source = Array(hidden.text.utf8) }
        changedLines = changed
    }
}

extension LintFinding {
    fileprivate mutating func redact(_ hide: (String) -> String) {
        message = hide(message)
        hint = hide(hint)
        target = target.map(hide)
    }
}

extension ReportedMessage {
    fileprivate mutating func redact(_ hide: (String) -> String) {
        let plain = body
        let hidden = Hidden(plain, hide)
        body = hidden.text
        // Without a line that fits, every line counts as changed.
        changedLines = hidden.changedLines ?? Set(1...max(1, plain.utf8.count { $0 == UInt8(ascii: "\n") } + 1))
        for index in commands.indices {
            commands[index].target = commands[index].target.map(hide)
            commands[index].data = commands[index].data.map { data in
                // A rule may know a secret only by what stands round it, which a value alone does not show.
                let isGone = body != plain && !data.isEmpty && plain.contains(data) && !body.contains(data)
                return isGone ? "(redacted)" : hide(data)
            }
        }
    }
}

extension ReportedDifference {
    fileprivate mutating func redact(_ hide: (String) -> String) {
        target = target.map(hide)
        recorded = recorded.map(hide)
        ours = ours.map(hide)
        explanation = hide(explanation)
    }
}
