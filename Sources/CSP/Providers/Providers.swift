import DMTree

/// Every CSP that has behaviour. All others store values by their description.
public enum Providers {
    public static let all: [any Provider] = [
        DMClient(), EnrollmentStatusTracking(), DevDetail(), EnterpriseDesktopAppManagement(),
        EnterpriseModernAppManagement(), Office(), ClientCertificateInstall(), Policy(), Personalization(),
    ]
}
