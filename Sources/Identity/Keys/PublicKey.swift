import Crypto
import CryptoExtras
import SwiftASN1

/// The public key of a request or certificate. RSA from 1024 bits and the curves P-256, P-384 and P-521 verify
/// signatures; any other is kept as it came and verifies none.
public struct PublicKey: Sendable {
    /// The DER of SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7). A key of a known kind is written anew, so that two
    /// spellings of one key are equal.
    public let subjectPublicKeyInfo: [UInt8]
    let kind: Kind

    enum Kind: Sendable {
        case rsa(_RSA.Signing.PublicKey)
        case p256(P256.Signing.PublicKey)
        case p384(P384.Signing.PublicKey)
        case p521(P521.Signing.PublicKey)
        case other
    }

    /// - Throws: `IdentityFault` for bytes that are no SubjectPublicKeyInfo.
    public init(subjectPublicKeyInfo der: [UInt8]) throws(IdentityFault) {
        try self.init(DERNode.parse(der, "SubjectPublicKeyInfo", limit: Self.limit))
    }

    /// The first `PUBLIC KEY` of a text.
    ///
    /// - Throws: `IdentityFault`, also with `pem`.
    public init(pem: String) throws(IdentityFault) {
        try self.init(subjectPublicKeyInfo: PEM.der("PUBLIC KEY", in: pem))
    }

    public var pem: String { PEM.text("PUBLIC KEY", subjectPublicKeyInfo) }

    /// The most bytes that are read; a key of 16,384 bits has 2,100.
    static let limit = 16 << 10

    init(_ key: _RSA.Signing.PublicKey) { self.init(.rsa(key), key.derRepresentation) }
    init(_ key: P256.Signing.PublicKey) { self.init(.p256(key), key.derRepresentation) }

    init(_ node: DERNode) throws(IdentityFault) {
        var fields = try node.fields()
        var algorithm = try fields.next("algorithm").fields()
        let identifier = try algorithm.next("algorithm").decode(ASN1ObjectIdentifier.self)
        let key = try fields.next("subjectPublicKey").bits()
        try fields.end()
        self = Self.known(identifier, key, node.bytes) ?? PublicKey(.other, node.bytes)
    }

    private init(_ kind: Kind, _ subjectPublicKeyInfo: some Sequence<UInt8>) {
        self.kind = kind
        self.subjectPublicKeyInfo = Array(subjectPublicKeyInfo)
    }

    /// nil for a kind that verifies nothing here, and for a key that the library refuses.
    private static func known(_ algorithm: ASN1ObjectIdentifier, _ key: [UInt8], _ der: [UInt8]) -> PublicKey? {
        switch algorithm {
        case ObjectIdentifiers.rsaEncryption:
            return (try? _RSA.Signing.PublicKey(unsafeDERRepresentation: key)).map { PublicKey($0) }
        case ObjectIdentifiers.ecPublicKey:
            if let key = try? P256.Signing.PublicKey(derRepresentation: der) { return PublicKey(key) }
            if let key = try? P384.Signing.PublicKey(derRepresentation: der) {
                return PublicKey(.p384(key), key.derRepresentation)
            }
            if let key = try? P521.Signing.PublicKey(derRepresentation: der) {
                return PublicKey(.p521(key), key.derRepresentation)
            }
            return nil
        default: return nil
        }
    }

    /// The length of an RSA modulus or of a curve's field; 0 for another kind of key.
    public var bits: Int {
        switch kind {
        case .rsa(let key): key.keySizeInBits
        case .p256: 256
        case .p384: 384
        case .p521: 521
        case .other: 0
        }
    }

    public var isRSA: Bool {
        switch kind {
        case .rsa: true
        case .p256, .p384, .p521, .other: false
        }
    }

    /// Whether the private half made a signature over the bytes: RSASSA-PKCS1-v1_5, or ECDSA in DER.
    public func isValidSignature(_ signature: [UInt8], of bytes: [UInt8], _ hash: SignatureHash) -> Bool {
        switch hash {
        case .sha1: isValid(signature, Insecure.SHA1.hash(data: bytes))
        case .sha256: isValid(signature, SHA256.hash(data: bytes))
        case .sha384: isValid(signature, SHA384.hash(data: bytes))
        case .sha512: isValid(signature, SHA512.hash(data: bytes))
        }
    }

    private func isValid(_ signature: [UInt8], _ digest: some Digest) -> Bool {
        switch kind {
        case .rsa(let key):
            return key.isValidSignature(
                _RSA.Signing.RSASignature(rawRepresentation: signature), for: digest, padding: .insecurePKCS1v1_5)
        case .p256(let key):
            let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature)
            return signature.map { key.isValidSignature($0, for: digest) } ?? false
        case .p384(let key):
            let signature = try? P384.Signing.ECDSASignature(derRepresentation: signature)
            return signature.map { key.isValidSignature($0, for: digest) } ?? false
        case .p521(let key):
            let signature = try? P521.Signing.ECDSASignature(derRepresentation: signature)
            return signature.map { key.isValidSignature($0, for: digest) } ?? false
        case .other: return false
        }
    }
}

extension PublicKey: Hashable {
    public static func == (left: PublicKey, right: PublicKey) -> Bool {
        left.subjectPublicKeyInfo == right.subjectPublicKeyInfo
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(subjectPublicKeyInfo) }
}

extension PublicKey: CustomStringConvertible {
    public var description: String {
        switch kind {
        case .rsa: "RSA of \(bits) bits"
        case .p256, .p384, .p521: "P-\(bits)"
        case .other: "a key of another kind"
        }
    }
}
