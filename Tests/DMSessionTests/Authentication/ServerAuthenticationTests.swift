import DMSession
import ProtocolProfile
import SyncML
import Testing

/// How the client verifies its server, as a machine of its own (oma-dm.md 2.11, enrollment.md 14.5).
@Suite struct ServerAuthenticationTests {
    private static let nonce = Nonce(text: "Y2xpZW50LW5vbmNlLTAwMQ==")
    private static let credential = Credential(
        kind: .digest, name: "ExampleMDM", secret: "cl-secret-77", nonce: nonce)
    private static let get = Command.get(ItemCommand(cmdID: "2", items: [Item(target: Location("./DevInfo/DevId"))]))

    private struct Talk {
        var session: ServerAuthentication
        var diagnostics: [Diagnostic] = []

        init(
            _ credential: Credential? = credential, _ demand: ServerAuthentication.Demand = .ifOffered,
            _ change: (inout Ambiguities) -> Void = { _ in }
        ) {
            var ambiguities = Ambiguities(.windows)
            change(&ambiguities)
            session = ServerAuthentication(
                credential, demand: demand, nonces: NonceSource(seed: Array(0...15)), ambiguities: ambiguities)
        }

        mutating func judge(
            _ cred: Cred? = nil, locName: String? = "ExampleMDM", signature: BodySignature? = nil,
            _ commands: [Command] = [get]
        ) -> ServerAuthentication.Verdict {
            let header = SyncHdr(
                sessionID: "1", msgID: "1", target: Location("device"),
                source: Location("https://mdm.example.test/dm", locName: locName), cred: cred)
            return session.judge(
                Message(header: header, commands: commands, isFinal: true), signature: signature, &diagnostics)
        }

        var rules: [String] { diagnostics.map(\.rule) }
    }

    private static func cred(_ digest: String, type: String = "syncml:auth-md5", format: String? = "b64") -> Cred {
        Cred(meta: Meta(format: format, type: type), data: ItemData(digest))
    }

    private static func cred(_ nonce: Nonce, secret: String = "cl-secret-77") -> Cred {
        cred(Digest.md5(name: "ExampleMDM", secret: secret, nonce: nonce.octets))
    }

    private static func signature(_ nonce: Nonce, body: [UInt8] = [1, 2, 3], name: String = "ExampleMDM")
        -> BodySignature
    {
        let mac = Digest.mac(name: name, secret: "cl-secret-77", nonce: nonce.octets, body: body)
        return BodySignature(
            header: MACHeader(username: name, mac: Nonce(octets: mac).text).value, body: body)
    }

    private static func nonce(of verdict: ServerAuthentication.Verdict) -> Nonce? {
        switch verdict {
        case .accepted(_, let chal): chal?.meta.nextNonce.map { Nonce(text: $0) }
        case .refused(_, let chal): chal.meta.nextNonce.map { Nonce(text: $0) }
        case .ends: nil
        }
    }

    @Test("The server's digest of enrollment.md 17.4 is answered 212 with the nonce of the next session")
    func accepted() throws {
        var talk = Talk()
        let verdict = talk.judge(Self.cred("8c4bfeG0KVl5I2pnbH3zEg=="))
        let next = try #require(Self.nonce(of: verdict))
        #expect(verdict == .accepted(status: 212, chal: Challenge(type: .md5, nonce: next).chal))
        #expect(next.octets.count == 16 && talk.session.credential?.nonce == next && talk.diagnostics.isEmpty)
        #expect(talk.judge() == .plain, "no more credentials are wanted in this session")
        var later = ServerAuthentication(talk.session.credential, nonces: NonceSource(seed: [9]))
        var diagnostics: [Diagnostic] = []
        let message = Message(
            header: SyncHdr(
                sessionID: "2", msgID: "1", source: Location("s", locName: "ExampleMDM"), cred: Self.cred(next)),
            commands: [Self.get])
        guard case .accepted(212, _) = later.judge(message, signature: nil, &diagnostics) else {
            Issue.record("the next session does not take the nonce")
            return
        }
    }

