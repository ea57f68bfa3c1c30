import ProtocolProfile
import SyncML

/// Sentences about headers, packages and sizes.
extension SessionText {
    static func versionRefused(_ header: SyncHdr, _ namespace: String?, _ status: Int) -> Diagnostic {
        about(
            header, rule: "session.version-refused", .error,
            status == 513
                ? "the client does not speak VerProto \"\(header.verProto)\" and answers 513 to the SyncHdr; nothing was executed"
                : "the client does not speak VerDTD \"\(header.verDTD)\" in the namespace \"\(namespace ?? "")\" and answers 505 to the SyncHdr; nothing was executed",
            hint: "write 1.2 and DM/1.2", "oma-dm.md 1.5 VerDTD, VerProto")
    }

    static func respURI(_ header: SyncHdr, _ address: String) -> Diagnostic {
        about(
            header, rule: "session.resp-uri", .warning,
            "the RespURI \"\(address)\" is not absolute, so the client goes on with the address it has",
            hint: "write the whole address, with https://", "oma-dm.md 1.5 RespURI")
    }

    static func headerRefusedByServer(_ status: Status, _ code: String) -> Diagnostic {
        about(
            status, rule: "session.header-status", .warning,
            "the server answered \(code) to the SyncHdr of the client's message",
            hint: "a server that takes the message answers 200 or 212", "oma-dm.md 4.1")
    }

    static func commandsAfterEnd(_ message: Message) -> [Diagnostic] {
        guard let first = message.commands.first(where: \.isNewCommand) else { return [] }
        return [
            Diagnostic(
                rule: "session.commands-after-end", severity: .warning, line: first.origin.position?.line,
                column: first.origin.position?.column, commandID: first.cmdID,
                message: "the client had ended the session, so the \(first.name) was not executed",
                hint: "answer an abort with Statuses only", reference: "oma-dm.md 2.6")
        ]
    }

    /// What is wrong with a message that should only ask for the rest of our package.
    static func nextMessageFaults(_ message: Message) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        if let first = message.commands.first(where: \.isNewCommand) {
            faults.append(
                Diagnostic(
                    rule: "session.early-commands", severity: .warning, line: first.origin.position?.line,
                    column: first.origin.position?.column, commandID: first.cmdID,
                    message: "the \(first.name) came while the client still owes Statuses for earlier commands",
                    hint: "answer a message without Final with Alert 1222 alone until it has one",
                    reference: "oma-dm.md 2.2"))
        }
        let asks = message.commands.contains { if case .alert = $0 { !$0.isNewCommand } else { false } }
        if !asks || message.isFinal {
            faults.append(
                Diagnostic(
                    rule: "session.next-message", severity: .warning,
                    message: asks
                        ? "Final stands in a message that asks for the rest of the client's package"
                        : "the client's message had no Final, and the server did not ask for the rest",
                    hint: "send the Status for the SyncHdr and Alert 1222, without Final", reference: "oma-dm.md 2.2"))
        }
        return faults
    }

    static func messageTooSmall(_ limit: Int) -> Diagnostic {
        Diagnostic(
            rule: "session.max-msg-size", severity: .error,
            message:
                "MaxMsgSize \(limit) is too small for a single Status or chunk, so the client ends the session with Alert 1223",
            hint: "raise MaxMsgSize", reference: "oma-dm.md 2.2")
    }

    static func atomicTooLarge(_ container: Container) -> Diagnostic {
        Diagnostic(
            rule: "atomic.too-large", severity: .error, line: container.origin.position?.line,
            column: container.origin.position?.column, commandID: container.cmdID,
            message:
                "the answers to the Atomic do not fit into one message of the server's MaxMsgSize; it answers 517 and was rolled back",
            hint: "raise MaxMsgSize, or send a smaller Atomic", reference: "oma-dm.md 2.7")
    }

    static func unforgiven(_ command: Command, _ fault: String, _ row: Ambiguities.ID) -> Diagnostic {
        Diagnostic(
            rule: "command.unforgiven", severity: .error, line: command.origin.position?.line,
            column: command.origin.position?.column, commandID: command.cmdID,
            message: "the \(command.name) holds or is \(fault), which switch \(row.rawValue) refuses with 400",
            hint: "write it as the standard has it, or leave the switch at its default",
            reference: "oma-dm.md 8, \(row.rawValue)")
    }

    static func resultsReceived(_ results: Results, isUsable: Bool) -> Diagnostic {
        Diagnostic(
            rule: "session.results", severity: isUsable ? .warning : .error, line: results.origin.position?.line,
            column: results.origin.position?.column, commandID: results.cmdID,
            message: isUsable
                ? "a server has no Results to send; the client takes them and answers nothing"
                : "the Results lack a CmdID, a CmdRef or an Item with Source, so the client answers 400",
            hint: "only a client sends Results", reference: "oma-dm.md 1.2, 2.3")
    }

    private static func about(
        _ header: SyncHdr, rule: String, _ severity: Diagnostic.Severity, _ message: String, hint: String,
        _ reference: String
    ) -> Diagnostic {
        Diagnostic(
            rule: rule, severity: severity, line: header.origin.position?.line, column: header.origin.position?.column,
            message: message, hint: hint, reference: reference)
    }

    private static func about(
        _ status: Status, rule: String, _ severity: Diagnostic.Severity, _ message: String, hint: String,
        _ reference: String
    ) -> Diagnostic {
        Diagnostic(
            rule: rule, severity: severity, line: status.origin.position?.line, column: status.origin.position?.column,
            message: message, hint: hint, reference: reference)
    }
}
