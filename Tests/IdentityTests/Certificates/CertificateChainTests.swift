import Testing

@testable import Identity

@Suite("Certificate chains: which check failed")
struct CertificateChainTests {
    private func code(
        leaf: Certificate, intermediates: [Certificate] = [], roots: [Certificate]? = nil, now: Int64 = Fixtures.now,
        purpose: CertificateChain.Purpose = .client, requestKey: PublicKey? = nil
    ) async throws -> IdentityFault.Code? {
        do throws(IdentityFault) {
            let roots = try Result { try roots ?? [Fixtures.authority.get().certificate] }.mapError { _ in
                IdentityFault(.structure, at: "test", message: "no authority")
            }.get()
            try await CertificateChain.verify(
                leaf: leaf, intermediates: intermediates, roots: roots, now: now, purpose: purpose,
                requestKey: requestKey)
            return nil
        } catch { return error.code }
    }

    @Test("ENR-17, ENR-19: a certificate with the request's key that chains to a supplied root is good")
    func good() async throws {
        let leaf = try Fixtures.client()
        #expect(try await code(leaf: leaf, requestKey: Fixtures.key.get().publicKey) == nil)
        let chain = try await CertificateChain.verify(
            leaf: leaf, intermediates: [], roots: [Fixtures.authority.get().certificate], now: Fixtures.now)
        #expect(chain == [leaf, try Fixtures.authority.get().certificate])
    }

    @Test("ENR-17: another key than the request's is told")
    func otherKey() async throws {
        #expect(
            try await code(leaf: Fixtures.client(), requestKey: Fixtures.otherKey.get().publicKey) == .keyMismatch)
    }

    @Test("enrollment.md 8.1: validity covers now, to the second")
    func validity() async throws {
        let leaf = try Fixtures.client()
        #expect(try await code(leaf: leaf, now: leaf.validity.notBefore - 1) == .notYetValid)
        #expect(try await code(leaf: leaf, now: leaf.validity.notBefore) == nil)
        #expect(try await code(leaf: leaf, now: leaf.validity.notAfter) == nil)
        #expect(try await code(leaf: leaf, now: leaf.validity.notAfter + 1) == .expired)
    }

    @Test("enrollment.md 8.1: an extended key usage has clientAuth")
    func usage() async throws {
        let server = try Fixtures.authority.get().serverCertificate(
            for: Fixtures.key.get().publicKey, validity: Validity(from: Fixtures.now, days: 1), serialNumber: [9])
        #expect(try await code(leaf: server) == .usage)
        #expect(try await code(leaf: server, purpose: .server) == nil)
        #expect(try await code(leaf: Fixtures.client(), purpose: .server) == .usage)
    }

    @Test("ENR-19: without the root, or with another of the same name, the chain is incomplete")
    func noRoot() async throws {
        let other = try CertificateAuthority(
            name: "Orchard Root", key: .p256(), validity: Validity(from: 0, days: 36_500), serialNumber: [1])
        #expect(try await code(leaf: Fixtures.client(), roots: []) == .chainIncomplete)
        #expect(try await code(leaf: Fixtures.client(), roots: [other.certificate]) == .chainIncomplete)
    }

    @Test("ENR-19: an intermediate that is supplied completes the chain, in any order and beside others")
    func intermediate() async throws {
        let root = try Fixtures.authority.get()
        let middle = try root.intermediate(
            name: "Orchard Issuing", key: .rsa(Fixtures.otherKey.get()),
            validity: Validity(from: Fixtures.now - 5, days: 30), serialNumber: [2])
        let leaf = try Fixtures.client(of: middle)
        #expect(try await code(leaf: leaf) == .chainIncomplete)
        #expect(
            try await code(leaf: leaf, intermediates: [Fixtures.client(), root.certificate, middle.certificate]) == nil)
    }

    @Test("An issuer whose time is over is told as expired, with its name")
    func issuerExpired() async throws {
        let middle = try Fixtures.authority.get().intermediate(
            name: "Orchard Issuing", key: .p256(), validity: Validity(from: Fixtures.now - 500, days: 0),
            serialNumber: [2])
        let leaf = try Fixtures.client(of: middle)
        do {
            try await CertificateChain.verify(
                leaf: leaf, intermediates: [middle.certificate], roots: [Fixtures.authority.get().certificate],
                now: Fixtures.now)
            Issue.record("was accepted")
        } catch let fault as IdentityFault {
            #expect(fault.code == .expired)
            #expect(fault.place.contains("Orchard Issuing"))
        }
    }

    @Test("A certificate that is no authority issues nothing")
    func noAuthority() async throws {
        let impostor = try CertificateAuthority(
            certificatePEM: Fixtures.client().pem, privateKeyPEM: Fixtures.key.get().pem)
        let leaf = try Fixtures.client(of: impostor, for: Fixtures.otherKey.get().publicKey)
        #expect(try await code(leaf: leaf, intermediates: [impostor.certificate]) == .chainRefused)
    }

    @Test("A signature that was changed does not chain")
    func changedSignature() async throws {
        var der = try Fixtures.client().der
        der[der.count - 1] ^= 1
        #expect(try await code(leaf: Certificate(der: der)) == .chainIncomplete)
    }

    @Test("A certificate with a subject of Windows chains")
    func illegalSubject() async throws {
        let request = try CertificateRequest(for: Fixtures.requester, form: .windows19043, key: Fixtures.key.get())
        let leaf = try Fixtures.authority.get().clientCertificate(
            for: request.publicKey, subject: request.subject, validity: Validity(from: Fixtures.now, days: 1),
            serialNumber: [1])
        #expect(try await code(leaf: leaf, requestKey: request.publicKey) == nil)
    }

    @Test("Every failure has a sentence and a place")
    func sentences() async throws {
        do {
            try await CertificateChain.verify(leaf: Fixtures.client(), intermediates: [], roots: [], now: Fixtures.now)
        } catch let fault as IdentityFault {
            #expect(
                fault.message
                    == "no way leads from CN=5A0C71E94D3B4F6E9B1D20A7C8E3F415 over CN=Orchard Root to a trusted root")
            #expect(fault.place == "Certificate.issuer")
            #expect(!fault.hint.isEmpty)
        }
    }
}
