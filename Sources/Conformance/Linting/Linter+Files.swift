import SyncML

extension Linter {
    /// Checks a file that holds one message, or commands without a message.
    public func reportedFile(_ bytes: [UInt8], name: String) -> ReportedFile {
        do throws(MessageRefusal) {
            let message = try Message(parsing: bytes)
            let linted = LintedMessage(message, sender: .server, context: context)
            return ReportedFile(name: name, source: bytes, findings: findings(in: linted, file: name))
        } catch {
            return ReportedFile(
                name: name, source: bytes, isReadable: false, findings: [LintFinding(error, file: name)])
        }
    }
}

extension LintFinding {
    /// A document that the parser refused.
    init(_ refusal: MessageRefusal, file: String) {
        self.init(
            rule: "message.\(refusal.code.rawValue)", severity: .error, file: file, position: refusal.position,
            message: refusal.message, hint: refusal.hint, reference: "design.md 8")
    }
}
