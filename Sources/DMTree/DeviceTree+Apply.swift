/// What applying one command to one node brought.
public struct Application: Sendable {
    public var decision: Decision
    public var status: Int
    public var error: HRESULT?
    public var effects: [Effect]
    /// Found by a Get that succeeded.
    public var reading: Reading?
    /// True when the change, if there was one, can be taken back by an Atomic.
    public var canUndo: Bool

    /// True for 2xx.
    public var succeeded: Bool { (200..<300).contains(status) }
}

extension DeviceTree {
    /// Decides a command by the table of windows-csp.md 5.9 and carries it out. A refused command leaves the tree as it was.
    public mutating func apply(_ request: Request) -> Application {
        var decision = DecisionTable(tree: self, request: request).decide()
        var application = Application(
            decision: decision, status: decision.status, error: decision.error, effects: [], reading: nil, canUndo: true)
        guard decision.succeeded, let resolution = decision.resolution, let node = resolution.node else {
            if case .read(let reading) = decision.action { application.reading = reading }
            return application
        }
        let reference = NodeReference(uri: resolution.uri, description: node)
        let provider = provider(for: resolution.uri)
        switch decision.action {
        case .none: break
        case .read(let reading): application.reading = reading
        case .add(let value):
            storage.set(resolution.uri, value: value, writer: .server)
            application.finish(Change(node: reference, kind: .add(value: value)), provider, in: &self)
        case .replace(let value):
            storage.set(resolution.uri, value: value, writer: .server)
            application.finish(Change(node: reference, kind: .replace(value: value)), provider, in: &self)
        case .delete:
            storage.remove(resolution.uri)
            application.finish(Change(node: reference, kind: .delete), provider, in: &self)
        case .execute(let data):
            let snapshot = self
            guard let execution = provider?.execute(reference, data: data, in: &self) else {
                decision.rule = .row(.effectNotEmulated)
                decision.advice.append(AdviceText.notEmulated(request))
                application.decision = decision
                application.effects = [.notEmulated(uri: resolution.uri.canonical)]
                return application
            }
            decision.rule = .row(.executed)
            decision.advice += execution.advice
            application.decision = decision
            application.status = execution.status
            application.error = execution.error
            application.effects = execution.effects
            if !application.succeeded { self = snapshot }
        }
        return application
    }
}

extension Application {
    fileprivate mutating func finish(_ change: Change, _ provider: (any Provider)?, in tree: inout DeviceTree) {
        guard let provider else { return }
        effects = provider.didChange(change, in: &tree)
        canUndo = provider.canUndo(change)
        // A write that only starts a job runs on after the answer (row 21).
        if effects.contains(where: { if case .startJob = $0 { true } else { false } }) {
            status = 202
            decision.rule = .row(.executed)
        }
    }
}
