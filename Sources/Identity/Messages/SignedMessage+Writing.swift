import SwiftASN1

extension SignedMessage {
    /// Signs bytes by one signer, whose certificate goes along.
    ///
    /// - Parameters:
    ///   - isDetached: whether the bytes stay outside.
    ///   - signingTime: in seconds since 1970, as a signed attribute together with the signer's certificate; nil for
    ///     neither. Type and digest of the content are always signed attributes.
    /// - Throws: `KeyFault` with `signing`, or `value` when the key is not that of the certificate.
    public init(
        signing content: [UInt8], isDetached: Bool, by certificate: Certificate, key: KeyPair,
        hash: SignatureHash = .sha256, signingTime: Int64? = nil
    ) throws(KeyFault) {
        guard key.publicKey == certificate.publicKey else {
            throw KeyFault(
                .value, message: "the key is not that of \(certificate)", hint: "sign with the key it was issued for")
        }
        do {
            let attributes = try Self.attributes(content, certificate, hash, signingTime)
            let signature = try key.sign(DER.Serializer.bytes { $0.set { $0.serializeRawBytes(attributes) } }, hash)
            let der = try DER.Serializer.bytes { serializer in
                try serializer.sequence { serializer in
                    try serializer.serialize(ObjectIdentifiers.signedData)
                    try serializer.tagged(0) { serializer in
                        try serializer.sequence { serializer in
                            serializer.integer(1)
                            try serializer.set { try $0.digest(hash) }
                            try Self.write(isDetached ? nil : content, &serializer)
                            serializer.tagged(0) { $0.serializeRawBytes(certificate.der) }
                            try serializer.set { serializer in
                                try Self.write(certificate, hash, attributes, signature, &serializer)
                            }
                        }
                    }
                }
            }
            try self.init(der: der)
        } catch {
            throw error as? KeyFault ?? .signing
        }
    }

    /// The elements of the set of signed attributes, in order.
    private static func attributes(
        _ content: [UInt8], _ certificate: Certificate, _ hash: SignatureHash, _ signingTime: Int64?
    ) throws -> [UInt8] {
        var attributes = [
            try attribute(ObjectIdentifiers.contentType) { try $0.serialize(ObjectIdentifiers.data) },
            try attribute(ObjectIdentifiers.messageDigest) { $0.octets(hash.hash(content)) },
        ]
        if let signingTime {
            attributes += [
                try attribute(ObjectIdentifiers.signingTime) { try Validity.write(signingTime, &$0) },
                // SigningCertificateV2 with one ESSCertIDv2, whose hash is SHA-256 when it names none.
                try attribute(ObjectIdentifiers.signingCertificate) { serializer in
                    serializer.sequence {
                        $0.sequence { $0.sequence { $0.octets(SignatureHash.sha256.hash(certificate.der)) } }
                    }
                },
            ]
        }
        return attributes.sorted(by: DER.precedes).flatMap { $0 }
    }

    private static func attribute(
        _ type: ASN1ObjectIdentifier, _ value: (inout DER.Serializer) throws -> Void
    ) throws -> [UInt8] {
        try DER.Serializer.bytes { serializer in
            try serializer.sequence { serializer in
                try serializer.serialize(type)
                try serializer.set(value)
            }
        }
    }

    /// EncapsulatedContentInfo.
    private static func write(_ content: [UInt8]?, _ serializer: inout DER.Serializer) throws {
        try serializer.sequence { serializer in
            try serializer.serialize(ObjectIdentifiers.data)
            if let content { serializer.tagged(0) { $0.octets(content) } }
        }
    }

    /// SignerInfo. The signature's algorithm is rsaEncryption, the hash being named beside it (RFC 3370 section 3.2).
    private static func write(
        _ certificate: Certificate, _ hash: SignatureHash, _ attributes: [UInt8], _ signature: [UInt8],
        _ serializer: inout DER.Serializer
    ) throws {
        try serializer.sequence { serializer in
            serializer.integer(1)
            serializer.sequence { serializer in
                serializer.serializeRawBytes(certificate.issuer.der)
                serializer.primitive(.integer, certificate.serialNumber)
            }
            try serializer.digest(hash)
            serializer.tagged(0) { $0.serializeRawBytes(attributes) }
            try serializer.rsaEncryption()
            serializer.octets(signature)
        }
    }
}

extension DER.Serializer {
    /// AlgorithmIdentifier of a hash: without parameters (RFC 5754 section 2).
    fileprivate mutating func digest(_ hash: SignatureHash) throws {
        try sequence { try $0.serialize(hash.identifier) }
    }

    /// AlgorithmIdentifier with NULL for parameters (RFC 3370 section 3.2).
    fileprivate mutating func rsaEncryption() throws {
        try sequence { serializer in
            try serializer.serialize(ObjectIdentifiers.rsaEncryption)
            serializer.null()
        }
    }
}
