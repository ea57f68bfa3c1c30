import Testing

@testable import ESP

/// Which phase waits for what (esp-behaviour.md 1.5 and 5): each row of the reference's tables, by its id.
struct TrackingRuleTests {
    typealias Kind = TrackingRule.Kind
    typealias Deployment = TrackingRule.Deployment

    struct Row: Sendable, CustomTestStringConvertible {
        var id: String
        var kind: Kind
        var target: PhaseScope
        var context: PhaseScope
        var phase: PhaseScope?
        var deployment: Deployment

        init(
            _ id: String, _ kind: Kind, _ target: PhaseScope, _ phase: PhaseScope?, context: PhaseScope? = nil,
            _ deployment: Deployment = Deployment()
        ) {
            (self.id, self.kind, self.target, self.phase) = (id, kind, target, phase)
            self.context = context ?? target
            self.deployment = deployment
        }

        var testDescription: String {
            "\(id): \(kind) for \(target), \(context) context, \(deployment.mode), \(deployment.join)"
        }
    }

    private static let hybrid = Deployment(join: .hybrid)
    private static let technician = Deployment(mode: .preProvisioning, userIsPreAssigned: true)
    private static let technicianAlone = Deployment(mode: .preProvisioning)
    private static let selfDeploying = Deployment(mode: .selfDeploying)
    private static let withPFX = Deployment(pfxTracking: .serverSends)

    static let rows = [
        Row("ESP-201", .trackedPolicy, .device, .device), Row("ESP-201", .otherPolicy, .device, nil),
        Row("ESP-205", .trackedPolicy, .user, .user), Row("ESP-205", .otherPolicy, .user, nil),
        Row("ESP-202", .scep, .device, .device), Row("ESP-206", .scep, .user, .user),
        Row("ESP-203", .wifi, .device, .device), Row("ESP-203", .vpn, .device, .device),
        Row("ESP-207", .wifi, .user, .user), Row("ESP-207", .vpn, .user, nil),
        Row("ESP-204", .lobMSIPerMachine, .device, .device), Row("ESP-204", .win32, .device, .device),
        Row("ESP-204", .modernApp, .device, .device), Row("ESP-204", .office, .device, .device),
        Row("2.4", .agentMSI, .device, .device), Row("2.4", .agentMSI, .user, .device, context: .device),
        Row("ESP-208", .lobMSIPerMachine, .user, .user, context: .device), Row("ESP-208", .lobMSIPerUser, .user, .user),
        // A per-user package that all devices get is a thing of the account phase, too.
        Row("ESP-208", .lobMSIPerUser, .device, .user, context: .user),
        Row("ESP-208", .win32, .user, .user, context: .device), Row("ESP-208", .win32, .user, .user),
        Row("ESP-208", .modernApp, .user, .user), Row("ESP-208", .modernApp, .device, .user, context: .user),
        Row("5", .office, .user, nil, context: .device),
        Row("ESP-209", .win32, .device, nil, context: .user, hybrid),
        Row("ESP-209", .modernApp, .device, nil, context: .user, hybrid),
        Row("ESP-208", .win32, .user, .user, context: .user, hybrid), Row("ESP-204", .win32, .device, .device, hybrid),
        Row("5", .platformScript, .device, nil), Row("5", .platformScript, .user, nil),
        Row("5", .remediation, .device, nil), Row("5", .remediation, .user, nil),
        Row("U-21", .pfx, .device, nil), Row("U-21", .pfx, .user, nil),
        Row("U-21", .pfx, .device, .device, withPFX), Row("U-21", .pfx, .user, .user, withPFX),
        // ESP-701 and ESP-702: what the technician phase waits for.
        Row("ESP-702", .win32, .user, .device, context: .device, technician),
        Row("ESP-702", .lobMSIPerMachine, .user, .device, context: .device, technician),
        Row("ESP-702", .modernApp, .user, .device, context: .device, technician),
        Row("ESP-208", .win32, .user, .user, context: .user, technician),
        Row("ESP-208", .lobMSIPerUser, .user, .user, context: .user, technician),
        Row("ESP-206", .scep, .user, .user, technician),
        Row("ESP-205", .trackedPolicy, .user, .user, technician),
        Row("ESP-208", .win32, .user, .user, context: .device, technicianAlone),
        // 7.2: nobody signs in.
        Row("ESP-204", .win32, .device, .device, selfDeploying),
        Row("7.2", .win32, .user, nil, context: .device, selfDeploying),
        Row("7.2", .modernApp, .device, nil, context: .user, selfDeploying),
        Row("7.2", .wifi, .user, nil, selfDeploying),
        // 7.5: Entra join and user-driven only, device setup only.
        Row("7.5", .taskSequence, .device, .device), Row("7.5", .taskSequence, .user, nil),
        Row("7.5", .taskSequence, .device, nil, hybrid),
        Row("7.5", .taskSequence, .device, nil, technicianAlone),
        Row("7.5", .taskSequence, .device, nil, selfDeploying),
    ]

