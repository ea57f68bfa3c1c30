import DDF

/// The CSPs that a real device reports as registered, and under which roots: an observation, kept as data.
///
/// Source: `./Device/Vendor/MSFT/DeviceManageability/Capabilities/CSPVersions` of a Windows 11 Enterprise 25H2 device,
/// 10.0.26200.9278, published in the captures of deploymenttheory/go-microsoft-dm. `./cimv2` and PolicyManager are
/// local and never answered, so they are left out (design.md section 3).
struct RegisteredRoots: Sendable {
    struct Entry: Sendable {
        /// The CSP's name as registered; `Policy/ADMXInstall` for a root that hangs below another CSP.
        var name: String
        /// Registered under `./Device/Vendor/MSFT` or `./Vendor/MSFT`.
        var isDevice: Bool
        /// Registered under `./User/Vendor/MSFT`.
        var isUser: Bool
        /// Registered outside of `Vendor/MSFT`.
        var isOutside: Bool
        var version: String
        /// The addresses under which it is registered, as the device spells them.
        var addresses: [String]

        /// The last name.
        var csp: String { name.split(separator: "/").last.map(String.init) ?? name }

        func isRegistered(in scope: CatalogueRoot.Scope) -> Bool {
            switch scope {
            case .device: isDevice
            case .user: isUser
            case .outside: isOutside
            }
        }
    }

    private let entries: [String: Entry]

    /// The entry of a CSP, by its lower-case name.
    subscript(csp: String) -> Entry? { entries[csp] }

    /// Every entry, in no order.
    var all: [Entry] { Array(entries.values) }

    /// All entries of a scope, by name.
    func entries(in scope: CatalogueRoot.Scope) -> [Entry] {
        entries.values.filter { $0.isRegistered(in: scope) }.sorted { $0.name < $1.name }
    }

    init(_ table: String) {
        var entries: [String: Entry] = [:]
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count == 3 else { continue }
            entries[fields[0].lowercased()] = Entry(
                name: String(fields[0]), isDevice: fields[1].contains { $0 == "D" || $0 == "V" },
                isUser: fields[1].contains("U"), isOutside: fields[1].contains("O"), version: String(fields[2]),
                addresses: fields[1].map { Self.address(String(fields[0]), below: $0) })
        }
        self.entries = entries
    }

    private static func address(_ name: String, below root: Character) -> String {
        switch root {
        case "D": "./Device/Vendor/MSFT/\(name)"
        case "V": "./Vendor/MSFT/\(name)"
        case "U": "./User/Vendor/MSFT/\(name)"
        default: WindowsSchema.isBelowSyncML(name.lowercased()) ? "./SyncML/\(name)" : "./\(name)"
        }
    }

    /// Build 26200.
    static let build26200 = RegisteredRoots(table26200)

    /// Name, roots (D `./Device/Vendor/MSFT`, V `./Vendor/MSFT`, U `./User/Vendor/MSFT`, O outside), version.
    private static let table26200 = """
        ActiveSync UV 1.0
        AgentGovernance DUV 1.0
        AppLocker V 1.0
        AssignedAccess D 4.0
        BitLocker D 5.0
        CellularSettings V 1.0
        CertificateStore V 1.0
        CleanPC V 1.0
        ClientCertificateInstall DU 1.1
        CloudDesktop DU 2.0
        CMPolicy V 1.0
        CMPolicyEnterprise V 1.0
        DeclaredConfiguration DUV 1.0
        Defender V 1.3
        DevDetail O 1.2
        DeviceLock V 1.0
        DeviceManageability D 2.0
        DevicePreparation D 1.0
        DeviceStatus V 1.5
        DeviceUpdate V 1.0
        DeviceUpdateCenter D 2.0
        DevInfo O 1.0
        DiagnosticLog V 1.4
        DMAcc O 1.1
        DMClient DUV 1.7
        DMS O 1.0
        DMSessionActions UV 1.1
        DynamicManagement V 1.0
        EMAIL2 UV 1.0
        EnrollmentStatusTracking DU 1.0
        EnterpriseAPN V 1.0
        EnterpriseAppVManagement DU 1.0
        EnterpriseDataProtection D 4.0
        EnterpriseDesktopAppManagement DU 1.0
        EnterpriseModernAppManagement DUV 1.2
        eUICCs V 1.2
        Firewall V 1.0
        GPCSEWrapper DUV 1.0
        HealthAttestation V 1.3
        KeyboardFilter D 1.0
        LanguagePackManagement V 1.0
        LAPS D 1.1
        Maps V 1.0
        MultiSIM V 1.0
        NetworkProxy V 1.0
        NetworkQoSPolicy D 1.0
        NodeCache UV 1.2
        Office V 1.6
        OfflineDomainJoin D 1.0
        OptionalFeatures D 1.1
        PassportForWork DUV 1.6
        PDE U 5.0
        Personalization V 2.0
        PointInTimeRestore V 1.1
        Policy DU 11.0
        Policy/ADMXInstall V 1.0
        Policy/NetworkIsolation V 1.0
        PrinterProvisioning U 1.0
        Reboot D 1.0
        Recovery V 1.1
        RemoteFind V 1.0
        RemoteLock DV 1.1
        RemoteRemediation V 1.1
        RemoteWipe V 1.1
        Reporting V 2.1
        RootCATrustedCertificates DU 1.2
        SecureAssessment V 1.1
        SecurityPolicy V 1.0
        SharedPC V 1.2
        Storage V 1.0
        SUPL V 1.2
        TenantLockdown V 1.0
        TPMPolicy V 1.0
        uefi V 1.0
        UnifiedWriteFilter V 1.0
        Update V 1.1
        VPNv2 DUV 1.0
        WiFi UV 1.0
        Win32AppInventory V 1.0
        WindowsAdvancedThreatProtection D 1.2
        WindowsAutopilot V 1.0
        WindowsBackupAndRestore D 1.0
        WindowsDefenderApplicationGuard D 1.4
        WindowsIoT D 1.0
        WindowsLicensing DV 1.4
        WirelessNetworkPreference V 1.0
        """
}
