import SyncML

/// A command as an administrator writes it in JSON (docs/serve.md): a verb with one address or several, a container with
/// commands, or a fragment of SyncML.
struct CommandInput: Decodable, Sendable {
    private enum Key: String, CodingKey, CaseIterable {
        case verb, uri, uris, format, type, data, commands, syncml
    }

    private enum Verb: String, CaseIterable {
        case add, replace, delete, get, exec, atomic, sequence
    }

    /// Each without a CmdID.
    let commands: [Command]

    /// Containers stand in one another at most so deep.
    private static let depth = 4

    init(from decoder: any Decoder) throws {
        guard decoder.codingPath.count < 4 * Self.depth else { throw InputFault.tooDeep }
        try InputFault.refuseUnknownKeys(decoder, known: Key.allCases.map(\.rawValue), of: "a command")
        let fields = try decoder.container(keyedBy: Key.self)
        if let text = try fields.decodeIfPresent(String.self, forKey: .syncml) {
            guard fields.allKeys.count == 1 else {
                throw InputFault("\"syncml\" stands beside other keys", hint: "Write the fragment alone.")
            }
            commands = try Self.fragment(Array(text.utf8))
            return
        }
        let name = try fields.decode(String.self, forKey: .verb).lowercased()
        guard let verb = Verb(rawValue: name) else {
            throw InputFault(
                "\"\(name)\" is no verb",
                hint: "The verbs are \(Verb.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        commands = [try Self.command(verb, fields)]
        for command in commands { try Self.check(command) }
    }

    private static func command(_ verb: Verb, _ fields: KeyedDecodingContainer<Key>) throws -> Command {
        switch verb {
        case .atomic, .sequence:
            let parts = try fields.decode([CommandInput].self, forKey: .commands).flatMap(\.commands)
            let container = Container(cmdID: nil, commands: parts)
            return verb == .atomic ? .atomic(container) : .sequence(container)
        case .add, .replace, .delete, .get, .exec: break
        }
        var uris = try fields.decodeIfPresent([String].self, forKey: .uris) ?? []
        if let uri = try fields.decodeIfPresent(String.self, forKey: .uri) { uris.insert(uri, at: 0) }
        guard !uris.isEmpty, uris.count <= 100, uris.allSatisfy({ (1...1_024).contains($0.utf8.count) }) else {
            throw InputFault(
                "the command has no address, or one that is too long",
                hint: "Write \"uri\" or \"uris\", up to 100 of 1,024 bytes.")
        }
        let format = try fields.decodeIfPresent(String.self, forKey: .format)
        let type = try fields.decodeIfPresent(String.self, forKey: .type)
        let data = try fields.decodeIfPresent(String.self, forKey: .data)
        let items = uris.map { uri in
            Item(
                target: Location(uri), meta: format == nil && type == nil ? nil : Meta(format: format, type: type),
                data: data.map { ItemData($0) })
        }
        let command = ItemCommand(cmdID: nil, items: items)
        switch verb {
        case .add: return .add(command)
        case .replace: return .replace(command)
        case .delete: return .delete(command)
        case .get: return .get(command)
        case .exec, .atomic, .sequence: return .exec(command)
        }
    }

    /// Commands as SyncML: bare, in a SyncBody, or of a whole message, whose header does not count.
    static func fragment(_ bytes: [UInt8]) throws -> [Command] {
        let message: Message
        do throws(MessageRefusal) { message = try Message(parsing: bytes) } catch {
            throw InputFault("the SyncML cannot be read: \(error.description)", hint: error.hint)
        }
        guard !message.commands.isEmpty else { throw InputFault("the SyncML has no command") }
        for command in message.commands { try check(command) }
        return message.commands
    }

    /// SES-10, and what a server cannot send.
    private static func check(_ command: Command, inAtomic: Bool = false) throws {
        switch command {
        case .add, .replace, .delete, .exec, .copy: return
        case .get:
            if inAtomic {
                throw InputFault("an Atomic holds a Get, which Windows refuses (SES-10)", hint: "Take it out.")
            }
        case .atomic(let container):
            if inAtomic {
                throw InputFault("an Atomic holds an Atomic, which Windows refuses (SES-10)", hint: "Make it one.")
            }
            for part in container.commands { try check(part, inAtomic: true) }
        case .sequence(let container):
            for part in container.commands { try check(part, inAtomic: inAtomic) }
        case .alert, .status, .results, .unknown:
            throw InputFault("\(command.name) is no command that is queued")
        }
    }
}

/// What is wrong with a request of an administrator.
struct InputFault: Error, Hashable, Sendable {
    var message: String
    var hint: String

    init(_ message: String, hint: String = "") {
        self.message = message
        self.hint = hint
    }

    static let tooDeep = InputFault("the commands stand too deep in one another")

    /// A key that means nothing is a slip, and is told.
    static func refuseUnknownKeys(_ decoder: any Decoder, known: [String], of name: String) throws {
        let fields = try decoder.container(keyedBy: AnyKey.self)
        guard let strange = fields.allKeys.first(where: { !known.contains($0.stringValue) }) else { return }
        throw InputFault(
            "\"\(strange.stringValue)\" is no key of \(name)", hint: "The keys are \(known.joined(separator: ", ")).")
    }

    private struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