    @Test(
        "ESP-201 to ESP-209, ESP-702, U-21, 7.2, 7.5: the phase that waits, and the rule that says so", arguments: rows)
    func phase(row: Row) {
        let rule = TrackingRule.rule(
            for: row.kind, target: row.target, context: row.context, in: row.deployment)
        #expect(rule?.phase == row.phase)
        #expect(rule?.id == row.id)
        #expect(
            TrackingRule.phase(of: row.kind, target: row.target, context: row.context, in: row.deployment) == row.phase)
    }

    @Test("7.7: Autopilot device preparation has no page, so nothing is tracked", arguments: Kind.allCases)
    func devicePreparation(kind: Kind) {
        for target in PhaseScope.allCases {
            #expect(TrackingRule.phase(of: kind, target: target, in: Deployment(mode: .devicePreparation)) == nil)
        }
    }

    @Test("Every combination has a rule", arguments: Kind.allCases)
    func complete(kind: Kind) {
        for mode in DeploymentMode.allCases {
            for join in DirectoryJoin.allCases {
                for target in PhaseScope.allCases {
                    for context in PhaseScope.allCases {
                        for isKnown in [false, true] {
                            let deployment = Deployment(mode: mode, join: join, userIsPreAssigned: isKnown)
                            #expect(
                                TrackingRule.rule(for: kind, target: target, context: context, in: deployment) != nil)
                        }
                    }
                }
            }
        }
    }

    @Test(
        "ESP-201: policies of Edge, Assigned Access and Kiosk Browser are tracked, in any spelling of the LocURI",
        arguments: [
            "./Device/Vendor/MSFT/Policy/Config/MicrosoftEdge~Policy~MicrosoftEdge/HomepageLocation",
            "./Device/Vendor/MSFT/Policy/Config/microsoft_edge~Policy~microsoft_edge~Startup/HomepageLocation",
            "./User/Vendor/MSFT/Policy/Config/microsoft_edgev80diff%7EPolicy%7Emicrosoft_edge/X",
            "./Vendor/MSFT/AssignedAccess/Configuration", "./Device/Vendor/MSFT/AssignedAccess/ShellLauncher",
            "./Device/Vendor/MSFT/Policy/Config/KioskBrowser/DefaultURL",
            "./user/vendor/msft/policy/config/kioskbrowser/DefaultURL",
        ])
    func trackedPolicies(uri: String) { #expect(Kind(policy: uri) == .trackedPolicy) }

    @Test(
        "ESP-201: other policies are not, nor is a node of another CSP with such a name",
        arguments: [
            "./Device/Vendor/MSFT/Policy/Config/DeviceLock/MinDevicePasswordLength",
            "./Device/Vendor/MSFT/Policy/Config/Browser/PreventAccessToAboutFlagsInMicrosoftEdge",
            "./Device/Vendor/MSFT/Policy/Result/KioskBrowser/DefaultURL",
            "./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/MicrosoftEdge",
            "./Device/Vendor/MSFT/BitLocker/RequireDeviceEncryption", "./Device/Vendor/MSFT/KioskBrowser", "",
            "./Device",
        ])
    func otherPolicies(uri: String) { #expect(Kind(policy: uri) == .otherPolicy) }
}
