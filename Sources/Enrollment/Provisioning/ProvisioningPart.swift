import Notation

/// The part of a provisioning document that could not be applied, and what the user is then shown (enrollment.md 8.5).
public enum ProvisioningPart: Hashable, Sendable, CaseIterable {
    case certificateStore
    case application
    case dmClient
    case passportForWork
    case applicationManagement
    /// The settings of another CSP.
    case otherSettings
    /// The certificate that the account names for TLS is not in the stores.
    case clientCertificate
    /// Nothing says where.
    case unknown

    /// From the type of a top-level characteristic.
    public init(characteristic type: String) {
        switch type {
        case "CertificateStore": self = .certificateStore
        case "APPLICATION": self = .application
        case "DMClient": self = .dmClient
        case "PassportForWork": self = .passportForWork
        case "EnterpriseModernAppManagement": self = .applicationManagement
        default: self = .otherSettings
        }
    }

    public var hresult: HRESULT {
        switch self {
        case .certificateStore: HRESULT(0x8018_001E)
        case .application: HRESULT(0x8018_001F)
        case .dmClient: HRESULT(0x8018_0020)
        case .passportForWork: HRESULT(0x8018_0021)
        case .otherSettings: HRESULT(0x8018_0022)
        case .unknown: HRESULT(0x8018_0023)
        case .clientCertificate: HRESULT(0x8018_0024)
        case .applicationManagement: HRESULT(0x8018_0025)
        }
    }
}
