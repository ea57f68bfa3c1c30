/// The alerts that a Windows client sends, by the Type of their Item (windows-csp.md 5.4 and 5.5).
///
/// The raw value is the Type as Windows writes it; `code`, `format` and `mark` say what stands beside it.
public enum AlertType: String, Hashable, Sendable, CaseIterable {
    // Client events, 5.4.
    case loginStatus = "com.microsoft/MDM/LoginStatus"
    case userToken = "com.microsoft/MDM/AADUserToken"
    /// Which context the server may address, `user`, `device` or `mixed`.
    case syncType = "com.microsoft.mdm.synctype"
    case devicePreparation = "com.microsoft/MDM/DevicePrepSync"
    case bootstrapSync = "com.microsoft/MDM/BootstrapSync"
    /// Waits for the blob of an offline domain join.
    case domainJoinSync = "com.microsoft/MDM/OdjSync"
    case devicePreparationResult = "com.microsoft.mdm.deviceprepresult"
    /// An XML summary of declared-configuration documents.
    case declaredConfiguration = "com.microsoft.mdm.declaredconfigurationdocuments"
    /// The keep-alive, in a message of its own.
    case requestPending = "Reversed-Domain-Name:com.microsoft.mdm.requestpending"
    /// An MSI has finished: 0 or the HRESULT.
    case packageInstalled = "Reversed-Domain-Name:com.microsoft.mdm.win32csp_install"

    // Generic alerts, 5.5.
    case unenrollment = "com.microsoft:mdm.unenrollment.userrequest"
    case hostedInstallResult = "Reversed-Domain-Name:com.microsoft.mdm.EnterpriseHostedAppInstall.result"
    case appUninstallResult = "Reversed-Domain-Name:com.microsoft.mdm.EnterpriseAppUninstall.result"
    case healthAttestationResult = "com.microsoft.mdm:HealthAttestation.Result"

    /// The code of the Alert: 1224 for a client event, 1226 for a generic alert.
    public var code: Int {
        switch self {
        case .loginStatus, .userToken, .syncType, .devicePreparation, .bootstrapSync, .domainJoinSync,
            .devicePreparationResult, .declaredConfiguration, .requestPending, .packageInstalled:
            1224
        case .unenrollment, .hostedInstallResult, .appUninstallResult, .healthAttestationResult: 1226
        }
    }

    /// Meta Format; nil where Windows states none.
    public var format: String? {
        switch self {
        case .packageInstalled, .unenrollment, .hostedInstallResult, .appUninstallResult: "int"
        case .loginStatus, .userToken, .syncType, .devicePreparation, .bootstrapSync, .domainJoinSync,
            .devicePreparationResult, .declaredConfiguration, .requestPending, .healthAttestationResult:
            nil
        }
    }

    /// Meta Mark; nil where Windows states none. Before Windows 11 the unenrolment had none (enrollment.md 13).
    public var mark: String? {
        switch self {
        case .packageInstalled: "informational"
        case .unenrollment: "critical"
        case .loginStatus, .userToken, .syncType, .devicePreparation, .bootstrapSync, .domainJoinSync,
            .devicePreparationResult, .declaredConfiguration, .requestPending, .hostedInstallResult,
            .appUninstallResult, .healthAttestationResult:
            nil
        }
    }
}
