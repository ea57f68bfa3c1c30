import Hashing
import Notation
import SwiftASN1

/// What a certificate of a provisioning document says, for those who check one without a device. The signature is not
/// checked.
package struct CertificateFacts: Hashable, Sendable {
    /// SHA-1 of the whole certificate: forty upper-case hexadecimal digits.
    package let thumbprint: String
    /// In one line, as IssuedTo gives it.
    package let subject: String
    package let issuer: String
    package let isSelfIssued: Bool
    /// Seconds since 1970.
    package let notBefore: Int
    package let notAfter: Int
    /// The bits of the public key.
    package let publicKey: [UInt8]
    /// The identifiers of the extended key usage; nil without the extension.
    package let extendedKeyUsages: [String]?

    package static let clientAuthentication = "1.3.6.1.5.5.7.3.2"
    package static let anyUsage = "2.5.29.37.0"

    /// - Returns: nil for a text that is no Base64, and for bytes that are no certificate or go on behind it.
    package init?(base64: String) {
        guard let bytes = Base64.decode(base64), let certificate = try? Certificate(derEncoded: bytes) else {
            return nil
        }
        let fields = certificate.tbsCertificate
        thumbprint = Hexadecimal.text(SHA1.hash(bytes), .upper)
        subject = CertificateName.text(fields.subject)
        issuer = CertificateName.text(fields.issuer)
        isSelfIssued = fields.issuer == fields.subject
        notBefore = Self.seconds(fields.validity.notBefore)
        notAfter = Self.seconds(fields.validity.notAfter)
        publicKey = Array(fields.subjectPublicKeyInfo.subjectPublicKey.bytes)
        let usage = fields.extensions.first { $0.identifier == [2, 5, 29, 37] }
        extendedKeyUsages = usage.flatMap { usage in
            try? DER.sequence(
                of: ASN1ObjectIdentifier.self, identifier: .sequence, rootNode: DER.parse(usage.value)
            ).map { "\($0)" }
        }
    }

    /// The bits of the public key in a certificate request (PKCS#10). The subject is passed over: that of Windows holds
    /// characters which its string type forbids (enrollment.md 2.1).
    ///
    /// - Returns: nil for bytes that are no request.
    package static func publicKey(ofRequest bytes: [UInt8]) -> [UInt8]? {
        try? DER.sequence(DER.parse(bytes), identifier: .sequence) { nodes -> [UInt8]? in
            guard let info = nodes.next() else { return nil }
            while nodes.next() != nil {}
            return try DER.sequence(info, identifier: .sequence) { nodes -> [UInt8]? in
                guard nodes.next() != nil, nodes.next() != nil, let key = nodes.next() else { return nil }
                while nodes.next() != nil {}
                return Array(try SubjectPublicKeyInfo(derEncoded: key).subjectPublicKey.bytes)
            }
        }
    }

    /// From 1970-01-01T00:00:00Z.
    private static func seconds(_ time: GeneralizedTime) -> Int {
        let date = CivilDate(year: Int64(time.year), month: Int64(time.month), day: Int64(time.day))
        return Int(date.daysSince1970) * 86_400 + time.hours * 3_600 + time.minutes * 60 + time.seconds
    }
}
