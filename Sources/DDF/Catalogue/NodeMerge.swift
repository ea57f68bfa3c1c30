/// Adds to a root what only an older description of it knows.
enum NodeMerge {
    /// The tree of `newer` with the nodes that only `older` has, each behind the newer children of its parent.
    ///
    /// - Parameter isRetired: whether what is added counts as retired; false for another file of the same edition.
    static func merge(_ newer: NodeDescription, older: NodeDescription, isRetired: Bool) -> NodeDescription {
        var children = newer.children
        var isTaken = [Bool](repeating: false, count: children.count)
        for child in older.children {
            if let index = counterpart(of: child, in: newer.children, isTaken: isTaken, siblings: older.children) {
                isTaken[index] = true
                children[index] = merge(children[index], older: child, isRetired: isRetired)
            } else {
                children.append(isRetired ? retired(child) : child)
            }
        }
        return NodeDescription(name: newer.name, isDynamic: newer.isDynamic, facts: newer.facts, children: children)
    }

    /// The newer node that an older one describes: the same name, or the only placeholder left on both sides, because its text
    /// changed between editions (`{*}`, `{ProviderID}`).
    private static func counterpart(
        of node: NodeDescription, in newer: [NodeDescription], isTaken: [Bool], siblings: [NodeDescription]
    ) -> Int? {
        let free = newer.indices.filter { !isTaken[$0] }
        let name = node.name.lowercased()
        if let same = free.first(where: { newer[$0].isDynamic == node.isDynamic && newer[$0].name.lowercased() == name }
        ) {
            return same
        }
        // The first version writes `id` for `{id}` once, in Office/Installation.
        if let same = free.first(where: { newer[$0].name.lowercased() == name }) { return same }
        guard node.isDynamic else { return nil }
        let olderNames = Set(siblings.map { $0.name.lowercased() })
        let newerNames = Set(newer.map { $0.name.lowercased() })
        let unmatched = siblings.filter { $0.isDynamic && !newerNames.contains($0.name.lowercased()) }
        guard unmatched.count == 1 else { return nil }
        let open = free.filter { newer[$0].isDynamic && !olderNames.contains(newer[$0].name.lowercased()) }
        if open.count == 1 { return open[0] }
        // A node without name or title that exists once is a fixed node whose name was forgotten: Firewall/MdmStore.
        let fixed = free.filter { !newer[$0].isDynamic && newer[$0].facts.format == node.facts.format }
        return name.isEmpty && node.facts.occurrence == .one && fixed.count == 1 ? fixed[0] : nil
    }

    private static func retired(_ node: NodeDescription) -> NodeDescription {
        var facts = node.facts
        facts.isRetired = true
        return NodeDescription(
            name: node.name, isDynamic: node.isDynamic, facts: facts, children: node.children.map(retired))
    }
}