    @Test("A server that offers nothing has its TLS certificate; one that has to prove itself is challenged with 407")
    func nothingOffered() throws {
        var talk = Talk()
        #expect(talk.judge() == .plain)
        talk = Talk(nil)
        #expect(talk.judge(Self.cred("nonsense")) == .plain, "nobody can verify it")
        talk = Talk(Self.credential, .always)
        let verdict = talk.judge()
        let nonce = try #require(Self.nonce(of: verdict))
        #expect(verdict == .refused(status: 407, chal: Challenge(type: .md5, nonce: nonce).chal))
        guard case .accepted(212, _) = talk.judge(Self.cred(nonce)) else {
            Issue.record("the nonce of the challenge was not taken")
            return
        }
    }

    @Test("DM-AUTH-17: wrong credentials get a challenge with a fresh nonce, twice; then the session ends")
    func refused() throws {
        var talk = Talk()
        let first = talk.judge(Self.cred(Self.nonce, secret: "guess"))
        let nonce = try #require(Self.nonce(of: first))
        #expect(first == .refused(status: 401, chal: Challenge(type: .md5, nonce: nonce).chal))
        let second = talk.judge(Self.cred(Self.nonce))
        let other = try #require(Self.nonce(of: second))
        #expect(other != nonce && other != Self.nonce, "the old nonce does not count any more")
        #expect(talk.judge(Self.cred(nonce)) == .ends)
        #expect(talk.judge(Self.cred(other)) == .ends)
        #expect(Set(talk.rules) == ["authentication.server-refused"])
    }

    @Test("After a challenge the server may not go on without credentials")
    func evasion() {
        var talk = Talk()
        _ = talk.judge(Self.cred("wrong"))
        guard case .refused(407, _) = talk.judge() else {
            Issue.record("commands without credentials were let through")
            return
        }
    }

    @Test("DM-AUTH-14: a server that failed and sent neither commands nor a challenge is not challenged")
    func notChallenged() {
        let status = Command.status(
            Status(cmdID: "1", msgRef: "1", cmdRef: "0", cmd: "SyncHdr", data: ItemData("200")))
        let challenge = Command.status(
            Status(
                cmdID: "1", msgRef: "1", cmdRef: "0", cmd: "SyncHdr",
                chal: Challenge(type: .md5, nonce: Self.nonce).chal, data: ItemData("407")))
        for demand in [ServerAuthentication.Demand.ifOffered, .always] {
            for cred in [nil, Self.cred("wrong")] {
                var talk = Talk(Self.credential, demand)
                #expect(talk.judge(cred, [status]) == .plain)
                if demand == .always || cred != nil {
                    guard case .refused = talk.judge(cred, [challenge]) else {
                        Issue.record("a challenge was answered without one")
                        continue
                    }
                }
            }
        }
    }

    @Test("DM-AUTH-04: M8, a server that hashes its nonce undecoded is refused and told; by A25 it is taken")
    func undecoded() {
        let faulty = Self.cred(
            Digest.md5(name: "ExampleMDM", secret: "cl-secret-77", nonce: Self.nonce.undecoded))
        var talk = Talk()
        guard case .refused(401, _) = talk.judge(faulty) else {
            Issue.record("taken")
            return
        }
        #expect(talk.rules == ["authentication.nonce-undecoded", "authentication.server-refused"])
        talk = Talk(Self.credential) { $0.nonceForm = .text }
        guard case .accepted(212, _) = talk.judge(faulty) else {
            Issue.record("not taken")
            return
        }
    }

    @Test("DM-AUTH-07, DM-HDR-15: an md5 Cred without Format b64, or without the user's name, is a warning")
    func lint() {
        var talk = Talk()
        let digest = "8c4bfeG0KVl5I2pnbH3zEg=="
        guard case .accepted(212, _) = talk.judge(Self.cred(digest, format: nil), locName: nil) else {
            Issue.record("not taken")
            return
        }
        #expect(talk.rules == ["authentication.cred-format", "authentication.user-name-missing"])
        #expect(talk.diagnostics.allSatisfy { $0.severity == .warning })
    }

    @Test(
        "Only a type that SRVCRED serves for is taken", arguments: ["syncml:auth-basic", "syncml:auth-x509", "", "x"])
    func wrongType(type: String) {
        var talk = Talk()
        guard case .refused(401, let chal) = talk.judge(Self.cred("RXhhbXBsZU1ETTpjbC1zZWNyZXQtNzc=", type: type))
        else {
            Issue.record("taken")
            return
        }
        #expect(chal.meta.type == "syncml:auth-md5" && talk.rules == ["authentication.server-type"])
    }

