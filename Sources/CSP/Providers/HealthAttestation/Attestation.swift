import DMTree
import Notation

/// The nodes of TriggerAttestation (windows-csp.md 4.15; descriptions of the nodes). AttestStatus holds the code of the
/// last session. While one runs the nodes of the last one are gone, and AttestStatus says 1, requested, as Status does
/// (our choice).
public struct Attestation: Sendable {
    private static let requested = "1"

    /// `./Device/Vendor/MSFT/HealthAttestation`.
    public let root: TreeURI

    public init(root: TreeURI) { self.root = root }

    public func isRunning(in tree: DeviceTree) -> Bool {
        tree.storedValue(root.child("AttestStatus")) == Self.requested
    }

    func start(in tree: inout DeviceTree) {
        for leaf in ["GetAttestReport", "GetServiceCorrelationIDs", "AttestErrorMessage"] {
            tree.removeLocally(root.child(leaf).canonical)
        }
        tree.setLocally(root.child("AttestStatus"), value: Self.requested)
    }

    /// The report can be fetched: the alert says 3, AttestStatus 0.
    public func succeed(report: String, correlationIDs: String, in tree: inout DeviceTree) -> Effect {
        tree.setLocally(root.child("AttestStatus"), value: "0")
        tree.setLocally(root.child("GetAttestReport"), value: report)
        tree.setLocally(root.child("GetServiceCorrelationIDs"), value: correlationIDs)
        return HealthAlert.effect(root.child("TriggerAttestation"), .complete)
    }

    /// - Parameter message: what the service said; nil where it said nothing.
    public func fail(_ error: HRESULT, message: String?, in tree: inout DeviceTree) -> Effect {
        tree.setLocally(root.child("AttestStatus"), value: String(error.signed))
        if let message { tree.setLocally(root.child("AttestErrorMessage"), value: message) }
        return HealthAlert.effect(root.child("TriggerAttestation"), .failed)
    }
}
