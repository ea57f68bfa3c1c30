import DMTree

/// Every CSP that has behaviour. All others store values by their description.
public enum Providers {
    public static let all: [any Provider] = all()

    /// With answers to what the reference leaves open.
    public static func all(firstSync: FirstSyncRules = FirstSyncRules()) -> [any Provider] {
        [
            DMClient(rules: firstSync), EnrollmentStatusTracking(), DevDetail(), EnterpriseDesktopAppManagement(),
            EnterpriseModernAppManagement(), Office(), ClientCertificateInstall(), Policy(), Personalization(),
            Reboot(), RemoteWipe(), HealthAttestation(), DeclaredConfiguration(),
            Update(), DiagnosticLog(),
        ]
    }
}
