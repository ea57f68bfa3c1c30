import DMTree

/// Every CSP that has behaviour. All others store values by their description.
public enum Providers {
    public static let all: [any Provider] = all()

    /// With answers to what the reference leaves open.
    ///
    /// - Parameter facts: of the device; nil for a tree that nobody provisioned, whose facts are what is stored.
    public static func all(
        firstSync: FirstSyncRules = FirstSyncRules(), facts: DeviceFacts? = nil, wiFi: WiFiRules = WiFiRules()
    ) -> [any Provider] {
        let shared = facts.map(SharedFacts.init)
        return [
            DMClient(rules: firstSync), EnrollmentStatusTracking(), DevInfo(shared: shared),
            DevDetail(shared: shared), DeviceStatus(shared: shared), EnterpriseDesktopAppManagement(),
            EnterpriseModernAppManagement(shared: shared), Win32AppInventory(shared: shared), DeviceManageability(),
            DMSessionActions(), Office(), ClientCertificateInstall(), Policy(), Personalization(), DMAcc(), Reboot(),
            RemoteWipe(), HealthAttestation(), DeclaredConfiguration(), RootCATrustedCertificates(),
            CertificateStore(), WiFi(rules: wiFi), VPNv2(), NodeCache(), Update(), DiagnosticLog(),
        ]
    }
}
