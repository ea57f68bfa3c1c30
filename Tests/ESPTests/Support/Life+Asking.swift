@testable import ESP

/// What tests ask a life.
extension Life {
    /// When the page first did this, as `mm:ss`; nil when it never did.
    func time(of action: PageAction) -> String? { pageLog.first { $0.action == action }?.time.description }

    /// When the agent first did this.
    func time(of action: AgentAction) -> String? { agentLog.first { $0.action == action }?.time.description }

    /// Every time at which the page did this.
    func times(of action: PageAction) -> [String] {
        pageLog.filter { $0.action == action }.map(\.time.description)
    }

    /// When a line first showed this token.
    func time(of token: String, on kind: SubcategoryKind, in category: Category) -> String? {
        pageLog.first {
            guard case .subcategoryChanged(Subcategory(category, kind), _, let text) = $0.action else { return false }
            return text.token == token
        }?.time.description
    }

    /// The states of the page in their order, with their times: `01:00 S2`.
    var route: [String] {
        pageLog.compactMap { seen in
            guard case .stateEntered(let state) = seen.action else { return nil }
            return "\(seen.time) \(state.rawValue)"
        }
    }

    /// The values that were written to a node, with their times.
    func writes(_ uri: String) -> [String] {
        let page = pageLog.compactMap { seen -> (DeviceTime, String)? in
            guard case .writeNode(uri, let value) = seen.action else { return nil }
            return (seen.time, value)
        }
        let agent = agentLog.compactMap { seen -> (DeviceTime, String)? in
            guard case .writeNode(uri, let value) = seen.action else { return nil }
            return (seen.time, value)
        }
        return (page + agent).sorted { $0.0 < $1.0 }.map { "\($0.0) \($0.1)" }
    }

    func line(_ kind: SubcategoryKind, _ category: Category) -> CategoryBoard.Line? { page.board[category][kind] }

    /// The states of an app's tracking node, with their times.
    func states(_ app: Win32App, in scope: PhaseScope? = nil) -> [String] {
        writes(
            NodeURI.trackedApp(
                app.trackingName, of: agent.configuration.provider, "InstallationState", in: scope ?? app.scope))
    }

    /// What the agent recorded of an app, with its times: `01:10 1003`, and the exit code where there is one.
    func enforcement(_ app: Win32App) -> [String] {
        agentLog.compactMap { seen in
            guard case .enforcementChanged(app.id, let state, let exitCode) = seen.action else { return nil }
            return "\(seen.time) \(state.rawValue)" + (exitCode.map { " \($0)" } ?? "")
        }
    }

    /// How apps moved on, tracked or not: `01:10 a 2`.
    var moves: [String] {
        agentLog.compactMap { seen in
            guard case .appChanged(let id, let state, _) = seen.action else { return nil }
            return "\(seen.time) \(id) \(state.rawValue)"
        }
    }

    /// When scripts began: `01:10 s`.
    var scriptStarts: [String] {
        agentLog.compactMap { seen in
            guard case .scriptRan(let name, nil) = seen.action else { return nil }
            return "\(seen.time) \(name)"
        }
    }

    /// The agent's log, with its times.
    var agentLines: [String] {
        agentLog.compactMap { seen in
            guard case .logged(let line) = seen.action else { return nil }
            return "\(seen.time) \(line)"
        }
    }

    /// Whether the page ever restarted the machine.
    var hasAskedForReboot: Bool { pageLog.contains { $0.action == .requestReboot } }
}
