import DDF

extension DecisionTable {
    /// Rows 16 to 20 for a node that may be written, then success as row 13 or 14 says.
    func write(
        _ resolution: Resolution, _ node: NodeDescription, _ presence: DeviceTree.Presence,
        _ registration: ProviderTable.Registration?
    ) -> Decision {
        let isAdd = request.verb == .add
        let isCreation: Bool
        if case .missing = presence { isCreation = true } else { isCreation = isAdd }

        let value = node.isInterior ? nil : request.data
        let change = Change(
            node: NodeReference(uri: resolution.uri, description: node),
            kind: isAdd ? .add(value: value) : .replace(value: value ?? ""), type: request.type)
        var judgement = registration?.provider.judge(change, in: tree) ?? .allowed
        if let refusal = judgement.refusal, refusal.row.isBeforeFormat { return refuse(refusal, resolution) }
        if let decision = formatRow(resolution, node) { return decision }
        if let decision = valueRows(resolution, node) { return decision }
        if let registration, let value {
            let ofValue = registration.provider.judgeValue(value, of: change.node, in: tree)
            if let refusal = ofValue.refusal { return refuse(refusal, resolution) }
            judgement.advice += ofValue.advice
        }
        if let decision = noDataRow(resolution, node) { return decision }
        if let refusal = judgement.refusal { return refuse(refusal, resolution) }

        judgement.advice += atomicAdvice(resolution)
        let rule: DecisionRule =
            isAdd ? .row(.added) : isCreation ? .row(.replaceOfAbsentNode) : .success
        return Decision(
            rule: rule, status: 200,
            action: isAdd ? .add(value: value) : .replace(value: node.isInterior ? nil : value ?? ""),
            resolution: resolution, advice: judgement.advice, registration: registration)
    }

    /// A part that wants to be sent in one Atomic, and was not: carried out all the same, because published samples
    /// send some of them so (windows-csp.md 6.4, 7 row 25).
    func atomicAdvice(_ resolution: Resolution) -> [Advice] {
        guard !request.isInAtomic, let index = resolution.steps.firstIndex(where: { $0.facts.isAtomicRequired }) else {
            return []
        }
        return [AdviceText.atomicRequired(request, resolution.uri.prefix(index + 1).canonical)]
    }

    /// Row 16 for a Delete, then row 23.
    func delete(
        _ resolution: Resolution, _ node: NodeDescription, _ registration: ProviderTable.Registration?
    ) -> Decision {
        let change = Change(node: NodeReference(uri: resolution.uri, description: node), kind: .delete)
        let judgement = registration?.provider.judge(change, in: tree) ?? .allowed
        if let refusal = judgement.refusal { return refuse(refusal, resolution) }
        return Decision(
            rule: .row(.deleted), status: 200, action: .delete, resolution: resolution, advice: judgement.advice,
            registration: registration)
    }

    /// Row 17: the Meta Format that the server stated.
    func formatRow(_ resolution: Resolution, _ node: NodeDescription) -> Decision? {
        // Windows reads no TNDS objects (oma-dm.md 3.6, DM-CMD-20).
        if let type = request.type, TNDSDocument.isNamed(by: type) {
            return refuse(
                .formatMismatch, 415, .invalidDataType, AdviceText.managementObject(request), resolution)
        }
        guard let format = request.format, format != node.facts.format.rawValue, !format.isEmpty else { return nil }
        let stated = format.asciiLowercased()
        guard !Self.accepts(stated, for: node) else { return nil }
        return refuse(
            .formatMismatch, 415, .invalidDataType, AdviceText.formatMismatch(request, node, stated: stated), resolution
        )
    }

    static func accepts(_ stated: String, for node: NodeDescription) -> Bool {
        let format = node.facts.format
        if stated == format.rawValue || node.facts.acceptedFormats.contains(where: { $0.rawValue == stated }) {
            return true
        }
        switch format {
        case .chr, .xml:
            // Published samples send `int` and `string` to chr nodes; anything that is text will do.
            return !["node", "bin", "b64", "null"].contains(stated)
        case .bin, .b64: return stated == "bin" || stated == "b64"
        case .bool, .int, .node, .null, .date, .time, .float: return false
        }
    }

    /// Rows 18 and 19: the value itself.
    func valueRows(_ resolution: Resolution, _ node: NodeDescription) -> Decision? {
        guard let data = request.data, !node.isInterior, node.facts.format != .null else { return nil }
        if let fault = node.facts.format.check(data) {
            // A node that takes another format as well takes its values, and has no list of them.
            if node.facts.acceptedFormats.contains(where: { $0.check(data) == nil }) { return nil }
            return refuse(
                .notOfFormat, 415, .invalidDataType, AdviceText.value(request, node, fault, "value.not-of-format"),
                resolution)
        }
        guard let allowed = node.facts.allowedValues, !allowed.plainlyTakes(data),
            let fault = allowed.check(data, format: node.facts.format, nodeName: node.name)
        else { return nil }
        return refuse(
            .valueNotAllowed, 500, .invalidArgument, AdviceText.value(request, node, fault, "value.not-allowed"),
            resolution)
    }

    /// Row 20: a write without Data. An Add makes a node without value, a Replace writes an empty text where the format
    /// can hold one.
    func noDataRow(_ resolution: Resolution, _ node: NodeDescription) -> Decision? {
        guard request.data == nil, request.verb == .replace else { return nil }
        switch node.facts.format {
        case .node, .chr, .xml, .null: return nil
        case .b64, .bin, .bool, .int, .date, .time, .float:
            return refuse(.noData, 415, .invalidDataType, AdviceText.noData(request, node), resolution)
        }
    }
}

extension AllowedValues {
    /// True for a value that is right at first sight: an enumerator as listed, a decimal number in the range, anything
    /// where `check` finds no fault. The full check also prepares the hint for a wrong value, which most values never
    /// need.
    fileprivate func plainlyTakes(_ value: String) -> Bool {
        switch kind {
        case .none, .admx, .xsd, .json, .sddl: return true
        case .enumeration(let values): return listDelimiter == nil && values.contains(value)
        case .range(let ranges):
            guard listDelimiter == nil, let number = Int64(value) else { return false }
            return ranges.contains { $0.contains(number) }
        case .flags, .regularExpression: return false
        }
    }
}
