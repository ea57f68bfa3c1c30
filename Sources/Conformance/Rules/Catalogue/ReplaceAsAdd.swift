import DDF
import DMTree
import SyncML

extension Rule {
    static let replaceAsAdd = Rule(
        "catalogue.replace-as-add", .warning,
        "Replace of a node that allows Add and no Replace: carried out while the node is absent, refused from then on (405).",
        reference: "windows-csp.md 5.9 rows 14 and 15",
        check: .command { linted in
            guard case .replace = linted.command else { return [] }
            return linted.breaches { _, resolution in
                guard case .described = resolution.standing, resolution.uri.query == nil, let node = resolution.node,
                    node.facts.access.contains(.add), !node.facts.access.contains(.replace),
                    node.isDynamic || node.facts.occurrence.allowsZero
                else { return nil }
                return (
                    "\(node.displayName) allows Add and no Replace, so this works once, while the node is absent",
                    "send Add; to change it, Delete and Add"
                )
            }
        })
}
