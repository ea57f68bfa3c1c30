import CSP
import Enrollment

extension Rule {
    static let certificateUnreadable = Rule(
        "provisioning.certificate", .error, "An EncodedCertificate is missing, or no certificate.",
        requirements: ["ENR-17"], reference: "enrollment.md 8.1",
        check: .provisioning { linted in
            ProvisionedCertificates(linted.document).unreadable(besides: Placeholder.isPlaceholder).map { Breach($0) }
        })

    static let thumbprintMismatch = Rule(
        "provisioning.thumbprint", .error, "The name of a certificate's node is not the SHA-1 of the certificate.",
        requirements: ["ENR-17"], reference: "enrollment.md 8.1",
        check: .provisioning { linted in
            ProvisionedCertificates(linted.document).thumbprintDefects.map { Breach($0) }
        })

    static let clientCertificate = Rule(
        "provisioning.client-certificate", .error,
        "A document does not bring exactly one certificate for the store My that belongs to the key of the request and is for client authentication.",
        requirements: ["ENR-17"], reference: "enrollment.md 8.1",
        check: .provisioning { linted in
            // A document without certificates is seen where the account works without one, as in MAM.
            guard !linted.document.characteristics("CertificateStore").isEmpty else { return [] }
            let certificates = ProvisionedCertificates(linted.document)
            guard !certificates.mine.isEmpty else {
                return [
                    Breach(
                        linted.document.characteristics("CertificateStore").first?.place,
                        "no certificate for the store My: Windows shows 0x80180028",
                        hint: "send the issued certificate in My/User or My/System")
                ]
            }
            if let several = certificates.severalDefect { return [Breach(several)] }
            let token = linted.request?.binarySecurityToken
            return certificates.useDefects(request: token?.type == .pkcs10 ? token?.octets : nil).map { Breach($0) }
        })

    static let certificateContext = Rule(
        "provisioning.certificate-context", .error,
        "The certificate stands in My/User for EnrollmentType Device, or in My/System for Full.",
        requirements: ["ENR-18"], reference: "enrollment.md 8.1, 11",
        check: .provisioning { linted in
            let type = linted.request?.value(of: .enrollmentType)
            return ProvisionedCertificates(linted.document).contextDefects(enrollmentType: type).map { Breach($0) }
        })

    static let certificateChain = Rule(
        "provisioning.chain", .error,
        "The certificate does not lead to a root over the certificates of the document.", requirements: ["ENR-19"],
        reference: "enrollment.md 8.1",
        check: .provisioning { linted in
            // What a placeholder stands for may be the missing issuer.
            guard linted.document.certificates.allSatisfy({ $0.facts != nil }) else { return [] }
            let issuers = linted.certificates.filter { $0.entry.store != "My" }.map { $0.facts }
            // A renewal need not bring the root again.
            guard linted.request?.type != .renew || !issuers.isEmpty else { return [] }
            return linted.certificates.filter { $0.entry.store == "My" }.compactMap { entry, facts in
                var current = facts
                var left = issuers
                while !current.isSelfIssued {
                    guard let index = left.firstIndex(where: { $0.subject == current.issuer }) else {
                        return Breach(
                            entry.place, "no certificate of \(current.issuer) is in Root or CA",
                            hint: "send the root in Root/System, and those between in CA/System")
                    }
                    current = left.remove(at: index)
                }
                return nil
            }
        })
}

extension LintedProvisioning {
    /// The certificates that can be read.
    var certificates: [(entry: CertificateStoreEntry, facts: CertificateFacts)] {
        document.certificates.compactMap { entry in entry.facts.map { (entry, $0) } }
    }
}

extension CertificateStoreEntry {
    var facts: CertificateFacts? { encodedCertificate?.value.flatMap { CertificateFacts(base64: $0) } }
}
