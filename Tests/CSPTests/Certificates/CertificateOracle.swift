import Foundation
import SwiftASN1
import Testing
import X509

@testable import CSP

/// swift-certificates beside our reader: what it accepts we accept, with the same values.
enum CertificateOracle {
    /// What came of one input.
    enum Verdict: Equatable {
        case bothRead, bothRefuse
        /// We do not look into keys and signatures; the oracle does.
        case onlyWeRead
    }

    static func compare(_ bytes: [UInt8], _ comment: Comment? = nil) throws -> Verdict {
        let theirs = try? X509.Certificate(derEncoded: bytes)
        let ours = try? CSP.Certificate(derEncoded: bytes)
        guard let theirs else { return ours == nil ? .bothRefuse : .onlyWeRead }
        let certificate = try #require(ours, comment).tbsCertificate
        #expect("X509v\(certificate.version.rawValue + 1)" == "\(theirs.version)", comment)
        #expect(X509.Certificate.SerialNumber(bytes: certificate.serialNumber) == theirs.serialNumber, comment)
        try compare(certificate.issuer, theirs.issuer, comment)
        try compare(certificate.subject, theirs.subject, comment)
        #expect((certificate.issuer == certificate.subject) == (theirs.issuer == theirs.subject), comment)
        #expect(
            certificate.subjectPublicKeyInfo.subjectPublicKey.bytes == theirs.publicKey.subjectPublicKeyInfoBytes,
            comment)
        let extensions = theirs.extensions.map { [Array("\($0.oid) \($0.critical)".utf8), Array($0.value)] }
        #expect(
            certificate.extensions.map { [Array("\($0.identifier) \($0.isCritical)".utf8), Array($0.value)] }
                == extensions, comment)
        let stored = try #require(StoredCertificate(base64: Data(bytes).base64EncodedString()), comment)
        #expect(stored.validFrom == theirs.notValidBefore.formatted(.iso8601), comment)
        #expect(stored.validTo == theirs.notValidAfter.formatted(.iso8601), comment)
        return .bothRead
    }

    /// Texts are compared as texts, because the oracle forgets which octets an ill-formed one had.
    private static func compare(
        _ ours: CSP.DistinguishedName, _ theirs: X509.DistinguishedName, _ comment: Comment?
    ) throws {
        let names = try theirs.map { part in try part.map { try shown("\($0.type)", DER.parse(bytes(of: $0.value))) } }
        #expect(ours.parts.map { $0.attributes.map { shown("\($0.type)", $0.value) } } == names, comment)
    }

    private static func bytes(of value: X509.RelativeDistinguishedName.Attribute.Value) throws -> [UInt8] {
        var serializer = DER.Serializer()
        try serializer.serialize(ASN1Any(value))
        return serializer.serializedBytes
    }

    private static func shown(_ type: String, _ value: ASN1Node) -> [String] {
        let text = (try? ASN1UTF8String(derEncoded: value)).map { String($0) }
        return [type, "\(value.identifier)", text ?? "\(Array(value.encodedBytes))"]
    }
}
