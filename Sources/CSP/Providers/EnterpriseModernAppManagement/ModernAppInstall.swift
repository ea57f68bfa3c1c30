import DMTree
import Notation

/// The nodes of one Store or UWP app while it is installed (windows-csp.md 4.2). The device's agenda calls these with
/// the outcome that the scenario gives; each writes what Windows writes and gives the alert, if there is one.
public struct ModernAppInstall: Sendable {
    /// The Status codes.
    public enum Status: Int, Hashable, Sendable, CaseIterable {
        case notInstalled = 0
        case installing = 1
        case failed = 2
        /// Seen for a moment only: the node goes away after success.
        case installed = 3
    }

    /// By which node the installation was started.
    public enum Method: String, Hashable, Sendable, CaseIterable {
        case hosted = "HostedInstall"
        case store = "StoreInstall"

        var jobKind: Job.Kind {
            switch self {
            case .hosted: .hostedInstall
            case .store: .storeInstall
            }
        }
    }

    /// The half of the inventory that a package goes to.
    public enum Source: String, Hashable, Sendable, CaseIterable {
        case store = "AppStore"
        case nonStore
    }

    /// `…/EnterpriseModernAppManagement/AppInstallation/{PackageFamilyName}`.
    public let installation: TreeURI

    public init(installation: TreeURI) { self.installation = installation }

    /// What the Status node says; nil when nothing was installed, or the node has gone.
    public func status(in tree: DeviceTree) -> Status? {
        tree.storedValue(installation.child("Status")).flatMap { Int($0) }.flatMap(Status.init)
    }

    /// Begins, or begins again.
    public func start(in tree: inout DeviceTree) {
        set(.installing, in: &tree)
        report(HRESULT(0), in: &tree)
        report(percent: 0, in: &tree)
    }

    /// Whether ProgressStatus moves: for downloads over https in user scope.
    public static func reportsProgress(_ job: Job) -> Bool {
        guard job.uri.scope == .user else { return false }
        let method: Method = job.kind == .storeInstall ? .store : .hosted
        switch try? ModernAppRequest(method, parsing: job.data) {
        case .hosted(let uri, _, _): return uri.lowercased().hasPrefix("https://")
        case .store: return true
        case nil: return false
        }
    }

    /// How far the download is. Provisioning for all users always says 0.
    public func report(percent: Int, in tree: inout DeviceTree) {
        tree.setLocally(installation.child("ProgressStatus"), value: String(installation.scope == .user ? percent : 0))
    }

    /// Ends badly: Status 2 with LastError.
    public func fail(_ error: HRESULT, _ method: Method, in tree: inout DeviceTree) -> [Effect] {
        set(.failed, in: &tree)
        report(error, in: &tree)
        return alert(method, error)
    }

    /// Ends well: the node goes away and the package stands in the inventory.
    ///
    /// - Parameters:
    ///   - publisher: the distinguished name of whoever signed the package.
    ///   - user: whose app it becomes, in user scope.
    ///   - date: what InstallDate says.
    public func succeed(
        _ package: ModernPackage, _ method: Method, source: Source, publisher: String, user: String, date: String,
        in tree: inout DeviceTree
    ) -> [Effect] {
        let isForAllUsers = installation.scope != .user
        let node = inventory(package, source)
        let facts = [
            ("Name", package.name), ("Version", package.version), ("Publisher", publisher),
            ("Architecture", package.architecture),
            ("InstallLocation", "C:\\Program Files\\WindowsApps\\\(package.fullName)"), ("IsFramework", "0"),
            ("IsBundle", package.resourceID == "~" ? "1" : "0"), ("InstallDate", date),
            ("ResourceID", package.resourceID), ("PackageStatus", "0"), ("RequiresReinstall", "0"),
            // 2 is "installed". How user and state stand together is our choice: the reference has no example.
            ("Users", isForAllUsers ? "" : "\(user),2"), ("IsProvisioned", isForAllUsers ? "1" : "0"),
        ]
        for (leaf, value) in facts { tree.setLocally(node.child(leaf), value: value) }
        set(.installed, in: &tree)
        tree.removeLocally(installation.canonical)
        return alert(method, HRESULT(0))
    }

    /// The end of an UpdateScan: LastScanError says how it went.
    ///
    /// - Parameter scan: the UpdateScan node that was executed.
    public static func endScan(_ scan: TreeURI, error: HRESULT, in tree: inout DeviceTree) {
        tree.setLocally(
            scan.prefix(scan.segments.count - 1).child("LastScanError"),
            value: String(error.signed))
    }

    /// `…/AppManagement/{source}/{PackageFamilyName}/{PackageFullName}`.
    public func inventory(_ package: ModernPackage, _ source: Source) -> TreeURI {
        installation.prefix(installation.structuralCount + 1).child("AppManagement").child(source.rawValue)
            .child(installation.segments.last ?? package.familyName).child(package.fullName)
    }

    private func set(_ status: Status, in tree: inout DeviceTree) {
        tree.setLocally(installation.child("Status"), value: String(status.rawValue))
    }

    private func report(_ error: HRESULT, in tree: inout DeviceTree) {
        tree.setLocally(installation.child("LastError"), value: String(error.signed))
        tree.setLocally(installation.child("LastErrorDesc"), value: "")
    }

    /// Only a hosted installation is reported (ledger of windows-csp.md 4.2; S17 knows no alert for the Store).
    private func alert(_ method: Method, _ error: HRESULT) -> [Effect] {
        switch method {
        case .store: []
        case .hosted:
            [
                .raiseAlert(
                    GenericAlert(
                        code: 1226, type: "Reversed-Domain-Name:com.microsoft.mdm.EnterpriseHostedAppInstall.result",
                        source: installation.child(method.rawValue).canonical, format: "int",
                        data: String(error.signed)))
            ]
        }
    }
}
