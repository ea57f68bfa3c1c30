import Capture

extension Report {
    /// The report with secrets taken out of every text that came from a file or a capture (docs/captures.md).
    ///
    /// The redaction meets the secrets of all sources and messages first, so that one that is known by its place in one of them
    /// is hidden in every sentence. The ids of rules and references are ours and stay, and fingerprints stay those of the
    /// findings as they were. Where redaction changes a line, its excerpts have no mark, because columns no longer fit.
    ///
    /// - Parameter redaction: may know secrets already, as of a capture whose bytes are not kept.
    public func redacted(by redaction: inout Redaction) -> Report {
        for file in files where file.hasFindings && !file.source.isEmpty {
            for record in Capture.read(files: [(name: file.name, bytes: file.source)]).records {
                redaction.learn(record)
            }
            redaction.learn(CaptureRecord(direction: .toClient, body: file.source))
        }
        for message in conversation {
            redaction.learn(CaptureRecord(direction: .toClient, body: Array(message.body.utf8)))
        }
        redaction.startAgain()
        return redacted { kind, text in
            switch kind {
            case .text: return redaction.redacted(text: text)
            case .document:
                let record = CaptureRecord(direction: .toClient, body: Array(text.utf8))
                return String(decoding: redaction.redacted(record).record.body, as: UTF8.self)
            }
        }
    }

    /// What is handed to redaction.
    enum HiddenKind {
        /// A sentence, an address or a value.
        case text
        /// A whole document, in which places tell what is secret.
        case document
    }

    func redacted(_ hide: (HiddenKind, String) -> String) -> Report {
        guard !isRedacted else { return self }
        var report = self
        report.isRedacted = true
        var bodies: [RecordPlace: RedactedText] = [:]
        for index in report.conversation.indices {
            let hidden = report.conversation[index].redact(hide)
            if let record = conversation[index].record {
                bodies[RecordPlace(file: conversation[index].file, record: record)] = hidden
            }
        }
        for index in report.files.indices { report.files[index].redact(hide, bodies) }
        for index in report.differences.indices { report.differences[index].redact(hide) }
        return report
    }
}

private typealias Hide = (Report.HiddenKind, String) -> String

private struct RecordPlace: Hashable {
    var file: String
    var record: Int
}

extension ReportedFile {
    fileprivate var hasFindings: Bool { !findings.isEmpty || !accepted.isEmpty }

    fileprivate mutating func redact(_ hide: Hide, _ bodies: [RecordPlace: RedactedText]) {
        var hidden: RedactedText?
        // Without findings no excerpt is made of it, and none of octets.
        if hasFindings, let text = SourceText.decoded(source) { hidden = RedactedText(text, hide(.document, text)) }
        source = hidden.flatMap { $0.keepsLines ? Array($0.text.utf8) : nil } ?? []
        changedLines = hidden?.changedLines ?? []
        func redact(_ finding: inout LintFinding) {
            let text = finding.record.map { bodies[RecordPlace(file: finding.file, record: $0)] } ?? hidden
            finding.redact(hide)
            finding.movedPosition = finding.position.flatMap { position in text?.moved(position) }
        }
        for index in findings.indices { redact(&findings[index]) }
        for index in accepted.indices { redact(&accepted[index].finding) }
    }
}

extension LintFinding {
    fileprivate mutating func redact(_ hide: Hide) {
        keptFingerprint = fingerprint
        message = hide(.text, message)
        hint = hide(.text, hint)
        target = target.map { hide(.text, $0) }
    }
}

extension ReportedMessage {
    fileprivate mutating func redact(_ hide: Hide) -> RedactedText {
        let plain = body
        let hidden = RedactedText(plain, hide(.document, plain))
        body = hidden.text
        changedLines = hidden.changedLines
        keepsLines = hidden.keepsLines
        for index in commands.indices {
            commands[index].target = commands[index].target.map { hide(.text, $0) }
            commands[index].data = commands[index].data.map { data in
                // A rule may know a secret only by what stands round it, which a value alone does not show.
                let isGone = body != plain && !data.isEmpty && plain.contains(data) && !body.contains(data)
                return isGone ? "(redacted)" : hide(.text, data)
            }
        }
        return hidden
    }
}

extension ReportedDifference {
    fileprivate mutating func redact(_ hide: Hide) {
        target = target.map { hide(.text, $0) }
        recorded = recorded.map { hide(.text, $0) }
        ours = ours.map { hide(.text, $0) }
        explanation = hide(.text, explanation)
    }
}
