import Notation

/// What an agent asks of the device, in order.
public enum AgentAction: Hashable, Sendable {
    /// Write a node of the tree locally; agent writes never go over the wire.
    case writeNode(uri: String, value: String)
    /// Wake the agent at this instant.
    case startAlarm(AgentAlarm, at: DeviceTime)
    /// Give the page the code of a node that the next action sets to its error state (`StatusPage.errorReported`).
    case reportError(uri: String, HRESULT)
    /// What the agent records of an app's enforcement, with the exit code of the run that it is about.
    case enforcementChanged(id: String, EnforcementState, exitCode: Int32?)
    /// The agent's answer to "which phase am I in" has changed.
    case phaseChanged(EspPhase)
    /// An app was registered with the page, or moved on, tracked or not.
    case appChanged(id: String, TrackedAppState, HRESULT?)
    /// A script began or ended; `exitCode` is nil when it begins.
    case scriptRan(name: String, exitCode: Int32?)
    /// An installer restarts the machine without having said so (ESP-301).
    case machineRestarts
    /// A line of the agent's log (ESP-606).
    case logged(String)
}

/// What an agent waits for. Alarms do not survive a restart of the machine.
public enum AgentAlarm: Hashable, Sendable, Codable {
    /// The check-in that registers the apps of a phase.
    case register(PhaseScope)
    /// The check-in after the page, which starts the apps that the page does not wait for.
    case normalCheckIn
    /// The check-in that runs remediations, minutes after the page.
    case remediations
    /// The end of a run of an app's installer, by the key of the install.
    case installEnds(key: String)
    /// The end of a script.
    case scriptEnds(name: String)
    /// The next step of Configuration Manager's client.
    case configMgr(ConfigMgrAgent.Step)
}

/// The phase that the agent believes to be in (esp-behaviour.md 6); the raw value is what its log says.
public enum EspPhase: String, Hashable, Sendable, Codable, CaseIterable {
    case notInEsp = "NotInEsp"
    case deviceSetup = "DeviceSetup"
    case accountSetup = "AccountSetup"

    /// The scope whose apps belong to the phase; nil outside the page.
    public var scope: PhaseScope? {
        switch self {
        case .notInEsp: nil
        case .deviceSetup: .device
        case .accountSetup: .user
        }
    }
}
