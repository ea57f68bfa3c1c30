import SyncML

extension Command {
    /// Add, Replace, Delete, Get, Copy and Exec; nil for everything else.
    var itemCommand: ItemCommand? {
        switch self {
        case .add(let command), .replace(let command), .delete(let command), .get(let command), .copy(let command),
            .exec(let command):
            command
        case .alert, .atomic, .sequence, .status, .results, .unknown: nil
        }
    }

    var container: Container? {
        switch self {
        case .atomic(let container), .sequence(let container): container
        case .add, .replace, .delete, .get, .copy, .exec, .alert, .status, .results, .unknown: nil
        }
    }

    var status: Status? { if case .status(let status) = self { status } else { nil } }
    var results: Results? { if case .results(let results) = self { results } else { nil } }
    var alert: Alert? { if case .alert(let alert) = self { alert } else { nil } }

    /// The Items, with the Meta of the command that counts for all of them.
    var itemsAndMeta: (items: [Item], meta: Meta?) {
        switch self {
        case .add(let command), .replace(let command), .delete(let command), .get(let command), .copy(let command),
            .exec(let command):
            (command.items, command.meta)
        case .results(let results): (results.items, results.meta)
        case .alert(let alert): (alert.items, nil)
        case .atomic, .sequence, .status, .unknown: ([], nil)
        }
    }

    var noResp: Bool {
        switch self {
        case .add(let command), .replace(let command), .delete(let command), .get(let command), .copy(let command),
            .exec(let command):
            command.noResp
        case .alert(let alert): alert.noResp
        case .atomic(let container), .sequence(let container): container.noResp
        case .status, .results, .unknown: false
        }
    }

    /// Something that the peer has to do: no answer, and no signal of the session such as Alert 1222.
    var isNewCommand: Bool {
        switch self {
        case .status, .results: false
        case .alert(let alert): !(alert.code.map { [1222, 1223, 1225].contains($0) } ?? false)
        case .add, .replace, .delete, .get, .copy, .exec, .atomic, .sequence, .unknown: true
        }
    }

    /// The address of the first Item.
    var firstTarget: String? { itemsAndMeta.items.first?.target?.locURI }
}

extension Alert {
    /// The alert code; nil when Data is missing or no number.
    var code: Int? { data.flatMap { StatusCode($0.content)?.rawValue } }

    /// The Meta Type of an Item in lower case, without blanks and the prefix that the standard wants (oma-dm.md 8, A12).
    static func type(of item: Item) -> String {
        let text = (item.meta?.type ?? "").lowercased()
        let prefix = "reversed-domain-name:"
        guard text.hasPrefix(prefix) else { return text }
        return String(text.dropFirst(prefix.count).drop { $0 == " " })
    }
}

extension Status {
    /// The status code; nil when Data is missing or no number.
    var code: Int? { data.flatMap { StatusCode($0.content)?.rawValue } }
    /// The answer to a SyncHdr.
    var answersHeader: Bool { cmdRef == "0" }
}

extension Message {
    /// Every command, containers before their children, in document order.
    var allCommands: [Command] {
        var result: [Command] = []
        result.reserveCapacity(commands.count)
        func visit(_ commands: [Command]) {
            for command in commands {
                result.append(command)
                if let container = command.container { visit(container.commands) }
            }
        }
        visit(commands)
        return result
    }

    /// The Status for the peer's SyncHdr.
    var headerStatus: Status? { commands.lazy.compactMap(\.status).first { $0.answersHeader } }

    /// True when the message refuses the peer's credentials (oma-dm.md 2.11).
    var isChallenge: Bool { headerStatus?.code.map { $0 == 401 || $0 == 407 } ?? false }

    func hasAlert(_ code: Int) -> Bool { commands.contains { $0.alert?.code == code } }
}
