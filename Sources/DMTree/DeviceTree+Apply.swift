import Notation

/// What applying one command to one node brought.
public struct Application: Sendable {
    public var decision: Decision
    public var status: Int
    public var error: HRESULT?
    public var effects: [Effect] = []
    /// Found by a Get that succeeded.
    public var reading: Reading?
    /// True when the change, if there was one, can be taken back by an Atomic.
    public var canUndo = true

    /// What a decision brings by itself.
    init(_ decision: Decision) {
        self.decision = decision
        status = decision.status
        error = decision.error
    }

    /// True for 2xx.
    public var succeeded: Bool { (200..<300).contains(status) }
}

extension DeviceTree {
    /// Decides a command by the table of the profile, windows-csp.md 5.9 or oma-dm.md 4.2, and carries it out. A refused
    /// command leaves the tree as it was.
    public mutating func apply(_ request: Request) -> Application {
        var application = Application(DecisionTable(tree: self, request: request).decide())
        let action = application.decision.action
        if case .read(let reading) = action { application.reading = reading }
        guard application.succeeded, let node = application.decision.node else { return application }
        switch action {
        case .none, .read: break
        case .add(let value):
            storage.set(node.uri, value: value, writer: .server)
            let change = Change(node: node, kind: .add(value: value), type: request.type)
            finish(change, application.decision.registration?.provider, &application)
        case .replace(let value):
            storage.set(node.uri, value: value, writer: .server)
            let change = Change(node: node, kind: .replace(value: value), type: request.type)
            finish(change, application.decision.registration?.provider, &application)
        case .delete:
            storage.remove(node.uri)
            finish(Change(node: node, kind: .delete), application.decision.registration?.provider, &application)
        case .execute(let data): execute(node, data, request, &application)
        case .standard(let change): carryOut(change, node, request, &application)
        }
        return application
    }

    /// What only profile `oma` does.
    private mutating func carryOut(
        _ change: StandardChange, _ node: NodeReference, _ request: Request, _ application: inout Application
    ) {
        switch change {
        case .write(let write):
            self.write(write, node)
            finish(
                Change(
                    node: node, kind: write.isNew ? .add(value: write.value) : .replace(value: write.value),
                    type: request.type),
                provider(for: node.uri), &application)
        case .delete:
            let account = removedAccount(node.uri)
            storage.remove(node.uri)
            if let account { removeServer(account) }
            finish(Change(node: node, kind: .delete), provider(for: node.uri), &application)
        case .setProperty(let property, let text): set(property, of: node.uri, to: text)
        case .graft(let document, let replacing):
            graft(document, replacing: replacing, at: node.uri, request, &application)
        }
    }

    /// Lets the provider follow a change.
    private mutating func finish(
        _ change: Change, _ provider: (any Provider)?, _ application: inout Application
    ) {
        guard let provider else { return }
        application.effects = provider.didChange(change, in: &self)
        application.canUndo = provider.canUndo(change)
        // A write that only starts a job runs on after the answer (row 21).
        if application.effects.contains(where: { if case .startJob = $0 { true } else { false } }) {
            application.status = 202
            application.decision.rule = executionRule(.executed, .accepted)
        }
    }

    /// Rows 21 and 22.
    private mutating func execute(
        _ node: NodeReference, _ data: String?, _ request: Request, _ application: inout Application
    ) {
        let snapshot = self
        guard let execution = provider(for: node.uri)?.execute(node, data: data, in: &self) else {
            application.decision.rule = executionRule(.effectNotEmulated, .success)
            application.decision.advice.append(AdviceText.notEmulated(request))
            application.effects = [.notEmulated(uri: node.uri.canonical)]
            return
        }
        application.decision.rule = executionRule(
            .executed, execution.status == 202 ? .accepted : execution.status < 300 ? .success : .executionError)
        application.decision.advice += execution.advice
        application.status = execution.status
        application.error = execution.error
        application.effects = execution.effects
        if !application.succeeded { self = snapshot }
    }
}

extension DeviceTree {
    private func executionRule(_ windows: DecisionRow, _ standard: StandardRow) -> DecisionRule {
        switch profile.name {
        case .windows: .row(windows)
        case .oma: .standard(standard)
        }
    }
}

extension Decision {
    /// The addressed node as a provider sees it; nil when no description matches.
    fileprivate var node: NodeReference? {
        guard let resolution, let node = resolution.node else { return nil }
        return NodeReference(uri: resolution.uri, description: node)
    }
}
