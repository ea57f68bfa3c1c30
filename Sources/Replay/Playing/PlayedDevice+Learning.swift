import DMTree
import Notation
import SyncML

/// What the capture knows of the device, put into its tree.
extension PlayedDevice {
    /// A fact that the node did not have of itself.
    mutating func learnFact(_ fact: LearnedFact) {
        learned.append(fact)
        guard let value = fact.value, tree.value(fact.uri) != value else { return }
        tree.setLocally(fact.uri, value: value)
    }

    /// HRESULTs beside Statuses are what SyncApplicationVersion 3.0 switches on (windows-csp.md 3.11). When the recorded
    /// client writes them before the server asked, it was asked before the capture began.
    mutating func learnSyncVersion(_ recorded: RecordedDevice) {
        guard state != nil else { return }
        let uri =
            "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(device.providerID))/SyncApplicationVersion"
        let names = recorded.sessions.lazy.flatMap(\.serverMessages).flatMap { ServerAddresses.all($0.message) }
        if names.contains(where: { $0.lowercased().hasSuffix("/syncapplicationversion") }) { return }
        for message in recorded.sessions.lazy.flatMap(\.clientMessages)
        where message.statuses.contains(where: { $0.data?.originalError != nil }) {
            tree.setLocally(uri, value: "3.0")
            learned.append(
                LearnedFact(
                    .value, uri: uri, value: "3.0", source: "msft:originalerror in a Status", record: message.number))
            return
        }
    }

    /// What the capture knows of the moment before a server's message is executed.
    mutating func arrive(at message: RecordedMessage) {
        for fact in state?.moments[message.number] ?? [] where apply(fact) { learned.append(fact) }
    }

    /// - Returns: false when the tree was so already, or cannot be.
    private mutating func apply(_ fact: LearnedFact) -> Bool {
        guard !fact.uri.lowercased().hasPrefix("./user/") || tree.hasUserContext else { return false }
        switch fact.kind {
        case .fact, .event: return false
        case .value:
            guard tree.value(fact.uri) != fact.value else { return false }
            tree.setLocally(fact.uri, value: fact.value)
            return tree.value(fact.uri) == fact.value
        case .absence:
            guard tree.value(fact.uri) != nil || tree.exists(fact.uri) else { return false }
            tree.removeLocally(fact.uri)
            return !tree.exists(fact.uri) || tree.value(fact.uri) == nil
        case .node: return applyNode(fact)
        }
    }

    /// A node that was there; with a value, the names of its children.
    private mutating func applyNode(_ fact: LearnedFact) -> Bool {
        guard let children = fact.value else {
            guard let uri = (try? tree.schema.resolve(locURI: fact.uri))?.uri, !tree.isStored(uri) else { return false }
            tree.setLocally(uri, value: nil)
            return true
        }
        let wanted = children.split(separator: "/").map(String.init)
        let known = (tree.children(fact.uri) ?? []).map(PercentCoding.encode)
        let lower = { (names: [String]) in Set(names.map { $0.lowercased() }) }
        guard lower(wanted) != lower(known) || !tree.exists(fact.uri) else { return false }
        if wanted.isEmpty { tree.setLocally(fact.uri, value: nil) }
        for name in wanted where !lower(known).contains(name.lowercased()) {
            tree.setLocally("\(fact.uri)/\(name)", value: nil)
        }
        for name in known where !lower(wanted).contains(name.lowercased()) { tree.removeLocally("\(fact.uri)/\(name)") }
        return true
    }
}

/// The addresses that a message's commands have.
enum ServerAddresses {
    static func all(_ message: Message) -> [String] { all(message.commands) }

    private static func all(_ commands: [Command]) -> [String] {
        commands.flatMap { command -> [String] in
            switch command {
            case .add(let items), .replace(let items), .delete(let items), .get(let items), .copy(let items),
                .exec(let items):
                items.items.compactMap { $0.target?.locURI }
            case .atomic(let container), .sequence(let container): all(container.commands)
            case .alert, .status, .results, .unknown: []
            }
        }
    }
}
