import DMTree

/// ClientCertificateInstall CSP, the SCEP half (windows-csp.md 4.3): the server describes a certificate, `Exec Enroll`
/// starts the enrolment, Status tells how it went. PFXCertInstall stores its values; the import is not played.
struct ClientCertificateInstall: Provider {
    let name = "ClientCertificateInstall"

    /// What has to be there before Enroll, by the occurrence One of the description.
    private static let required = [
        "ServerURL", "Challenge", "EKUMapping", "KeyUsage", "SubjectName", "KeyLength", "HashAlgorithm", "CAThumbprint",
    ]

    /// Unknown until the server asks for the enrolment (our choice from the list of 4.3).
    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        guard stored == nil, node.key(0) == "scep", node.key(2) == "status", node.key(3) == nil else { return nil }
        return SCEPEnrollment.Status.unknown.text
    }

    /// A Replace of a PFXCertBlob that nobody added fails, although the description says that the node is there.
    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard change.node.key(0) == "pfxcertinstall", change.node.key(2) == "pfxcertblob",
            case .replace = change.kind, !tree.isStored(change.node.uri)
        else { return .allowed }
        return Judgement(
            refusal: Judgement.Refusal(
                row: .replaceOfAbsentNode, status: 404, error: .nodeNotFound,
                advice: Advice(
                    rule: "pfx.not-added", severity: .error,
                    message: "PFXCertBlob was never added, so it cannot be replaced",
                    hint: "Add PFXCertBlob as the last node of the certificate", reference: "windows-csp.md 4.3")))
    }

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
