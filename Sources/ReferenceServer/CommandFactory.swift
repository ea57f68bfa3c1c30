import ESP
import SyncML

/// Commands as the embedded server writes them. CmdIDs are given when a message is put together.
enum CommandFactory {
    static func add(_ uri: String, format: String? = nil, type: String? = nil, data: String? = nil) -> Command {
        .add(ItemCommand(cmdID: nil, items: [item(uri, format, type, data)]))
    }

    static func replace(_ uri: String, format: String, data: String) -> Command {
        .replace(ItemCommand(cmdID: nil, items: [item(uri, format, nil, data)]))
    }

    static func exec(_ uri: String, format: String? = nil, type: String? = nil, data: String? = nil) -> Command {
        .exec(ItemCommand(cmdID: nil, items: [item(uri, format, type, data)]))
    }

    static func get(_ uris: [String]) -> Command {
        .get(ItemCommand(cmdID: nil, items: uris.map { Item(target: Location($0)) }))
    }

    static func atomic(_ commands: [Command]) -> Command { .atomic(Container(cmdID: nil, commands: commands)) }

    private static func item(_ uri: String, _ format: String?, _ type: String?, _ data: String?) -> Item {
        Item(
            target: Location(uri), meta: format == nil && type == nil ? nil : Meta(format: format, type: type),
            data: data.map { ItemData($0) })
    }
}

extension Command {
    /// The command, and what a container holds, in document order.
    var flattened: [Command] {
        switch self {
        case .atomic(let inner), .sequence(let inner): [self] + inner.commands.flatMap(\.flattened)
        case .add, .replace, .delete, .get, .copy, .exec, .alert, .status, .results, .unknown: [self]
        }
    }

    /// The command with CmdIDs counted up from `next`, a container before its children.
    func numbered(_ next: inout Int) -> Command {
        let numbered = withCmdID(String(next))
        next += 1
        return numbered.mappingChildren { $0.numbered(&next) }
    }
}
