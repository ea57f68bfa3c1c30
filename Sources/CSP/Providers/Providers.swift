import DMTree

/// Every CSP that has behaviour. All others store values by their description.
public enum Providers {
    public static let all: [any Provider] = all()

    /// With answers to what the reference leaves open.
    public static func all(
        firstSync: FirstSyncRules = FirstSyncRules(), wiFi: WiFiRules = WiFiRules()
    ) -> [any Provider] {
        [
            DMClient(rules: firstSync), EnrollmentStatusTracking(), DevDetail(), EnterpriseDesktopAppManagement(),
            EnterpriseModernAppManagement(), Office(), ClientCertificateInstall(), Policy(), Personalization(),
            RootCATrustedCertificates(), CertificateStore(), WiFi(rules: wiFi), VPNv2(), NodeCache(),
        ]
    }
}
