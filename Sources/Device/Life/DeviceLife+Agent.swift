import DMTree
import ESP

extension DeviceLife {
    mutating func startAgent() {
        guard !agentHasStarted else { return }
        agentHasStarted = true
        note(.agentStarted)
        settle(agent: agent.started(now: now, tree: tree))
        if let devicePreparation { goOnPreparing(devicePreparation) }
    }

    /// Carries out what the agent asked for. Agent writes are local and never appear on the wire.
    ///
    /// - Returns: what the page makes of it.
    mutating func carryOut(_ actions: [AgentAction]) -> [PageAction] {
        var pageActions: [PageAction] = []
        var wrote = false
        for action in actions {
            switch action {
            case .writeNode(let uri, let value):
                write(uri, value, .agent)
                wrote = true
            case .startAlarm(let alarm, let time):
                agenda.cancel(.agentAlarm(alarm))
                agenda.add(.agentAlarm(alarm), at: time)
            case .reportError(let uri, let code):
                pageActions += page.errorReported(code, at: uri, now: now, tree: tree)
            case .phaseChanged(let phase): note(.agentPhase(phase))
            case .appChanged(let id, let state, let code):
                let name = script.apps.first { $0.id == id }?.name ?? id
                note(.app(id: id, name: name, state, code))
            case .enforcementChanged(let id, let state, let exitCode):
                note(.enforcement(id: id, state, exitCode: exitCode))
            case .scriptRan(let name, let exitCode): note(.script(name: name, exitCode: exitCode))
            case .machineRestarts: requestRestart()
            case .logged(let text): note(.agentLog(text))
            }
        }
        if wrote {
            trackedItemChanged()
            if power == .on { pageActions += page.treeChanged(now: now, tree: tree) }
        }
        if let devicePreparation { goOnPreparing(devicePreparation) }
        return pageActions
    }
}
