import Foundation
import TestSupport
import Testing

@testable import CSP

/// The reader of certificates (RFC 5280 section 4) against swift-certificates, files of OpenSSL and bytes by hand.
@Suite struct CertificateTests {
    private static func bytes(_ base64: String) throws -> [UInt8] { try Array(#require(Data(base64Encoded: base64))) }

    private static func changed(_ change: (inout CertificatePieces) -> Void) -> [UInt8] {
        var pieces = CertificatePieces()
        change(&pieces)
        return pieces.bytes
    }

    @Test(
        "Certificates of OpenSSL: versions 1 and 3, RSA, EC and Ed25519 keys, both kinds of time",
        arguments: [
            CertificateFiles.rsa, CertificateFiles.version1, CertificateFiles.p256, CertificateFiles.p384,
            CertificateFiles.p521, CertificateFiles.ed25519,
        ])
    func known(base64: String) throws { #expect(try CertificateOracle.compare(Self.bytes(base64)) == .bothRead) }

    @Test(
        "Algorithms that the oracle does not know are read: nothing is verified, a store takes them",
        arguments: [
            (CertificateFiles.md5, "CN=Version 1"), (CertificateFiles.pss, "CN=Version 1"),
            (CertificateFiles.dsa, "CN=DSA"), (CertificateFiles.brainpool, "CN=brainpool"),
        ])
    func unknownAlgorithms(base64: String, name: String) throws {
        #expect(try CertificateOracle.compare(Self.bytes(base64)) == .onlyWeRead)
        let certificate = try #require(StoredCertificate(base64: base64))
        #expect(certificate.issuedTo == name && certificate.issuedBy == name && certificate.isSelfIssued)
    }

    @Test("What OpenSSL says of its files: serial number with the high bit set, version, instants, thumbprint")
    func values() throws {
        let first = try Certificate(derEncoded: Self.bytes(CertificateFiles.version1)).tbsCertificate
        #expect(first.version == .v1 && first.extensions.isEmpty)
        #expect(Array(first.serialNumber) == [0xFE, 0xDC, 0xBA, 0x98, 0x76, 0x54, 0x32, 0x10])
        let p256 = try #require(StoredCertificate(base64: CertificateFiles.p256))
        #expect(p256.validFrom == "2026-11-27T15:09:04Z" && p256.validTo == "2109-01-16T15:09:04Z")
        #expect(p256.thumbprint == "0399357C0525606C7CF666128B3E765B8DEF5B4F")
    }

    /// Certificates put together by hand that are right.
    static let good: [(String, [UInt8])] = [
        ("as it stands", changed { _ in }),
        ("version 1", changed { $0.version = [] }),
        ("version 2", changed { $0.version = DERBytes.value(0xA0, [0x02, 0x01, 0x01]) }),
        ("serial number 0", changed { $0.serialNumber = [0x02, 0x01, 0x00] }),
        ("serial number with the high bit", changed { $0.serialNumber = [0x02, 0x02, 0x00, 0x80] }),
        ("serial number of 20 octets", changed { $0.serialNumber = [0x02, 0x14] + Array(1...20) }),
        ("empty subject", changed { $0.subject = DERBytes.sequence() }),
        ("issued by itself", changed { $0.issuer = $0.subject }),
        ("1950 and 2049", changed { $0.validity = CertificatePieces.validity("500101000000Z", "491231235959Z") }),
        (
            "years that only GeneralizedTime has",
            changed {
                $0.validity = DERBytes.sequence(
                    DERBytes.text(0x18, "19491231235959Z"), DERBytes.text(0x18, "99991231235959Z"))
            }
        ),
        (
            "fractions of a second",
            changed {
                $0.validity = DERBytes.sequence(
                    DERBytes.text(0x17, "260101000000Z"), DERBytes.text(0x18, "20500101000000.25Z"))
            }
        ),
        (
            "extensions, one of them critical",
            changed {
                $0.extensions = CertificatePieces.extensions(
                    CertificatePieces.extension([2, 5, 29, 15], critical: [0x01, 0x01, 0xFF], [0x03, 0x01, 0x00]),
                    CertificatePieces.extension([1, 3, 6, 1, 4, 1, 311, 21, 7], [0x30, 0x00]))
            }
        ),
    ]

    @Test("Certificates by hand", arguments: good)
    func byHand(name: String, bytes: [UInt8]) throws {
        #expect(try CertificateOracle.compare(bytes) == .bothRead)
    }

    /// Certificates put together by hand that are wrong.
    static let bad: [(String, [UInt8])] = [
        ("nothing", []),
        ("only a sequence", DERBytes.sequence()),
        ("version 4", changed { $0.version = DERBytes.value(0xA0, [0x02, 0x01, 0x03]) }),
        (
            "version 1 written although it is the default",
            changed { $0.version = DERBytes.value(0xA0, [0x02, 0x01, 0]) }
        ),
        ("serial number without octets", changed { $0.serialNumber = [0x02, 0x00] }),
        ("serial number with a zero too many", changed { $0.serialNumber = [0x02, 0x02, 0x00, 0x07] }),
        ("negative serial number", changed { $0.serialNumber = [0x02, 0x01, 0x80] }),
        ("no serial number", changed { $0.serialNumber = [] }),
        ("no signature algorithm", changed { $0.signature = [] }),
        ("no issuer", changed { $0.issuer = [] }),
        ("name that is a set", changed { $0.issuer = DERBytes.value(0x31, []) }),
        ("part of a name that is a sequence", changed { $0.subject = DERBytes.sequence(DERBytes.sequence()) }),
        (
            "attribute without value",
            changed { $0.subject = CertificatePieces.name([CertificatePieces.attribute([2, 5, 4, 3], [])]) }
        ),
        (
            "attribute with two values",
            changed { $0.subject = CertificatePieces.name([CertificatePieces.attribute([2, 5, 4, 3], [5, 0, 5, 0])]) }
        ),
        (
            "set of attributes in another order",
            changed {
                $0.subject = DERBytes.sequence(
                    DERBytes.value(
                        0x31, CertificatePieces.attribute([2, 5, 4, 10], DERBytes.text(0x0C, "b")),
                        CertificatePieces.attribute([2, 5, 4, 3], DERBytes.text(0x0C, "a"))))
            }
        ),
        (
            "validity with one instant",
            changed { $0.validity = DERBytes.sequence(DERBytes.text(0x17, "260101000000Z")) }
        ),
        (
            "instant without seconds",
            changed { $0.validity = CertificatePieces.validity("2601010000Z", "350101000000Z") }
        ),
        (
            "instant in a time zone",
            changed { $0.validity = CertificatePieces.validity("260101000000+0100", "350101000000Z") }
        ),
        ("31 February", changed { $0.validity = CertificatePieces.validity("260231000000Z", "350101000000Z") }),
        (
            "instant that is a text",
            changed {
                $0.validity = DERBytes.sequence(
                    DERBytes.text(0x0C, "260101000000Z"), DERBytes.text(0x17, "350101000000Z"))
            }
        ),
        ("no key", changed { $0.key = [] }),
        ("key without its bits", changed { $0.key = DERBytes.sequence(CertificatePieces.ecdsa) }),
        ("extensions under another tag", changed { $0.extensions = DERBytes.value(0xA4, DERBytes.sequence()) }),
        (
            "an extension twice",
            changed {
                let one = CertificatePieces.extension([2, 5, 29, 15], [0x03, 0x01, 0x00])
                $0.extensions = CertificatePieces.extensions(one, one)
            }
        ),
        (
            "not critical, although that is the default",
            changed {
                $0.extensions = CertificatePieces.extensions(
                    CertificatePieces.extension([2, 5, 29, 15], critical: [0x01, 0x01, 0x00], []))
            }
        ),
        ("no outer algorithm", changed { $0.outerAlgorithm = [] }),
        ("no signature", changed { $0.signatureValue = [] }),
        ("signature in octets", changed { $0.signatureValue = [0x04, 0x01, 0x00] }),
        ("a fourth field", changed { $0.more = [0x05, 0x00] }),
        ("a byte behind the certificate", changed { _ in } + [0]),
        ("a second certificate behind it", changed { _ in } + changed { _ in }),
        ("length of four gigabytes", [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF]),
        ("length of 127 octets", [0x30, 0xFF] + Array(repeating: 0xFF, count: 127)),
        ("indefinite length", [0x30, 0x80, 0x00, 0x00]),
        ("length that is longer than need be", [0x30, 0x81, 0x02, 0x05, 0x00]),
        ("ten thousand sequences, one in the other", Array(repeating: [0x30, 0x80], count: 10_000).flatMap { $0 }),
        ("a tag without an end", [0x3F] + Array(repeating: 0xFF, count: 64)),
    ]

    @Test("What is no certificate is refused, by us and by the oracle", arguments: bad)
    func refused(name: String, bytes: [UInt8]) throws {
        #expect(try CertificateOracle.compare(bytes) == .bothRefuse)
        #expect(StoredCertificate(base64: Data(bytes).base64EncodedString()) == nil)
    }

    @Test("Unique identifiers of version 2 have implicit tags, which the oracle does not know")
    func uniqueIdentifiers() throws {
        let bytes = Self.changed {
            $0.version = DERBytes.value(0xA0, [0x02, 0x01, 0x01])
            $0.uniqueIdentifiers = DERBytes.value(0x81, [0x00, 0x01]) + DERBytes.value(0x82, [0x00, 0x02])
        }
        #expect(try CertificateOracle.compare(bytes) == .onlyWeRead)
    }

    @Test("More extensions than the oracle takes")
    func manyExtensions() throws {
        let bytes = Self.changed { pieces in
            pieces.extensions = DERBytes.value(
                0xA3, DERBytes.value(0x30, parts: (1...33).map { CertificatePieces.extension([1, 2, $0], [5, 0]) }))
        }
        #expect(try CertificateOracle.compare(bytes) == .onlyWeRead)
    }

    @Test("Cut off at every byte, a certificate is refused")
    func truncated() throws {
        for base64 in [CertificateFiles.p256, CertificateFiles.version1] {
            let bytes = try Self.bytes(base64)
            for count in 0..<bytes.count {
                #expect(try CertificateOracle.compare(Array(bytes[..<count])) == .bothRefuse, "\(count)")
            }
        }
    }

    @Test("Every bit turned: read alike or refused alike, but for what stands in algorithms, key and signature")
    func everyBit() throws {
        let pieces = CertificatePieces()
        let bytes = pieces.bytes
        let unread = [pieces.signature, pieces.key].map { bytes.firstRange(of: $0) }.compactMap { $0 }
        let outer = bytes.count - pieces.outerAlgorithm.count - pieces.signatureValue.count
        #expect(unread.count == 2)
        for index in bytes.indices {
            for bit in 0..<8 {
                var turned = bytes
                turned[index] ^= 1 << bit
                if try CertificateOracle.compare(turned, "bit \(bit) of byte \(index)") == .onlyWeRead {
                    #expect(index >= outer || unread.contains { $0.contains(index) }, "bit \(bit) of byte \(index)")
                }
            }
        }
    }
}
