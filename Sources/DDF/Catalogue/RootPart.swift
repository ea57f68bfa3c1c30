/// What one document says of one root.
struct RootPart {
    var key: CatalogueKey
    var address: RootAddress
    var area: String?
    var declaredPath: String
    var edition: String
    /// The document's name, which decides between files of one edition.
    var document: String
    var tree: NodeDescription

    var canonicalPath: String {
        let csp = address.container + "/" + address.csp
        return area.map { "\(csp)/Config/\($0)" } ?? csp
    }

    /// True when this part wins over another of the same root.
    func precedes(_ other: RootPart) -> Bool {
        let ranks = [edition, other.edition].map { CatalogueCompiler.editions.firstIndex(of: $0) ?? -1 }
        if ranks[0] != ranks[1] { return ranks[0] < ranks[1] }
        if edition != other.edition { return edition > other.edition }
        return document < other.document
    }

    /// The parts of a document, in document order.
    static func parts(of document: DDFDocument, edition: String) -> [RootPart] {
        document.roots.flatMap { root in
            parts(node: root.node, uri: root.uri, document: document.name, edition: edition)
        }
    }

    private static func parts(
        node: NodeDescription, uri: String, document: String, edition: String
    ) -> [RootPart] {
        guard let address = RootAddress(uri: uri) else {
            // A node above the CSPs: VPN.xml of 2019 describes `./Vendor/MSFT` itself.
            return node.children.flatMap { child in
                parts(node: child, uri: uri + "/" + child.displayName, document: document, edition: edition)
            }
        }
        let part = { (area: String?, tree: NodeDescription, uri: String) in
            RootPart(
                key: CatalogueKey(scope: address.scope, csp: address.csp, area: area), address: address, area: area,
                declaredPath: uri, edition: edition, document: document, tree: tree)
        }
        if let area = address.area { return [part(area, node, uri)] }
        if address.rest.isEmpty, address.csp.lowercased() == "policy" {
            return [part(nil, withoutAreas(node), uri)]
                + areas(of: node).map { area in
                    part(area.name, area, "\(uri)/Config/\(area.name)")
                }
        }
        // ProvisioningCommands hangs below a node that no description shows.
        var tree = node
        for name in address.rest.dropLast().reversed() + (address.rest.isEmpty ? [] : [address.csp]) {
            var facts = NodeDescription.Facts()
            facts.access = .get
            facts.scope = .permanent
            tree = NodeDescription(name: name, isDynamic: false, facts: facts, children: [tree])
        }
        let declared = uri.split(separator: "/").dropLast(address.rest.count).joined(separator: "/")
        return [part(nil, tree, declared)]
    }

    /// The areas that PolicyDDF_all of the first version lists below Config.
    private static func areas(of policy: NodeDescription) -> [NodeDescription] {
        policy.fixedChild(lowercased: "config")?.children.filter { !$0.isDynamic } ?? []
    }

    /// The generic tree of Policy: Config and Result without their areas, and ConfigOperations.
    private static func withoutAreas(_ policy: NodeDescription) -> NodeDescription {
        let children = policy.children.map { child in
            guard ["config", "result"].contains(child.name.lowercased()) else { return child }
            return NodeDescription(
                name: child.name, isDynamic: false, facts: child.facts, children: child.children.filter(\.isDynamic))
        }
        return NodeDescription(name: policy.name, isDynamic: policy.isDynamic, facts: policy.facts, children: children)
    }
}
