import Capture
import SyncML

/// One record as `espalier capture show` lists it.
struct ShownRecord: Encodable {
    let number: Int
    @OrNull var time: String?
    let direction: String
    let kind: String
    let size: Int
    @OrNull var url: String?
    @OrNull var status: Int?
    @OrNull var sessionID: String?
    @OrNull var msgID: String?
    /// The names of the commands at the top, in order.
    let commands: [String]
    /// Why the message could not be parsed.
    @OrNull var refusal: String?
    let file: String
    let line: Int
    let offset: Int

    init(_ record: CaptureRecord, number: Int) {
        self.number = number
        direction = record.direction.rawValue
        let kind = record.kind
        self.kind = kind.rawValue
        size = record.body.count
        file = record.origin.file
        line = record.origin.line
        offset = record.origin.offset
        var header: SyncHdr?
        var commands: [String] = []
        var refusal: String?
        switch kind {
        case .syncML, .wbxml:
            do throws(MessageRefusal) {
                let message = try Message(parsing: record.body)
                header = message.header
                commands = message.commands.map(\.name)
            } catch {
                refusal = "\(error.position.line):\(error.position.column): \(error.message)"
            }
        case .soap, .provisioning, .empty, .other: break
        }
        self.commands = commands
        time = record.time?.text
        url = record.url
        status = record.status
        sessionID = header?.sessionID
        msgID = header?.msgID
        self.refusal = refusal
    }

    /// `   1 2026-11-27T15:10:35.000000Z > session 1 message 1: Alert, 5 Replace (1234 bytes)`; `>` goes to the server, `<` comes from it.
    var text: String {
        let place = String(repeating: " ", count: max(0, 4 - String(number).count)) + String(number)
        let arrow = direction == CaptureRecord.Direction.toServer.rawValue ? ">" : "<"
        var parts: [String] = []
        if let sessionID, let msgID {
            parts.append("session \(sessionID) message \(msgID):")
        } else {
            parts.append("\(kind):")
        }
        if let status { parts.append("HTTP \(status)") }
        if let refusal {
            parts.append("unreadable at \(refusal)")
        } else if !commands.isEmpty {
            parts.append(Self.counted(commands))
        }
        return "\(place) \(time ?? "-") \(arrow) \(parts.joined(separator: " ")) (\(size) bytes)"
    }

    /// Runs of the same command as one word with its number.
    private static func counted(_ commands: [String]) -> String {
        var runs: [(name: String, count: Int)] = []
        for command in commands {
            if runs.last?.name == command { runs[runs.count - 1].count += 1 } else { runs.append((command, 1)) }
        }
        return runs.map { $0.count == 1 ? $0.name : "\($0.count) \($0.name)" }.joined(separator: ", ")
    }
}

/// What could not be read.
struct ShownFault: Encodable {
    let code: String
    let file: String
    let line: Int
    let column: Int
    let offset: Int
    let message: String
    let hint: String

    init(_ fault: CaptureFault) {
        code = fault.code.rawValue
        file = fault.origin.file
        line = fault.origin.line
        column = fault.origin.column
        offset = fault.origin.offset
        message = fault.message
        hint = fault.hint
    }
}

/// The answer of `espalier capture show --format json`.
struct ShownCapture: Encodable {
    let schemaVersion = 1
    let records: [ShownRecord]
    let faults: [ShownFault]
}
