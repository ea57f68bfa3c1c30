import Crypto
import CryptoExtras
import X509

/// The private key of an authority or of a server: RSA as Windows' own, or P-256, which is made in no time.
public enum SigningKey: Sendable {
    case rsa(KeyPair)
    case p256(ECKey)

    /// A private key of the curve P-256, whose secret is in no description.
    public struct ECKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
        let key: P256.Signing.PrivateKey

        public var description: String { "P-256 key" }
        public var debugDescription: String { description }
        public var customMirror: Mirror { Mirror(self, children: []) }
    }

    /// Makes one.
    public static func p256() -> SigningKey { .p256(ECKey(key: P256.Signing.PrivateKey())) }
    /// Makes one.
    public static func rsa(bits: Int = KeyPair.defaultBits) throws(KeyFault) -> SigningKey {
        .rsa(try KeyPair(bits: bits))
    }

    /// Reads a private key of PKCS#8.
    ///
    /// - Throws: `KeyFault` with `unreadable`.
    public init(pkcs8DER der: [UInt8]) throws(KeyFault) {
        if let key = try? P256.Signing.PrivateKey(derRepresentation: der) {
            self = .p256(ECKey(key: key))
        } else {
            self = .rsa(try KeyPair(pkcs8DER: der))
        }
    }

    /// - Throws: `KeyFault` with `unreadable`.
    public init(pem: String) throws(KeyFault) {
        guard let der = PEM.blocks("PRIVATE KEY", in: pem).first else { throw .unreadable("a private key") }
        try self.init(pkcs8DER: der)
    }

    /// A secret.
    public var pkcs8DER: [UInt8] {
        switch self {
        case .rsa(let key): key.pkcs8DER
        case .p256(let key): Array(key.key.derRepresentation)
        }
    }

    /// A secret.
    public var pem: String { PEM.text("PRIVATE KEY", pkcs8DER) }

    public var publicKey: PublicKey {
        switch self {
        case .rsa(let key): key.publicKey
        case .p256(let key): PublicKey(key.key.publicKey)
        }
    }

    var forCertificates: X509.Certificate.PrivateKey {
        switch self {
        case .rsa(let key): X509.Certificate.PrivateKey(key.rsa)
        case .p256(let key): X509.Certificate.PrivateKey(key.key)
        }
    }
}

extension PublicKey {
    /// nil for a kind that no certificate is issued for.
    var forCertificates: X509.Certificate.PublicKey? {
        switch kind {
        case .rsa(let key): X509.Certificate.PublicKey(key)
        case .p256(let key): X509.Certificate.PublicKey(key)
        case .p384(let key): X509.Certificate.PublicKey(key)
        case .p521(let key): X509.Certificate.PublicKey(key)
        case .other: nil
        }
    }
}
