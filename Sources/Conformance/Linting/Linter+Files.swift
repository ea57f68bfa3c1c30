import SyncML

extension Linter {
    /// Checks a file that holds one message, or commands without a message; of another kind it says what it is.
    public func reportedFile(_ bytes: [UInt8], name: String) -> ReportedFile {
        let kind = DocumentKind(bytes)
        if case .message(let message) = kind {
            let linted = LintedMessage(message, sender: .init(inferredFrom: message), context: context)
            return ReportedFile(name: name, source: bytes, findings: findings(in: linted, file: name))
        }
        if let document = EnrollmentDocument(kind, bytes) {
            return ReportedFile(
                name: name, source: bytes, isReadable: document.isReadable,
                findings: findings(in: document, file: name))
        }
        return ReportedFile(name: name, source: bytes, isReadable: kind.isReadable, findings: findings(of: kind, name))
    }

    /// What is said of a document that is no message of device management.
    func findings(of kind: DocumentKind, _ file: String) -> [LintFinding] {
        if case .refused(let refusal) = kind { return [LintFinding(refusal, file: file)] }
        guard let (rule, message, hint) = kind.finding else { return [] }
        return finding(rule, Breach(message, hint: hint), file: file).map { [$0] } ?? []
    }
}

extension DocumentKind {
    /// False for a document that could not be read.
    var isReadable: Bool { if case .refused = self { false } else { true } }
}
