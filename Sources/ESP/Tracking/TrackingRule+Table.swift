extension TrackingRule {
    /// Every row. What holds for some deployments only stands before what holds for all; each kind's last row fits
    /// whatever is left.
    public static let table: [TrackingRule] = [
        // Modes without a page, or without its second half.
        row("7.7", Kind.allCases, when: .mode(.devicePreparation), nil),
        row("7.2", Kind.allCases, target: .user, when: .mode(.selfDeploying), nil),
        row("7.2", Kind.allCases, context: .user, when: .mode(.selfDeploying), nil),

        // Apps.
        row("ESP-702", deviceApps, target: .user, context: .device, when: .technicianKnowsUser, .device),
        row("ESP-209", [.win32, .modernApp], target: .device, context: .user, when: .join(.hybrid), nil),
        row("ESP-204", deviceApps, target: .device, context: .device, .device),
        // Part of the device phase whatever it is assigned to: without it the provider line never ends.
        row("2.4", [.agentMSI], .device),
        // A per-user app that is assigned to devices waits for the user.
        row("ESP-208", [.lobMSIPerMachine, .lobMSIPerUser, .win32, .modernApp], .user),
        row("5", [.office], nil),

        // Certificates.
        row("ESP-202", [.scep], target: .device, .device),
        row("ESP-206", [.scep], .user),
        row("U-21", [.pfx], when: .pfxIsLeftToTheClient, nil),
        row("U-21", [.pfx], target: .device, .device),
        row("U-21", [.pfx], .user),

        // Networks.
        row("ESP-203", [.wifi, .vpn], target: .device, .device),
        row("ESP-207", [.wifi], .user),
        row("ESP-207", [.vpn], nil),

        // Policies.
        row("ESP-201", [.trackedPolicy], target: .device, .device),
        row("ESP-205", [.trackedPolicy], .user),
        row("ESP-201", [.otherPolicy], target: .device, nil),
        row("ESP-205", [.otherPolicy], nil),

        // Scripts.
        row("5", [.platformScript, .remediation], nil),

        // Configuration Manager: Entra join and user-driven only, and in device setup only.
        row("7.5", [.taskSequence], when: .join(.hybrid), nil),
        row("7.5", [.taskSequence], when: .mode(.preProvisioning), nil),
        row("7.5", [.taskSequence], when: .mode(.selfDeploying), nil),
        row("7.5", [.taskSequence], target: .device, .device),
        row("7.5", [.taskSequence], nil),
    ]

    /// Apps that can be installed for the machine.
    private static let deviceApps: [Kind] = [.lobMSIPerMachine, .win32, .modernApp, .office]

    private static func row(
        _ id: String, _ kinds: [Kind], target: PhaseScope? = nil, context: PhaseScope? = nil,
        when condition: Condition = .always, _ phase: PhaseScope?
    ) -> TrackingRule {
        TrackingRule(kinds: kinds, target: target, context: context, condition: condition, phase: phase, id: id)
    }
}
