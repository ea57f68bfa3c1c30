import SwiftASN1

extension SignedMessage {
    /// Reads a message in DER or BER. No signature is verified: see `verify`.
    ///
    /// - Throws: `IdentityFault` with `malformed`, `tooLarge` or `structure`.
    public init(der: [UInt8]) throws(IdentityFault) {
        var outer = try DERNode.parse(der, "ContentInfo", limit: Self.limit, rules: .ber).fields()
        let type = try outer.next("contentType")
        guard try type.decode(ASN1ObjectIdentifier.self) == ObjectIdentifiers.signedData else {
            throw .structure(at: type.place)
        }
        var wrapped = try outer.next("content").fields(.context(0))
        try outer.end()
        var fields = try wrapped.next("SignedData").fields()
        try wrapped.end()
        _ = try fields.next("version").decode(Int.self)
        _ = try fields.next("digestAlgorithms").elements(.set)
        var info = try fields.next("encapContentInfo").fields()
        contentType = "\(try info.next("eContentType").decode(ASN1ObjectIdentifier.self))"
        if let tagged = info.next("eContent", if: .context(0)) {
            var inner = try tagged.fields(.context(0))
            content = try inner.next("OCTET STRING").octets()
            try inner.end()
        } else {
            content = nil
        }
        try info.end()
        var certificates: [Certificate] = []
        for element in try fields.next("certificates", if: .context(0))?.elements(.context(0)) ?? []
        where element.node.identifier == .sequence {
            certificates.append(try Certificate(der: element.bytes))
        }
        _ = fields.next("crls", if: .context(1))
        var signers: [Signer] = []
        for element in try fields.next("signerInfos").elements(.set) { signers.append(try Signer(element)) }
        try fields.end()
        self.der = der
        self.certificates = certificates
        self.signers = signers
    }
}

extension SignedMessage.Signer {
    init(_ node: DERNode) throws(IdentityFault) {
        var fields = try node.fields()
        _ = try fields.next("version").decode(Int.self)
        let sid = try fields.next("sid")
        if sid.node.identifier == .context(0) {
            identifier = .subjectKeyIdentifier(try sid.octets(.context(0)))
        } else {
            var parts = try sid.fields()
            let issuer = try parts.next("issuer").bytes
            let number = try parts.next("serialNumber")
            guard number.node.identifier == .integer, let serialNumber = number.content else {
                throw .structure(at: number.place)
            }
            try parts.end()
            identifier = .issuerAndSerialNumber(issuer: issuer, serialNumber: serialNumber)
        }
        digestAlgorithm = try Self.algorithm(fields.next("digestAlgorithm"))
        signedAttributes = try fields.next("signedAttrs", if: .context(0)).map(SignedMessage.Attributes.init)
        signatureAlgorithm = try Self.algorithm(fields.next("signatureAlgorithm"))
        signature = try fields.next("signature").octets()
        _ = fields.next("unsignedAttrs", if: .context(1))
        try fields.end()
    }

    private static func algorithm(_ node: DERNode) throws(IdentityFault) -> String {
        var fields = try node.fields()
        return "\(try fields.next("algorithm").decode(ASN1ObjectIdentifier.self))"
    }
}

extension SignedMessage.Attributes {
    init(_ node: DERNode) throws(IdentityFault) {
        // The signature is over the set under its own tag, in DER (RFC 5652 section 5.4).
        var elements: [ASN1ObjectIdentifier: DERNode] = [:]
        let attributes = try node.elements(.context(0))
        for element in attributes {
            var fields = try element.fields()
            let type = try fields.next("attrType").decode(ASN1ObjectIdentifier.self)
            let values = try fields.next("attrValues")
            try fields.end()
            let all = try values.elements(.set)
            guard elements[type] == nil, let value = all.first, all.count == 1 else {
                throw .structure(at: values.place)
            }
            elements[type] = value
        }
        signed = DER.Serializer.bytes { serializer in
            serializer.set { serializer in
                for element in attributes.map(\.bytes).sorted(by: DER.precedes) {
                    serializer.serializeRawBytes(element)
                }
            }
        }
        contentType = try elements[ObjectIdentifiers.contentType].map { node throws(IdentityFault) in
            "\(try node.decode(ASN1ObjectIdentifier.self))"
        }
        messageDigest = try elements[ObjectIdentifiers.messageDigest].map { node throws(IdentityFault) in
            try node.octets()
        }
        signingTime = try elements[ObjectIdentifiers.signingTime].map(Validity.seconds)
        signingCertificate = try elements[ObjectIdentifiers.signingCertificate].flatMap(Self.certificateHash)
    }

    /// The hash in the first ESSCertIDv2; its algorithm is SHA-256 when none is named.
    private static func certificateHash(_ node: DERNode) throws(IdentityFault) -> [UInt8]? {
        var fields = try node.fields()
        var certificates = try fields.next("certs").fields()
        var first = try certificates.next("0").fields()
        guard first.next("hashAlgorithm", if: .sequence) == nil else { return nil }
        return try first.next("certHash").octets()
    }
}

extension DER {
    /// The order of the elements of a set (X.690 section 11.6).
    static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool { left.lexicographicallyPrecedes(right) }
}
