import DMTree
import Notation

/// The nodes of one MSI package as its install goes on (windows-csp.md 4.1). The device's agenda calls these with the
/// outcome that the scenario gives; each writes what Windows writes.
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

    /// What the Status node says; nil before DownloadInstall was added.
    public func status(in tree: DeviceTree) -> Status? {
        tree.storedValue(product.child("Status")).flatMap { Int($0) }.flatMap(Status.init)
    }

    /// Moves on to a status that is not final.
    public func set(_ status: Status, in tree: inout DeviceTree) {
        tree.setLocally(product.child("Status"), value: String(status.rawValue))
    }

    /// Begins, or begins again, at Status 10.
    public func start(_ job: MsiInstallJob, in tree: inout DeviceTree) {
        set(.initialized, in: &tree)
        report(HRESULT(0), description: "", in: &tree)
        tree.setLocally(product.child("Version"), value: job.version)
    }

    /// Writes LastError, an int node where HRESULTs stand as signed 32-bit decimals, and LastErrorDesc, which may be
    /// empty.
    public func report(_ error: HRESULT, description: String, in tree: inout DeviceTree) {
        tree.setLocally(product.child("LastError"), value: Self.decimal(error))
        tree.setLocally(product.child("LastErrorDesc"), value: description)
    }

    /// Ends the install and gives the alert that reports it: Alert 1224, which is MSI's own (ledger 17), from the
    /// DownloadInstall node.
    ///
    /// - Parameters:
    ///   - status: a final one: 30, 60 or 70.
    ///   - error: 0 for success; otherwise the HRESULT of msiexec or of the failing step. A package that is installed
    ///     and wants a restart has that code.
    ///   - name: what Name says from now on, when the package is installed.
    ///   - date: what InstallDate says.
    ///   - errorDescription: what LastErrorDesc says; Windows leaves it empty where it has no text.
    public func finish(
        _ status: Status, error: HRESULT, name: String, date: String, errorDescription: String = "",
        in tree: inout DeviceTree
    ) -> Effect {
        set(status, in: &tree)
        report(error, description: errorDescription, in: &tree)
        if status == .enforcementCompleted {
            tree.setLocally(product.child("Name"), value: name)
            tree.setLocally(product.child("InstallDate"), value: date)
            Win32Programs.installed(
                productCode: product.segments.last ?? "", name: name,
                version: tree.storedValue(product.child("Version")) ?? "", in: &tree)
        }
        return .raiseAlert(
            GenericAlert(
                code: 1224, type: "Reversed-Domain-Name:com.microsoft.mdm.win32csp_install",
                source: product.child("DownloadInstall").canonical, format: "int", mark: "informational",
                data: Self.decimal(error)))
    }

    /// The installed product can be looked up by its upgrade code (windows-csp.md 4.1).
    ///
    /// - Parameter upgradeCode: with braces.
    public func register(upgradeCode: String, in tree: inout DeviceTree) {
        tree.setLocally(upgradeCodes.child(upgradeCode), value: product.segments.last ?? "")
    }

    /// The product was uninstalled: no upgrade code leads to it any more.
    func unregister(in tree: inout DeviceTree) {
        for entry in tree.storedChildren(upgradeCodes.canonical)
        where entry.value?.lowercased() == product.segments.last?.lowercased() {
            tree.removeLocally(upgradeCodes.child(entry.name).canonical)
        }
    }

    private var upgradeCodes: TreeURI { product.prefix(product.segments.count - 1).child("UpgradeCode") }

    /// Carries out what a course asks for, except its waits, which are the caller's.
    public func carryOut(
        _ action: MSICourse.Action, name: String, date: String, in tree: inout DeviceTree
    ) -> [Effect] {
        switch action {
        case .set(let status): set(status, in: &tree)
        case .report(let error): report(error, description: "", in: &tree)
        case .wait: break
        case .finish(let status, let error): return [finish(status, error: error, name: name, date: date, in: &tree)]
        }
        return []
    }

    private static func decimal(_ error: HRESULT) -> String { String(error.signed) }
}
