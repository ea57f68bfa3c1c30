/// Which scope a client of several users says that a session is for, in Alert 1224 of type `com.microsoft.mdm.synctype`
/// (windows-csp.md 5.4).
public enum SyncType: String, Hashable, Sendable, CaseIterable {
    case user, device, mixed

    /// The type of the alert, in lower case.
    static let alertType = "com.microsoft.mdm.synctype"

    /// True when a server may not touch this address in the session. Nodes that stand beside both scopes, such as DevInfo, are
    /// open to every session.
    func excludes(_ locURI: String) -> Bool {
        let address = locURI.lowercased()
        return switch self {
        case .user: address.hasPrefix("./device/") || address.hasPrefix("./vendor/")
        case .device: address.hasPrefix("./user/")
        case .mixed: false
        }
    }
}
