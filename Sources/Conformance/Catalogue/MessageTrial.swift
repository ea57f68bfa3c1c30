import CSP
import DDF
import DMTree
import SyncML

/// Runs the commands of one message on a tree of which nothing is known, to say what is wrong with them whatever the device holds.
///
/// What a command needs and the message does not bring is taken as there. Only what the message itself added is known not to have
/// more below it: there, values and nodes that are missing are told, too (`CSPRule.needsOwnInstance`).
struct MessageTrial {
    private var tree: DeviceTree
    /// Lower-case names of the nodes that the message added and did not delete.
    private var added: Set<[String]> = []
    private var order = CommandOrder()
    /// Said once for an instance: every command below it would say the same.
    private var saidOnce: Set<String> = []

    /// The address of an object whose last chunk the message may bring.
    private var continued: String?

    /// nil for a message that has no commands for Windows.
    init?(_ linted: LintedMessage) {
        guard linted.sender == .server, linted.context.profile.name == .windows,
            linted.message.commands.contains(where: { $0.itemCommand != nil || $0.container != nil })
        else { return nil }
        tree = DeviceTree(schema: linted.context.schema, providers: Providers.all)
        continued = linted.continuedObject
    }

    /// Takes the next command in document order; containers have no Items.
    mutating func review(_ command: Command, isInAtomic: Bool) -> [ReviewedItem] {
        guard let verb = Verb(command), let itemCommand = command.itemCommand else { return [] }
        return itemCommand.items.map { item in
            review(
                item,
                Request(
                    verb: verb, cmdID: itemCommand.cmdID ?? "", target: item.target?.locURI,
                    format: item.meta?.format ?? itemCommand.meta?.format,
                    type: item.meta?.type ?? itemCommand.meta?.type, data: item.data?.content, isInAtomic: isInAtomic))
        }
    }

    private mutating func review(_ item: Item, _ request: Request) -> ReviewedItem {
        guard let described = tree.described(request) else { return ReviewedItem(item) }
        let resolution = described.resolution
        var reviewed = ReviewedItem(item, resolution: resolution)
        // A chunk is not the value.
        if item.target?.locURI == continued, continued != nil {
            if !item.moreData { continued = nil }
            return reviewed
        }
        guard !item.moreData else { return reviewed }
        let isOwn = isBelowAdded(resolution.uri.keys)
        reviewed.advice = []
        for advice in described.advice where CSPRule.isCertain(advice.rule, inOwnInstance: isOwn) && isNews(advice) {
            reviewed.advice.append(advice)
        }
        guard let node = resolution.node, resolution.uri.query == nil,
            !reviewed.advice.contains(where: { $0.severity == .error })
        else { return reviewed }
        reviewed.advice += order.advice(on: request, resolution, isAdded: added.contains(resolution.uri.keys))
        for advice in carryOut(request, resolution.uri, node, isOwn: isOwn)
        where !described.advice.contains(where: { $0.rule == advice.rule }) {
            reviewed.advice.append(advice)
        }
        return reviewed
    }

    private mutating func isNews(_ advice: Advice) -> Bool {
        advice.rule != "atomic.required" || saidOnce.insert(advice.message).inserted
    }

    /// Applies the command to the trial's tree, where all that it may need is taken as there.
    private mutating func carryOut(
        _ request: Request, _ uri: TreeURI, _ node: NodeDescription, isOwn: Bool
    ) -> [Advice] {
        let keys = uri.keys
        guard keys.count > uri.structuralCount else { return [] }
        // What has Add alone is written while it is absent.
        let canReplace = node.facts.access.contains(.replace)
        switch request.verb {
        case .get, .copy, .alert, .notACommand: return []
        case .add: assume(uri.prefix(keys.count - 1))
        case .replace where !canReplace: assume(uri.prefix(keys.count - 1))
        case .replace, .delete, .exec: assume(isOwn ? uri.prefix(keys.count - 1) : uri)
        }
        let wasAdded = added.contains(keys)
        let application = tree.apply(request)
        switch request.verb {
        case .add:
            added.insert(keys)
            if !application.succeeded, !wasAdded { tree.setLocally(uri, value: request.data) }
        case .replace: if !application.succeeded { tree.setLocally(uri, value: request.data) }
        case .delete: added = added.filter { !$0.starts(with: keys) }
        case .get, .exec, .copy, .alert, .notACommand: break
        }
        return application.decision.advice.filter { advice in
            advice.rule == "node.exists" ? wasAdded : CSPRule.isCertain(advice.rule, inOwnInstance: isOwn)
        }
    }

    private mutating func assume(_ uri: TreeURI) {
        guard uri.keys.count > uri.structuralCount, !tree.isStored(uri) else { return }
        tree.setLocally(uri, value: nil)
    }

    private func isBelowAdded(_ keys: [String]) -> Bool {
        guard !added.isEmpty, keys.count > 1 else { return false }
        return (1..<keys.count).contains { added.contains(Array(keys.prefix($0))) }
    }
}

extension Verb {
    /// nil for a command that has no node.
    fileprivate init?(_ command: Command) {
        switch command {
        case .add: self = .add
        case .replace: self = .replace
        case .delete: self = .delete
        case .get: self = .get
        case .exec: self = .exec
        case .copy, .alert, .atomic, .sequence, .status, .results, .unknown: return nil
        }
    }
}
