import CSP
import Enrollment
import Notation

/// The certificates of a document, checked as far as it goes without verifying signatures (enrollment.md 8.1).
struct CertificateReading {
    private(set) var certificates: [InstalledCertificate] = []
    let client: InstalledCertificate
    let facts: CertificateFacts
    private(set) var findings: [ProvisioningFault] = []

    init(
        _ document: ProvisioningDocument, _ circumstances: Provisioner.Circumstances
    ) throws(ProvisioningFault) {
        let read = ProvisionedCertificates(document)
        if let defect = read.unreadable().first { throw ProvisionerText.store("provisioning.certificate", defect) }
        if let defect = read.thumbprintDefects.first {
            throw ProvisionerText.store("provisioning.thumbprint", defect)
        }
        guard let mine = read.mine.first, let facts = mine.facts else { throw ProvisionerText.noCertificate(document) }
        if let defect = read.severalDefect ?? read.useDefects(request: circumstances.certificateRequest).first {
            throw ProvisionerText.client("provisioning.client-certificate", defect)
        }
        if let defect = Self.timeDefect(facts, mine.entry, now: circumstances.now) {
            throw ProvisionerText.client("provisioning.lifetime", defect)
        }
        for defect in read.contextDefects(enrollmentType: circumstances.enrollmentType) {
            findings.append(ProvisionerText.context(defect))
        }
        for item in read.entries {
            guard let installed = InstalledCertificate(item) else {
                findings.append(ProvisionerText.unknownStore(item.entry))
                continue
            }
            certificates.append(installed)
        }
        guard let client = InstalledCertificate(mine) else { throw ProvisionerText.noCertificate(document) }
        self.client = client
        self.facts = facts
    }

    private static func timeDefect(
        _ facts: CertificateFacts, _ entry: CertificateStoreEntry, now: Int64
    ) -> AnswerDefect? {
        if now > Int64(facts.notAfter) {
            return AnswerDefect(
                entry.place, "the certificate had expired when it came", hint: "issue it for the time from now on")
        }
        if now < Int64(facts.notBefore) {
            return AnswerDefect(
                entry.place, "the certificate was not valid yet when it came",
                hint: "begin its validity at the enrolment, or before")
        }
        return nil
    }
}

extension InstalledCertificate {
    /// nil for a store that Windows' documents do not have.
    init?(_ item: ProvisionedCertificates.Entry) {
        guard let facts = item.facts, let store = Store(rawValue: item.entry.store),
            let context = Context(rawValue: item.entry.context),
            let der = item.entry.encodedCertificate?.value.flatMap({ Base64.decode($0) })
        else { return nil }
        self.init(store: store, context: context, thumbprint: facts.thumbprint, der: der)
    }
}
