import Crypto
import SwiftASN1
import X509

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An X.509 certificate in one of the device's stores, read from the Base64 DER of an EncodedCertificate node
/// (windows-csp.md 4.15; RootCATrustedCertificates and CertificateStore in NODES.tsv).
struct StoredCertificate {
    private let certificate: Certificate
    /// SHA-1 of the whole certificate, which names its node: forty upper-case hexadecimal digits.
    let thumbprint: String

    /// - Returns: nil for a text that is no Base64, and for bytes that are no certificate or go on behind it.
    init?(base64: String) {
        guard let bytes = Base64.decode(base64), let certificate = try? Certificate(derEncoded: bytes) else {
            return nil
        }
        self.certificate = certificate
        thumbprint = HexDigits.text(Insecure.SHA1.hash(data: bytes))
    }

    var issuedBy: String { CertificateName.text(certificate.issuer) }
    var issuedTo: String { CertificateName.text(certificate.subject) }
    /// The first and last instants of the validity, ISO 8601 in UTC; the form is our choice, the descriptions name none.
    var validFrom: String { Self.text(certificate.notValidBefore) }
    var validTo: String { Self.text(certificate.notValidAfter) }

    var isSelfIssued: Bool { certificate.issuer == certificate.subject }

    /// Whether the validity was over the day before. A day of grace, because the device's local time is in its own time
    /// zone.
    func isExpired(at localTime: String) -> Bool { validTo.prefix(10) < localTime.prefix(10) }

    /// The name of the template that an enterprise authority of Windows made the certificate by, or the template's
    /// object identifier; empty for a certificate without one.
    var templateName: String {
        if let name = certificate.extensions[oid: [1, 3, 6, 1, 4, 1, 311, 20, 2]],
            let node = try? DER.parse(name.value),
            let text = try? ASN1BMPString(derEncoded: node, withIdentifier: .bmpString)
        {
            return BMPText.text(text.bytes)
        }
        if let template = certificate.extensions[oid: [1, 3, 6, 1, 4, 1, 311, 21, 7]],
            let node = try? DER.parse(template.value)
        {
            return (try? Self.templateIdentifier(node)) ?? ""
        }
        return ""
    }

    /// CertificateTemplate is a sequence of the identifier and two version numbers.
    private static func templateIdentifier(_ node: ASN1Node) throws -> String {
        try DER.sequence(node, identifier: .sequence) { nodes in
            let identifier = try ASN1ObjectIdentifier(derEncoded: &nodes)
            while nodes.next() != nil {}
            return "\(identifier)"
        }
    }

    private static func text(_ date: Date) -> String { date.formatted(.iso8601) }
}
