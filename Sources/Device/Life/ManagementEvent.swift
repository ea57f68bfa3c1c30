/// A record of the device management log or of the device registration log, by the ids that readers of them look for
/// (esp-behaviour.md 3.4).
public enum ManagementEvent: Hashable, Sendable {
    case enrolled
    case noConnectivity
    /// The blob of an offline domain join: waited for, and applied (7.3).
    case waitingForBlob
    case blobApplied
    case msiDownloadStarted(String)
    case msiDownloadEnded(String)
    case msiInstallStarted(String)
    case msiInstallEnded(String)
    /// Entra registration of a hybrid device.
    case registrationFound
    case registrationFailed(String)
    case registrationSucceeded

    /// The id of the record.
    public var id: Int {
        switch self {
        case .enrolled: 72
        case .noConnectivity: 100
        case .blobApplied: 107
        case .waitingForBlob: 111
        case .msiDownloadStarted: 1905
        case .msiDownloadEnded: 1906
        case .msiInstallStarted: 1920
        case .msiInstallEnded: 1922
        case .registrationFound: 101
        case .registrationFailed: 304
        case .registrationSucceeded: 306
        }
    }

    /// What the record says beside its id.
    public var message: String {
        switch self {
        case .enrolled: "MDM enrollment succeeded"
        case .noConnectivity: "no connectivity"
        case .waitingForBlob: "waiting for the offline domain join blob"
        case .blobApplied: "the offline domain join blob was applied"
        case .msiDownloadStarted(let product), .msiDownloadEnded(let product), .msiInstallStarted(let product),
            .msiInstallEnded(let product):
            product
        case .registrationFound: "service connection point found"
        case .registrationFailed(let code): code
        case .registrationSucceeded: "registered"
        }
    }
}
