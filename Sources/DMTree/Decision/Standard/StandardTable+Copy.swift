import DDF

extension StandardTable {
    /// Copy: the value of one leaf becomes that of another, with its format and type (oma-dm.md 2.8). It needs the rights
    /// of the Get and of the Add or Replace that would do the same.
    func copy() throws(StandardRefusal) -> Decision {
        let source = try address(request.source)
        let target = try address(request.target)
        for place in [source, target] where place.uri.query != nil {
            throw StandardRefusal(.verbNotAllowed, 405, StandardText.verbOnQuery(request), place)
        }
        let get = with(.get)
        let sourcePresence = try get.existenceRows(source)
        let sourceNode = try described(source)
        guard let format = tree.standardFormat(source), format != .node else {
            throw StandardRefusal(
                .verbNotAllowed, 405, StandardText.copyOfInterior(source.uri.canonical), target)
        }
        try get.verbRow(source, sourceNode, sourcePresence)

        guard case .described = target.standing, let node = target.node else {
            _ = try with(.add).existenceRows(target)
            throw StandardRefusal(.pathCannotBeMade, 404, StandardText.unknown(request, target, tree), target)
        }
        let presence = tree.standardPresence(target)
        let isNew: Bool
        switch presence {
        case .missing:
            isNew = true
            _ = try with(.add).existenceRows(target)
            try with(.add).verbRow(target, node, presence)
        case .stored, .implied:
            isNew = false
            guard tree.standardFormat(target) != .node else {
                throw StandardRefusal(
                    .existingNode, 418, StandardText.copyOntoInterior(target.uri.canonical), target)
            }
            guard node.facts.access.contains(.replace) else {
                throw StandardRefusal(.busy, 403, StandardText.copyNotOverwritable(node), target)
            }
        }
        try get.authorize(source, sourcePresence)
        try with(isNew ? .add : .replace).authorize(target, presence)

        guard node.isFree || node.facts.format == format || node.facts.acceptedFormats.contains(format) else {
            throw StandardRefusal(
                .formatMismatch, 415, StandardText.formatMismatch(format.rawValue, node.facts.format.rawValue), target)
        }
        let value = tree.value(source, leaf: sourcePresence) ?? ""
        if let fault = node.facts.allowedValues?.check(value, format: format, nodeName: node.name) {
            throw StandardRefusal(.wrongValue, 500, StandardText.value(fault, "value.not-allowed"), target)
        }
        let type = tree.storage[source.uri.keys]?.properties?.type ?? sourceNode.leafType
        let write = StandardChange.Write(value: value, format: format, type: type, isNew: isNew)
        return try finish(write, target, node)
    }

    /// The table for another verb on the same tree.
    private func with(_ verb: Verb) -> StandardTable {
        var request = request
        request.verb = verb
        return StandardTable(tree: tree, request: request)
    }
}
