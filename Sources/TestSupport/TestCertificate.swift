import Crypto
import Foundation
import SwiftASN1
import X509

/// A certificate made for a test, with a key of its own that is thrown away.
public struct TestCertificate: Sendable {
    public let base64: String
    /// SHA-1 of the DER in upper-case hexadecimal digits.
    public let thumbprint: String
    public let der: [UInt8]

    /// - Parameters:
    ///   - subject: common name; the organization is Orchard and the country DE.
    ///   - issuer: the issuer's common name; nil for a certificate that issued itself.
    ///   - from: the first instant, in seconds since 1970.
    ///   - to: the last instant, in seconds since 1970.
    ///   - template: the name of the enterprise template; nil for none.
    ///   - templateIdentifier: the object identifier of the newer form of the template; nil for none.
    public init(
        subject: String = "Orchard Root CA", issuer: String? = nil, from: TimeInterval = 1_735_689_600,
        to: TimeInterval = 2_051_222_400, template: String? = nil, templateIdentifier: ASN1ObjectIdentifier? = nil
    ) throws {
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        var extensions: [Certificate.Extension] = []
        if let template {
            extensions.append(
                try Self.extension([1, 3, 6, 1, 4, 1, 311, 20, 2], ASN1BMPString(stringLiteral: template)))
        }
        if let templateIdentifier {
            extensions.append(
                try Self.extension([1, 3, 6, 1, 4, 1, 311, 21, 7], TemplateInformation(identifier: templateIdentifier)))
        }
        let certificate = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(bytes: [1, 2, 3]), publicKey: key.publicKey,
            notValidBefore: Date(timeIntervalSince1970: from), notValidAfter: Date(timeIntervalSince1970: to),
            issuer: try Self.name(issuer ?? subject), subject: try Self.name(subject),
            signatureAlgorithm: .ecdsaWithSHA256, extensions: try Certificate.Extensions(extensions),
            issuerPrivateKey: key)
        var serializer = DER.Serializer()
        try serializer.serialize(certificate)
        der = serializer.serializedBytes
        base64 = Data(der).base64EncodedString()
        thumbprint = Insecure.SHA1.hash(data: der).map { String(format: "%02X", $0) }.joined()
    }

    private static func name(_ common: String) throws -> DistinguishedName {
        try DistinguishedName {
            CountryName("DE")
            OrganizationName("Orchard")
            CommonName(common)
        }
    }

    private static func `extension`(
        _ identifier: ASN1ObjectIdentifier, _ value: some DERSerializable
    ) throws -> Certificate.Extension {
        var serializer = DER.Serializer()
        try serializer.serialize(value)
        return Certificate.Extension(oid: identifier, critical: false, value: serializer.serializedBytes[...])
    }

    private struct TemplateInformation: DERSerializable {
        let identifier: ASN1ObjectIdentifier

        func serialize(into coder: inout DER.Serializer) throws {
            try coder.appendConstructedNode(identifier: .sequence) { coder in
                try coder.serialize(identifier)
                try coder.serialize(100)
                try coder.serialize(3)
            }
        }
    }
}
