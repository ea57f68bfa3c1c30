import SwiftASN1

/// What a signature in a request, certificate or signed message was made by.
public enum SignatureAlgorithm: Hashable, Sendable {
    /// RSASSA-PKCS1-v1_5.
    case rsa(SignatureHash)
    /// sha1WithRSA under 1.3.14.3.2.29, the identifier of the OIW that Windows' own requests carry (enrollment.md 2.1).
    case oldSHA1WithRSA
    case ecdsa(SignatureHash)
    /// In dotted decimals. No signature by it is verified.
    case other(String)

    /// In dotted decimals.
    public var objectIdentifier: String {
        switch self {
        case .other(let identifier): identifier
        case .rsa, .oldSHA1WithRSA, .ecdsa: Self.known.first { $0.algorithm == self }.map { "\($0.identifier)" } ?? ""
        }
    }

    /// nil for an algorithm that is not known.
    public var hash: SignatureHash? {
        switch self {
        case .rsa(let hash), .ecdsa(let hash): hash
        case .oldSHA1WithRSA: .sha1
        case .other: nil
        }
    }

    private static let known: [(algorithm: SignatureAlgorithm, identifier: ASN1ObjectIdentifier)] = [
        (.oldSHA1WithRSA, [1, 3, 14, 3, 2, 29]),
        (.rsa(.sha1), [1, 2, 840, 113_549, 1, 1, 5]),
        (.rsa(.sha256), [1, 2, 840, 113_549, 1, 1, 11]),
        (.rsa(.sha384), [1, 2, 840, 113_549, 1, 1, 12]),
        (.rsa(.sha512), [1, 2, 840, 113_549, 1, 1, 13]),
        (.ecdsa(.sha1), [1, 2, 840, 10_045, 4, 1]),
        (.ecdsa(.sha256), [1, 2, 840, 10_045, 4, 3, 2]),
        (.ecdsa(.sha384), [1, 2, 840, 10_045, 4, 3, 3]),
        (.ecdsa(.sha512), [1, 2, 840, 10_045, 4, 3, 4]),
    ]

    init(identifier: ASN1ObjectIdentifier) {
        self = Self.known.first { $0.identifier == identifier }?.algorithm ?? .other("\(identifier)")
    }

    /// AlgorithmIdentifier; the parameters are not looked at.
    init(_ node: DERNode) throws(IdentityFault) {
        var fields = try node.fields()
        self.init(identifier: try fields.next("algorithm").decode(ASN1ObjectIdentifier.self))
    }

    /// Writes AlgorithmIdentifier. RSA has NULL for parameters, ECDSA has none (RFC 5758).
    func write(_ serializer: inout DER.Serializer) throws {
        guard let identifier = Self.known.first(where: { $0.algorithm == self })?.identifier else {
            throw KeyFault(.value, message: "no signature is made by \(objectIdentifier)")
        }
        try serializer.sequence { serializer in
            try serializer.serialize(identifier)
            switch self {
            case .rsa, .oldSHA1WithRSA: serializer.null()
            case .ecdsa, .other: break
            }
        }
    }

    /// Whether a key made a signature over the bytes by this algorithm.
    func isValid(_ signature: [UInt8], of bytes: [UInt8], by key: PublicKey) -> Bool {
        switch self {
        case .rsa(let hash): key.isRSA && key.isValidSignature(signature, of: bytes, hash)
        case .oldSHA1WithRSA: key.isRSA && key.isValidSignature(signature, of: bytes, .sha1)
        case .ecdsa(let hash): !key.isRSA && key.isValidSignature(signature, of: bytes, hash)
        case .other: false
        }
    }
}
