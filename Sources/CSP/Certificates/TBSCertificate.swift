import SwiftASN1

/// The part of a certificate that its issuer signed (RFC 5280 section 4.1.2).
struct TBSCertificate: DERParseable {
    enum Version: Int {
        case v1, v2, v3
    }

    let version: Version
    /// Big-endian and without a leading zero; empty for the number zero. A negative number is refused.
    let serialNumber: ArraySlice<UInt8>
    let signature: AlgorithmIdentifier
    let issuer: DistinguishedName
    let validity: Validity
    let subject: DistinguishedName
    let subjectPublicKeyInfo: SubjectPublicKeyInfo
    /// In the order of the certificate, each identifier once.
    let extensions: [CertificateExtension]

    init(derEncoded node: ASN1Node) throws {
        self = try DER.sequence(node, identifier: .sequence) { try TBSCertificate(fields: &$0) }
    }

    private init(fields nodes: inout ASN1NodeCollection.Iterator) throws {
        let number = try DER.decodeDefaultExplicitlyTagged(
            &nodes, tagNumber: 0, tagClass: .contextSpecific, defaultValue: Version.v1.rawValue)
        guard let version = Version(rawValue: number) else {
            throw ASN1Error.invalidASN1Object(reason: "\(number) is no version of X.509")
        }
        self.version = version
        serialNumber = try ArraySlice(derEncoded: &nodes)
        signature = try AlgorithmIdentifier(derEncoded: &nodes)
        issuer = try DistinguishedName(derEncoded: &nodes)
        validity = try Validity(derEncoded: &nodes)
        subject = try DistinguishedName(derEncoded: &nodes)
        subjectPublicKeyInfo = try SubjectPublicKeyInfo(derEncoded: &nodes)
        for number: UInt in [1, 2] { try Self.skipUniqueIdentifier(number, &nodes) }
        extensions =
            try DER.optionalExplicitlyTagged(&nodes, tagNumber: 3, tagClass: .contextSpecific) {
                try DER.sequence(of: CertificateExtension.self, identifier: .sequence, rootNode: $0)
            } ?? []
        guard Set(extensions.map(\.identifier)).count == extensions.count else {
            throw ASN1Error.invalidASN1Object(reason: "an extension stands twice")
        }
    }

    /// The unique identifiers of version 2 are bit strings under a tag of their own; nothing shows them.
    private static func skipUniqueIdentifier(_ number: UInt, _ nodes: inout ASN1NodeCollection.Iterator) throws {
        let tag = ASN1Identifier(tagWithNumber: number, tagClass: .contextSpecific)
        let _: ASN1BitString? = try DER.optionalImplicitlyTagged(&nodes, tag: tag)
    }
}
