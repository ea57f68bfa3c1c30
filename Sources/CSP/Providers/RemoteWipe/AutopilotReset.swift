import DMTree
import Notation

/// The nodes of `RemoteWipe/AutomaticRedeployment`, an Autopilot Reset, as it goes on (windows-csp.md 4.12).
public struct AutopilotReset: Sendable {
    public enum Status: Int, Hashable, Sendable, CaseIterable {
        case neverRun = 0
        case complete = 1
        case scheduled = 10
        case waitingForReboot = 20
        case failedAtExec = 30
        case powerRequirementNotMet = 40
        case resetFailed = 50
    }

    /// `./Device/Vendor/MSFT/RemoteWipe/AutomaticRedeployment`.
    public let node: TreeURI

    public init(node: TreeURI) { self.node = node }

    public func status(in tree: DeviceTree) -> Status {
        tree.storedValue(node.child("Status")).flatMap { Int($0) }.flatMap(Status.init) ?? .neverRun
    }

    /// Accepted: what an earlier reset left is gone.
    func schedule(in tree: inout DeviceTree) { set(.scheduled, error: HRESULT(0), in: &tree) }

    /// - Parameter error: what LastError says; 0 where nothing failed.
    public func set(_ status: Status, error: HRESULT = HRESULT(0), in tree: inout DeviceTree) {
        tree.setLocally(node.child("Status"), value: String(status.rawValue))
        tree.setLocally(node.child("LastError"), value: String(error.signed))
    }
}
