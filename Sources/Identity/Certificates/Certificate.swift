import Crypto
import Notation
import SwiftASN1

/// A certificate of X.509 (RFC 5280) and what it says. It is read leniently: names, signature and key are not judged, so
/// certificates of any algorithm are read, and those of servers that copy a subject of Windows with its illegal
/// characters.
public struct Certificate: Hashable, Sendable {
    public let der: [UInt8]
    /// As it is encoded: big-endian, two's complement.
    public let serialNumber: [UInt8]
    public let issuer: DistinguishedName
    public let validity: Validity
    public let subject: DistinguishedName
    public let publicKey: PublicKey
    /// In order.
    public let extensions: [CertificateExtension]
    public let signatureAlgorithm: SignatureAlgorithm

    /// The most bytes that are read.
    public static let limit = 256 << 10

    /// - Throws: `IdentityFault` with `malformed`, `tooLarge` or `structure`.
    public init(der: [UInt8]) throws(IdentityFault) {
        let root = try DERNode.parse(der, "Certificate", limit: Self.limit)
        var fields = try root.fields()
        let signed = try fields.next("tbsCertificate")
        signatureAlgorithm = try SignatureAlgorithm(fields.next("signatureAlgorithm"))
        _ = try fields.next("signature").bits()
        try fields.end()
        self.der = der

        var parts = try signed.fields()
        _ = parts.next("version", if: .context(0))
        let number = try parts.next("serialNumber")
        guard number.node.identifier == .integer, let serialNumber = number.content, !serialNumber.isEmpty else {
            throw .structure(at: number.place)
        }
        self.serialNumber = serialNumber
        _ = try parts.next("signature")
        issuer = try DistinguishedName(parts.next("issuer"))
        validity = try Validity(parts.next("validity"))
        subject = try DistinguishedName(parts.next("subject"))
        publicKey = try PublicKey(parts.next("subjectPublicKeyInfo"))
        _ = parts.next("issuerUniqueID", if: .context(1))
        _ = parts.next("subjectUniqueID", if: .context(2))
        var extensions: [CertificateExtension] = []
        if let tagged = parts.next("extensions", if: .context(3)) {
            var inner = try tagged.fields(.context(3))
            for element in try inner.next("Extensions").elements() {
                extensions.append(try CertificateExtension(element))
            }
        }
        try parts.end()
        self.extensions = extensions
    }

    /// The first `CERTIFICATE` of a text.
    ///
    /// - Throws: `IdentityFault`, also with `pem`.
    public init(pem: String) throws(IdentityFault) { try self.init(der: PEM.der("CERTIFICATE", in: pem)) }

    /// Every `CERTIFICATE` of a text.
    public static func all(inPEM text: String) throws(IdentityFault) -> [Certificate] {
        var certificates: [Certificate] = []
        for der in PEM.blocks("CERTIFICATE", in: text) { certificates.append(try Certificate(der: der)) }
        return certificates
    }

    public var pem: String { PEM.text("CERTIFICATE", der) }
}

extension Certificate {
    /// SHA-1 of the whole certificate: forty upper-case hexadecimal digits, as the name of its node in a store
    /// (enrollment.md 8.1).
    public var thumbprint: String { Hexadecimal.text(Insecure.SHA1.hash(data: der), .upper) }

    /// In upper-case hexadecimal digits.
    public var serialNumberText: String { Hexadecimal.text(serialNumber, .upper) }

    public var isSelfIssued: Bool { issuer.der == subject.der }

    /// Whether basicConstraints say that it may issue others.
    public var isAuthority: Bool {
        guard let value = value(of: ObjectIdentifiers.basicConstraints),
            var fields = try? DERNode.parse(value, "basicConstraints", limit: value.count).fields(),
            let flag = fields.next("cA", if: .boolean)
        else { return false }
        return (try? flag.decode(Bool.self)) ?? false
    }

    /// In dotted decimals; nil without the extension, and for one that is unreadable.
    public var extendedKeyUsages: [String]? { extensions.lazy.compactMap(\.usages).first }

    /// Without the extension every use is allowed (enrollment.md 8.1).
    public var allowsClientAuthentication: Bool { allows(ObjectIdentifiers.clientAuthentication) }
    public var allowsServerAuthentication: Bool { allows(ObjectIdentifiers.serverAuthentication) }

    private func allows(_ usage: ASN1ObjectIdentifier) -> Bool {
        guard value(of: ObjectIdentifiers.extendedKeyUsage) != nil else { return true }
        guard let usages = extendedKeyUsages else { return false }
        return usages.contains("\(usage)") || usages.contains("\(ObjectIdentifiers.anyUsage)")
    }

    /// Of the extension subjectKeyIdentifier; nil without one.
    var subjectKeyIdentifier: [UInt8]? {
        guard let value = value(of: ObjectIdentifiers.subjectKeyIdentifier) else { return nil }
        return try? DERNode.parse(value, "subjectKeyIdentifier", limit: value.count).octets()
    }

    private func value(of identifier: ASN1ObjectIdentifier) -> [UInt8]? {
        extensions.first { $0.identifier == "\(identifier)" }?.value
    }
}

extension Certificate: CustomStringConvertible {
    public var description: String { "certificate \(thumbprint) of \(subject), issued by \(issuer)" }
}
