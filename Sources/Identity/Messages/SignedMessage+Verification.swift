import SwiftASN1

extension SignedMessage {
    /// What a message says once its signature holds. Whether the signer is to be trusted is for `CertificateChain`, or a
    /// comparison with a known certificate, to say.
    public struct Verified: Hashable, Sendable {
        public var content: [UInt8]
        public var signer: Certificate
        /// In seconds since 1970.
        public var signingTime: Int64?
        /// Whether the signed attributes name the signer's certificate.
        public var namesCertificate: Bool
    }

    /// Verifies the one signature of a message.
    ///
    /// - Parameters:
    ///   - detached: the content of a detached signature. Of one with content inside, the two must be equal.
    ///   - known: certificates that the signer may have beside those that came along.
    /// - Throws: `IdentityFault` with `structure`, `algorithm` or `signature`.
    public func verify(detached: [UInt8]? = nil, known: [Certificate] = []) throws(IdentityFault) -> Verified {
        guard signers.count == 1, let signer = signers.first else {
            throw IdentityFault(
                .structure, at: "SignedData.signerInfos", message: "there are \(signers.count) signers, not one",
                hint: "sign once")
        }
        guard let content = content ?? detached, detached == nil || detached == content else {
            throw IdentityFault(
                .structure, at: "SignedData.encapContentInfo.eContent",
                message: content == nil ? "the content is missing" : "the content is not what was sent beside it")
        }
        guard let certificate = (certificates + known).first(where: { signer.identifier.isOf($0) }) else {
            throw IdentityFault(
                .structure, at: "SignedData.certificates", message: "the signer's certificate is not among them",
                hint: "send it along")
        }
        let (hash, algorithm) = try signer.algorithms()
        var isWhole = true
        if let attributes = signer.signedAttributes {
            isWhole =
                attributes.contentType == contentType && attributes.messageDigest == hash.hash(content)
                && (attributes.signingCertificate.map { $0 == SignatureHash.sha256.hash(certificate.der) } ?? true)
        } else if contentType != "\(ObjectIdentifiers.data)" {
            // RFC 5652 section 5.3: only plain data goes without.
            throw .structure(at: "SignerInfo.signedAttrs")
        }
        let signed = signer.signedAttributes?.signed ?? content
        guard isWhole, algorithm.isValid(signer.signature, of: signed, by: certificate.publicKey) else {
            throw IdentityFault(
                .signature, at: "SignerInfo.signature",
                message: "\(certificate.subject) did not sign this content",
                hint: "sign exactly the bytes that are sent")
        }
        return Verified(
            content: content, signer: certificate, signingTime: signer.signedAttributes?.signingTime,
            namesCertificate: signer.signedAttributes?.signingCertificate != nil)
    }
}

extension SignedMessage.Identifier {
    fileprivate func isOf(_ certificate: Certificate) -> Bool {
        switch self {
        case .issuerAndSerialNumber(let issuer, let serialNumber):
            certificate.issuer.der == issuer && certificate.serialNumber == serialNumber
        case .subjectKeyIdentifier(let identifier): certificate.subjectKeyIdentifier == identifier
        }
    }
}

extension SignedMessage.Signer {
    /// The hash of the digest, and what the signature was made by; a signature algorithm that names another hash is
    /// refused.
    fileprivate func algorithms() throws(IdentityFault) -> (SignatureHash, SignatureAlgorithm) {
        guard let hash = SignatureHash(objectIdentifier: digestAlgorithm) else {
            throw .unknown(digestAlgorithm, at: "SignerInfo.digestAlgorithm")
        }
        if signatureAlgorithm == "\(ObjectIdentifiers.rsaEncryption)" { return (hash, .rsa(hash)) }
        guard let identifier = try? ASN1ObjectIdentifier(dotRepresentation: signatureAlgorithm) else {
            throw .structure(at: "SignerInfo.signatureAlgorithm")
        }
        let algorithm = SignatureAlgorithm(identifier: identifier)
        guard algorithm.hash == hash else { throw .unknown(signatureAlgorithm, at: "SignerInfo.signatureAlgorithm") }
        return (hash, algorithm)
    }
}

extension IdentityFault {
    static func unknown(_ algorithm: String, at place: String) -> IdentityFault {
        IdentityFault(
            .algorithm, at: place, message: "\(algorithm) is not known here, or does not go with the others",
            hint: "use RSA with SHA-256")
    }
}
