import Crypto
import CryptoExtras

/// An RSA key of a device (enrollment.md 2): it signs the certificate request, then authenticates TLS and signs messages.
///
/// The private half leaves only through `pkcs8DER` and `pem`; a description, a reflection and a dump show the length.
public struct KeyPair: Sendable {
    let rsa: _RSA.Signing.PrivateKey
    public let publicKey: PublicKey

    public static let defaultBits = 2048
    /// What is made, of the lengths that minimalKeyLength of a policy may ask for.
    public static let allowedBits = 1024...4096

    /// Makes a key. 2048 bits take about 180 ms of one core, 4096 bits seconds: use a `KeyPool` where that counts.
    ///
    /// - Throws: `KeyFault` with `length` or `generation`.
    public init(bits: Int = defaultBits) throws(KeyFault) {
        guard Self.allowedBits.contains(bits), bits.isMultiple(of: 8) else { throw .length(bits) }
        let key: _RSA.Signing.PrivateKey
        do { key = try _RSA.Signing.PrivateKey(unsafeKeySize: .init(bitCount: bits)) } catch { throw .generation }
        self.init(key)
    }

    /// Reads a private key as PKCS#8 (or PKCS#1).
    ///
    /// - Throws: `KeyFault` with `unreadable`.
    public init(pkcs8DER der: [UInt8]) throws(KeyFault) {
        let key: _RSA.Signing.PrivateKey
        do { key = try _RSA.Signing.PrivateKey(unsafeDERRepresentation: der) } catch {
            throw .unreadable("an RSA key")
        }
        self.init(key)
    }

    /// - Throws: `KeyFault` with `unreadable`.
    public init(pem: String) throws(KeyFault) {
        let key: _RSA.Signing.PrivateKey
        do { key = try _RSA.Signing.PrivateKey(unsafePEMRepresentation: pem) } catch { throw .unreadable("an RSA key") }
        self.init(key)
    }

    private init(_ key: _RSA.Signing.PrivateKey) {
        rsa = key
        publicKey = PublicKey(key.publicKey)
    }

    /// A secret.
    public var pkcs8DER: [UInt8] { Array(rsa.pkcs8DERRepresentation) }
    /// A secret: PKCS#8 as text.
    public var pem: String { PEM.text("PRIVATE KEY", pkcs8DER) }
    public var bits: Int { rsa.keySizeInBits }

    /// RSASSA-PKCS1-v1_5: the same bytes and hash give the same signature.
    ///
    /// - Throws: `KeyFault` with `signing`.
    public func sign(_ bytes: [UInt8], _ hash: SignatureHash) throws(KeyFault) -> [UInt8] {
        do {
            let signature =
                switch hash {
                case .sha1: try rsa.signature(for: Insecure.SHA1.hash(data: bytes), padding: .insecurePKCS1v1_5)
                case .sha256: try rsa.signature(for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5)
                case .sha384: try rsa.signature(for: SHA384.hash(data: bytes), padding: .insecurePKCS1v1_5)
                case .sha512: try rsa.signature(for: SHA512.hash(data: bytes), padding: .insecurePKCS1v1_5)
                }
            return Array(signature.rawRepresentation)
        } catch {
            throw .signing
        }
    }
}

extension KeyPair: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "RSA key of \(bits) bits" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension KeyPair: Equatable {
    /// By the public half, which the private one follows from.
    public static func == (left: KeyPair, right: KeyPair) -> Bool { left.publicKey == right.publicKey }
}
