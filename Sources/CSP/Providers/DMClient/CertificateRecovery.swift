import DMTree

/// DMClient/Provider/{ProviderID}/Recovery: a new MDM certificate for a client whose own is broken (windows-csp.md 3.1).
/// The Data of InitiateRecovery is 0, at once, or 1, only where a TPM makes it better; none counts as 0, the
/// description's default.
public struct CertificateRecovery: Sendable {
    public enum Status: Int, Hashable, Sendable, CaseIterable {
        case none = 0
        case running = 1
        case done = 2
        case noTPM = 3
        case entraKeysNotInTPM = 4
        case keysAlreadyInTPM = 5
        case tpmNotReady = 6
        case clientCannotAuthenticate = 7
        case serverRejected = 8
    }

    private static let reference = "windows-csp.md 3.1"

    /// `./Device/Vendor/MSFT/DMClient/Provider/{ProviderID}/Recovery`.
    public let node: TreeURI

    public init(node: TreeURI) { self.node = node }

    public func status(in tree: DeviceTree) -> Status {
        tree.storedValue(node.child("RecoveryStatus")).flatMap { Int($0) }.flatMap(Status.init) ?? .none
    }

    public func set(_ status: Status, in tree: inout DeviceTree) {
        tree.setLocally(node.child("RecoveryStatus"), value: String(status.rawValue))
    }

    func start(_ data: String?, in tree: inout DeviceTree) -> Execution {
        let text = (data ?? "").filter { !$0.isWhitespace }
        guard ["", "0", "1"].contains(text) else {
            return .refused(
                500, .invalidArgument,
                Advice(
                    rule: "dmclient.recovery-data", severity: .error,
                    message: "InitiateRecovery takes 0 or 1, not \"\(text)\"",
                    hint: "send 0 to begin at once", reference: Self.reference))
        }
        guard status(in: tree) != .running else {
            return Execution(
                status: 202,
                advice: [
                    Advice(
                        rule: "dmclient.recovery-running", severity: .warning,
                        message: "a recovery is running already; the Exec starts nothing",
                        hint: "wait until RecoveryStatus is no longer 1", reference: Self.reference)
                ])
        }
        set(.running, in: &tree)
        return Execution(
            status: 202,
            effects: [.startJob(Job(kind: .certificateRecovery, uri: node, data: text == "1" ? "1" : "0"))])
    }
}
