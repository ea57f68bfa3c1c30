import Capture
import SyncML

/// What a replay has to say beside its differences: what could not be read, or not be compared.
public struct ReplayNote: Hashable, Sendable {
    /// The stable id; docs/rules.md lists them.
    public var rule: String
    public var severity: Finding.Severity
    /// One plain sentence.
    public var message: String
    public var hint: String
    /// Which record of the capture it is about, from 1; nil for the capture as a whole.
    public var record: Int?
    /// Where that record stands; empty file and line 1 where that is not known.
    public var file: String
    public var line: Int?
    public var column: Int?

    public init(
        rule: String, severity: Finding.Severity, message: String, hint: String = "", record: Int? = nil,
        file: String = "", line: Int? = nil, column: Int? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.hint = hint
        self.record = record
        self.file = file
        self.line = line
        self.column = column
    }
}

/// Every text of a replay's notes, in one place.
enum ReplayText {
    static let noMessages = ReplayNote(
        rule: "replay.no-messages", severity: .error, message: "the capture holds no message of OMA-DM",
        hint: "espalier capture show says what it holds; espalier capture convert --help names the forms that are read")

    static func notReadable(_ fault: CaptureFault) -> ReplayNote {
        ReplayNote(
            rule: "replay.capture", severity: .error, message: fault.message, hint: fault.hint, file: fault.origin.file,
            line: fault.origin.line, column: fault.origin.column)
    }

    static func refused(_ record: CaptureRecord, _ number: Int, _ refusal: MessageRefusal) -> ReplayNote {
        ReplayNote(
            rule: "replay.unreadable", severity: .error,
            message: "the message of the \(record.sender) cannot be read: \(refusal.message)", hint: refusal.hint,
            record: number, file: record.origin.file, line: record.origin.line + refusal.position.line - 1,
            column: refusal.position.column)
    }

    static func foreign(_ record: CaptureRecord, _ number: Int) -> ReplayNote {
        note("replay.foreign", record, number, "not a message of OMA-DM; it is passed over")
    }

    static func dataSync(_ record: CaptureRecord, _ number: Int, _ version: String) -> ReplayNote {
        note(
            "replay.foreign", record, number,
            "a message of data synchronisation (VerProto \"\(version)\") and not of device management; it is passed over"
        )
    }

    static func resent(_ message: RecordedMessage) -> ReplayNote {
        note(
            "replay.resent", message.record, message.number,
            "the \(message.record.sender) sent the same message again; it counts once")
    }

    static func onlyServer(_ session: RecordedSession) -> ReplayNote {
        ReplayNote(
            rule: "replay.one-sided", severity: .warning,
            message:
                "session \(session.sessionID) has messages of the server only: they were replayed, and nothing could be compared"
        )
    }

    static func onlyClient(_ session: RecordedSession) -> ReplayNote {
        ReplayNote(
            rule: "replay.one-sided", severity: .warning,
            message:
                "session \(session.sessionID) has messages of the client only: behind package 1 there was nothing to answer, and nothing could be compared"
        )
    }

    static func notCompared(_ server: RecordedMessage?, _ session: RecordedSession) -> ReplayNote {
        let what =
            server.map { server in
                server.message.header.map { "answer to message \($0.msgID) of the server" }
                    ?? "answer to these commands of the server"
            } ?? "package 1"
        return ReplayNote(
            rule: "replay.not-compared", severity: .warning,
            message: "session \(session.sessionID): the \(what) is not in the capture and was not compared",
            record: server?.number, file: server?.record.origin.file ?? "", line: server?.record.origin.line)
    }

    static func notHeard(_ client: RecordedMessage, _ session: RecordedSession) -> ReplayNote {
        note(
            "replay.not-compared", client.record, client.number,
            "session \(session.sessionID): what this message of the client answers is not in the capture; it was not compared",
            severity: .warning
        )
    }

    static func providerChosen(_ id: String) -> ReplayNote {
        ReplayNote(
            rule: "replay.provider", severity: .note,
            message: "the server's messages name one DMClient provider, \"\(id)\", so the device is enrolled with it",
            hint: "--provider sets another")
    }

    static func proofUnknown(_ server: RecordedMessage) -> ReplayNote {
        note(
            "replay.server-proof", server.record, server.number,
            "the server's Cred cannot be verified without the secret of the recorded account; it counts as right, as the recorded client took it"
        )
    }

    static func proofLeftOut(_ server: RecordedMessage) -> ReplayNote {
        note(
            "replay.server-proof", server.record, server.number,
            "the Cred of the recorded server was left out: it proves nothing to another client")
    }

    static func statusesAdded(_ count: Int, _ session: RecordedSession) -> ReplayNote {
        ReplayNote(
            rule: "replay.status-added", severity: .note,
            message:
                "session \(session.sessionID): \(count) commands of the client have no answer in the recording; the server's message got a Status 200 for each"
        )
    }

    static func sessionCut(_ session: RecordedSession, left: Int) -> ReplayNote {
        ReplayNote(
            rule: "replay.session-cut", severity: .warning,
            message:
                "session \(session.sessionID): the client ended the session before \(left) recorded messages of the client"
        )
    }

    private static func note(
        _ rule: String, _ record: CaptureRecord, _ number: Int, _ message: String, severity: Finding.Severity = .note
    ) -> ReplayNote {
        ReplayNote(
            rule: rule, severity: severity, message: message, record: number, file: record.origin.file,
            line: record.origin.line)
    }
}

extension CaptureRecord {
    var sender: String {
        switch direction {
        case .toServer: "client"
        case .toClient: "server"
        }
    }
}
