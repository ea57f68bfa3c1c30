import Foundation
import Testing

@testable import CSP

/// Names of certificates in one line: every type of text, every shape of name (RFC 5280 section 4.1.2.4).
@Suite struct CertificateNameTests {
    private static let commonName = [2, 5, 4, 3]

    private static func text(of name: [UInt8]) throws -> String {
        try CertificateName.text(DistinguishedName(derEncoded: name))
    }

    @Test(
        "Types of text",
        arguments: [
            (0x0C, Array("\u{C4}pfel \u{1F34E}".utf8), "\u{C4}pfel \u{1F34E}"),
            (0x13, Array("Orchard (1)".utf8), "Orchard (1)"), (0x16, Array("a@example.test".utf8), "a@example.test"),
            (0x14, Array("T61".utf8), "T61"), (0x14, Array("\u{C4}".utf8), "\u{C4}"),
            (0x1E, [0x00, 0xC4, 0x26, 0x03], "\u{C4}\u{2603}"), (0x1E, [0xD8, 0x3C, 0xDF, 0x4E], "\u{1F34E}"),
            (0x0C, [], "\"\""),
            // A type that has no texts, and texts with characters that their type does not have: the bytes.
            (0x04, [0x01, 0xFF], "\"#040201FF\""), (0x13, Array("a@b".utf8), "\"#1303614062\""),
            (0x16, [0xC4], "\"#1601C4\""), (0x05, [], "\"#0500\""),
        ] as [(UInt8, [UInt8], String)])
    func types(tag: UInt8, content: [UInt8], text: String) throws {
        let name = CertificatePieces.name([CertificatePieces.attribute(Self.commonName, DERBytes.value(tag, content))])
        #expect(try Self.text(of: name) == "CN=\(text)")
        var pieces = CertificatePieces()
        pieces.subject = name
        #expect(try CertificateOracle.compare(pieces.bytes) == .bothRead)
    }

    @Test(
        "Values with special characters stand in quotation marks",
        arguments: [
            ("a,b", "\"a,b\""), ("a+b", "\"a+b\""), ("a=b", "\"a=b\""), ("say \"a\"", "\"say \"\"a\"\"\""),
            ("a\nb", "\"a\nb\""), ("<a>", "\"<a>\""), ("#a", "\"#a\""), ("a;b", "\"a;b\""), (" a", "\" a\""),
            ("a ", "\"a \""), ("a b", "a b"), ("a\\b", "a\\b"), ("a'b", "a'b"), ("", "\"\""),
        ])
    func quotation(value: String, shown: String) throws {
        #expect(try Self.text(of: CertificatePieces.name(value)) == "CN=\(shown)")
    }

    @Test(
        "Types of attributes",
        arguments: [
            ([2, 5, 4, 3], "CN"), ([2, 5, 4, 4], "SN"), ([2, 5, 4, 5], "SERIALNUMBER"), ([2, 5, 4, 6], "C"),
            ([2, 5, 4, 7], "L"), ([2, 5, 4, 8], "S"), ([2, 5, 4, 9], "STREET"), ([2, 5, 4, 10], "O"),
            ([2, 5, 4, 11], "OU"), ([2, 5, 4, 12], "T"), ([2, 5, 4, 42], "G"), ([2, 5, 4, 43], "I"),
            ([1, 2, 840, 113_549, 1, 9, 1], "E"), ([0, 9, 2342, 19_200_300, 100, 1, 25], "DC"),
            ([1, 2, 3, 4], "OID.1.2.3.4"), ([2, 5, 4, 97], "OID.2.5.4.97"),
        ])
    func attributes(type: [Int], shown: String) throws {
        let name = CertificatePieces.name([CertificatePieces.attribute(type, DERBytes.text(0x0C, "a"))])
        #expect(try Self.text(of: name) == "\(shown)=a")
    }

    @Test("Parts in the order of the certificate, the values of one part joined by a plus")
    func shapes() throws {
        func part(_ attributes: [UInt8]...) -> [UInt8] { DERBytes.value(0x31, parts: attributes) }
        let name = DERBytes.sequence(
            part(CertificatePieces.attribute([2, 5, 4, 6], DERBytes.text(0x13, "DE"))),
            part(
                CertificatePieces.attribute([2, 5, 4, 3], DERBytes.text(0x0C, "both")),
                CertificatePieces.attribute([2, 5, 4, 11], DERBytes.text(0x0C, "left"))),
            part(CertificatePieces.attribute([2, 5, 4, 10], DERBytes.text(0x0C, "A"))),
            part(CertificatePieces.attribute([2, 5, 4, 10], DERBytes.text(0x0C, "B"))))
        #expect(try Self.text(of: name) == "C=DE, CN=both + OU=left, O=A, O=B")
        var pieces = CertificatePieces()
        (pieces.subject, pieces.issuer) = (name, name)
        #expect(try CertificateOracle.compare(pieces.bytes) == .bothRead)
        #expect(try Self.text(of: DERBytes.sequence()) == "")
    }

    @Test("One text in two types makes two names: a certificate is self-issued when both are encoded alike")
    func equality() throws {
        func name(_ tag: UInt8) throws -> DistinguishedName {
            try DistinguishedName(
                derEncoded: CertificatePieces.name([
                    CertificatePieces.attribute(Self.commonName, DERBytes.text(tag, "Orchard"))
                ]))
        }
        #expect(try name(0x0C) == name(0x0C) && name(0x0C) != name(0x13))
        #expect(try Set([name(0x0C), name(0x0C), name(0x13)]).count == 2)
    }
}
