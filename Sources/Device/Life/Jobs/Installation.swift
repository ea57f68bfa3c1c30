import CSP
import DMTree
import ESP

/// Something that OMA-DM itself installs, as it stands.
public struct Installation: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case msi
        /// A package that the server hosts.
        case uwp
        /// An app of the Store.
        case store
        /// Microsoft 365 Apps through the Office CSP.
        case office
    }

    public var kind: Kind
    public var name: String
    /// The node of the product, app or installation.
    public var uri: TreeURI
    /// What its Status node says, or said last.
    public var status: Int
    /// The SID of the user for whom it is installed; nil for the device. The same product of another user is another
    /// installation, although both have the same address.
    public var user: String?

    /// The product code, package family name or id of Office, in lower case.
    public var id: String { uri.keys.last ?? "" }

    public var scope: PhaseScope { uri.scope == .user ? .user : .device }

    /// How the page counts it (windows-csp.md 3.3.1).
    public var state: TrackedAppState {
        switch kind {
        case .msi:
            switch MSIInstall.Status(rawValue: status) {
            case .enforcementCompleted: .completed
            case .downloadFailed, .enforcementFailed: .error
            case .initialized, .downloadInProgress, .pendingDownloadRetry, .downloadCompleted, .pendingUserSession,
                .enforcementInProgress, .pendingEnforcementRetry, nil:
                .inProgress
            }
        case .uwp, .store:
            switch ModernAppInstall.Status(rawValue: status) {
            case .installed: .completed
            case .failed: .error
            case .installing: .inProgress
            case .notInstalled, nil: .notInstalled
            }
        case .office:
            switch OfficeInstall.Status(rawValue: Int32(truncatingIfNeeded: status)) {
            case .success: .completed
            case .inProgress: .inProgress
            default: .error
            }
        }
    }
}

extension DeviceEvent {
    /// What the event says of something that OMA-DM installs; nil when it is about something else.
    public var installation: Installation? {
        if case .package(let uri, let name, let status) = kind, let uri = try? TreeURI(uri) {
            return Installation(kind: .msi, name: name, uri: uri, status: status)
        }
        if case .installation(let uri, let name, let kind, let status) = kind, let uri = try? TreeURI(uri) {
            return Installation(kind: kind, name: name, uri: uri, status: status)
        }
        return nil
    }
}
