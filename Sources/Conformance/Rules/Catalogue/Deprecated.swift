import DDF
import DMTree
import SyncML

extension Rule {
    static let deprecated = Rule(
        "catalogue.deprecated", .note, "A node that its description calls deprecated. It still works.",
        reference: "windows-csp.md 6.3 Deprecated",
        check: .command { linted in
            guard linted.isChange else { return [] }
            return linted.breaches { _, resolution in
                guard resolution.node != nil, let node = resolution.steps.first(where: \.facts.isDeprecated) else {
                    return nil
                }
                let since = node.facts.deprecatedSince.map { " since build \($0)" } ?? ""
                return (
                    "\(node.displayName) is deprecated\(since)",
                    "it works for now; look for the node that takes its place"
                )
            }
        })
}
