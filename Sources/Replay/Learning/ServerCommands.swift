import SyncML

/// One command of a recorded server message, with its addresses.
struct ServerCommand: Sendable {
    var msgID: String
    var cmdID: String
    var verb: String
    var uris: [String]
    /// The record of its message, from 1.
    var record: Int

    /// A Get with `?list=`, whose Results hold an Item for each node.
    var isListing: Bool { uris.contains { $0.lowercased().contains("?list=") } }

    var isWrite: Bool { ["Add", "Replace", "Delete", "Exec"].contains(verb) }
}

/// The server's commands that were not answered yet.
struct ServerCommands: Sendable {
    private(set) var rest: [ServerCommand] = []

    mutating func take(_ message: RecordedMessage) {
        collect(message.message.commands, message.message.header?.msgID ?? "", message.number)
    }

    private mutating func collect(_ commands: [Command], _ msgID: String, _ record: Int) {
        for command in commands {
            switch command {
            case .add(let items), .replace(let items), .delete(let items), .get(let items), .exec(let items),
                .copy(let items):
                rest.append(
                    ServerCommand(
                        msgID: msgID, cmdID: items.cmdID ?? "", verb: command.name,
                        uris: items.items.compactMap { $0.target?.locURI }, record: record))
            case .atomic(let container), .sequence(let container): collect(container.commands, msgID, record)
            case .alert, .status, .results, .unknown: break
            }
        }
    }

    /// The commands that a message of the client answers, in their own order.
    mutating func takeAll(answeredBy answers: RecordedAnswers) -> [ServerCommand] {
        let taken = rest.filter { answers.answers($0) }
        rest.removeAll { answers.answers($0) }
        return taken
    }
}

/// What one recorded message of the client answers.
struct RecordedAnswers: Sendable {
    private struct Reference: Hashable {
        var msgRef: String
        var cmdRef: String
    }

    struct Value: Sendable {
        var uri: String
        var format: String?
        /// nil where the Item has no Data.
        var data: String?
    }

    let message: RecordedMessage
    private var statuses: [Reference: [Status]] = [:]
    private var values: [Reference: [Value]] = [:]

    init(_ message: RecordedMessage) {
        self.message = message
        for command in message.message.commands {
            switch command {
            case .status(let status):
                statuses[Reference(msgRef: status.msgRef, cmdRef: status.cmdRef), default: []].append(status)
            case .results(let results):
                let reference = Reference(msgRef: results.msgRef ?? "", cmdRef: results.cmdRef)
                for item in results.items {
                    guard let uri = item.source?.locURI ?? results.sourceRef, !item.moreData else { continue }
                    values[reference, default: []].append(
                        Value(
                            uri: uri, format: item.effectiveMeta(under: results.meta)?.format?.lowercased(),
                            data: item.data?.content))
                }
            case .add, .replace, .delete, .get, .copy, .exec, .alert, .atomic, .sequence, .unknown: break
            }
        }
    }

    func answers(_ command: ServerCommand) -> Bool { statuses[Self.reference(command)] != nil }

    func results(_ command: ServerCommand) -> [Value] { values[Self.reference(command)] ?? [] }

    /// - Parameter isOnly: the command has one Item, whose Status needs no TargetRef.
    func status(_ command: ServerCommand, _ uri: String, isOnly: Bool) -> Int? {
        let all = statuses[Self.reference(command)] ?? []
        let status = all.first { $0.targetRefs.contains(uri) } ?? (isOnly || all.count == 1 ? all.first : nil)
        return status?.data.flatMap { StatusCode($0.content)?.rawValue }
    }

    private static func reference(_ command: ServerCommand) -> Reference {
        Reference(msgRef: command.msgID, cmdRef: command.cmdID)
    }
}
