import DMTree
import Notation

/// DMClient/Provider/{ProviderID}/LinkedEnrollment: the second enrolment, for declared configuration, on top of the
/// server's own (windows-csp.md 3.1, 4.14). DiscoveryEndpoint comes first, then Enroll; EnrollStatus and LastError tell
/// how it goes. Unenroll ends it without an alert.
public struct LinkedEnrollment: Sendable {
    public enum Status: Int, Hashable, Sendable, CaseIterable {
        case undefined = 0
        case enrolNotStarted = 1
        case enrolInProgress = 2
        case enrolFailed = 3
        case enrolSucceeded = 4
        case unenrolNotStarted = 5
        case unenrolInProgress = 6
        case unenrolFailed = 7
        case unenrolSucceeded = 8
    }

    /// What the job of an Exec carries as data.
    public static let unenrols = "unenroll"

    /// ERROR_INVALID_STATE, for an Exec that does not fit what stands: the code is our choice, the reference names none.
    static let invalidState = HRESULT(rawValue: 0x8007_139F)

    private static let reference = "windows-csp.md 3.1, 4.14"

    /// `./Device/Vendor/MSFT/DMClient/Provider/{ProviderID}/LinkedEnrollment`.
    public let node: TreeURI

    public init(node: TreeURI) { self.node = node }

    /// What EnrollStatus says; undefined before the first Exec, while a Get answers 404.
    public func status(in tree: DeviceTree) -> Status {
        tree.storedValue(node.child("EnrollStatus")).flatMap { Int($0) }.flatMap(Status.init) ?? .undefined
    }

    /// - Parameter error: what LastError says; 0 for success.
    public func set(_ status: Status, error: HRESULT = HRESULT(0), in tree: inout DeviceTree) {
        tree.setLocally(node.child("EnrollStatus"), value: String(status.rawValue))
        tree.setLocally(node.child("LastError"), value: String(error.signed))
    }

    /// Whether the session's own account has a linked enrolment.
    static func isThere(in tree: DeviceTree) -> Bool {
        tree.value(
            "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(tree.providerID))/LinkedEnrollment/EnrollStatus"
        )
            == String(Status.enrolSucceeded.rawValue)
    }

    /// Exec of Enroll.
    func enroll(in tree: inout DeviceTree) -> Execution {
        switch status(in: tree) {
        case .enrolInProgress, .unenrolInProgress: return running()
        case .enrolSucceeded, .unenrolNotStarted, .unenrolFailed:
            return refused("a linked enrolment is there already", "Exec LinkedEnrollment/Unenroll first")
        case .undefined, .enrolNotStarted, .enrolFailed, .unenrolSucceeded: break
        }
        guard let endpoint = tree.storedValue(node.child("DiscoveryEndpoint")), !endpoint.isEmpty else {
            return .refused(
                500, .invalidArgument,
                Advice(
                    rule: "dmclient.linked-endpoint", severity: .error,
                    message: "Enroll came before DiscoveryEndpoint, so there is no server to enrol with",
                    hint: "Replace LinkedEnrollment/DiscoveryEndpoint first", reference: Self.reference))
        }
        set(.enrolInProgress, in: &tree)
        return Execution(
            status: 202, effects: [.startJob(Job(kind: .linkedEnrolment, uri: node, data: endpoint))])
    }

    /// Exec of Unenroll.
    func unenroll(in tree: inout DeviceTree) -> Execution {
        switch status(in: tree) {
        case .enrolInProgress, .unenrolInProgress: return running()
        case .undefined, .enrolNotStarted, .enrolFailed, .unenrolSucceeded:
            return refused("there is no linked enrolment", "Exec LinkedEnrollment/Enroll first")
        case .enrolSucceeded, .unenrolNotStarted, .unenrolFailed: break
        }
        set(.unenrolInProgress, in: &tree)
        return Execution(
            status: 202, effects: [.startJob(Job(kind: .linkedEnrolment, uri: node, data: Self.unenrols))])
    }

    private func refused(_ message: String, _ hint: String) -> Execution {
        .refused(
            500, Self.invalidState,
            Advice(
                rule: "dmclient.linked-state", severity: .error, message: message, hint: hint,
                reference: Self.reference))
    }

    private func running() -> Execution {
        Execution(
            status: 202,
            advice: [
                Advice(
                    rule: "dmclient.linked-running", severity: .warning,
                    message: "the linked enrolment is being made or ended already; the Exec starts nothing",
                    hint: "wait until EnrollStatus is 3, 4, 7 or 8", reference: Self.reference)
            ])
    }
}
