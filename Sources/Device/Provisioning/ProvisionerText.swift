import CSP
import DMTree
import Enrollment
import Notation
import XMLStream

/// The sentences of what provisioning refuses or passes over, in one place. Values stand in none of them: some are secrets.
enum ProvisionerText {
    private static func fault(
        _ rule: String, _ place: Place?, _ message: String, _ hint: String, severity: Advice.Severity = .error,
        error: HRESULT, reference: String
    ) -> ProvisioningFault {
        ProvisioningFault(
            rule: rule, severity: severity, error: error, position: place?.position ?? .start, message: message,
            hint: hint, reference: reference)
    }

    // MARK: Certificates

    /// The store cannot be filled: 0x8018001E.
    static func store(_ rule: String, _ defect: AnswerDefect) -> ProvisioningFault {
        fault(
            rule, defect.place, defect.message, defect.hint, error: ProvisioningPart.certificateStore.hresult,
            reference: "enrollment.md 8.1, 8.5")
    }

    /// There is a certificate, and not one that the device could prove itself with: 0x80180024.
    static func client(_ rule: String, _ defect: AnswerDefect) -> ProvisioningFault {
        fault(
            rule, defect.place, defect.message, defect.hint, error: ProvisioningPart.clientCertificate.hresult,
            reference: "enrollment.md 8.1, 8.5")
    }

    /// 0x80180028 (9.2).
    static func noCertificate(_ document: ProvisioningDocument) -> ProvisioningFault {
        fault(
            "provisioning.client-certificate", document.characteristics("CertificateStore").first?.place,
            "no certificate for the store My", "send the issued certificate in My/User or My/System",
            error: HRESULT(0x8018_0028), reference: "enrollment.md 8.1, 9.2")
    }

    static func chain(_ reason: String, _ document: ProvisioningDocument) -> ProvisioningFault {
        fault(
            "provisioning.chain", document.certificates.first { $0.store == "My" }?.place,
            "the certificate does not lead to a root: \(reason)",
            "send the root in Root/System, and those between in CA/System",
            error: ProvisioningPart.clientCertificate.hresult, reference: "enrollment.md 8.1")
    }

    static func search(
        _ document: ProvisioningDocument, _ certificate: InstalledCertificate, _ subject: String
    ) -> ProvisioningFault {
        let parm = document.characteristics("APPLICATION").lazy.compactMap {
            $0.parm("SSLCLIENTCERTSEARCHCRITERIA")
        }.first
        return fault(
            "provisioning.certificate-search", parm?.place,
            "the criteria do not find the certificate, which is \(subject) in \(certificate.store.rawValue)\\\(certificate.context.rawValue)",
            "write the subject and the store of the issued certificate, percent-encoded",
            error: ProvisioningPart.clientCertificate.hresult, reference: "enrollment.md 8.2, 8.5")
    }

    static func context(_ defect: AnswerDefect) -> ProvisioningFault {
        fault(
            "provisioning.certificate-context", defect.place, defect.message, defect.hint, severity: .warning,
            error: ProvisioningPart.certificateStore.hresult, reference: "enrollment.md 8.1, 11")
    }

    static func unknownStore(_ entry: CertificateStoreEntry) -> ProvisioningFault {
        fault(
            "provisioning.store", entry.place,
            "\(entry.store)/\(entry.context) is no store of the device; the certificate is passed over",
            "use Root, CA or My", severity: .warning, error: ProvisioningPart.certificateStore.hresult,
            reference: "enrollment.md 8.1")
    }

    static func robo(_ parm: ProvisioningDocument.Parm) -> ProvisioningFault {
        fault(
            "provisioning.renewal", parm.place, "ROBOSupport is false, which Windows does not look at",
            "renewal happens all the same", severity: .note, error: ProvisioningPart.certificateStore.hresult,
            reference: "enrollment.md 10.1")
    }

    // MARK: Settings

    static func provider(_ defect: AnswerDefect) -> ProvisioningFault {
        fault(
            "provisioning.provider", defect.place, defect.message, defect.hint,
            error: ProvisioningPart.dmClient.hresult, reference: "enrollment.md 8.2, 8.3")
    }

    static func datatype(_ defect: AnswerDefect, _ part: ProvisioningPart) -> ProvisioningFault {
        fault(
            "provisioning.datatype", defect.place, defect.message, defect.hint, error: part.hresult,
            reference: "enrollment.md 8")
    }

    static func noNode(_ uri: String, at place: Place, _ part: ProvisioningPart) -> ProvisioningFault {
        fault(
            "provisioning.setting", place, "this Windows has no node \(uri)",
            "write the path of the CSP as nested characteristics", error: part.hresult, reference: "enrollment.md 8.5")
    }

    static func refused(
        _ uri: String, _ parm: ProvisioningDocument.Parm, _ application: Application, _ part: ProvisioningPart
    ) -> ProvisioningFault {
        let advice = application.decision.advice.first { $0.severity == .error }
        let code = application.error.map { " (\($0.uppercase))" } ?? ""
        return fault(
            "provisioning.setting", parm.place, "\(uri) is refused with \(application.status)\(code)",
            advice?.hint ?? "", error: part.hresult,
            reference: "enrollment.md 8.5, \(application.decision.rule.reference)")
    }

    static func unknown(_ name: String, at place: Place) -> ProvisioningFault {
        fault(
            "provisioning.unknown", place, "\(name) is not known below DMClient and ignored", "", severity: .note,
            error: ProvisioningPart.dmClient.hresult, reference: "enrollment.md 8, 8.3")
    }

    // MARK: Renewal

    static func otherAccount(_ parm: ProvisioningDocument.Parm, _ providerID: String) -> ProvisioningFault {
        fault(
            "provisioning.provider", parm.place, "the renewal is for another account than \(providerID)",
            "write the PROVIDER-ID of the enrolment", error: ProvisioningPart.application.hresult,
            reference: "enrollment.md 10.1")
    }

    static func notOfRenewal(_ characteristic: ProvisioningDocument.Characteristic) -> ProvisioningFault {
        fault(
            "provisioning.renewal", characteristic.place,
            "\(characteristic.type) is not of a renewal and passed over",
            "send the new certificate and PROVIDER-ID alone", severity: .note,
            error: ProvisioningPart(characteristic: characteristic.type).hresult, reference: "enrollment.md 10.1")
    }
}
