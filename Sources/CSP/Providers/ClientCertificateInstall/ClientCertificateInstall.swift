import DMTree

/// ClientCertificateInstall CSP (windows-csp.md 4.3). SCEP: the server describes a certificate, `Exec Enroll` starts
/// the enrolment. PFX: the server sends the certificate, PFXCertBlob last, which starts the import. Status tells how
/// either went.
struct ClientCertificateInstall: Provider {
    let name = "ClientCertificateInstall"

    /// Unknown until the server asks for the enrolment (our choice from the list of 4.3).
    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        guard stored == nil, node.key(0) == "scep", node.key(2) == "status", node.key(3) == nil else { return nil }
        return SCEPEnrollment.Status.unknown.text
    }

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        switch (change.node.key(0), change.kind) {
        case (_, .delete): .allowed
        case ("scep", .add), ("scep", .replace): Judgement(advice: SCEPValues.advice(on: change))
        case ("pfxcertinstall", .add), ("pfxcertinstall", .replace): judgePFX(change, in: tree)
        default: .allowed
        }
    }

    private func judgePFX(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard let leaf = change.node.key(2) else { return .allowed }
        let pfx = PFXImport(certificate: Self.certificate(change.node))
        guard leaf == "pfxcertblob" else {
            return Judgement(advice: PFXRules.advice(onLeaf: change, of: pfx.certificate, in: tree))
        }
        let blob = change.value ?? ""
        if let refusal = PFXRules.fault(of: blob, change, of: pfx.certificate, in: tree) {
            return Judgement(refusal: refusal)
        }
        return Judgement(advice: PFXRules.advice(on: pfx.verdict(on: blob, in: tree)))
    }

    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        guard change.node.key(0) == "pfxcertinstall", change.node.key(2) == "pfxcertblob" else { return [] }
        switch change.kind {
        case .delete: return []
        case .add, .replace: break
        }
        let certificate = Self.certificate(change.node)
        PFXImport(certificate: certificate).start(in: &tree)
        return [.startJob(Job(kind: .pfxImport, uri: certificate, data: ""))]
    }

    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        guard node.key(0) == "scep", node.key(2) == "install", node.key(3) == "enroll" else { return nil }
        return SCEPRequest(certificate: Self.certificate(node), form: .clientCertificateInstall)
            .enroll(data: data, in: &tree)
    }

    /// The instance that a node belongs to.
    private static func certificate(_ node: NodeReference) -> TreeURI { node.uri.prefix(node.uri.structuralCount + 3) }
}
