import DMTree
import ESP

/// Autopilot device preparation (7.7): a page of its own, none of the Enrollment Status Page. The server sees how far
/// it is by DevicePrepSync; BootstrapSync is never sent.
extension DeviceLife {
    /// After each session, and whenever an app has moved on.
    mutating func goOnPreparing(_ state: DevicePreparationState) {
        switch state {
        case .pendingProvisioning: enter(.bootstrapping)
        case .bootstrapping: if agentHasStarted || script.apps.isEmpty { enter(.executingProvisioning) }
        case .executingProvisioning: if areAppsFinal { enter(.provisioningComplete) }
        case .provisioningComplete:
            guard outcomeOfPages == nil else { return }
            outcomeOfPages = appStates.values.contains(.error) || packageFailed ? .failed : .succeeded
        }
    }

    private var areAppsFinal: Bool {
        script.apps.allSatisfy { app in
            switch appStates[app.id] {
            case .completed, .error: true
            case .notInstalled, .inProgress, nil: false
            }
        } && installations.allSatisfy { $0.state == .completed || $0.state == .error }
    }

    private var packageFailed: Bool { installations.contains { $0.state == .error } }

    private mutating func enter(_ state: DevicePreparationState) {
        devicePreparation = state
        note(.devicePreparation(state))
        sessionSoon(.devicePreparation)
    }
}
