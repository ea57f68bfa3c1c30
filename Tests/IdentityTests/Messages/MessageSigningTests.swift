import Identity
import Notation
import Testing

@Suite("MDM-Signature: a detached signature of the whole message")
struct MessageSigningTests {
    private let body = Array("<SyncML xmlns=\"SYNCML:SYNCML1.2\"/>".utf8)

    private func header(hash: SignatureHash = .sha256) throws -> String {
        try MessageSigning.header(
            for: body, certificate: Fixtures.client(), key: Fixtures.key.get(), now: Fixtures.now, hash: hash)
    }

    @Test("enrollment.md 14.3: Base64 of a detached CMS, signer certificate and signing time as signed attributes")
    func form() throws {
        let header = try header()
        let message = try SignedMessage(der: #require(Base64.decode(header)))
        #expect(message.content == nil)
        let attributes = try #require(message.signers.first?.signedAttributes)
        #expect(attributes.signingTime == Fixtures.now)
        #expect(attributes.signingCertificate?.count == 32)
        #expect(message.certificates == [try Fixtures.client()])
        #expect(message.signers.first?.digestAlgorithm == "2.16.840.1.101.3.4.2.1")
        #expect(!header.contains { $0.isWhitespace })
    }

    @Test("enrollment.md 14.3: the server verifies it over the body, and over no other")
    func verifies() throws {
        let header = try header()
        let verified = try MessageSigning.verify(header, over: body)
        #expect(verified.signer == (try Fixtures.client()))
        #expect(verified.signingTime == Fixtures.now)
        #expect { try MessageSigning.verify(header, over: body + [10]) } throws: {
            ($0 as? IdentityFault)?.code == .signature
        }
    }

    @Test("enrollment.md 14.3: the hash is of SHA-2; SHA-1 is refused")
    func hashes() throws {
        for hash in [SignatureHash.sha384, .sha512] {
            #expect(throws: Never.self) { try MessageSigning.verify(header(hash: hash), over: body) }
        }
        #expect { try MessageSigning.verify(header(hash: .sha1), over: body) } throws: {
            ($0 as? IdentityFault)?.code == .algorithm
        }
    }

    @Test("A header without signing time, and one that is no Base64, are refused")
    func refused() throws {
        let message = try SignedMessage(
            signing: body, isDetached: true, by: Fixtures.client(), key: Fixtures.key.get())
        #expect { try MessageSigning.verify(Base64.encode(message.der), over: body) } throws: {
            ($0 as? IdentityFault)?.code == .structure
        }
        for header in ["", "%%%", "AAAA"] {
            #expect { try MessageSigning.verify(header, over: body) } throws: {
                ($0 as? IdentityFault)?.code == .malformed
            }
        }
    }
}