    @Test("A BASIC entry takes the name and secret in the clear and gives no nonce")
    func basic() {
        let credential = Credential(kind: .basic, name: "ExampleMDM", secret: "cl-secret-77")
        var talk = Talk(credential)
        let right = Digest.basic(name: "ExampleMDM", secret: "cl-secret-77")
        #expect(talk.judge(Self.cred(right, type: "syncml:auth-basic")) == .accepted(status: 212, chal: nil))
        talk = Talk(credential)
        #expect(
            talk.judge(Self.cred("eDp5", type: "syncml:auth-basic"))
                == .refused(status: 401, chal: Challenge(type: .basic).chal))
    }

    @Test("DM-MAC-04: a MAC is verified on every message, answered 200 with a new nonce each time")
    func mac() throws {
        var talk = Talk()
        var nonce = Self.nonce
        for _ in 0..<4 {
            let verdict = talk.judge(signature: Self.signature(nonce))
            let next = try #require(Self.nonce(of: verdict))
            #expect(verdict == .accepted(status: 200, chal: Challenge(type: .mac, nonce: next).chal))
            #expect(next != nonce && talk.session.credential?.nonce == next)
            nonce = next
        }
        #expect(talk.diagnostics.isEmpty)
    }

    @Test("DM-MAC-05: a header that is missing, malformed or wrong counts as wrong credentials")
    func macFailures() throws {
        let right = Self.signature(Self.nonce)
        for (signature, rules) in [
            (BodySignature(header: right.header, body: [1, 2, 4]), ["authentication.server-refused"]),
            (BodySignature(header: "mac=x", body: [1, 2, 3]), ["authentication.mac-header"]),
            (Self.signature(Nonce(octets: [7])), ["authentication.server-refused"]),
            (Self.signature(Self.nonce, name: "examplemdm"), ["authentication.server-refused"]),
            (
                Self.signature(Nonce(octets: Self.nonce.undecoded)),
                ["authentication.nonce-undecoded", "authentication.server-refused"]
            ),
        ] as [(BodySignature, [String])] {
            var talk = Talk()
            let verdict = talk.judge(signature: signature)
            let next = try #require(Self.nonce(of: verdict))
            #expect(verdict == .refused(status: 401, chal: Challenge(type: .mac, nonce: next).chal))
            #expect(talk.rules == rules)
        }
        var talk = Talk()
        let next = try #require(Self.nonce(of: talk.judge(signature: right)))
        guard case .refused(401, _) = talk.judge(signature: BodySignature(header: nil, body: [1, 2, 3])) else {
            Issue.record("a message without header was taken")
            return
        }
        #expect(talk.rules == ["authentication.mac-missing"])
        guard case .refused = talk.judge(Self.cred(next)) else {
            Issue.record("a Cred took the place of the header")
            return
        }
    }

    @Test("DM-MAC-03: a Cred beside the header is an error of the server, and the header decides")
    func credBesideMAC() {
        var talk = Talk()
        guard case .accepted(200, _) = talk.judge(Self.cred("x"), signature: Self.signature(Self.nonce)) else {
            Issue.record("not taken")
            return
        }
        #expect(talk.rules == ["authentication.cred-beside-mac"])
    }

    @Test("An HMAC entry that has to prove itself is challenged with syncml:auth-MAC")
    func hmac() {
        let credential = Credential(kind: .hmac, name: "ExampleMDM", secret: "cl-secret-77", nonce: Self.nonce)
        var talk = Talk(credential, .always)
        guard case .refused(401, let chal) = talk.judge() else {
            Issue.record("not challenged")
            return
        }
        #expect(chal.meta.type == "syncml:auth-MAC" && chal.meta.nextNonce != nil)
    }

    @Test("DM-AUTH-18: each nonce that a server gets is new")
    func freshNonces() throws {
        var talk = Talk()
        var seen: Set<Nonce> = [Self.nonce]
        var nonce = Self.nonce
        for _ in 0..<20 {
            nonce = try #require(Self.nonce(of: talk.judge(signature: Self.signature(nonce))))
            #expect(seen.insert(nonce).inserted)
        }
    }
}
