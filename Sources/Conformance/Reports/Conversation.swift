import Capture
import SyncML

/// Puts the messages of a capture into the form of a report, and each answer beside the command that it answers.
///
///     var conversation = Conversation()
///     for message in messages { conversation.append(message, sender: .server, file: name, record: 3) }
///     report.conversation = conversation.messages
public struct Conversation: Sendable {
    public private(set) var messages: [ReportedMessage] = []

    /// What a Status names (oma-dm.md 2.3): a command of the other side, in one session.
    private struct Reference: Hashable {
        var sender: LintedMessage.Sender
        var sessionID: String
        var messageID: String
        var commandID: String
    }

    /// Where the rows of a command stand.
    private struct Place {
        var message: Int
        var rows: Range<Int>
    }

    private var places: [Reference: Place] = [:]

    /// A status that came for a row.
    public struct Answer: Hashable, Sendable {
        /// The place of the message in `messages`.
        public var message: Int
        /// Of its commands; nil for the SyncHdr.
        public var row: Int?
    }

    public init() {}

    /// Adds the next message.
    ///
    /// - Parameters:
    ///   - size: the bytes on the wire; those of `Message.raw` when nil.
    ///   - body: the message as XML; that of `Message.raw` when nil.
    /// - Returns: which rows of earlier messages have a status now, or another one.
    @discardableResult
    public mutating func append(
        _ message: Message, sender: LintedMessage.Sender, file: String, record: Int? = nil, time: CaptureTime? = nil,
        size: Int? = nil, body: String? = nil
    ) -> [Answer] {
        var reported = ReportedMessage(
            sender: sender, file: file, record: record, time: time, sessionID: message.header?.sessionID,
            messageID: message.header?.msgID, size: size ?? message.raw.count,
            body: body ?? Self.xml(message.raw))
        let index = messages.count
        let sessionID = message.header?.sessionID ?? ""
        let messageID = message.header?.msgID ?? ""
        let newest = Reference(sender: sender, sessionID: sessionID, messageID: messageID, commandID: "0")
        places[newest] = Place(message: index, rows: 0..<0)
        for command in message.commands { add(command, depth: 0, to: &reported, newest, index) }
        messages.append(reported)
        return message.commands.flatMap { answer($0, from: sender, sessionID: sessionID) }
    }

    private mutating func add(
        _ command: Command, depth: Int, to message: inout ReportedMessage, _ header: Reference, _ index: Int
    ) {
        let start = message.commands.count
        var children: [Command] = []
        switch command {
        case .add(let some), .replace(let some), .delete(let some), .get(let some), .copy(let some), .exec(let some):
            message.commands += Self.rows(command, some.items, meta: some.meta, depth: depth)
        case .alert(let alert):
            let code = alert.data.map { "Alert \($0.content)" } ?? "Alert"
            var rows = Self.rows(command, name: code, alert.items, depth: depth)
            // What an alert without an address is about, its type says.
            for (row, item) in zip(rows.indices, alert.items) where rows[row].target == nil {
                rows[row].target = item.meta?.type
            }
            message.commands += rows
        case .atomic(let container), .sequence(let container):
            message.commands += Self.rows(command, [], depth: depth)
            children = container.commands
        case .status(let status):
            message.commands.append(
                ReportedCommand(
                    "Status", commandID: status.cmdID, depth: depth,
                    target: "\(status.cmd) \(status.msgRef)/\(status.cmdRef)", status: status.data?.content,
                    originalError: status.data?.originalError, line: command.origin.position?.line))
        case .results(let results):
            message.commands += Self.rows(command, results.items, meta: results.meta, depth: depth)
        case .unknown:
            message.commands += Self.rows(command, [], depth: depth)
        }
        if let commandID = command.cmdID {
            var reference = header
            reference.commandID = commandID
            places[reference] = Place(message: index, rows: start..<message.commands.count)
        }
        for child in children { add(child, depth: depth + 1, to: &message, header, index) }
    }

    private static func rows(
        _ command: Command, name: String? = nil, _ items: [Item], meta: Meta? = nil, depth: Int
    ) -> [ReportedCommand] {
        let plain = ReportedCommand(
            name ?? command.name, commandID: command.cmdID, depth: depth, line: command.origin.position?.line)
        guard !items.isEmpty else { return [plain] }
        return items.map { item in
            var row = plain
            row.target = item.target?.locURI ?? item.source?.locURI
            row.format = item.meta?.format ?? meta?.format
            row.data = item.data?.content
            row.line = item.origin.position?.line ?? plain.line
            return row
        }
    }

    /// True for `Replace` and `Replace`, and for `Alert 1201` and `Alert`.
    private static func isName(_ shown: String, of command: String) -> Bool { shown.prefix { $0 != " " } == command }

    /// Sets the statuses of what a Status answers: of the one Item that its TargetRef names, otherwise of all.
    private mutating func answer(
        _ command: Command, from sender: LintedMessage.Sender, sessionID: String
    ) -> [Answer] {
        guard case .status(let status) = command else { return [] }
        let other: LintedMessage.Sender =
            switch sender {
            case .client: .server
            case .server: .client
            }
        let reference = Reference(
            sender: other, sessionID: sessionID, messageID: status.msgRef, commandID: status.cmdRef)
        guard let place = places[reference] else { return [] }
        guard !place.rows.isEmpty else {
            messages[place.message].headerStatus = status.data?.content
            return [Answer(message: place.message, row: nil)]
        }
        // Another command than the Status says: a message of another session with the same ids.
        guard
            status.cmd.isEmpty
                || Self.isName(messages[place.message].commands[place.rows.lowerBound].name, of: status.cmd)
        else {
            return []
        }
        let named = place.rows.filter { row in
            messages[place.message].commands[row].target.map(status.targetRefs.contains) ?? false
        }
        let answered = named.isEmpty ? Array(place.rows) : named
        for row in answered {
            messages[place.message].commands[row].status = status.data?.content
            messages[place.message].commands[row].originalError = status.data?.originalError
        }
        return answered.map { Answer(message: place.message, row: $0) }
    }

    /// A message as XML in UTF-8.
    private static func xml(_ body: [UInt8]) -> String {
        if WBXMLDocument.isRecognised(body), let document = try? WBXMLDocument(decoding: body) {
            return String(decoding: document.xml(), as: UTF8.self)
        }
        return SourceText.decoded(body) ?? ""
    }
}
