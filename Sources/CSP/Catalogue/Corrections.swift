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
        /// How the node is spelled where it matters; a node of that name stands beside the description's.
        var spelling: String?
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
            csp: "nodecache", path: "{providerid}/nodes/{nodeid}/autosetexpectedvalue",
            reason: "the sample on the CSP's page sets it with a Replace, the description leaves Replace out"
        ) { $0.access.insert(.replace) },
        Row(
            csp: "certificatestore", path: "my/scep/{uniqueid}/install/hashalgrithm",
            reason: "misspelt; the published sample of the CSP's page has HashAlgorithm", spelling: "HashAlgorithm"
        ) { $0.occurrence = .zeroOrOne },
        Row(
            csp: "certificatestore", path: "my/scep/{uniqueid}/install/validperiodunit",
            reason: "the published sample of the CSP's page has ValidPeriodUnits", spelling: "ValidPeriodUnits"
        ) { $0.occurrence = .zeroOrOne },
        Row(
            csp: "certificatestore", path: "my/scep/{uniqueid}/install/validperiod",
            reason: "Get only, although nobody but the server can know it; the published sample adds it"
        ) { $0.access.insert(.add) },
        Row(
            csp: "vpnv2", path: "{profilename}/trafficfilterlist/{trafficfilterid}/localportranges",
            reason: "its pattern takes one number, its own text and the samples have lists of ranges"
        ) { $0.allowedValues = portRanges },
        Row(
            csp: "vpnv2", path: "{profilename}/trafficfilterlist/{trafficfilterid}/remoteportranges",
            reason: "its pattern takes one number, its own text and the samples have lists of ranges"
        ) { $0.allowedValues = portRanges },
        Row(
            csp: "enterprisedesktopappmanagement", path: "msi/{productid}",
            reason: "the published samples send Add and Exec without an Atomic (windows-csp.md 4.1)"
        ) { $0.isAtomicRequired = false },
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

    /// `100-120, 200, 300-320`.
    private static let portRanges = AllowedValues(
        .regularExpression(["^\\s*[0-9]+(-[0-9]+)?(\\s*,\\s*[0-9]+(-[0-9]+)?)*\\s*$"]))

    /// A node that a scope has although its newest description leaves it out.
    struct Addition: Sendable {
        var csp: String
        /// Lower-case name of the root's child that is its parent.
        var parent: String
        var reason: String
        var node: NodeDescription
    }

    static let additions: [Addition] = [
        Addition(
            csp: "enterprisemodernappmanagement", parent: "appmanagement",
            reason: "described for the user only, the prose has it for the device (ledger 18)", node: removePackage)
    ]

    private static let removePackage: NodeDescription = {
        var facts = NodeDescription.Facts()
        facts.format = .xml
        facts.access = [.exec, .get]
        facts.scope = .permanent
        facts.applicability.versions = [WindowsVersion(build: 15063)]
        return NodeDescription(name: "RemovePackage", isDynamic: false, facts: facts, children: [])
    }()

    static func apply(to tree: NodeDescription, csp: String) -> NodeDescription {
        let rows = rows.filter { $0.csp == csp }
        var tree = rows.isEmpty ? tree : rebuild(tree, rows, path: "")
        for addition in additions where addition.csp == csp { tree = add(addition, to: tree) }
        return tree
    }

    private static func add(_ addition: Addition, to tree: NodeDescription) -> NodeDescription {
        let children = tree.children.map { parent -> NodeDescription in
            let name = addition.node.name
            guard parent.name.lowercased() == addition.parent,
                parent.fixedChild(lowercased: name.lowercased())?.facts.isRetired ?? true
            else { return parent }
            return NodeDescription(
                name: parent.name, isDynamic: parent.isDynamic, facts: parent.facts,
                children: parent.children.filter { $0.name != name } + [addition.node])
        }
        return NodeDescription(name: tree.name, isDynamic: tree.isDynamic, facts: tree.facts, children: children)
    }

    private static func rebuild(_ node: NodeDescription, _ rows: [Row], path: String) -> NodeDescription {
        var facts = node.facts
        for row in rows where row.path == path { row.change(&facts) }
        let children = node.children.flatMap { child -> [NodeDescription] in
            let childPath = path.isEmpty ? child.displayName.lowercased() : path + "/" + child.displayName.lowercased()
            guard rows.contains(where: { $0.path == childPath || $0.path.hasPrefix(childPath + "/") }) else {
                return [child]
            }
            let rebuilt = rebuild(child, rows, path: childPath)
            let others = rows.filter { $0.path == childPath }.compactMap(\.spelling).map {
                NodeDescription(name: $0, isDynamic: false, facts: rebuilt.facts, children: rebuilt.children)
            }
            return [rebuilt] + others
        }
        return NodeDescription(name: node.name, isDynamic: node.isDynamic, facts: facts, children: children)
    }
}
