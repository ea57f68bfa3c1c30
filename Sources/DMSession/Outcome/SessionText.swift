import ProtocolProfile
import SyncML

/// The sentences of session-level diagnostics, in one place.
enum SessionText {
    static func afterEnd(_ end: SessionEnd) -> Diagnostic {
        Diagnostic(
            rule: "session.over", severity: .error,
            message: "a message came after the session was over; the client does not take it, nothing was applied",
            hint: "a server begins no session; wait for the next package 1", reference: "oma-dm.md 2.1")
    }

    static func resultsTooLarge(limit: String) -> Diagnostic {
        Diagnostic(
            rule: "session.results-too-large", severity: .error,
            message:
                "a Results does not fit the server's MaxMsgSize \(limit): Windows leaves it out and ends the session with Alert 1223",
            hint: "raise MaxMsgSize, or ask for less with one Get", reference: "OBS-013")
    }

    static func sessionID(_ header: SyncHdr, expected: String, _ profile: ProtocolProfile.Name) -> Diagnostic {
        Diagnostic(
            rule: "session.session-id", severity: profile == .oma ? .error : .warning,
            line: header.origin.position?.line, column: header.origin.position?.column,
            message: "the SessionID is \"\(header.sessionID)\", expected \"\(expected)\"",
            hint: "a SessionID is constant for the session", reference: "oma-dm.md 1.5 SessionID")
    }

    static func msgID(_ header: SyncHdr, expected: Int) -> Diagnostic {
        Diagnostic(
            rule: "session.msg-id", severity: .warning, line: header.origin.position?.line,
            column: header.origin.position?.column,
            message: "the MsgID is \"\(header.msgID)\", expected \"\(expected)\"",
            hint: "a server's MsgID starts at 1 and grows by 1", reference: "windows-csp.md 5.3")
    }

    static func version(_ header: SyncHdr) -> Diagnostic {
        Diagnostic(
            rule: "session.version", severity: .warning, line: header.origin.position?.line,
            column: header.origin.position?.column,
            message: "VerDTD is \"\(header.verDTD)\" and VerProto \"\(header.verProto)\"",
            hint: "write 1.2 and DM/1.2", reference: "windows-csp.md 5.1")
    }

    static func addThenReplace(_ command: String?, target: String, line: Int?, column: Int?) -> Diagnostic {
        Diagnostic(
            rule: "atomic.add-then-replace", severity: .warning, line: line, column: column, commandID: command,
            target: target, message: "Add and then Replace of one node inside an Atomic is documented as unsupported",
            hint: "add the node with its final value", reference: "windows-csp.md 5.5b")
    }

    static func atomicFailed(_ container: Container, _ failure: CommandOutcome) -> Diagnostic {
        Diagnostic(
            rule: "atomic.failed", severity: .error, line: container.origin.position?.line,
            column: container.origin.position?.column, commandID: container.cmdID,
            message:
                "the Atomic failed because \(failure.command) \(failure.commandID ?? "without CmdID") answered \(failure.status); "
                + "what ran before was rolled back",
            hint: "mend that command and send the whole Atomic again", reference: "windows-csp.md 5.9 Atomic")
    }

    static func nestedAtomic(_ container: Container) -> Diagnostic {
        Diagnostic(
            rule: "atomic.nested", severity: .error, line: container.origin.position?.line,
            column: container.origin.position?.column, commandID: container.cmdID,
            message: "an Atomic inside an Atomic is not supported and answers 500",
            hint: "put its commands into the outer one",
            reference: "windows-csp.md 5.5b, 5.9 Atomic")
    }

    static func unnumbered(_ container: Container, _ name: String) -> Diagnostic {
        Diagnostic(
            rule: "command.no-cmdid", severity: .error, line: container.origin.position?.line,
            column: container.origin.position?.column,
            message: "the \(name) has no CmdID, so Windows answers 400 with an empty CmdRef and runs nothing inside",
            hint: "give every command of a message a CmdID of its own", reference: "windows-csp.md 5.9 row 2")
    }

    static func unenrolled(_ commandID: String?, line: Int?, column: Int?) -> Diagnostic {
        Diagnostic(
            rule: "session.unenroll", severity: .note, line: line, column: column, commandID: commandID,
            message: "Unenroll ends every running session at once; the client sends no Status for it",
            hint: "expect a new session with the unenrollment alert", reference: "windows-csp.md 3.8")
    }
}
