import DDF
import DMTree

/// What is wrong with the order of the commands of one message, and with how many instances it makes.
struct CommandOrder {
    /// Named nodes below which something was written before they were added: their names, and the address that was written.
    private var written: [[String]: String] = [:]
    /// The address of each Exec in a named instance, by the names of the node that holds it.
    private var executed: [[String]: TreeURI] = [:]
    /// The first name of each named node that may stand once below its parent.
    private var single: [[String]: String] = [:]

    /// - Parameter isAdded: the message added the node before.
    mutating func advice(on request: Request, _ resolution: Resolution, isAdded: Bool) -> [Advice] {
        let uri = resolution.uri
        guard uri.keys.count > uri.structuralCount else { return [] }
        switch request.verb {
        case .add, .replace:
            var advice = lateParent(request, resolution, isAdded: isAdded) + lateData(request, uri)
            advice += secondInstance(resolution)
            for depth in uri.structuralCount..<(uri.keys.count - 1) where resolution.steps[depth].isDynamic {
                let names = Array(uri.keys.prefix(depth + 1))
                if written[names] == nil { written[names] = uri.text }
            }
            return advice
        case .exec:
            if resolution.steps.contains(where: \.isDynamic) { executed[Array(uri.keys.dropLast())] = uri }
            return []
        case .delete:
            written = written.filter { !$0.key.starts(with: uri.keys) }
            executed = executed.filter { !$0.key.starts(with: uri.keys) }
            single = single.filter { !$0.key.starts(with: uri.keys.dropLast()) }
            return []
        case .get, .copy, .alert, .notACommand: return []
        }
    }

    private func lateParent(_ request: Request, _ resolution: Resolution, isAdded: Bool) -> [Advice] {
        guard request.verb == .add, !isAdded, resolution.node?.isDynamic == true,
            let child = written[resolution.uri.keys]
        else { return [] }
        return [
            Advice(
                rule: "catalogue.parent-after-child", severity: .warning,
                message:
                    "the Add comes after \(child), which is below it: either that one made it or was refused, or it was there before",
                hint: "Add the named node first, then what is below it",
                reference: "windows-csp.md 5.9 rows 11, 13 and 14")
        ]
    }

    private mutating func lateData(_ request: Request, _ uri: TreeURI) -> [Advice] {
        let isOfNode = executed.first { $0.value.keys == uri.keys }?.key
        let parent = Array(uri.keys.dropLast())
        guard let key = isOfNode ?? (request.verb == .add && executed[parent] != nil ? parent : nil),
            let exec = executed.removeValue(forKey: key)
        else { return [] }
        return [
            Advice(
                rule: "catalogue.exec-before-data", severity: .warning,
                message:
                    "the \(request.verb.name) comes after the Exec of \(exec.text), which starts with what is there before it",
                hint: "put the Exec behind everything that it needs",
                reference: "windows-csp.md 4.1, 4.3, 5.9 row 10; OBS-021")
        ]
    }

    private mutating func secondInstance(_ resolution: Resolution) -> [Advice] {
        let uri = resolution.uri
        for depth in uri.structuralCount..<uri.keys.count where resolution.steps[depth].isDynamic {
            switch resolution.steps[depth].facts.occurrence {
            case .one, .zeroOrOne: break
            case .zeroOrMore, .oneOrMore, .zeroOrN, .oneOrN: continue
            }
            let parent = Array(uri.keys.prefix(depth))
            guard let first = single[parent] else {
                single[parent] = uri.keys[depth]
                continue
            }
            guard first != uri.keys[depth] else { continue }
            return [
                Advice(
                    rule: "catalogue.occurrence", severity: .note,
                    message:
                        "the message makes both \"\(first)\" and \"\(uri.segments[depth])\", where the description has one \(resolution.steps[depth].displayName)",
                    hint: "Windows does not say that it counts them; take one name", reference: "windows-csp.md 6.2")
            ]
        }
        return []
    }
}
