import DMTree
import Notation

/// The course of a SCEP enrolment through its Status codes (windows-csp.md 4.3). No alert is sent; the server polls
/// Status (ledger 15).
public struct SCEPEnrollment: Sendable {
    /// The Status codes.
    public enum Status: Int, Hashable, Sendable, CaseIterable {
        case success = 1
        case pending = 2
        case failed = 16
        case unknown = 32

        var text: String { String(rawValue) }
    }

    /// `…/ClientCertificateInstall/SCEP/{UniqueID}`, or `…/CertificateStore/MY/SCEP/{UniqueID}`.
    public let certificate: TreeURI

    public init(certificate: TreeURI) { self.certificate = certificate }

    /// Enroll was accepted; what an earlier enrolment failed with goes away.
    func start(in tree: inout DeviceTree) {
        set(.pending, in: &tree)
        tree.removeLocally(certificate.child("ErrorCode").canonical)
    }

    /// Ends the enrolment well.
    ///
    /// - Parameters:
    ///   - thumbprint: SHA-1 of the certificate in hexadecimal digits.
    ///   - server: the address that answered, one of ServerURL.
    public func succeed(thumbprint: String, server: String, in tree: inout DeviceTree) {
        set(.success, in: &tree)
        tree.setLocally(certificate.child("CertThumbprint"), value: thumbprint)
        // CertificateStore has no such node.
        let answered = certificate.child("RespondentServerUrl")
        if case .described = tree.schema.resolve(answered).standing { tree.setLocally(answered, value: server) }
    }

    /// Ends the enrolment with an HRESULT, which ErrorCode holds as a signed decimal.
    public func fail(error: HRESULT, in tree: inout DeviceTree) {
        set(.failed, in: &tree)
        tree.setLocally(certificate.child("ErrorCode"), value: String(error.signed))
    }

    private func set(_ status: Status, in tree: inout DeviceTree) {
        tree.setLocally(certificate.child("Status"), value: status.text)
    }
}
