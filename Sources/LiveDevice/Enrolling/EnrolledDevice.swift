import CSP
import Capture
import DMTree
import Device
import DeviceFile
import EnrollmentClient
import Identity

/// What an enrolment or a renewal left.
public struct EnrolledDevice: Sendable {
    public var provisioned: Provisioned
    public var enrolled: Enrolled
    /// The certificate that the device proves itself with, and its key.
    public var identity: HeldIdentity
    /// The certificates of the document, and the key of the device's own.
    public var held: LifeKeeper.HeldRecords
    /// Every exchange, in order.
    public var exchanges: [ExchangeRecord]
    /// What the server did otherwise than the protocol has it, and Windows takes all the same.
    public var remarks: [AnswerRemark]

    /// - Parameter now: milliseconds since 1970.
    init(
        _ provisioned: Provisioned, _ enrolled: Enrolled, _ identity: HeldIdentity, exchanges: [ExchangeRecord],
        remarks: [AnswerRemark], now: Int64
    ) {
        self.provisioned = provisioned
        self.enrolled = enrolled
        self.identity = identity
        self.exchanges = exchanges
        self.remarks = remarks
        let key = KeyRecord(
            id: identity.certificate.thumbprint, pkcs8: SecretBytes(identity.key.pkcs8DER),
            created: CaptureTime(microseconds: now * 1000))
        let own = provisioned.clientCertificate
        held = LifeKeeper.HeldRecords(
            keys: [key],
            certificates: provisioned.certificates.map { certificate in
                CertificateRecord(certificate, keyID: certificate == own ? key.id : nil)
            })
    }

    /// What the device keeps after a renewal: roots and intermediates from before, and the new certificate in place of the
    /// old one (enrollment.md 10.1).
    func held(keeping old: LifeKeeper.HeldRecords) -> LifeKeeper.HeldRecords {
        var result = held
        let known = Set(held.certificates.map(\.thumbprint))
        result.certificates =
            old.certificates.filter { $0.store != .my && !known.contains($0.thumbprint) } + held.certificates
        return result
    }
}

extension CertificateRecord {
    init(_ certificate: InstalledCertificate, keyID: String?) {
        let store: Store =
            switch certificate.store {
            case .root: .root
            case .ca: .ca
            case .my: .my
            }
        let location: Location =
            switch certificate.context {
            case .system: .system
            case .user: .user
            }
        self.init(
            store: store, location: location, thumbprint: certificate.thumbprint, der: certificate.der, keyID: keyID)
    }
}
