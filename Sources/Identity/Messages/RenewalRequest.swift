import Notation

/// The request of a renewal (enrollment.md 10.1): a fresh PKCS#10 for a new key, wrapped in a message that the old key
/// signed.
public struct RenewalRequest: Hashable, Sendable {
    public let message: SignedMessage
    public let request: CertificateRequest
    /// The certificate whose key signed.
    public let signer: Certificate

    /// Wraps a request.
    ///
    /// - Throws: `KeyFault` with `signing`, or `value` when the key is not that of the certificate.
    public init(
        of request: CertificateRequest, signedBy certificate: Certificate, key: KeyPair, hash: SignatureHash = .sha256
    ) throws(KeyFault) {
        message = try SignedMessage(signing: request.der, isDetached: false, by: certificate, key: key, hash: hash)
        self.request = request
        signer = certificate
    }

    /// Opens what a token of the value type PKCS7 holds, and verifies the signature of the old key and that of the new
    /// one. Whether the signer is a device that may renew is the caller's question.
    ///
    /// - Parameter octets: the message, or, as a manual renewal sends it, its Base64.
    /// - Throws: `IdentityFault`.
    public init(octets: [UInt8]) throws(IdentityFault) {
        guard octets.count <= 2 * SignedMessage.limit else {
            throw .tooLarge(octets.count, 2 * SignedMessage.limit, at: "ContentInfo")
        }
        // DER of a sequence begins with '0', which Base64 of one never does: that begins with 'M'.
        let decoded = octets.first == 0x30 ? nil : Base64.decode(String(decoding: octets, as: UTF8.self))
        message = try SignedMessage(der: decoded ?? octets)
        let verified = try message.verify()
        signer = verified.signer
        request = try CertificateRequest(der: verified.content)
        guard request.isSignatureValid else {
            throw IdentityFault(
                .signature, at: "CertificationRequest.signature",
                message: "the new key did not sign the request inside", hint: "sign the PKCS#10 with its own key")
        }
    }

    /// The content of the token of an automatic renewal.
    public var octets: [UInt8] { message.der }
    /// The content of the token of a manual renewal: Base64 once more.
    public var octetsOfManualRenewal: [UInt8] { Array(Base64.encode(message.der).utf8) }
}
