import DMTree

/// Every CSP that has behaviour. All others store values by their description.
public enum Providers {
    public static let all = all(firstSync: FirstSyncRules())

    /// - Parameter rules: how FirstSyncStatus answers where the documentation leaves it open.
    public static func all(firstSync rules: FirstSyncRules) -> [any Provider] {
        [
            DMClient(firstSync: rules), EnrollmentStatusTracking(), DevDetail(), EnterpriseDesktopAppManagement(),
            EnterpriseModernAppManagement(), Office(), ClientCertificateInstall(), Policy(), Personalization(),
        ]
    }
}
