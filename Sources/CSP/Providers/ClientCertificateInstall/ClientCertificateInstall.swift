import DMTree

/// ClientCertificateInstall CSP (windows-csp.md 4.3). SCEP: the server describes a certificate, `Exec Enroll` starts
/// the enrolment. PFX: the server sends the certificate, PFXCertBlob last, which starts the import. Status tells how
/// either went.
struct ClientCertificateInstall: Provider {
    let name = "ClientCertificateInstall"

    private static let reference = "windows-csp.md 4.3"

    /// What has to be there before Enroll, by the occurrence One of the description.
    private static let required = [
        "ServerURL", "Challenge", "EKUMapping", "KeyUsage", "SubjectName", "KeyLength", "HashAlgorithm", "CAThumbprint",
    ]

    /// Unknown until the server asks for the enrolment (our choice from the list of 4.3).
    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        guard stored == nil, node.key(0) == "scep", node.key(2) == "status", node.key(3) == nil else { return nil }
        return SCEPEnrollment.Status.unknown.text
    }

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard change.node.key(0) == "pfxcertinstall", let leaf = change.node.key(2), !change.isDelete else {
            return .allowed
        }
        let certificate = Self.certificate(change.node)
        guard leaf == "pfxcertblob" else {
            let isTooLate = tree.isStored(certificate.child("PFXCertBlob"))
            return Judgement(advice: isTooLate ? [PFXImport.isLate(change.node.description.name)] : [])
        }
        // A Replace of a blob that nobody added fails, although the description says that the node is there.
        if case .replace = change.kind, !tree.isStored(change.node.uri) {
            return Judgement(
                refusal: Judgement.Refusal(
                    row: .replaceOfAbsentNode, status: 404, error: .nodeNotFound,
                    advice: Advice(
                        rule: "pfx.not-added", severity: .error,
                        message: "PFXCertBlob was never added, so it cannot be replaced",
                        hint: "Add PFXCertBlob as the last node of the certificate", reference: Self.reference)))
        }
        let blob = change.value ?? ""
        if let refusal = PFXImport(certificate: certificate).fault(of: blob, in: tree) {
            return Judgement(refusal: refusal)
        }
        return Judgement(advice: PFXImport.advice(on: blob))
    }

    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        guard change.node.key(0) == "pfxcertinstall", change.node.key(2) == "pfxcertblob", !change.isDelete else {
            return []
        }
        let certificate = Self.certificate(change.node)
        PFXImport(certificate: certificate).start(in: &tree)
        return [.startJob(Job(kind: .pfxImport, uri: certificate, data: ""))]
    }

    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        guard node.key(0) == "scep", node.key(2) == "install", node.key(3) == "enroll" else { return nil }
        let certificate = Self.certificate(node)
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

    /// The instance that a node belongs to.
    private static func certificate(_ node: NodeReference) -> TreeURI { node.uri.prefix(node.uri.structuralCount + 3) }

    private func refuse(
        _ status: Int, _ error: HRESULT, _ rule: String, _ message: String, _ hint: String
    ) -> Execution {
        .refused(
            status, error,
            Advice(rule: rule, severity: .error, message: message, hint: hint, reference: Self.reference))
    }
}

extension Change {
    fileprivate var isDelete: Bool { if case .delete = kind { true } else { false } }
}
