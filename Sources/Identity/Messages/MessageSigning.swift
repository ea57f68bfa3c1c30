import Notation

/// The header MDM-Signature of a session that RequireMessageSigning asks for (enrollment.md 14.3): a detached signature of
/// the whole message, with the signer's certificate and the signing time as signed attributes.
///
/// The source says "signer certificate" and not in which form; ours is the attribute signingCertificateV2 (RFC 5035), and
/// the certificate itself goes along.
public enum MessageSigning {
    /// The value of the header.
    ///
    /// - Parameters:
    ///   - body: of the HTTP request, as it is sent.
    ///   - now: in seconds since 1970.
    /// - Throws: `KeyFault`.
    public static func header(
        for body: [UInt8], certificate: Certificate, key: KeyPair, now: Int64, hash: SignatureHash = .sha256
    ) throws(KeyFault) -> String {
        let message = try SignedMessage(
            signing: body, isDetached: true, by: certificate, key: key, hash: hash, signingTime: now)
        return Base64.encode(message.der)
    }

    /// Verifies a header over a body.
    ///
    /// - Parameter known: certificates that the signer may have beside those that came along.
    /// - Throws: `IdentityFault`; with `structure` also when the signing time is not signed, with `algorithm` for SHA-1.
    public static func verify(
        _ header: String, over body: [UInt8], known: [Certificate] = []
    ) throws(IdentityFault) -> SignedMessage.Verified {
        guard let der = Base64.decode(header) else {
            throw IdentityFault(.malformed, at: "MDM-Signature", message: "the header is no Base64")
        }
        let message = try SignedMessage(der: der)
        guard message.signers.allSatisfy({ $0.digestAlgorithm != SignatureHash.sha1.objectIdentifier }) else {
            throw .unknown(SignatureHash.sha1.objectIdentifier, at: "SignerInfo.digestAlgorithm")
        }
        let verified = try message.verify(detached: body, known: known)
        guard verified.signingTime != nil else { throw .structure(at: "SignerInfo.signedAttrs.signingTime") }
        return verified
    }
}
