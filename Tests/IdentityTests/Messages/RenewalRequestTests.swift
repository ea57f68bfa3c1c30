import Identity
import Notation
import Testing

@Suite("Renewal: a fresh request, signed with the old key")
struct RenewalRequestTests {
    private func renewal() throws -> RenewalRequest {
        let request = try CertificateRequest(for: Fixtures.requester, key: Fixtures.otherKey.get())
        return try RenewalRequest(of: request, signedBy: Fixtures.client(), key: Fixtures.key.get())
    }

    @Test("enrollment.md 10.1: a PKCS#7 wraps a PKCS#10 for a new key and is signed with the old one")
    func roundTrip() throws {
        let renewal = try renewal()
        let opened = try RenewalRequest(octets: renewal.octets)
        #expect(opened == renewal)
        #expect(opened.request.publicKey == (try Fixtures.otherKey.get().publicKey))
        #expect(opened.signer.publicKey == (try Fixtures.key.get().publicKey))
        #expect(opened.message.content == opened.request.der)
    }

    @Test("enrollment.md 10.1: that of a manual renewal is Base64 once more, and is opened too")
    func manual() throws {
        let renewal = try renewal()
        #expect(Base64.decode(String(decoding: renewal.octetsOfManualRenewal, as: UTF8.self)) == renewal.octets)
        #expect(try RenewalRequest(octets: renewal.octetsOfManualRenewal) == renewal)
    }

    @Test("Content that is no request is refused, and so is one that its key did not sign")
    func wrongContent() throws {
        let certificate = try Fixtures.client()
        let text = try SignedMessage(signing: [1, 2], isDetached: false, by: certificate, key: Fixtures.key.get())
        #expect { try RenewalRequest(octets: text.der) } throws: { ($0 as? IdentityFault)?.code == .malformed }
        var request = try CertificateRequest(for: Fixtures.requester, key: Fixtures.otherKey.get()).der
        request[request.count - 1] ^= 1
        let forged = try SignedMessage(signing: request, isDetached: false, by: certificate, key: Fixtures.key.get())
        #expect { try RenewalRequest(octets: forged.der) } throws: { ($0 as? IdentityFault)?.code == .signature }
    }

    @Test("What is cut off is refused at every 11th byte, as a message and as Base64")
    func truncated() throws {
        let renewal = try renewal()
        for octets in [renewal.octets, renewal.octetsOfManualRenewal] {
            for count in stride(from: 0, to: octets.count, by: 11) {
                #expect(throws: IdentityFault.self) { try RenewalRequest(octets: Array(octets[..<count])) }
            }
        }
    }
}
