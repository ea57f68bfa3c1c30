import DMSession
import ProtocolProfile
import SyncML
import Testing

/// How the client proves itself, as a machine of its own (oma-dm.md 2.11).
@Suite struct ClientAuthenticationTests {
    static let stored = Nonce(text: "EDJUdpi63P4BI0VniavN7w==")
    static let fresh = Nonce(text: "bmV4dC1ub25jZS0wMDAyIQ==")
    static let third = Nonce(text: "Tm9uY2U=")
    static let digest = Credential(kind: .digest, name: "dev-7F3A", secret: "Sr7-secret-01", nonce: stored)
    static let basic = Credential(kind: .basic, name: "dev-7F3A", secret: "Sr7-secret-01")

    /// A session and what was said about it.
    struct Talk {
        var session: ClientAuthentication
        var diagnostics: [Diagnostic] = []

        init(
            _ client: [Credential] = [digest], opening: AuthenticationType? = nil,
            _ change: (inout Ambiguities) -> Void = { _ in }
        ) {
            var ambiguities = Ambiguities(.windows)
            change(&ambiguities)
            session = ClientAuthentication(Credentials(client: client, opening: opening), ambiguities: ambiguities)
        }

        mutating func receive(_ code: String, _ challenge: Challenge? = nil) -> ClientAuthentication.Reaction {
            receive(code, chal: challenge?.chal)
        }

        mutating func receive(_ code: String, chal: Chal?) -> ClientAuthentication.Reaction {
            let status = Status(
                cmdID: "1", msgRef: "1", cmdRef: "0", cmd: "SyncHdr", chal: chal, data: ItemData(code))
            return session.receive(status, &diagnostics)
        }

        var cred: Cred? { if case .cred(let cred) = session.proof { cred } else { nil } }
        var data: String? { cred?.data?.content }
        var rules: [String] { diagnostics.map(\.rule) }
    }

    static func digest(_ nonce: Nonce) -> String {
        Digest.md5(name: "dev-7F3A", secret: "Sr7-secret-01", nonce: nonce.octets)
    }

    @Test("DM-AUTH-02: an md5 challenge is answered with the digest of its nonce and the user's name")
    func md5() {
        var talk = Talk()
        #expect(talk.session.proof == nil && talk.session.userName == nil, "package 1 waits to be asked")
        #expect(talk.receive("407", Challenge(type: .md5, nonce: Self.fresh)) == .repeatsPackage1)
        #expect(talk.data == "qpyuELUB8RlTjT8ORp4x9Q==")
        #expect(talk.session.userName == "dev-7F3A")
        #expect(talk.diagnostics.isEmpty)
    }

    @Test("DM-AUTH-07: an md5 Cred states Format b64")
    func credFormat() {
        var talk = Talk()
        _ = talk.receive("401", Challenge(type: .md5, nonce: Self.fresh))
        #expect(talk.cred?.meta == Meta(format: "b64", type: "syncml:auth-md5"))
    }

    @Test("A32: a basic Cred states Format b64, by choice none")
    func basicFormat() {
        var talk = Talk([Self.basic])
        #expect(talk.receive("407", Challenge(type: .basic)) == .repeatsPackage1)
        #expect(talk.cred?.meta == Meta(format: "b64", type: "syncml:auth-basic"))
        #expect(talk.data == "ZGV2LTdGM0E6U3I3LXNlY3JldC0wMQ==")
        #expect(talk.session.userName == nil)
        talk = Talk([Self.basic]) { $0.basicFormat = .absent }
        _ = talk.receive("407", Challenge(type: .basic))
        #expect(talk.cred?.meta == Meta(type: "syncml:auth-basic"))
    }

    @Test("DM-AUTH-08: after 212 no credentials")
    func forSession() {
        var talk = Talk()
        _ = talk.receive("407", Challenge(type: .md5, nonce: Self.fresh))
        #expect(talk.receive("212") == .goesOn)
        #expect(talk.session.proof == nil && talk.session.userName == nil)
        #expect(talk.session.state == .authenticatedForSession(.md5))
        #expect(talk.receive("200") == .goesOn)
        #expect(talk.session.proof == nil)
    }

    @Test("DM-AUTH-09: after 200 every message has a digest, with the nonce of the last Chal")
    func forMessage() {
        var talk = Talk()
        _ = talk.receive("407", Challenge(type: .md5, nonce: Self.stored))
        for nonce in [Self.fresh, Self.third, Self.stored] {
            #expect(talk.receive("200", Challenge(type: .md5, nonce: nonce)) == .goesOn)
            #expect(talk.data == Self.digest(nonce))
        }
        #expect(talk.diagnostics.isEmpty)
        #expect(talk.receive("200") == .goesOn)
        #expect(talk.data == Self.digest(Self.stored) && talk.rules == ["authentication.nonce-missing"])
    }

    @Test("DM-AUTH-09: after 200 a basic credential is repeated")
    func basicForMessage() {
        var talk = Talk([Self.basic])
        _ = talk.receive("407", Challenge(type: .basic))
        let data = talk.data
        for _ in 0..<3 {
            #expect(talk.receive("200") == .goesOn)
            #expect(talk.data == data)
        }
        #expect(talk.diagnostics.isEmpty)
    }

