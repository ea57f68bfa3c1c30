import Identity
import Testing

@Suite("Keys: RSA of a device, P-256 of a server")
struct KeyPairTests {
    static let key = Result { try KeyPair() }

    @Test("enrollment.md 2: a key has 2048 bits unless the policy says otherwise")
    func defaultLength() throws {
        let key = try Self.key.get()
        #expect(key.bits == 2048)
        #expect(key.publicKey.bits == 2048)
    }

    @Test("enrollment.md 6.2: minimalKeyLength gives the length", arguments: [1024, 3072])
    func otherLength(bits: Int) throws { #expect(try KeyPair(bits: bits).bits == bits) }

    @Test("A length that is not made is refused with its code", arguments: [0, -1, 512, 1023, 1025, 4097, 16_384])
    func lengthRefused(bits: Int) {
        #expect { try KeyPair(bits: bits) } throws: { ($0 as? KeyFault)?.code == .length }
    }

    @Test("A key goes to PKCS#8 and comes back, as DER and as PEM")
    func roundTrip() throws {
        let key = try Self.key.get()
        #expect(try KeyPair(pkcs8DER: key.pkcs8DER) == key)
        #expect(try KeyPair(pem: key.pem) == key)
        #expect(key.pem.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
    }

    @Test("A key that was cut off is unreadable, at every 37th byte")
    func truncated() throws {
        let der = try Self.key.get().pkcs8DER
        for count in stride(from: 0, to: der.count, by: 37) {
            #expect { try KeyPair(pkcs8DER: Array(der[..<count])) } throws: { ($0 as? KeyFault)?.code == .unreadable }
        }
    }

    @Test("A signature of each hash verifies, and not over other bytes", arguments: SignatureHash.allCases)
    func signs(hash: SignatureHash) throws {
        let key = try Self.key.get()
        let signature = try key.sign([1, 2, 3], hash)
        #expect(key.publicKey.isValidSignature(signature, of: [1, 2, 3], hash))
        #expect(!key.publicKey.isValidSignature(signature, of: [1, 2, 4], hash))
        #expect(!key.publicKey.isValidSignature([], of: [1, 2, 3], hash))
        for other in SignatureHash.allCases where other != hash {
            #expect(!key.publicKey.isValidSignature(signature, of: [1, 2, 3], other))
        }
    }

    @Test("A public key goes to SubjectPublicKeyInfo and comes back")
    func publicKey() throws {
        let key = try Self.key.get().publicKey
        #expect(try PublicKey(subjectPublicKeyInfo: key.subjectPublicKeyInfo) == key)
        let curve = SigningKey.p256().publicKey
        #expect(try PublicKey(subjectPublicKeyInfo: curve.subjectPublicKeyInfo) == curve)
        #expect(try PublicKey(pem: key.pem) == key)
        #expect { try PublicKey(pem: "PUBLIC KEY") } throws: { ($0 as? IdentityFault)?.code == .pem }
        #expect(curve != key)
    }

    @Test("A public key that was cut off is refused at every byte; one of another kind is kept and verifies nothing")
    func publicKeyRead() throws {
        let der = try Self.key.get().publicKey.subjectPublicKeyInfo
        for count in 0..<der.count {
            #expect(throws: IdentityFault.self) { try PublicKey(subjectPublicKeyInfo: Array(der[..<count])) }
        }
        // Ed25519 (RFC 8410).
        let other =
            [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00] + [UInt8](repeating: 7, count: 32)
        let key = try PublicKey(subjectPublicKeyInfo: other)
        #expect(key.bits == 0 && key.subjectPublicKeyInfo == other)
        #expect(!key.isValidSignature([1], of: [1], .sha256))
    }

    @Test("No description, reflection or dump of a key has its secret")
    func noSecret() throws {
        let keys: [any Sendable] = [try Self.key.get(), SigningKey.rsa(try Self.key.get()), SigningKey.p256()]
        for key in keys {
            var text = "\(key) \(String(reflecting: key))"
            dump(key, to: &text)
            #expect(text.utf8.count < 300, "\(text)")
            #expect(!text.contains("PRIVATE"))
        }
    }

    @Test("A key of either kind goes to PEM and comes back")
    func signingKey() throws {
        for key in [SigningKey.rsa(try Self.key.get()), .p256()] {
            #expect(try SigningKey(pem: key.pem).publicKey == key.publicKey)
        }
        #expect { try SigningKey(pem: "nothing") } throws: { ($0 as? KeyFault)?.code == .unreadable }
    }
}
