import DDF
import DMTree
import SyncML

extension Rule {
    static let deprecated = Rule(
        "catalogue.deprecated", .note,
        "A node that its description calls deprecated. It still works. Told once in a message for each.",
        reference: "windows-csp.md 6.3 Deprecated",
        check: .message { linted in
            guard linted.sender == .server, linted.context.profile.name == .windows else { return [] }
            var told: Set<[String]> = []
            return linted.message.allCommands.flatMap { command -> [Breach] in
                guard let itemCommand = command.itemCommand else { return [] }
                switch command {
                case .add, .replace, .delete, .exec: break
                case .get, .copy, .alert, .atomic, .sequence, .status, .results, .unknown: return []
                }
                return itemCommand.items.compactMap { item in
                    guard let target = item.target?.locURI, !target.isEmpty,
                        let resolution = try? linted.context.schema.resolve(locURI: target), resolution.node != nil,
                        let index = resolution.steps.firstIndex(where: \.facts.isDeprecated),
                        told.insert(Array(resolution.uri.keys.prefix(index + 1))).inserted
                    else { return nil }
                    let node = resolution.steps[index]
                    let since = node.facts.deprecatedSince.map { " since build \($0)" } ?? ""
                    return Breach(
                        at: item.origin, commandID: command.cmdID, target: target,
                        "\(node.displayName) is deprecated\(since)",
                        hint: "it works for now; look for the node that takes its place")
                }
            }
        })
}
