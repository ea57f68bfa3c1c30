import DMTree
import SyncML

extension Rule {
    static let atomicAddThenReplace = Rule(
        "atomic.add-then-replace", .warning,
        "Add and Replace of one node inside an Atomic. Documented as unsupported; executed.",
        requirements: ["DM-ATOM-12"], reference: "windows-csp.md 5.9 Atomic",
        check: .command { linted in
            guard case .atomic(let atomic) = linted.command else { return [] }
            var added: Set<String> = []
            var breaches: [Breach] = []
            func visit(_ commands: [Command]) {
                for command in commands {
                    switch command {
                    case .add(let add): added.formUnion(add.items.compactMap { $0.target?.storageKey })
                    case .replace(let replace):
                        for item in replace.items {
                            guard let key = item.target?.storageKey, added.contains(key) else { continue }
                            breaches.append(
                                Breach(
                                    at: item.origin, commandID: replace.cmdID, target: item.target?.locURI,
                                    "Add and then Replace of one node inside an Atomic is documented as unsupported",
                                    hint: "add the node with its final value"))
                        }
                    case .sequence(let sequence): visit(sequence.commands)
                    case .delete, .get, .copy, .exec, .alert, .atomic, .status, .results, .unknown: break
                    }
                }
            }
            visit(atomic.commands)
            return breaches
        })
}

extension Location {
    /// The same text for all spellings of one node; nil when the address is malformed.
    var storageKey: String? { (try? TreeURI(locURI))?.keys.joined(separator: "/") }
}
