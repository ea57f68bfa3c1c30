/// A certificate request of PKCS#10 (RFC 2986): what it says, read without the rules that Windows' own breaks
/// (enrollment.md 2.1), and whether its key signed it.
public struct CertificateRequest: Hashable, Sendable {
    /// As it is encoded.
    public let der: [UInt8]
    /// CertificationRequestInfo, which the signature is over.
    let info: [UInt8]
    public let subject: DistinguishedName
    public let publicKey: PublicKey
    /// In order.
    public let attributes: [Attribute]
    /// Those of the attribute extensionRequest, in order.
    public let extensions: [CertificateExtension]
    public let signatureAlgorithm: SignatureAlgorithm
    public let signature: [UInt8]

    /// One attribute.
    public struct Attribute: Hashable, Sendable {
        /// In dotted decimals.
        public var type: String
        /// The DER of each value.
        public var values: [[UInt8]]
    }

    /// The most bytes that are read: a request of Windows with a key of 4096 bits has 1,300, attestation aside.
    public static let limit = 64 << 10

    /// Whether the request's own key made its signature: the proof that the asker has the private half.
    public var isSignatureValid: Bool { signatureAlgorithm.isValid(signature, of: info, by: publicKey) }

    /// What the extension of Windows holds (1.3.6.1.4.1.311.66.1.0), without its NUL; nil without one.
    public var deviceID: String? {
        extensions.first { $0.identifier == "\(ObjectIdentifiers.deviceID)" }.map { found in
            String(decoding: found.value.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    /// The identifiers of the extended key usage that is asked for; nil without one.
    public var extendedKeyUsages: [String]? { extensions.lazy.compactMap(\.usages).first }
}

extension CertificateRequest: CustomStringConvertible {
    public var description: String { "certificate request of \(subject), \(publicKey)" }
}
