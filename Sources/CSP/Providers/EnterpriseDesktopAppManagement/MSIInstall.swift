import DMTree

/// The course of one MSI package through its Status codes (windows-csp.md 4.1). The device's agenda calls these with the outcome that
/// the scenario gives; each writes the nodes as Windows does.
public struct MSIInstall: Sendable {
    /// The Status codes.
    public enum Status: Int, Hashable, Sendable, CaseIterable {
        case initialized = 10
        case downloadInProgress = 20
        case pendingDownloadRetry = 25
        case downloadFailed = 30
        case downloadCompleted = 40
        case pendingUserSession = 48
        case enforcementInProgress = 50
        case pendingEnforcementRetry = 55
        case enforcementFailed = 60
        case enforcementCompleted = 70

        /// 30, 60 and 70 are final.
        public var isTerminal: Bool {
            switch self {
            case .downloadFailed, .enforcementFailed, .enforcementCompleted: true
            case .initialized, .downloadInProgress, .pendingDownloadRetry, .downloadCompleted, .pendingUserSession,
                .enforcementInProgress, .pendingEnforcementRetry:
                false
            }
        }
    }

    /// `…/EnterpriseDesktopAppManagement/MSI/{ProductID}`.
    public let product: TreeURI

    public init(product: TreeURI) { self.product = product }

    /// Moves on to a status that is not final.
    public func set(_ status: Status, in tree: inout DeviceTree) {
        tree.setLocally(product.child("Status"), value: String(status.rawValue))
    }

    func start(_ job: MsiInstallJob, in tree: inout DeviceTree) {
        set(.initialized, in: &tree)
        tree.setLocally(product.child("LastError"), value: "0")
        tree.setLocally(product.child("Version"), value: job.version)
    }

    /// Ends the install and gives the alert that reports it.
    ///
    /// - Parameter error: 0 for success; otherwise the HRESULT of msiexec or of the failing step.
    public func finish(_ status: Status, error: HRESULT, name: String, date: String, in tree: inout DeviceTree) -> Effect {
        set(status, in: &tree)
        // LastError is an int node: HRESULTs travel as signed 32-bit decimals.
        let code = String(Int32(bitPattern: error.rawValue))
        tree.setLocally(product.child("LastError"), value: code)
        if status == .enforcementCompleted {
            tree.setLocally(product.child("Name"), value: name)
            tree.setLocally(product.child("InstallDate"), value: date)
        }
        return .raiseAlert(
            GenericAlert(
                code: 1224, type: "Reversed-Domain-Name:com.microsoft.mdm.win32csp_install",
                source: product.child("DownloadInstall").canonical, format: "int", mark: "informational", data: code))
    }
}
