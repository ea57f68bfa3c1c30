import SwiftASN1

extension CertificateRequest {
    /// Makes and signs a request.
    ///
    /// - Throws: `KeyFault` with `signing`.
    public init(
        for requester: Requester, form: Form = Form(), key: KeyPair
    ) throws(KeyFault) {
        let subject = form.subject(of: requester)
        let extensions: [CertificateExtension]
        let requested: [UInt8]
        let info: [UInt8]
        let algorithm = form.signature.algorithm
        let signature: [UInt8]
        do {
            extensions = try form.extensions(of: requester)
            requested = try Self.requested(extensions)
            info = try Self.info(subject, key.publicKey, requested)
            signature = try key.sign(info, form.signature.hash)
            der = try DER.Serializer.bytes { serializer in
                try serializer.sequence { serializer in
                    serializer.serializeRawBytes(info)
                    try algorithm.write(&serializer)
                    serializer.bits(signature)
                }
            }
        } catch {
            throw error as? KeyFault ?? .signing
        }
        self.info = info
        self.subject = subject
        publicKey = key.publicKey
        self.extensions = extensions
        attributes = [
            Attribute(
                type: "\(ObjectIdentifiers.extensionRequest)",
                values: [requested])
        ]
        signatureAlgorithm = algorithm
        self.signature = signature
    }

    /// CertificationRequestInfo: what is signed.
    ///
    /// - Parameter requested: the value of extensionRequest.
    static func info(
        _ subject: DistinguishedName, _ publicKey: PublicKey, _ requested: [UInt8]
    ) throws -> [UInt8] {
        try DER.Serializer.bytes { serializer in
            try serializer.sequence { serializer in
                serializer.integer(0)
                serializer.serializeRawBytes(subject.der)
                serializer.serializeRawBytes(publicKey.subjectPublicKeyInfo)
                try serializer.tagged(0) { serializer in
                    try serializer.sequence { serializer in
                        try serializer.serialize(ObjectIdentifiers.extensionRequest)
                        serializer.set { $0.serializeRawBytes(requested) }
                    }
                }
            }
        }
    }

    static func requested(_ extensions: [CertificateExtension]) throws -> [UInt8] {
        try DER.Serializer.bytes { serializer in
            try serializer.sequence { serializer in
                for found in extensions { try found.write(&serializer) }
            }
        }
    }
}

extension CertificateRequest.Form {
    /// The DeviceID stands bare in its extension, not as a string of DER.
    func extensions(of requester: CertificateRequest.Requester) throws -> [CertificateExtension] {
        let deviceID = CertificateExtension(
            identifier: "\(ObjectIdentifiers.deviceID)", value: Array(requester.deviceID.utf8) + [0])
        guard hasExtendedKeyUsage else { return [deviceID] }
        let usage = CertificateExtension(
            identifier: "\(ObjectIdentifiers.extendedKeyUsage)",
            value: try CertificateExtension.extendedKeyUsage([ObjectIdentifiers.clientAuthentication]))
        return [deviceID, usage]
    }
}
