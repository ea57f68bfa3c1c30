import Enrollment
import Notation
import XMLStream

/// Certificate authentication of an enrolment (enrollment.md 6.1): a Timestamp, the certificate as a token, and a
/// signature over the whole message.
///
/// The one Reference has the transform for enveloped signatures alone, so the digest is over the inclusive canonical form,
/// which XML-Signature 1.0 (section 4.3.3.2) has where no other is named. A reader takes a named exclusive one too.
public enum CertificateAuthentication {
    /// Signs a message: its Security gets Timestamp, token and signature; a UsernameToken in it stays.
    ///
    /// - Parameters:
    ///   - valueType: `x509v3` in GetPolicies. In RequestSecurityToken the specification names `userToken` for the same
    ///     place.
    ///   - validity: of the Timestamp.
    /// - Throws: `KeyFault` with `signing`, or `value` when the key is not that of the certificate.
    public static func sign(
        _ message: EnrollmentMessage, certificate: Certificate, key: KeyPair,
        valueType: BinarySecurityToken.ValueType = .x509v3, validity: Validity, tokenID: String = "token"
    ) throws(KeyFault) -> EnrollmentMessage {
        guard key.publicKey == certificate.publicKey else {
            throw KeyFault(
                .value, message: "the key is not that of \(certificate)", hint: "sign with the key it was issued for")
        }
        var message = message
        var token = BinarySecurityToken(valueType, octets: certificate.der)
        token.id = tokenID
        var security = message.header.security ?? Security()
        security.timestamp = Timestamp(
            id: "_0", created: TextElement(Validity.text(validity.notBefore)),
            expires: TextElement(Validity.text(validity.notAfter)))
        security.binarySecurityToken = token
        var signature = XMLSignature(
            references: [XMLSignature.Reference(digestValue: "")], signatureValue: "", keyURI: "#\(tokenID)")
        do {
            security.signature = signature
            message.header.security = security
            let digest = SignatureHash.sha256.hash(
                try canonical(message.bytes(), .without(Path.signature), .inclusive))
            signature.references = [XMLSignature.Reference(digestValue: Base64.encode(digest))]
            security.signature = signature
            message.header.security = security
            let signed = try canonical(message.bytes(), .element(Path.signedInfo), .exclusive)
            signature.signatureValue = Base64.encode(try key.sign(signed, .sha256))
            security.signature = signature
            message.header.security = security
        } catch {
            throw error as? KeyFault ?? .signing
        }
        return message
    }

    /// Verifies the signature of a message. Whether the certificate is trusted, and whether the Timestamp is of now, is
    /// the caller's question.
    ///
    /// - Parameter bytes: the message as it came.
    /// - Returns: the certificate that the token holds.
    /// - Throws: `IdentityFault` with `structure`, `algorithm` or `signature`.
    public static func verify(_ bytes: [UInt8]) throws(IdentityFault) -> Certificate {
        let message: EnrollmentMessage
        do { message = try EnrollmentMessage(parsing: bytes) } catch {
            throw IdentityFault(.malformed, at: "Envelope", message: error.message)
        }
        guard let security = message.header.security, let signature = security.signature,
            let token = security.binarySecurityToken
        else { throw .structure(at: "Envelope.Header.Security") }
        guard let octets = token.octets else { throw .structure(at: "BinarySecurityToken") }
        let certificate = try Certificate(der: octets)
        // Windows' own sample refers to the token without the '#'.
        guard let id = token.id, signature.keyURI == "#\(id)" || signature.keyURI == id else {
            throw .structure(at: "Signature.KeyInfo.SecurityTokenReference.Reference")
        }
        guard signature.signatureMethod == XMLSignature.rsaSHA256 else {
            throw .unknown(signature.signatureMethod ?? "nothing", at: "SignedInfo.SignatureMethod")
        }
        let method = try CanonicalXML.Method(signature.canonicalizationMethod, at: "SignedInfo.CanonicalizationMethod")
        let signed: [UInt8]
        let covered: [UInt8]
        let reference = try reference(of: signature)
        do {
            signed = try canonical(bytes, .element(Path.signedInfo), method)
            covered = try canonical(bytes, .without(Path.signature), digestMethod(of: reference))
        } catch {
            throw error as? IdentityFault ?? .structure(at: "Envelope.Header.Security.Signature")
        }
        guard reference.digestValue.flatMap({ Base64.decode($0) }) == SignatureHash.sha256.hash(covered) else {
            throw IdentityFault(
                .signature, at: "SignedInfo.Reference.DigestValue",
                message: "the message is not the one that was signed", hint: "sign exactly the bytes that are sent")
        }
        guard let value = signature.signatureValue.flatMap({ Base64.decode($0) }), certificate.publicKey.isRSA,
            certificate.publicKey.isValidSignature(value, of: signed, .sha256)
        else {
            throw IdentityFault(
                .signature, at: "Signature.SignatureValue",
                message: "the key of \(certificate.subject) did not sign this message")
        }
        return certificate
    }

    /// The one Reference, to the whole message.
    private static func reference(of signature: XMLSignature) throws(IdentityFault) -> XMLSignature.Reference {
        guard signature.references.count == 1, let reference = signature.references.first, reference.uri == "" else {
            throw IdentityFault(
                .structure, at: "SignedInfo.Reference", message: "the signature is not over the whole message",
                hint: "send one Reference whose URI is empty")
        }
        guard reference.digestMethod == XMLSignature.Reference.sha256 else {
            throw .unknown(reference.digestMethod ?? "nothing", at: "SignedInfo.Reference.DigestMethod")
        }
        return reference
    }

    private static func digestMethod(of reference: XMLSignature.Reference) throws(IdentityFault) -> CanonicalXML.Method
    {
        let place = "SignedInfo.Reference.Transforms"
        guard reference.transforms.first == XMLSignature.enveloped, reference.transforms.count <= 2 else {
            throw .unknown(reference.transforms.joined(separator: " "), at: place)
        }
        return reference.transforms.count == 1
            ? .inclusive : try CanonicalXML.Method(reference.transforms[1], at: place)
    }

    private static func canonical(
        _ bytes: [UInt8], _ part: CanonicalXML.Part, _ method: CanonicalXML.Method
    ) throws -> [UInt8] {
        guard let form = try CanonicalXML.bytes(of: bytes, part, method: method, limits: .enrollment) else {
            throw IdentityFault.structure(at: "Envelope.Header.Security.Signature")
        }
        return form
    }

    /// The way to the signature that stands in the header of a message.
    private enum Path {
        static let signature = [
            XMLName("Envelope", namespace: Namespace.soap), XMLName("Header", namespace: Namespace.soap),
            XMLName("Security", namespace: Namespace.security), XMLName("Signature", namespace: Namespace.signature),
        ]
        static let signedInfo = signature + [XMLName("SignedInfo", namespace: Namespace.signature)]
    }
}

extension CanonicalXML.Method {
    fileprivate init(_ algorithm: String?, at place: String) throws(IdentityFault) {
        switch algorithm {
        case XMLSignature.exclusiveC14n: self = .exclusive
        case "http://www.w3.org/TR/2001/REC-xml-c14n-20010315": self = .inclusive
        default: throw .unknown(algorithm ?? "nothing", at: place)
        }
    }
}
