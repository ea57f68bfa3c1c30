import DMTree

/// The nodes of one installation of Microsoft 365 Apps (windows-csp.md 4.4). The device's agenda calls these with the
/// outcome that the scenario gives; each writes what Windows writes. CurrentStatus is left unset, because the reference
/// does not say what its XML holds.
public struct OfficeInstall: Sendable {
    /// A value of Status. Only 0 is success; 997 goes on; everything else is a failure, listed or not.
    public struct Status: Hashable, Sendable, RawRepresentable {
        public var rawValue: Int32

        public init(rawValue: Int32) { self.rawValue = rawValue }

        public static let success = Status(rawValue: 0)
        public static let inProgress = Status(rawValue: 997)
        /// Another installation is running.
        public static let busy = Status(rawValue: 17003)
        /// 0x8000ffff: there is nothing to uninstall.
        public static let nothingToRemove = Status(rawValue: Int32(bitPattern: 0x8000_FFFF))

        /// What a failure means, in a few words; nil for a code that the list of 4.4 lacks, and for 0 and 997.
        public var meaning: String? {
            switch rawValue {
            case 13: "the signature of the deployment tool could not be verified"
            case 1460: "the download of the deployment tool failed"
            case 1602: "cancelled by the user"
            case 1603: "a prerequisite is not met"
            case 17000: "the client could not be started"
            case 17001: "the installation could not be queued"
            case 17002: "the installation could not be completed"
            case 17003: "another installation is running"
            case 17004: "the client needs to be cleaned up"
            case 17005: "cancelled as planned"
            case 17006: "blocked by running apps"
            case 17007: "another version has to be removed first"
            case 17100: "the command line is wrong"
            case Int32(bitPattern: 0x8000_4005): "volume licences cannot be installed this way"
            case Int32(bitPattern: 0x8000_FFFF): "there is nothing to uninstall"
            default: nil
            }
        }
    }

    /// `./Device/Vendor/MSFT/Office/Installation/{id}`.
    public let installation: TreeURI

    public init(installation: TreeURI) { self.installation = installation }

    /// What the Status node says; nil before the first Exec.
    public func status(in tree: DeviceTree) -> Status? {
        tree.storedValue(installation.child("Status")).flatMap { Int32($0) }.map(Status.init)
    }

    /// Begins, or begins again: FinalStatus goes away.
    public func start(in tree: inout DeviceTree) {
        set(.inProgress, in: &tree)
        tree.removeLocally(installation.child("FinalStatus").canonical)
    }

    /// Comes to its end: FinalStatus is 70 after success, 60 after anything else.
    public func finish(_ status: Status, in tree: inout DeviceTree) {
        set(status, in: &tree)
        tree.setLocally(installation.child("FinalStatus"), value: status == .success ? "70" : "60")
    }

    private func set(_ status: Status, in tree: inout DeviceTree) {
        tree.setLocally(installation.child("Status"), value: String(status.rawValue))
    }
}
