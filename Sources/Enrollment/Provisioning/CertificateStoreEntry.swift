/// A certificate that a provisioning document brings, with its place (enrollment.md 8.1).
public struct CertificateStoreEntry: Hashable, Sendable {
    /// `Root`, `CA` or `My`.
    public var store: String
    /// `System` or `User`.
    public var context: String
    /// The name of the node: the SHA-1 of the certificate, 40 hexadecimal digits.
    public var thumbprint: String
    /// Base64 of the DER; nil when the parm is missing.
    public var encodedCertificate: ProvisioningDocument.Parm?
    /// That of the characteristic with the thumbprint.
    public var place: Place
}

extension ProvisioningDocument {
    /// The certificates of all CertificateStore characteristics, in document order. A document often has two.
    public var certificates: [CertificateStoreEntry] {
        characteristics("CertificateStore").flatMap(\.characteristics).flatMap { store in
            store.characteristics.filter { ["System", "User"].contains($0.type) }.flatMap { context in
                context.characteristics.filter { $0.type != "PrivateKeyContainer" }.map { node in
                    CertificateStoreEntry(
                        store: store.type, context: context.type, thumbprint: node.type,
                        encodedCertificate: node.parm("EncodedCertificate"), place: node.place)
                }
            }
        }
    }

    /// My/WSTEP/Renew, the rules of renewal; the first one.
    public var renewal: Characteristic? {
        for store in characteristics("CertificateStore").flatMap({ $0.characteristics("My") }) {
            if let renew = store.characteristics("WSTEP").first?.characteristics("Renew").first { return renew }
        }
        return nil
    }

    /// The providers below DMClient/Provider, in document order.
    public var providers: [Characteristic] {
        characteristics("DMClient").flatMap { $0.characteristics("Provider") }.flatMap(\.characteristics)
    }

    /// True for a document of the enrolment: it brings an account, certificates or a DMClient. Client provisioning is used for
    /// other things too, such as access points.
    public var isEnrollment: Bool {
        characteristics.contains { $0.type == "CertificateStore" || $0.type == "DMClient" }
            || characteristics("APPLICATION").contains { $0.parm("APPID")?.value == "w7" }
    }
}
