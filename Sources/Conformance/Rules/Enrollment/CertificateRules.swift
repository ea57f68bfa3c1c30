import CSP
import Enrollment

extension Rule {
    static let certificateUnreadable = Rule(
        "provisioning.certificate", .error, "An EncodedCertificate is missing, or no certificate.",
        requirements: ["ENR-17"], reference: "enrollment.md 8.1",
        check: .provisioning { linted in
            linted.document.certificates.compactMap { entry in
                let hint = "write the DER of the certificate in Base64, in one line"
                guard let parm = entry.encodedCertificate, let value = parm.value else {
                    return Breach(entry.place, "the node \(entry.thumbprint) has no EncodedCertificate", hint: hint)
                }
                if CertificateFacts(base64: value) != nil || Placeholder.isPlaceholder(value) { return nil }
                return Breach(parm.place, "the EncodedCertificate is no certificate", hint: hint)
            }
        })

    static let thumbprintMismatch = Rule(
        "provisioning.thumbprint", .error, "The name of a certificate's node is not the SHA-1 of the certificate.",
        requirements: ["ENR-17"], reference: "enrollment.md 8.1",
        check: .provisioning { linted in
            linted.certificates.compactMap { entry, facts in
                // White space and other marks inside are no hexadecimal digits either.
                guard entry.thumbprint.uppercased() != facts.thumbprint else { return nil }
                return Breach(
                    entry.place, "the node is named \(entry.thumbprint), and the certificate has \(facts.thumbprint)",
                    hint: "name the node with the SHA-1 of the DER, in hexadecimal digits")
            }
        })

    static let clientCertificate = Rule(
        "provisioning.client-certificate", .error,
        "A document does not bring exactly one certificate for the store My that belongs to the key of the request and is for client authentication.",
        requirements: ["ENR-17"], reference: "enrollment.md 8.1",
        check: .provisioning { linted in
            // A document without certificates is seen where the account works without one, as in MAM.
            guard !linted.document.characteristics("CertificateStore").isEmpty else { return [] }
            let mine = linted.document.certificates.filter { $0.store == "My" }
            guard let first = mine.first else {
                return [
                    Breach(
                        linted.document.characteristics("CertificateStore").first?.place,
                        "no certificate for the store My: Windows shows 0x80180028",
                        hint: "send the issued certificate in My/User or My/System")
                ]
            }
            guard mine.count == 1 else {
                return [
                    Breach(
                        mine[1].place, "\(mine.count) certificates for the store My",
                        hint: "send the issued certificate only")
                ]
            }
            guard let facts = first.facts else { return [] }
            var breaches: [Breach] = []
            if let token = linted.request?.binarySecurityToken, token.type == .pkcs10, let octets = token.octets,
                let key = CertificateFacts.publicKey(ofRequest: octets), key != facts.publicKey
            {
                breaches.append(
                    Breach(
                        first.place, "the certificate has another public key than the request",
                        hint: "certify the key of the PKCS#10 in the request"))
            }
            let usages = [CertificateFacts.clientAuthentication, CertificateFacts.anyUsage]
            if let found = facts.extendedKeyUsages, !found.contains(where: usages.contains) {
                breaches.append(
                    Breach(
                        first.place, "the extended key usage of the certificate has no client authentication",
                        hint: "add \(CertificateFacts.clientAuthentication)"))
            }
            return breaches
        })

    static let certificateContext = Rule(
        "provisioning.certificate-context", .error,
        "The certificate stands in My/User for EnrollmentType Device, or in My/System for Full.",
        requirements: ["ENR-18"], reference: "enrollment.md 8.1, 11",
        check: .provisioning { linted in
            let expected: String
            switch linted.request?.value(of: .enrollmentType) {
            case "Device": expected = "System"
            case "Full": expected = "User"
            default: return []
            }
            return linted.document.certificates.filter { $0.store == "My" && $0.context != expected }.map { entry in
                Breach(
                    entry.place, "the certificate stands in My/\(entry.context)",
                    hint: "write My/\(expected), as the EnrollmentType of the request wants it")
            }
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
