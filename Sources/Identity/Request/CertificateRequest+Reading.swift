import SwiftASN1

extension CertificateRequest {
    /// Reads a request. Neither the characters of the subject nor the signature are judged.
    ///
    /// - Throws: `IdentityFault` with `malformed`, `tooLarge` or `structure`.
    public init(der: [UInt8]) throws(IdentityFault) {
        let root = try DERNode.parse(der, "CertificationRequest", limit: Self.limit)
        var fields = try root.fields()
        let info = try fields.next("certificationRequestInfo")
        signatureAlgorithm = try SignatureAlgorithm(fields.next("signatureAlgorithm"))
        signature = try fields.next("signature").bits()
        try fields.end()
        self.der = der
        self.info = info.bytes

        var parts = try info.fields()
        let version = try parts.next("version")
        guard version.node.identifier == .integer, version.content == [0] else { throw .structure(at: version.place) }
        subject = try DistinguishedName(parts.next("subject"))
        publicKey = try PublicKey(parts.next("subjectPKInfo"))
        var attributes: [Attribute] = []
        var extensions: [CertificateExtension] = []
        // Requests without an attribute sometimes lack the field.
        for element in try parts.next("attributes", if: .context(0))?.elements(.context(0)) ?? [] {
            var attribute = try element.fields()
            let type = try attribute.next("type").decode(ASN1ObjectIdentifier.self)
            let values = try attribute.next("values").elements(.set)
            attributes.append(Attribute(type: "\(type)", values: values.map(\.bytes)))
            guard type == ObjectIdentifiers.extensionRequest else { continue }
            for value in values {
                for found in try value.elements() { extensions.append(try CertificateExtension(found)) }
            }
        }
        try parts.end()
        self.attributes = attributes
        self.extensions = extensions
    }
}