    @Test("DM-AUTH-10: the nonce that came with 212 opens the next session")
    func nextSession() {
        var talk = Talk()
        _ = talk.receive("407", Challenge(type: .md5, nonce: Self.fresh))
        #expect(talk.receive("212", Challenge(type: .md5, nonce: Self.third)) == .goesOn)
        let kept = talk.session.credentials
        #expect(kept.client.map(\.nonce) == [Self.third] && kept.opening == .md5)
        let next = ClientAuthentication(kept)
        guard case .cred(let cred) = next.proof else {
            Issue.record("no Cred in package 1")
            return
        }
        #expect(cred.data?.content == Self.digest(Self.third))
        #expect(next.userName == "dev-7F3A")
    }

    @Test("A24: a nonce counts for the next session when it was accepted; by choice at once")
    func nonceLife() {
        var talk = Talk()
        _ = talk.receive("407", Challenge(type: .md5, nonce: Self.fresh))
        #expect(talk.session.credentials.client.map(\.nonce) == [Self.stored], "an unknown peer changes nothing")
        #expect(talk.session.credentials.opening == nil)
        _ = talk.receive("200", Challenge(type: .md5, nonce: Self.third))
        #expect(talk.session.credentials.client.map(\.nonce) == [Self.third])

        talk = Talk { $0.nonceLife = .atOnce }
        _ = talk.receive("407", Challenge(type: .md5, nonce: Self.fresh))
        #expect(talk.session.credentials.client.map(\.nonce) == [Self.fresh])
    }

    @Test("A25: by choice the nonce is hashed undecoded, as in M8")
    func nonceForm() {
        let credential = Credential(kind: .digest, name: "Bruce2", secret: "OhBehave", nonce: Self.third)
        #expect(Talk([credential], opening: .md5).data == "Zz6EivR3yeaaENcRN6lpAQ==")
        #expect(Talk([credential], opening: .md5) { $0.nonceForm = .text }.data == "CmO/kTaDnxgwUdBvdtRh4A==")
    }

    @Test("DM-AUTH-17: a stale nonce gets one more attempt with a fresh one, then the session ends")
    func stale() {
        var talk = Talk(opening: .md5)
        #expect(talk.data == Self.digest(Self.stored))
        #expect(talk.receive("401", Challenge(type: .md5, nonce: Self.fresh)) == .repeatsPackage1)
        #expect(talk.rules == ["authentication.refused-once"] && talk.data == Self.digest(Self.fresh))
        #expect(talk.receive("401", Challenge(type: .md5, nonce: Self.third)) == .ends(.refusedTwice))
        #expect(talk.rules == ["authentication.refused-once", "authentication.refused"])
        #expect(talk.session.proof == nil && talk.session.state == .failed(.refusedTwice))
        #expect(talk.receive("200") == .ends(.refusedTwice), "nothing helps any more")
    }

    @Test("A challenge before any credentials is no failed attempt")
    func firstChallenge() {
        var talk = Talk()
        #expect(talk.receive("401", Challenge(type: .md5, nonce: Self.fresh)) == .repeatsPackage1)
        #expect(talk.receive("401", Challenge(type: .md5, nonce: Self.third)) == .repeatsPackage1)
        #expect(talk.receive("401", Challenge(type: .md5, nonce: Self.fresh)) == .ends(.refusedTwice))
    }

    @Test("A session that was authenticated and is challenged again and again comes to an end")
    func endless() {
        var talk = Talk()
        var count = 0
        while count < 50 {
            count += 1
            if case .ends = talk.receive("401", Challenge(type: .md5, nonce: Self.fresh)) { break }
            _ = talk.receive("200", Challenge(type: .md5, nonce: Self.third))
        }
        #expect(count == 3)
    }

    @Test("DM-AUTH-20: a challenge of an unknown type ends the session")
    func unknownType() {
        for text in ["syncml:auth-x509", "syncml:auth-securid", "auth-md5", "SYNCML:AUTH-MD5"] {
            var talk = Talk()
            let chal = Chal(meta: Meta(format: "b64", type: text, nextNonce: "Tm9uY2U="))
            #expect(talk.receive("407", chal: chal) == .ends(.unknownType(text)))
            #expect(talk.rules == ["authentication.type-unknown"])
        }
    }

