import Conformance
import DMSession
import DMTree
import Device
import SyncML

/// Tells the messages of a life from step to step, each answer beside the command that it answers.
struct MessageRecorder: Sendable {
    /// What a step brought.
    struct Taken {
        var messages: [TimelineMessage] = []
        var answers: [TimelineAnswer] = []
    }

    private var conversation = Conversation()
    /// Of each message of the conversation: its `n`.
    private var numbers: [Int] = []
    /// Of each message by its `n`: the XML without secrets; nil where it cannot be shown.
    private(set) var bodies: [String?] = []

    /// Takes the messages of a step.
    ///
    /// - Parameters:
    ///   - saved: the messages, in order.
    ///   - events: of the same step; they tell how the device decided.
    mutating func take(
        _ saved: ArraySlice<SavedMessage>, _ events: [DeviceEvent], schema: any NodeSchema,
        _ secrets: inout TimelineSecrets
    ) -> Taken {
        var taken = Taken()
        let first = bodies.count
        /// Of each message of the step: its place in the conversation.
        var places: [Int?] = []
        var counts: [SavedMessage.Direction: Int] = [:]
        var session = 0
        for message in saved {
            if message.session != session { counts = [:] }
            session = message.session
            counts[message.direction, default: 0] += 1
            var shown = TimelineMessage(
                n: bodies.count, session: message.session, message: counts[message.direction] ?? 1,
                direction: message.direction.shown, t: message.time.timelineSeconds, bytes: message.bytes.count,
                encoding: WBXMLDocument.isRecognised(message.bytes) ? .wbxml : .xml)
            places.append(read(message, into: &shown, before: first, &taken.answers, &secrets))
            taken.messages.append(shown)
        }
        var decisions = Decisions(events)
        for (index, place) in places.enumerated() {
            let outcomes = taken.messages[index].direction == .server ? decisions.next() : []
            guard let place else { continue }
            let reported = conversation.messages[place]
            taken.messages[index].headerStatus = reported.headerStatus
            taken.messages[index].rows = reported.commands.map { row($0, schema, secrets) }
            Decisions.put(outcomes, on: &taken.messages[index].rows)
        }
        return taken
    }

    /// Reads a message.
    ///
    /// - Returns: its place in the conversation; nil when it is no message.
    private mutating func read(
        _ saved: SavedMessage, into shown: inout TimelineMessage, before first: Int,
        _ answers: inout [TimelineAnswer], _ secrets: inout TimelineSecrets
    ) -> Int? {
        let readable = secrets.readable(saved.bytes)
        bodies.append(readable.flatMap(SourceText.decoded))
        // An empty answer says that the server has nothing more to say (enrollment.md 14.6).
        guard !saved.bytes.isEmpty else { return nil }
        let message: Message
        do throws(MessageRefusal) { message = try Message(parsing: readable ?? saved.bytes) } catch {
            shown.error = "\(error)"
            shown.isFinal = false
            return nil
        }
        shown.sessionID = message.header?.sessionID
        shown.messageID = message.header?.msgID
        shown.isFinal = message.isFinal
        numbers.append(shown.n)
        let answered = conversation.append(
            message, sender: saved.direction.sender, file: "", size: saved.bytes.count, body: "")
        for answer in answered where numbers[answer.message] < first {
            let earlier = conversation.messages[answer.message]
            let row = answer.row.map { earlier.commands[$0] }
            guard let status = answer.row == nil ? earlier.headerStatus : row?.status else { continue }
            answers.append(
                TimelineAnswer(
                    message: numbers[answer.message], row: answer.row ?? -1, status: status,
                    originalError: row?.originalError))
        }
        return numbers.count - 1
    }

    private func row(_ command: ReportedCommand, _ schema: any NodeSchema, _ secrets: TimelineSecrets) -> TimelineRow {
        var row = TimelineRow(
            id: command.commandID, name: command.name, depth: command.depth, target: command.target,
            format: command.format, status: command.status, originalError: command.originalError, line: command.line)
        let isAddress = command.target?.hasPrefix("./") == true
        let uri = isAddress ? command.target.flatMap { try? TreeURI($0) } : nil
        row.uri = uri.map { $0.query == nil ? $0.canonical : $0.prefix($0.segments.count).canonical }
        guard let data = command.data else { return row }
        if let uri, hides(uri, command, schema, secrets) {
            row.data = data.isEmpty ? data : TimelineSecrets.mark
            return row
        }
        let cut = data.unicodeScalars.prefix(TimelineRow.mostDataCharacters)
        row.data = String(String.UnicodeScalarView(cut))
        if cut.endIndex < data.endIndex { row.dataLength = data.unicodeScalars.count }
        return row
    }

    /// What is written to a node that no server can read is as secret as the node.
    private func hides(
        _ uri: TreeURI, _ command: ReportedCommand, _ schema: any NodeSchema, _ secrets: TimelineSecrets
    ) -> Bool {
        guard command.name == "Add" || command.name == "Replace", let row = try? schema.resolve(locURI: uri.canonical)
        else { return secrets.hides(uri) }
        return secrets.hides(row.uri, row.node)
    }
}

/// How the device decided about the commands of the server's messages of one step.
private struct Decisions {
    /// For each message that was received.
    private var outcomes: [[CommandOutcome]] = []
    private var taken = 0

    init(_ events: [DeviceEvent]) {
        for event in events {
            switch event.kind {
            case .messageReceived: outcomes.append([])
            case .commandAnswered(let outcome) where !outcomes.isEmpty: outcomes[outcomes.count - 1].append(outcome)
            default: break
            }
        }
    }

    /// Those of the next message of the server.
    mutating func next() -> [CommandOutcome] {
        defer { taken += 1 }
        return outcomes.indices.contains(taken) ? outcomes[taken] : []
    }

    /// Puts the rule and the error of each outcome on its row.
    static func put(_ outcomes: [CommandOutcome], on rows: inout [TimelineRow]) {
        // Both come in the order of the document, but for containers, which are decided when what they hold is.
        var next = 0
        for outcome in outcomes {
            let order = Array(next..<rows.count) + Array(0..<min(next, rows.count))
            let candidates = order.filter { rows[$0].rule == nil && isRow(rows[$0], of: outcome) }
            guard let row = candidates.first(where: { rows[$0].target == outcome.target }) ?? candidates.first else {
                continue
            }
            rows[row].rule = outcome.rule.reference
            rows[row].originalError = rows[row].originalError ?? outcome.originalError?.uppercase
            next = row + 1
        }
    }

    private static func isRow(_ row: TimelineRow, of outcome: CommandOutcome) -> Bool {
        row.id == outcome.commandID && row.name.prefix { $0 != " " } == outcome.command
    }
}

extension SavedMessage.Direction {
    fileprivate var shown: TimelineMessage.Direction {
        switch self {
        case .client: .client
        case .server: .server
        }
    }

    fileprivate var sender: LintedMessage.Sender {
        switch self {
        case .client: .client
        case .server: .server
        }
    }
}
