import Enrollment

/// The certificates of a provisioning document, read, and what is wrong with them (enrollment.md 8.1). Signatures are not
/// checked: whoever has the means for it checks the chain.
package struct ProvisionedCertificates: Sendable {
    package struct Entry: Sendable {
        package let entry: CertificateStoreEntry
        /// nil for what is no certificate.
        package let facts: CertificateFacts?
    }

    /// In document order.
    package let entries: [Entry]

    package init(_ document: ProvisioningDocument) {
        entries = document.certificates.map { entry in
            Entry(entry: entry, facts: entry.encodedCertificate?.value.flatMap { CertificateFacts(base64: $0) })
        }
    }

    package var mine: [Entry] { entries.filter { $0.entry.store == "My" } }

    // MARK: All certificates

    /// ENR-17: an EncodedCertificate that is missing, or no certificate.
    ///
    /// - Parameter isLeftOut: of a value that stands for a certificate which was left out.
    package func unreadable(besides isLeftOut: (String) -> Bool = { _ in false }) -> [AnswerDefect] {
        let hint = "write the DER of the certificate in Base64, in one line"
        return entries.filter { $0.facts == nil }.compactMap { item in
            guard let parm = item.entry.encodedCertificate, let value = parm.value else {
                return AnswerDefect(
                    item.entry.place, "the node \(item.entry.thumbprint) has no EncodedCertificate", hint: hint)
            }
            return isLeftOut(value)
                ? nil : AnswerDefect(parm.place, "the EncodedCertificate is no certificate", hint: hint)
        }
    }

    /// ENR-17: the name of a node is not the SHA-1 of its certificate. White space and other marks inside are no hexadecimal
    /// digits either.
    package var thumbprintDefects: [AnswerDefect] {
        entries.compactMap { item in
            guard let facts = item.facts, item.entry.thumbprint.uppercased() != facts.thumbprint else { return nil }
            return AnswerDefect(
                item.entry.place,
                "the node is named \(item.entry.thumbprint), and the certificate has \(facts.thumbprint)",
                hint: "name the node with the SHA-1 of the DER, in hexadecimal digits")
        }
    }

    // MARK: The certificate of the device

    /// ENR-17: more than one certificate for My. That there is none has a code of its own.
    package var severalDefect: AnswerDefect? {
        let mine = mine
        guard mine.count > 1 else { return nil }
        return AnswerDefect(
            mine[1].entry.place, "\(mine.count) certificates for the store My",
            hint: "send the issued certificate only")
    }

    /// ENR-17: the certificate has another key than the request, or is not for client authentication.
    ///
    /// - Parameter request: DER of the PKCS#10; nil when it is not known.
    package func useDefects(request: [UInt8]?) -> [AnswerDefect] {
        guard let first = mine.first, let facts = first.facts else { return [] }
        var defects: [AnswerDefect] = []
        if let key = request.flatMap({ CertificateFacts.publicKey(ofRequest: $0) }), key != facts.publicKey {
            defects.append(
                AnswerDefect(
                    first.entry.place, "the certificate has another public key than the request",
                    hint: "certify the key of the PKCS#10 in the request"))
        }
        let usages = [CertificateFacts.clientAuthentication, CertificateFacts.anyUsage]
        if let found = facts.extendedKeyUsages, !found.contains(where: usages.contains) {
            defects.append(
                AnswerDefect(
                    first.entry.place, "the extended key usage of the certificate has no client authentication",
                    hint: "add \(CertificateFacts.clientAuthentication)"))
        }
        return defects
    }

    /// ENR-18: the certificate stands in My/User for EnrollmentType Device, or in My/System for Full.
    ///
    /// - Parameter enrollmentType: of the request; others than the two are not judged.
    package func contextDefects(enrollmentType: String?) -> [AnswerDefect] {
        let expected: String
        switch enrollmentType {
        case "Device": expected = "System"
        case "Full": expected = "User"
        default: return []
        }
        return mine.filter { $0.entry.context != expected }.map { item in
            AnswerDefect(
                item.entry.place, "the certificate stands in My/\(item.entry.context)",
                hint: "write My/\(expected), as the EnrollmentType of the request wants it")
        }
    }
}

extension ProvisioningDocument.Characteristic {
    /// Of My/WSTEP/Renew: the document says RenewPeriod and the node RenewalPeriod; both are taken (enrollment.md 8.1).
    package var renewPeriod: ProvisioningDocument.Parm? { parm("RenewPeriod") ?? parm("RenewalPeriod") }

    /// ENR-21: the provider below DMClient is not that of the account (enrollment.md 8.2, 8.3).
    package func providerDefect(account id: String) -> AnswerDefect? {
        guard type != id else { return nil }
        return AnswerDefect(place, "the provider is \(type), and PROVIDER-ID is \(id)", hint: "name both alike")
    }

    /// A datatype of the parms of renewal that is stated and wrong (enrollment.md 8, 8.1).
    package var renewalDatatypeDefects: [AnswerDefect] {
        let expected = [
            "ROBOSupport": "boolean", "RenewPeriod": "integer", "RenewalPeriod": "integer",
            "RetryInterval": "integer",
        ]
        return parms.compactMap { parm in
            guard let right = expected[parm.name], let datatype = parm.datatype, datatype != right else { return nil }
            return AnswerDefect(parm.place, "the datatype of \(parm.name) is \(datatype)", hint: "write \(right)")
        }
    }
}
