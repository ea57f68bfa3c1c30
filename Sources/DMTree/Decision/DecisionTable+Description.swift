import DDF

/// What the decision table says of a command by the descriptions alone, whatever was done to the device before.
public struct DescribedCommand: Sendable {
    public var resolution: Resolution
    /// In the order of the table. Behind a refusal of rows 8 to 15 nothing more is said; of rows 17 to 20 all are listed that hold,
    /// because a value can be wrong in more than one way.
    public var advice: [Advice]
    /// True when one of them refuses the command.
    public var isRefused: Bool
}

extension DeviceTree {
    /// Judges a command by rows 8, 9, 12, 15 and 17 to 20 of windows-csp.md 5.9, with the CSP's own checks of a value, and leaves
    /// out every row that asks whether a node is there. The words are those of `apply`.
    ///
    /// - Returns: nil when the command has no well-formed address.
    public func described(_ request: Request) -> DescribedCommand? {
        guard let target = request.target, !target.isEmpty, let resolution = try? schema.resolve(locURI: target) else {
            return nil
        }
        var described = DescribedCommand(resolution: resolution, advice: [], isRefused: false)
        DecisionTable(tree: self, request: request).describe(&described)
        return described
    }
}

extension DescribedCommand {
    /// - Returns: true when the decision refuses the command.
    fileprivate mutating func take(_ decision: Decision?) -> Bool {
        guard let decision, !decision.succeeded else { return false }
        advice += decision.advice
        isRefused = true
        return true
    }

    fileprivate mutating func take(_ judgement: Judgement) {
        if let refusal = judgement.refusal {
            advice.append(refusal.advice)
            isRefused = true
        }
        advice += judgement.advice
    }
}

extension DecisionTable {
    fileprivate func describe(_ described: inout DescribedCommand) {
        let resolution = described.resolution
        if let observed = tree.schema.observed(request.verb, resolution.uri) {
            if described.take(decide(observed, resolution)) { return }
        }
        guard let node = existing(resolution, &described) else { return }
        let provider = tree.provider(for: resolution.uri)
        let reference = NodeReference(uri: resolution.uri, description: node)
        if let absence = provider?.absence(of: reference, for: request.verb, in: tree) {
            described.take(Judgement(refusal: absence))
        }
        if described.take(accessRows(resolution, node)) { return }
        if let query = resolution.uri.query {
            _ = described.take(decide(query, resolution, node, .implied))
            return
        }
        switch request.verb {
        case .add, .replace: describeWrite(reference, provider, &described)
        case .delete:
            described.take(provider?.judge(Change(node: reference, kind: .delete), in: tree) ?? .allowed)
        case .exec: described.advice += atomicAdvice(resolution)
        case .get, .copy, .alert, .notACommand: break
        }
    }

    /// Rows 8 and 9; nil when the node cannot exist.
    private func existing(_ resolution: Resolution, _ described: inout DescribedCommand) -> NodeDescription? {
        switch resolution.standing {
        case .described:
            if let node = resolution.node { return node }
            described.advice.append(
                AdviceText.unknownNode(request, resolution, matched: resolution.steps.count, tree: tree))
        case .unknown(let matched):
            described.advice.append(AdviceText.unknownNode(request, resolution, matched: matched, tree: tree))
        case .absent(let absence):
            described.advice.append(AdviceText.absent(request, resolution, absence, tree.schema.release))
        }
        described.isRefused = true
        return nil
    }

    /// Rows 12 and 15, as far as they hold whether the node is there or not: a Replace of a node that has Add but no Replace is
    /// carried out while the node is absent, which one of occurrence One never is.
    private func accessRows(_ resolution: Resolution, _ node: NodeDescription) -> Decision? {
        guard resolution.uri.query == nil else { return verbRow(resolution, node) }
        switch request.verb {
        case .add:
            guard node.facts.access.contains(.add) else {
                return refuse(
                    .addNotAllowed, 405, .commandNotAllowed, AdviceText.addNotAllowed(request, node, blocking: node),
                    resolution)
            }
            guard let parent = resolution.steps.dropLast().last, !parent.isInterior else { return nil }
            return refuse(
                .addNotAllowed, 405, .commandNotAllowed, AdviceText.parentIsLeaf(request, parent), resolution)
        case .replace:
            return node.facts.access.contains(.add) && (node.isDynamic || node.facts.occurrence.allowsZero)
                ? nil : verbRow(resolution, node)
        case .get, .delete, .exec: return verbRow(resolution, node)
        case .copy, .alert, .notACommand: return nil
        }
    }

    /// Rows 17 to 20.
    private func describeWrite(
        _ node: NodeReference, _ provider: (any Provider)?, _ described: inout DescribedCommand
    ) {
        let resolution = described.resolution
        let value = node.description.isInterior ? nil : request.data
        let change = Change(
            node: node, kind: request.verb == .add ? .add(value: value) : .replace(value: value ?? ""),
            type: request.type)
        if described.take(formatRow(resolution, node.description)) { return }
        _ = described.take(valueRows(resolution, node.description))
        if let provider, let value { described.take(provider.judgeValue(value, of: node, in: tree)) }
        _ = described.take(noDataRow(resolution, node.description))
        described.take(provider?.judge(change, in: tree) ?? .allowed)
        described.advice += atomicAdvice(resolution)
    }
}
