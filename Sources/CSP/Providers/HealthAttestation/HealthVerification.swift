import DMTree

/// The nodes of VerifyHealth (windows-csp.md 4.15): Status goes 0, 1 and then 2 or 3; with 3 Certificate can be read.
public struct HealthVerification: Sendable {
    public enum Status: Int, Hashable, Sendable, CaseIterable {
        case uninitialized = 0
        case requested = 1
        case failed = 2
        case complete = 3
    }

    /// `./Device/Vendor/MSFT/HealthAttestation`.
    public let root: TreeURI

    public init(root: TreeURI) { self.root = root }

    public func status(in tree: DeviceTree) -> Status {
        tree.storedValue(root.child("Status")).flatMap { Int($0) }.flatMap(Status.init) ?? .uninitialized
    }

    /// Whether the service has to be asked: without ForceRetrieve a certificate that is there is given again.
    public func needsService(in tree: DeviceTree) -> Bool {
        tree.storedValue(root.child("ForceRetrieve"))?.lowercased() == "true" || tree.storedValue(certificate) == nil
    }

    func start(in tree: inout DeviceTree) { set(.requested, in: &tree) }

    /// Comes to its end and gives the alert that reports it.
    ///
    /// - Parameters:
    ///   - newCertificate: what the service gave; nil where the one at hand stays.
    ///   - correlationID: of the conversation with the service; nil as before.
    public func succeed(newCertificate: String?, correlationID: String?, in tree: inout DeviceTree) -> Effect {
        if let newCertificate { tree.setLocally(certificate, value: newCertificate) }
        if let correlationID { tree.setLocally(root.child("CorrelationID"), value: correlationID) }
        return end(.complete, in: &tree)
    }

    /// A certificate of an earlier request stays (our choice).
    public func fail(in tree: inout DeviceTree) -> Effect { end(.failed, in: &tree) }

    private var certificate: TreeURI { root.child("Certificate") }

    private func end(_ status: Status, in tree: inout DeviceTree) -> Effect {
        set(status, in: &tree)
        return HealthAlert.effect(root.child("VerifyHealth"), status)
    }

    private func set(_ status: Status, in tree: inout DeviceTree) {
        tree.setLocally(root.child("Status"), value: String(status.rawValue))
    }
}

/// The alert of both requests: 1226, Data is the value of Status (windows-csp.md 4.15, 5.5).
enum HealthAlert {
    static func effect(_ source: TreeURI, _ status: HealthVerification.Status) -> Effect {
        .raiseAlert(
            GenericAlert(
                code: 1226, type: "com.microsoft.mdm:HealthAttestation.Result", source: source.canonical,
                format: "int", data: String(status.rawValue)))
    }
}
