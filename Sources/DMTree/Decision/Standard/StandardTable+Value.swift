import DDF

extension StandardTable {
    /// Rows 15 to 21 for a node that may be written.
    func write(
        _ resolution: Resolution, _ node: NodeDescription, _ presence: DeviceTree.Presence
    ) throws(StandardRefusal) -> Decision {
        let isNew: Bool
        switch presence {
        case .missing: isNew = true
        case .stored, .implied: isNew = false
        }
        let format = try formatRow(resolution, node, isNew: isNew)
        let type = try typeRow(resolution, node)
        let value = try valueRows(resolution, node, format)
        let change = StandardChange.Write(value: value, format: format, type: type, isNew: isNew)
        return try finish(change, resolution, node)
    }

    /// Rows 20 and 21, then success.
    func finish(
        _ write: StandardChange.Write, _ resolution: Resolution, _ node: NodeDescription
    ) throws(StandardRefusal) -> Decision {
        let stored = tree.storage[resolution.uri.keys]
        let depth = tree.storage.depth(of: resolution.uri.keys)
        let names = resolution.uri.segments.dropFirst(depth).reduce(0) { $0 + $1.utf8.count }
        let growth = (write.value?.utf8.count ?? 0) - (stored?.value?.utf8.count ?? 0)
        let types = (write.type?.utf8.count ?? 0) - (stored?.properties?.type?.utf8.count ?? 0)
        guard tree.hasRoom(for: names + growth + types) else {
            throw StandardRefusal(.noStorage, 420, StandardText.full(tree.capacity ?? 0), resolution)
        }
        let kind: Change.Kind = write.isNew ? .add(value: write.value) : .replace(value: write.value)
        var advice = try judge(kind, resolution, node)
        if let value = write.value { advice += try judgeValue(value, resolution, node) }
        return Decision(
            rule: .standard(.success), status: 200, action: .standard(.write(write)), resolution: resolution,
            advice: advice)
    }

    /// Row 21 for a Delete, then success.
    func delete(_ resolution: Resolution, _ node: NodeDescription) throws(StandardRefusal) -> Decision {
        let advice = try judge(.delete, resolution, node)
        return Decision(
            rule: .standard(.success), status: 200, action: .standard(.delete), resolution: resolution, advice: advice)
    }

    /// What the CSP has against a change, with its own status.
    private func judge(
        _ kind: Change.Kind, _ resolution: Resolution, _ node: NodeDescription
    ) throws(StandardRefusal) -> [Advice] {
        let change = Change(
            node: NodeReference(uri: resolution.uri, description: node), kind: kind, type: request.type)
        let judgement = tree.provider(for: resolution.uri)?.judge(change, in: tree) ?? .allowed
        guard let refusal = judgement.refusal else { return judgement.advice }
        throw StandardRefusal(.busy, refusal.status, refusal.advice, resolution)
    }

    /// Row 17 for what a description cannot state, with the CSP's own status.
    private func judgeValue(
        _ value: String, _ resolution: Resolution, _ node: NodeDescription
    ) throws(StandardRefusal) -> [Advice] {
        let reference = NodeReference(uri: resolution.uri, description: node)
        let judgement = tree.provider(for: resolution.uri)?.judgeValue(value, of: reference, in: tree) ?? .allowed
        guard let refusal = judgement.refusal else { return judgement.advice }
        throw StandardRefusal(.wrongValue, refusal.status, refusal.advice, resolution)
    }

    /// Row 15, Format. One that is not stated is `chr` where a description leaves the format open, and the described one
    /// elsewhere, except that only `node` makes an interior node (DM-MSG-18).
    private func formatRow(
        _ resolution: Resolution, _ node: NodeDescription, isNew: Bool
    ) throws(StandardRefusal) -> NodeFormat {
        let stated = request.format.flatMap { $0.isEmpty ? nil : $0.lowercased() }
        if node.isFree {
            guard let format = stated.map({ NodeFormat(rawValue: $0) }) ?? .chr, isNew || format != .node else {
                throw StandardRefusal(
                    .formatMismatch, 415, StandardText.formatMismatch(stated ?? "", "a format of the standard"),
                    resolution)
            }
            // Binary data travels as Base64 in XML and is binary on the device (oma-dm.md 1.4).
            return format == .b64 ? .bin : format
        }
        let format = node.facts.format
        guard let stated else {
            guard format == .node, isNew else { return format }
            throw StandardRefusal(.formatMismatch, 415, StandardText.formatMismatch("chr", "node"), resolution)
        }
        let isBinary = ["b64", "bin"].contains(stated) && [.b64, .bin].contains(format)
        guard
            isBinary || stated == format.rawValue
                || node.facts.acceptedFormats.contains(where: { $0.rawValue == stated })
        else {
            throw StandardRefusal(
                .formatMismatch, 415, StandardText.formatMismatch(stated, format.rawValue), resolution)
        }
        return format
    }

    /// Row 15, Type: of a leaf whose description states one. Parameters of a media type do not count.
    private func typeRow(_ resolution: Resolution, _ node: NodeDescription) throws(StandardRefusal) -> String? {
        guard let type = request.type, !type.isEmpty else { return nil }
        guard !node.isInterior, let described = node.facts.mimeType else { return type }
        let bare = type.prefix { $0 != ";" }.filter { $0 != " " }
        guard bare.lowercased() == described.lowercased() else {
            throw StandardRefusal(.formatMismatch, 415, StandardText.typeMismatch(type, described), resolution)
        }
        return nil
    }

    /// Rows 16 and 17: the value itself.
    private func valueRows(
        _ resolution: Resolution, _ node: NodeDescription, _ format: NodeFormat
    ) throws(StandardRefusal) -> String? {
        if format == .node { return nil }
        guard let data = request.data else {
            if format == .null { return "" }
            throw StandardRefusal(.noData, 412, StandardText.noData(request, format), resolution)
        }
        // Binary data of a message in XML is Base64 text.
        let checked = format == .bin && request.format?.lowercased() == "b64" ? .b64 : format
        if let fault = checked.check(data),
            !node.facts.acceptedFormats.contains(where: { $0.check(data) == nil && !node.isFree })
        {
            throw StandardRefusal(.wrongValue, 415, StandardText.value(fault, "value.not-of-format"), resolution)
        }
        if let fault = node.facts.allowedValues?.check(data, format: format, nodeName: node.name) {
            throw StandardRefusal(.wrongValue, 500, StandardText.value(fault, "value.not-allowed"), resolution)
        }
        return data
    }
}
