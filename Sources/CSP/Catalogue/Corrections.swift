import DDF

/// Where a device description is wrong and something better is known. Each row says what is changed and why; the
/// catalogue itself stays what the descriptions say.
enum Corrections {
    struct Row {
        /// Lower-case name of the CSP.
        var csp: String
        /// Lower-case path below the CSP's root; a dynamic node is its placeholder in braces.
        var path: String
        var reason: String
        var change: @Sendable (inout NodeDescription.Facts) -> Void
    }

    static let rows: [Row] = [
        Row(
            csp: "dmclient", path: "provider/{providerid}/forceaadtoken",
            reason: "declared bool, holds the bits 0, 1, 2, 4, 8; bool is taken too (windows-csp.md 3.10, 5.9 row 17)"
        ) { facts in
            facts.format = .int
            facts.acceptedFormats = [.bool]
            facts.allowedValues = AllowedValues(.flags(["0", "1", "2", "4", "8"]))
        },
        Row(
            csp: "nodecache", path: "{providerid}/nodes/{nodeid}/expectedvalue",
            reason: "the protocol replaces it, the description leaves Replace out (ledger 22)"
        ) { $0.access.insert(.replace) },
        Row(
            csp: "enrollmentstatustracking", path: "setup/apps/tracking/{providername}/{appname}/rebootrequired",
            reason: "its own text calls it optional, unset means no reboot (ledger 5, ESP-413)"
        ) { $0.occurrence = .zeroOrOne },
        Row(
            csp: "enrollmentstatustracking", path: "setup/hasprovisioningcompleted",
            reason: "true outside of the page, the description prints false (ledger 4, ESP-414)"
        ) { $0.defaultValue = "true" },
        Row(
            csp: "update", path: "approvedupdates/{approved update guid}",
            reason: "servers add and delete approvals here; the description of v1 has both verbs one level higher only"
        ) { $0.access.formUnion([.add, .delete]) },
        Row(
            csp: "wifi", path: "profile/{ssid}", reason: "profile names are case-sensitive (windows-csp.md 4.13)"
        ) { $0.caseSense = .sensitive },
    ]

    static func apply(to tree: NodeDescription, csp: String) -> NodeDescription {
        let rows = rows.filter { $0.csp == csp }
        return rows.isEmpty ? tree : rebuild(tree, rows, path: "")
    }

    private static func rebuild(_ node: NodeDescription, _ rows: [Row], path: String) -> NodeDescription {
        var facts = node.facts
        for row in rows where row.path == path { row.change(&facts) }
        let children = node.children.map { child -> NodeDescription in
            let childPath = path.isEmpty ? child.displayName.lowercased() : path + "/" + child.displayName.lowercased()
            guard rows.contains(where: { $0.path == childPath || $0.path.hasPrefix(childPath + "/") }) else {
                return child
            }
            return rebuild(child, rows, path: childPath)
        }
        return NodeDescription(name: node.name, isDynamic: node.isDynamic, facts: facts, children: children)
    }
}