    @Test("DM-AUTH-13: a challenge of another type ends the session")
    func typeChanged() {
        var talk = Talk([Self.digest, Self.basic])
        _ = talk.receive("407", Challenge(type: .md5, nonce: Self.fresh))
        #expect(talk.receive("401", Challenge(type: .basic)) == .ends(.typeChanged(from: .md5, to: .basic)))
        #expect(talk.rules == ["authentication.type-changed"])

        talk = Talk([Self.digest, Self.basic])
        _ = talk.receive("407", Challenge(type: .basic))
        #expect(
            talk.receive("200", Challenge(type: .md5, nonce: Self.fresh))
                == .ends(.typeChanged(from: .basic, to: .md5)))
    }

    @Test("What the client offers unasked does not bind the server to a type")
    func offered() {
        var talk = Talk([Self.digest, Self.basic], opening: .basic)
        #expect(talk.data == "ZGV2LTdGM0E6U3I3LXNlY3JldC0wMQ==")
        #expect(talk.receive("401", Challenge(type: .md5, nonce: Self.fresh)) == .repeatsPackage1)
        #expect(talk.data == Self.digest(Self.fresh))
    }

    @Test("DM-AUTH-05: 401 or 407 without a Chal that names a type ends the session", arguments: ["401", "407"])
    func noChallenge(code: String) {
        for chal in [nil, Chal(meta: Meta()), Chal(meta: Meta(format: "b64", nextNonce: "Tm9uY2U="))] {
            var talk = Talk()
            #expect(talk.receive(code, chal: chal) == .ends(.noChallenge))
            #expect(talk.rules == ["authentication.challenge-missing"])
        }
    }

    @Test(
        "A type that no AppAuth entry serves for ends the session; a DIGEST secret never goes out in the clear",
        arguments: [
            ([], .md5), ([], .basic), ([digest], .basic), ([basic], .md5), ([basic], .mac),
        ] as [([Credential], AuthenticationType)])
    func noCredential(client: [Credential], type: AuthenticationType) {
        var talk = Talk(client)
        #expect(talk.receive("407", Challenge(type: type, nonce: Self.fresh)) == .ends(.noCredential(type)))
        #expect(talk.rules == ["authentication.no-credential"])
    }

    @Test("DM-AUTH-06: a NextNonce without Format b64, or that is no Base64, is used with a warning")
    func oddNonce() {
        var talk = Talk()
        let chal = Chal(meta: Meta(type: "syncml:auth-md5", nextNonce: "Tm9uY2U="))
        #expect(talk.receive("407", chal: chal) == .repeatsPackage1)
        #expect(talk.rules == ["authentication.nonce-format"] && talk.data == Self.digest(Self.third))

        talk = Talk()
        #expect(talk.receive("407", Challenge(type: .md5, nonce: Nonce(text: "nonce"))) == .repeatsPackage1)
        #expect(talk.rules == ["authentication.nonce-not-base64"])
        #expect(talk.data == Digest.md5(name: "dev-7F3A", secret: "Sr7-secret-01", nonce: Array("nonce".utf8)))

        talk = Talk()
        #expect(talk.receive("407", Challenge(type: .md5)) == .repeatsPackage1)
        #expect(talk.rules == ["authentication.nonce-missing"] && talk.data == Self.digest(Self.stored))
        #expect(Challenge(type: .md5, nonce: Self.fresh).chal.meta.format == "b64")
    }

    @Test("DM-MAC-03, DM-MAC-04: with MAC there is no Cred; every message is signed with the nonce of the last Chal")
    func mac() throws {
        var talk = Talk()
        #expect(talk.receive("407", Challenge(type: .mac, nonce: Self.stored)) == .repeatsPackage1)
        let body = Array("<SyncML/>".utf8)
        for nonce in [Self.fresh, Self.third, Self.stored] {
            guard case .mac(let signer) = talk.session.proof else {
                Issue.record("no signer")
                return
            }
            let used = talk.session.state
            #expect(talk.session.userName == "dev-7F3A")
            let header = try MACHeader(parsing: signer.header(for: body))
            guard case .challenged(let attempt) = used else {
                if case .authenticatedForMessage(let attempt) = used { try check(header, attempt.nonce) }
                #expect(talk.receive("200", Challenge(type: .mac, nonce: nonce)) == .goesOn)
                continue
            }
            try check(header, attempt.nonce)
            #expect(talk.receive("200", Challenge(type: .mac, nonce: nonce)) == .goesOn)
        }
        func check(_ header: MACHeader, _ nonce: Nonce) throws {
            let mac = Digest.mac(name: "dev-7F3A", secret: "Sr7-secret-01", nonce: nonce.octets, body: body)
            #expect(header == MACHeader(username: "dev-7F3A", mac: Nonce(octets: mac).text))
        }
        #expect(talk.session.credentials.client.map(\.nonce) == [Self.stored])
    }

    @Test("DM-MAC-04: 212, or 200 without a nonce, breaks MAC authentication and ends the session")
    func macBroken() {
        for (code, challenge) in [
            ("212", Challenge(type: .mac, nonce: fresh)), ("200", nil), ("200", Challenge(type: .mac)), ("212", nil),
        ] as [(String, Challenge?)] {
            var talk = Talk()
            _ = talk.receive("407", Challenge(type: .mac, nonce: Self.stored))
            #expect(talk.receive(code, challenge) == .ends(.macBroken))
            #expect(talk.rules == ["authentication.mac-broken"])
        }
    }

    private var fresh: Nonce { Self.fresh }

    @Test("Without credentials every yes is taken as it is, and other codes say nothing")
    func unasked() {
        var talk = Talk([])
        for code in ["200", "212", "500", "503", ""] { #expect(talk.receive(code) == .goesOn) }
        #expect(talk.session.state == .none && talk.diagnostics.isEmpty)
    }
}
