import Notation

/// The names of the codes that an enrolment ends with (enrollment.md 8.5, 9.1, 9.2; the header mdmregistration.h).
public enum EnrollmentSymbol: UInt32, Hashable, Sendable, CaseIterable {
    case deviceMessageFormatError = 0x8018_0001
    case deviceAuthenticationError = 0x8018_0002
    case deviceAuthorizationError = 0x8018_0003
    case deviceCertificateRequestError = 0x8018_0004
    case deviceConfigMgrServerError = 0x8018_0005
    case deviceInternalServiceError = 0x8018_0006
    case deviceInvalidSecurityError = 0x8018_0007
    case deviceUnknownError = 0x8018_0008
    case enrollmentInProgress = 0x8018_0009
    case deviceAlreadyEnrolled = 0x8018_000A
    case discoveryCertificateDateInvalid = 0x8018_000D
    case passwordNeeded = 0x8018_000E
    case webAuthenticationError = 0x8018_000F
    case connectivity = 0x8018_0010
    case invalidSSLCertificate = 0x8018_0012
    case deviceCapReached = 0x8018_0013
    case deviceNotSupported = 0x8018_0014
    case notSupported = 0x8018_0015
    case notEligibleToRenew = 0x8018_0016
    case inMaintenance = 0x8018_0017
    case userLicense = 0x8018_0018
    case enrollmentDataInvalid = 0x8018_0019
    case insecureRedirect = 0x8018_001A
    case platformWrongState = 0x8018_001B
    case platformLicenseError = 0x8018_001C
    case platformUnknownError = 0x8018_001D
    case provisioningCertificateStore = 0x8018_001E
    case provisioningW7 = 0x8018_001F
    case provisioningDMClient = 0x8018_0020
    case provisioningPassportForWork = 0x8018_0021
    case provisioningOther = 0x8018_0022
    case provisioningUnknown = 0x8018_0023
    case provisioningSSLCertificateNotFound = 0x8018_0024
    case provisioningAppManagement = 0x8018_0025
    case deviceManagementBlocked = 0x8018_0026
    case privateKeyCreationFailed = 0x8018_0027
    case failedToFindCertificate = 0x8018_0028
    case emptyMessage = 0x8018_0029
    case userCanceled = 0x8018_002A
    case userCancelled = 0x8018_0030
    case mdmNotConfigured = 0x8018_0031
    case customServerError = 0x8018_0032

    public init?(_ hresult: HRESULT) { self.init(rawValue: hresult.rawValue) }

    public var hresult: HRESULT { HRESULT(rawValue) }

    /// As the header has it.
    public var name: String { "MENROLL_E_\(suffix)" }

    private var suffix: String {
        switch self {
        case .deviceMessageFormatError: "DEVICE_MESSAGE_FORMAT_ERROR"
        case .deviceAuthenticationError: "DEVICE_AUTHENTICATION_ERROR"
        case .deviceAuthorizationError: "DEVICE_AUTHORIZATION_ERROR"
        // Spelt so in the header.
        case .deviceCertificateRequestError: "DEVICE_CERTIFCATEREQUEST_ERROR"
        case .deviceConfigMgrServerError: "DEVICE_CONFIGMGRSERVER_ERROR"
        case .deviceInternalServiceError: "DEVICE_INTERNALSERVICE_ERROR"
        case .deviceInvalidSecurityError: "DEVICE_INVALIDSECURITY_ERROR"
        case .deviceUnknownError: "DEVICE_UNKNOWN_ERROR"
        case .enrollmentInProgress: "ENROLLMENT_IN_PROGRESS"
        case .deviceAlreadyEnrolled: "DEVICE_ALREADY_ENROLLED"
        case .discoveryCertificateDateInvalid: "DISCOVERY_SEC_CERT_DATE_INVALID"
        case .passwordNeeded: "PASSWORD_NEEDED"
        case .webAuthenticationError: "WAB_ERROR"
        case .connectivity: "CONNECTIVITY"
        case .invalidSSLCertificate: "INVALIDSSLCERT"
        case .deviceCapReached: "DEVICECAPREACHED"
        case .deviceNotSupported: "DEVICENOTSUPPORTED"
        case .notSupported: "NOTSUPPORTED"
        case .notEligibleToRenew: "NOTELIGIBLETORENEW"
        case .inMaintenance: "INMAINTENANCE"
        case .userLicense: "USERLICENSE"
        case .enrollmentDataInvalid: "ENROLLMENTDATAINVALID"
        case .insecureRedirect: "INSECUREREDIRECT"
        case .platformWrongState: "PLATFORM_WRONG_STATE"
        case .platformLicenseError: "PLATFORM_LICENSE_ERROR"
        case .platformUnknownError: "PLATFORM_UNKNOWN_ERROR"
        case .provisioningCertificateStore: "PROV_CSP_CERTSTORE"
        case .provisioningW7: "PROV_CSP_W7"
        case .provisioningDMClient: "PROV_CSP_DMCLIENT"
        case .provisioningPassportForWork: "PROV_CSP_PFW"
        case .provisioningOther: "PROV_CSP_MISC"
        case .provisioningUnknown: "PROV_UNKNOWN"
        case .provisioningSSLCertificateNotFound: "PROV_SSLCERTNOTFOUND"
        case .provisioningAppManagement: "PROV_CSP_APPMGMT"
        case .deviceManagementBlocked: "DEVICE_MANAGEMENT_BLOCKED"
        case .privateKeyCreationFailed: "CERTPOLICY_PRIVATEKEYCREATION_FAILED"
        case .failedToFindCertificate: "CERTAUTH_FAILED_TO_FIND_CERT"
        case .emptyMessage: "EMPTY_MESSAGE"
        case .userCanceled: "USER_CANCELED"
        case .userCancelled: "USER_CANCELLED"
        case .mdmNotConfigured: "MDM_NOT_CONFIGURED"
        case .customServerError: "CUSTOMSERVERERROR"
        }
    }
}

extension HRESULT {
    /// The facility of HTTP with a status (enrollment.md 9.2).
    public static func http(status: Int) -> HRESULT {
        HRESULT(0x8019_0000 | UInt32(truncatingIfNeeded: status & 0xFFFF))
    }
}
