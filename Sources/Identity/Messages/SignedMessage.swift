import SwiftASN1

/// A signed message of PKCS#7 or CMS (SignedData, RFC 5652 section 5): what a renewal wraps its request in
/// (enrollment.md 10.1), and what a signed session carries beside each message (14.3).
public struct SignedMessage: Hashable, Sendable {
    /// As it is encoded.
    public let der: [UInt8]
    /// Of what is inside, in dotted decimals; `1.2.840.113549.1.7.1` for plain data.
    public let contentType: String
    /// nil for a detached signature.
    public let content: [UInt8]?
    /// Those that came along, in order; entries of other kinds are passed over.
    public let certificates: [Certificate]
    public let signers: [Signer]

    /// One SignerInfo.
    public struct Signer: Hashable, Sendable {
        public var identifier: Identifier
        /// In dotted decimals.
        public var digestAlgorithm: String
        /// In dotted decimals; rsaEncryption where the hash follows from `digestAlgorithm`.
        public var signatureAlgorithm: String
        public var signature: [UInt8]
        /// nil without any: the signature is then over the content itself.
        public var signedAttributes: Attributes?
    }

    /// Which certificate a signer has.
    public enum Identifier: Hashable, Sendable {
        /// The DER of the issuer's name, and the number as it is encoded.
        case issuerAndSerialNumber(issuer: [UInt8], serialNumber: [UInt8])
        case subjectKeyIdentifier([UInt8])
    }

    /// The signed attributes.
    public struct Attributes: Hashable, Sendable {
        /// What the signature is over: the DER of the set.
        public var signed: [UInt8]
        public var contentType: String?
        public var messageDigest: [UInt8]?
        /// In seconds since 1970.
        public var signingTime: Int64?
        /// SHA-256 of the signer's certificate (ESSCertIDv2 of RFC 5035); nil without one, or with another hash.
        public var signingCertificate: [UInt8]?
    }

    /// The most bytes that are read.
    public static let limit = 1 << 20
}

extension SignedMessage: CustomStringConvertible {
    public var description: String {
        "signed message, \(der.count) bytes, \(content == nil ? "detached" : "with content")"
    }
}
