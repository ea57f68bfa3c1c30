import Hashing
import Notation
import SwiftASN1

/// An X.509 certificate in one of the device's stores, read from the Base64 DER of an EncodedCertificate node
/// (windows-csp.md 4.15; RootCATrustedCertificates and CertificateStore in NODES.tsv).
struct StoredCertificate {
    private let certificate: TBSCertificate
    /// SHA-1 of the whole certificate, which names its node: forty upper-case hexadecimal digits.
    let thumbprint: String

    /// - Returns: nil for a text that is no Base64, and for bytes that are no certificate or go on behind it.
    init?(base64: String) {
        guard let bytes = Base64.decode(base64), let certificate = try? Certificate(derEncoded: bytes) else {
            return nil
        }
        self.certificate = certificate.tbsCertificate
        thumbprint = Hexadecimal.text(SHA1.hash(bytes), .upper)
    }

    /// Whether a text is the SHA-1 of a certificate: forty hexadecimal digits in any case.
    static func isThumbprint(_ text: String) -> Bool {
        text.utf8.count == 40 && Hexadecimal.octets(text)?.count == 20
    }

    var issuedBy: String { CertificateName.text(certificate.issuer) }
    var issuedTo: String { CertificateName.text(certificate.subject) }
    /// The first and last instants of the validity, ISO 8601 in UTC; the form is our choice, the descriptions name none.
    var validFrom: String { Self.text(certificate.validity.notBefore) }
    var validTo: String { Self.text(certificate.validity.notAfter) }
    var templateName: String { CertificateTemplate.text(in: certificate.extensions) }

    var isSelfIssued: Bool { certificate.issuer == certificate.subject }

    /// Whether the validity was over the day before. A day of grace, because the device's local time is in its own time
    /// zone.
    func isExpired(at localTime: String) -> Bool { validTo.prefix(10) < localTime.prefix(10) }

    private static func text(_ time: GeneralizedTime) -> String {
        func digits(_ number: Int, _ count: Int = 2) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let date = "\(digits(time.year, 4))-\(digits(time.month))-\(digits(time.day))"
        return "\(date)T\(digits(time.hours)):\(digits(time.minutes)):\(digits(time.seconds))Z"
    }
}
