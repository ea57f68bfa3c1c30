/// Why a request, certificate, signed message or token of the peer was refused: its mistake, with the place and what to do.
public struct IdentityFault: Error, Hashable, Sendable {
    /// The kinds of refusal. Raw values are stable.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The bytes are no DER (BER for a signed message): cut off, a wrong length, something behind the end.
        case malformed
        /// More bytes than such a document is read with.
        case tooLarge
        /// Well-formed, and not the document that is expected in this place.
        case structure
        /// Text without a PEM block of the kind that is asked for.
        case pem
        /// An algorithm that is not known, or is not allowed here.
        case algorithm
        /// The signature was not made by the key over these bytes.
        case signature
        /// A certificate's public key is another one than that of the request.
        case keyMismatch
        /// Before NotBefore, or before `nbf`.
        case notYetValid
        /// Behind NotAfter, or behind `exp`.
        case expired
        /// An extended key usage without what is asked for.
        case usage
        /// No way from the certificate to a trusted root.
        case chainIncomplete
        /// The chain is whole and breaks another rule of RFC 5280.
        case chainRefused
        /// A claim of a token that is missing or is not the expected one.
        case claim
    }

    public var code: Code
    /// Where in the document: field names of its standard, such as `CertificationRequestInfo.subject`.
    public var place: String
    /// One sentence: what was found, and what was expected.
    public var message: String
    /// What to do, or empty.
    public var hint: String

    public init(_ code: Code, at place: String, message: String, hint: String = "") {
        self.code = code
        self.place = place
        self.message = message
        self.hint = hint
    }
}

extension IdentityFault: CustomStringConvertible {
    public var description: String { "\(place): \(message)" }
}
