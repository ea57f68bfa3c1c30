import DMTree
import SyncML

/// The commands that a server sent in a session, until the device's Status says what came of them.
///
/// A command counts when its own Status says that it was executed, and every Atomic that holds it says so, too
/// (oma-dm.md 2.7): what was undone, or only accepted for later (202), is no knowledge of the device.
struct ServedCommands: Sendable {
    /// What becomes known of a node.
    struct Change: Sendable {
        enum Kind: Hashable, Sendable {
            /// nil: a node without a value.
            case set(String?)
            case remove
        }

        /// Of the command in its message.
        var place: Int
        var uri: TreeURI
        var kind: Kind
        var writer: Writer
    }

    /// What a message of the device told.
    struct Told {
        /// In the order of the commands.
        var answers: [ServedAnswer] = []
        var changes: [Change] = []
    }

    private struct Entry: Sendable {
        var name: String
        var commandID: String
        /// The places of the Atomics that hold it, in the same message.
        var atomics: [Int]
        /// One for each Item; one without an address for a container.
        var items: [Item]
    }

    private struct Item: Sendable {
        var target: String?
        var uri: TreeURI?
        /// nil for a command that tells nothing, and for a piece of a value.
        var change: Change.Kind?
        var status: Int?
        var isCounted = false
    }

    /// By MsgID.
    private var messages: [String: [Entry]] = [:]
    private var objects = ServedObjects()

    /// Takes a message of the server.
    mutating func sent(_ message: Message) {
        var entries: [Entry] = []
        for command in message.commands { add(command, in: [], to: &entries) }
        guard let id = message.header?.msgID, !entries.isEmpty else { return }
        messages[id] = entries
    }

    private mutating func add(_ command: Command, in atomics: [Int], to entries: inout [Entry]) {
        var items = [Item()]
        var children: [Command] = []
        var holders = atomics
        switch command {
        case .add(let some), .replace(let some):
            items = some.items.map { item in
                let isInterior = (item.meta?.format ?? some.meta?.format) == "node"
                return self.item(item) { address, objects in
                    let value = objects.value(of: item, at: address)
                    return item.moreData ? nil : .set(isInterior ? nil : value)
                }
            }
        case .delete(let some): items = some.items.map { item($0) { _, _ in .remove } }
        case .get(let some), .copy(let some), .exec(let some): items = some.items.map { item($0) { _, _ in nil } }
        case .alert(let alert): items = alert.items.map { item($0) { _, _ in nil } }
        case .atomic(let container):
            holders.append(entries.count)
            children = container.commands
        case .sequence(let container): children = container.commands
        case .unknown: break
        case .status, .results: return
        }
        if items.isEmpty { items = [Item()] }
        entries.append(Entry(name: command.name, commandID: command.cmdID ?? "", atomics: atomics, items: items))
        for child in children { add(child, in: holders, to: &entries) }
    }

    private mutating func item(
        _ item: SyncML.Item, _ change: (String, inout ServedObjects) -> Change.Kind?
    ) -> Item {
        guard let target = item.target?.locURI, let uri = try? TreeURI(target) else {
            return Item(target: item.target?.locURI)
        }
        // A property is no node, and neither is a list.
        return Item(target: target, uri: uri, change: uri.query == nil ? change(target, &objects) : nil)
    }

    /// Takes a message of the device.
    mutating func answered(_ message: Message) -> Told {
        var told = Told()
        var touched: [String] = []
        for case .status(let status) in message.commands where status.cmdRef != "0" {
            guard let code = status.data.flatMap({ StatusCode($0.content) })?.rawValue else { continue }
            settle(status, code, &told.answers)
            if !touched.contains(status.msgRef) { touched.append(status.msgRef) }
        }
        for id in touched { told.changes += count(id) }
        return told
    }

    /// Where a command stands in a message of the server; nil for one that was not sent.
    func place(of commandID: String, in messageID: String) -> Int? {
        messages[messageID]?.firstIndex { $0.commandID == commandID }
    }

    /// Puts a status on the Items that it is about: those that it names, otherwise all.
    private mutating func settle(_ status: Status, _ code: Int, _ answers: inout [ServedAnswer]) {
        guard let entries = messages[status.msgRef],
            let place = entries.firstIndex(where: {
                $0.commandID == status.cmdRef && (status.cmd.isEmpty || $0.name == status.cmd)
            })
        else { return }
        let entry = entries[place]
        let named = entry.items.indices.filter { entry.items[$0].target.map(status.targetRefs.contains) ?? false }
        for index in named.isEmpty ? Array(entry.items.indices) : named {
            messages[status.msgRef]?[place].items[index].status = code
            answers.append(
                ServedAnswer(
                    command: entry.name, commandID: entry.commandID, target: entry.items[index].target, status: code,
                    originalError: status.data?.originalError, messageID: status.msgRef))
        }
    }

    /// What is known to be executed since the last time.
    private mutating func count(_ id: String) -> [Change] {
        guard var entries = messages[id] else { return [] }
        var changes: [Change] = []
        for place in entries.indices {
            let isInForce = entries[place].atomics.allSatisfy { entries[$0].items[0].status.map(Self.isDone) ?? false }
            guard isInForce else { continue }
            for index in entries[place].items.indices {
                let item = entries[place].items[index]
                guard !item.isCounted, let status = item.status, Self.isDone(status), let uri = item.uri,
                    let change = item.change
                else { continue }
                entries[place].items[index].isCounted = true
                changes.append(Change(place: place, uri: uri, kind: change, writer: .server))
            }
        }
        messages[id] = entries
        return changes
    }

    /// OK, or Item added, which some clients say of an Add (oma-dm.md 4.1).
    private static func isDone(_ status: Int) -> Bool { status == 200 || status == 201 }
}
