import DMTree

/// ClientCertificateInstall CSP, the SCEP half (windows-csp.md 4.3): the server describes a certificate, `Exec Enroll` starts the enrolment,
/// Status tells how it went. PFXCertInstall stores its values and has no behaviour yet.
struct ClientCertificateInstall: Provider {
    let name = "ClientCertificateInstall"

    /// What has to be there before Enroll, by the occurrence One of the description.
    private static let required = [
        "ServerURL", "Challenge", "EKUMapping", "KeyUsage", "SubjectName", "KeyLength", "HashAlgorithm", "CAThumbprint",
    ]

    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        guard node.key(0) == "scep", node.key(2) == "install", node.key(3) == "enroll" else { return nil }
        let certificate = node.uri.prefix(node.uri.structuralCount + 3)
        let install = certificate.child("Install")
        let missing = Self.required.filter { tree.storedValue(install.child($0)) == nil }
        guard missing.isEmpty else {
            return refuse(
                404, .nodeNotFound, "scep.incomplete",
                "Enroll came before its data: \(missing.joined(separator: ", ")) \(missing.count == 1 ? "is" : "are") missing",
                "Add every value in one Atomic and put the Exec of Enroll last (OBS-021)")
        }
        let usage = Int(tree.storedValue(install.child("KeyUsage")) ?? "") ?? 0
        guard usage & 0xA0 != 0 else {
            return refuse(
                500, .invalidArgument, "scep.key-usage",
                "KeyUsage \(usage) has neither bit 0x20 nor bit 0x80 set", "write 160, 128 or 32")
        }
        // Erased soon after Enroll was accepted.
        tree.removeLocally(install.child("Challenge").canonical)
        SCEPEnrollment(certificate: certificate).setPending(in: &tree)
        return Execution(status: 202, effects: [.startJob(Job(kind: .scepEnroll, uri: certificate, data: data ?? ""))])
    }

    private func refuse(
        _ status: Int, _ error: HRESULT, _ rule: String, _ message: String, _ hint: String
    ) -> Execution {
        Execution(
            status: status, error: error,
            advice: [
                Advice(rule: rule, severity: .error, message: message, hint: hint, reference: "windows-csp.md 4.3")
            ])
    }
}

/// The end of a SCEP enrolment. No alert is sent; the server polls Status (ledger 15).
public struct SCEPEnrollment: Sendable {
    /// `…/ClientCertificateInstall/SCEP/{UniqueID}`.
    public let certificate: TreeURI

    public init(certificate: TreeURI) { self.certificate = certificate }

    /// Status 2: pending.
    func setPending(in tree: inout DeviceTree) {
        tree.setLocally(certificate.child("Status"), value: "2")
    }

    /// Status 1 with the certificate's thumbprint.
    public func succeed(thumbprint: String, server: String, in tree: inout DeviceTree) {
        tree.setLocally(certificate.child("Status"), value: "1")
        tree.setLocally(certificate.child("CertThumbprint"), value: thumbprint)
        tree.setLocally(certificate.child("RespondentServerUrl"), value: server)
    }

    /// Status 16 with the HRESULT.
    public func fail(error: HRESULT, in tree: inout DeviceTree) {
        tree.setLocally(certificate.child("Status"), value: "16")
        tree.setLocally(certificate.child("ErrorCode"), value: String(Int32(bitPattern: error.rawValue)))
    }
}
