/// How far Autopilot device preparation is, as its alert says it (esp-behaviour.md 7.7, windows-csp.md 5.4).
public enum DevicePreparationState: String, Hashable, Sendable, Codable, CaseIterable {
    case pendingProvisioning = "PendingProvisioning"
    case bootstrapping = "Bootstrapping"
    case executingProvisioning = "ExecutingProvisioning"
    case provisioningComplete = "ProvisioningComplete"
}
