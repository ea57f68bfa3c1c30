import CSP
import DDF
import DMTree
import Enrollment
import Notation

/// Checks a provisioning document and applies it to a device, all of it or nothing (enrollment.md 8, 10.1).
///
/// Values go in and come out: the chain of the certificate is verified outside, between the two steps.
///
/// ```
/// let provisioner = try Provisioner(document, circumstances)
/// let verdict = …verify(provisioner.chainQuestion)
/// let provisioned = try provisioner.apply(to: tree, chain: verdict)
/// ```
///
/// On a failure there is no new tree, and the old one is what it was. `ProvisioningFault.error` is what Windows shows (8.5).
public struct Provisioner: Sendable {
    /// What the document is applied for, and to which device.
    public struct Circumstances: Sendable {
        public var purpose: Purpose
        /// The EnrollmentType that was asked with: `Full` or `Device` (11).
        public var enrollmentType: String
        /// The PKCS#10 that was sent, as DER: its key is that of the certificate. Of a renewal the one inside the PKCS#7.
        public var certificateRequest: [UInt8]
        /// Seconds since 1970, UTC.
        public var now: Int64
        /// What Windows itself puts beside the account; nil leaves it out.
        public var hardwareDeviceID: String?
        public var entraDeviceID: String?
        /// Whether an account without any nonce is refused; nil: as the Windows of the device does (8.2).
        public var strictNonce: Bool?
        /// Whether SSLCLIENTCERTSEARCHCRITERIA has to find the certificate that the document brings (8.5).
        public var strictCertificateSearch: Bool

        public enum Purpose: Hashable, Sendable {
            /// Of an enrolment, or of a recovery.
            case enrolment
            /// - Parameters:
            ///   - providerID: of the account that the device has.
            ///   - oldThumbprint: of the certificate that goes.
            ///   - signedEntDMID: EntDMID, signed with the old key, when that was done.
            case renewal(providerID: String, oldThumbprint: String?, signedEntDMID: String?)
        }

        public init(
            purpose: Purpose = .enrolment, enrollmentType: String, certificateRequest: [UInt8], now: Int64,
            hardwareDeviceID: String? = nil, entraDeviceID: String? = nil, strictNonce: Bool? = nil,
            strictCertificateSearch: Bool = true
        ) {
            self.purpose = purpose
            self.enrollmentType = enrollmentType
            self.certificateRequest = certificateRequest
            self.now = now
            self.hardwareDeviceID = hardwareDeviceID
            self.entraDeviceID = entraDeviceID
            self.strictNonce = strictNonce
            self.strictCertificateSearch = strictCertificateSearch
        }
    }

    /// What somebody who can check signatures is asked (8.1).
    public struct ChainQuestion: Hashable, Sendable {
        /// DER.
        public var certificate: [UInt8]
        /// Those of CA, as DER. A renewal may rely on what the device has besides.
        public var intermediates: [[UInt8]]
        /// Those of Root, as DER. Roots that the device trusts already count, too.
        public var roots: [[UInt8]]
        /// Seconds since 1970, UTC.
        public var now: Int64
    }

    public enum ChainVerdict: Hashable, Sendable {
        case complete
        /// Half a sentence: which check failed.
        case incomplete(String)
    }

    let document: ProvisioningDocument
    let circumstances: Circumstances
    let certificates: [InstalledCertificate]
    let clientCertificate: InstalledCertificate
    /// In one line.
    let subject: String
    /// What was taken all the same, so far.
    private(set) var findings: [ProvisioningFault]

    /// - Throws: for what the document alone shows to be wrong with its certificates.
    public init(_ document: ProvisioningDocument, _ circumstances: Circumstances) throws(ProvisioningFault) {
        let read = try CertificateReading(document, circumstances)
        self.document = document
        self.circumstances = circumstances
        certificates = read.certificates
        clientCertificate = read.client
        subject = read.facts.subject
        findings = read.findings
    }

    public var chainQuestion: ChainQuestion {
        func der(_ store: InstalledCertificate.Store) -> [[UInt8]] {
            certificates.filter { $0.store == store }.map(\.der)
        }
        return ChainQuestion(
            certificate: clientCertificate.der, intermediates: der(.ca), roots: der(.root), now: circumstances.now)
    }

    /// Applies the document in the order of 8.4.
    public func apply(to tree: DeviceTree, chain: ChainVerdict) throws(ProvisioningFault) -> Provisioned {
        switch chain {
        case .complete: break
        case .incomplete(let reason): throw ProvisionerText.chain(reason, document)
        }
        var applying = ProvisionerCourse(self, tree: tree)
        applying.installCertificates()
        try applying.setRenewal()
        switch circumstances.purpose {
        case .enrolment: try applying.makeAccount()
        case .renewal(let providerID, let old, let signed):
            try applying.renew(providerID: providerID, oldThumbprint: old, signedEntDMID: signed)
        }
        return applying.provisioned
    }
}
