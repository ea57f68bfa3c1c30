import DMTree

/// RootCATrustedCertificates CSP: the stores of trusted and distrusted certificates, of the device and of the user
/// (windows-csp.md 5.8, RootCATrustedCertificates in NODES.tsv). The server adds `{CertHash}/EncodedCertificate`, which
/// makes the certificate's node; the other leaves are read from it; a Delete of the node takes it out.
struct RootCATrustedCertificates: Provider {
    let name = "RootCATrustedCertificates"

    private static let reference = "windows-csp.md 5.9 row 19, RootCATrustedCertificates DDF"

    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        CertificateNode.read(node, in: tree)
    }

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        CertificateNode.judge(change, in: tree, reference: Self.reference) ?? .allowed
    }
}
