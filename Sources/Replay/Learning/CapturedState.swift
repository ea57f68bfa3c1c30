import Capture
import DMTree
import SyncML

/// What a capture tells of one device beside its behaviour: facts, stored values, which nodes were there and when.
///
/// Only what no server wrote is taken: from the first command that writes a node on, what the node holds is behaviour.
/// A value that is learned never changes what a command that writes answers, but for an Add that was answered 418, whose
/// node was there (windows-csp.md 5.9 row 11).
struct CapturedState: Sendable {
    /// Facts that a provider of ours reads from the device, by the lower-case names of the node.
    private(set) var facts: [String: String?] = [:]
    /// The same with the record that tells them.
    private(set) var factList: [LearnedFact] = []
    /// What holds from the server's message of a record number on, before it is executed.
    private(set) var moments: [Int: [LearnedFact]] = [:]

    private var written = WrittenNodes()

    init(_ device: RecordedDevice) {
        for session in device.sessions { learn(session) }
    }

    private mutating func learn(_ session: RecordedSession) {
        if let first = session.clientMessages.first { learnOpening(first) }
        var commands = ServerCommands()
        for step in session.steps {
            switch step {
            case .server(let message): commands.take(message)
            case .client(let message): learn(message, &commands)
            case .gap: break
            }
        }
        for command in commands.rest where command.isWrite { written.note(command, status: nil) }
    }

    /// DevInfo, which package 1 tells unasked.
    private mutating func learnOpening(_ message: RecordedMessage) {
        for case .replace(let command) in message.message.commands {
            for item in command.items {
                guard let uri = item.source?.locURI, DeviceFactNodes.contain(uri) else { continue }
                learnFact(uri, item.data?.content ?? "", "Replace of package 1", message.number)
            }
        }
    }

    /// The answers of one client message, in the order of the commands that they answer.
    private mutating func learn(_ message: RecordedMessage, _ commands: inout ServerCommands) {
        let answers = RecordedAnswers(message)
        for command in commands.takeAll(answeredBy: answers) {
            for (uri, index) in zip(command.uris, command.uris.indices) {
                let status = answers.status(command, uri, isOnly: command.uris.count == 1)
                switch command.verb {
                case "Get":
                    if status == 404 { learnAbsence(uri, command, answers.message.number) }
                    if index == 0 {
                        for item in answers.results(command) { learnResult(item, command, answers.message.number) }
                    }
                case "Add":
                    if status == 418, let key = Self.key(uri), !written.contain(key) {
                        add(
                            LearnedFact(
                                .node, uri: uri, source: "Add \(command.cmdID) answered 418", record: command.record))
                    }
                    written.note(uri, verb: command.verb, status: status)
                default: written.note(uri, verb: command.verb, status: status)
                }
            }
        }
    }

    private mutating func learnResult(_ item: RecordedAnswers.Value, _ command: ServerCommand, _ number: Int) {
        guard let key = Self.key(item.uri), !item.uri.contains("?"), !written.contain(key) else { return }
        let source = "Results of Get \(command.cmdID)"
        func fact(_ kind: LearnedFact.Kind, _ uri: String, _ value: String? = nil) -> LearnedFact {
            LearnedFact(kind, uri: uri, value: value, source: source, record: command.record)
        }
        guard item.format != "node" else {
            let children = (item.data ?? "").split(separator: "/").map(String.init)
            if command.isListing {
                add(fact(.node, item.uri))
            } else if written.containBelow(key) {
                // What the server wrote there is its doing; only what it did not write was there of itself.
                for child in children {
                    let uri = "\(item.uri)/\(child)"
                    if let key = Self.key(uri), !written.contain(key) { add(fact(.node, uri)) }
                }
            } else {
                add(fact(.node, item.uri, item.data ?? ""))
            }
            return
        }
        guard let data = item.data ?? (command.isListing ? nil : "") else { return add(fact(.node, item.uri)) }
        if Self.isRead(key) {
            learnFact(item.uri, data, source, command.record)
        } else {
            add(fact(.value, item.uri, data))
        }
    }

    private mutating func learnFact(_ uri: String, _ value: String, _ source: String, _ record: Int) {
        guard let key = Self.key(uri), facts[key] == nil else { return }
        facts[key] = .some(value)
        factList.append(LearnedFact(.fact, uri: uri, value: value, source: source, record: record))
    }

    private mutating func learnAbsence(_ uri: String, _ command: ServerCommand, _ number: Int) {
        guard let key = Self.key(uri), !uri.contains("?"), !written.contain(key),
            !written.containBelow(key)
        else { return }
        let fact = LearnedFact(.absence, uri: uri, source: "Get \(command.cmdID) answered 404", record: command.record)
        guard Self.isRead(key), DeviceFactNodes.contain(uri) else { return add(fact) }
        guard facts[key] == nil else { return }
        facts[key] = .some(nil)
        factList.append(fact)
    }

    private mutating func add(_ fact: LearnedFact) { moments[fact.record, default: []].append(fact) }

    /// Whether a provider of ours reads the node from the device's facts, whatever is stored.
    private static func isRead(_ key: String) -> Bool {
        let names = key.split(separator: "/").map(String.init)
        let root = names.starts(with: ["device", "vendor", "msft"]) ? names.dropFirst(3).first : names.first
        return root.map(LearnedProvider.roots.contains) ?? false
    }

    /// The names of an address, in lower case and joined.
    static func key(_ uri: String) -> String? {
        (try? TreeURI(uri)).map { $0.keys.joined(separator: "/") }
    }
}

/// The nodes that the server has written so far.
struct WrittenNodes: Sendable {
    private var nodes: Set<String> = []
    /// Nodes that were deleted: what is below them is the server's doing too.
    private var deleted: Set<String> = []
    /// What is above a node of either kind.
    private var parents: Set<String> = []

    mutating func note(_ command: ServerCommand, status: Int?) {
        for uri in command.uris { note(uri, verb: command.verb, status: status) }
    }

    /// - Parameter status: nil when the answer is not known: then the write may have happened.
    mutating func note(_ uri: String, verb: String, status: Int?) {
        guard let key = CapturedState.key(uri) else { return }
        if let status, !(200..<300).contains(status) { return }
        var parent = key[...]
        while let slash = parent.lastIndex(of: "/") {
            parent = parent[..<slash]
            guard parents.insert(String(parent)).inserted else { break }
        }
        switch verb {
        case "Add", "Replace", "Exec": nodes.insert(key)
        case "Delete":
            nodes.insert(key)
            deleted.insert(key)
        default: break
        }
    }

    func contain(_ key: String) -> Bool {
        nodes.contains(key) || deleted.contains { key.hasPrefix($0 + "/") }
    }

    /// Whether a node below this one was written.
    func containBelow(_ key: String) -> Bool { parents.contains(key) }
}
