import Foundation
import Testing

@testable import Identity

@Suite("Entra tokens: JWTs that a tester's key signs")
struct EntraTokenTests {
    private let now = Fixtures.now

    private var claims: EntraToken.Claims {
        EntraToken.Claims(
            audience: "https://mdm.example.test", issuer: "https://sts.example.test/t1/", tenantID: "t1",
            objectID: "o1", userPrincipalName: "ada@example.test", uniqueName: "ada@example.test", deviceID: "d1",
            notBefore: now - 10, expires: now + 3_600)
    }

    private func token(_ change: (inout EntraToken.Claims) -> Void = { _ in }) throws -> String {
        var claims = claims
        change(&claims)
        return try EntraToken.sign(claims, key: Fixtures.key.get(), keyID: "k1")
    }

    private func code(_ token: String, keys: [String: PublicKey]? = nil, leeway: Int64 = 0) throws -> IdentityFault
        .Code?
    {
        let keys = try keys ?? ["k1": Fixtures.key.get().publicKey]
        do throws(IdentityFault) {
            _ = try EntraToken.verify(
                token,
                expecting: EntraToken.Expectation(
                    keys: keys, audiences: ["https://mdm.example.test"], issuer: "https://sts.example.test/t1/",
                    leeway: leeway), now: now)
            return nil
        } catch { return error.code }
    }

    /// The three parts with others in their place, not signed anew.
    private func replace(_ token: String, header: String? = nil, payload: String? = nil, signature: String? = nil)
        -> String
    {
        let parts = token.split(separator: ".").map(String.init)
        return [
            header.map { Base64URL.encode(Array($0.utf8)) } ?? parts[0],
            payload.map { Base64URL.encode(Array($0.utf8)) } ?? parts[1], signature ?? parts[2],
        ].joined(separator: ".")
    }

    @Test("enrollment.md 11.2: RS256 with kid, and the claims that servers look at")
    func form() throws {
        let token = try token()
        let parts = try token.split(separator: ".").map { try #require(Base64URL.decode($0)) }
        #expect(parts.count == 3)
        let header = try #require(try JSONSerialization.jsonObject(with: Data(parts[0])) as? [String: String])
        #expect(header == ["alg": "RS256", "kid": "k1", "typ": "JWT"])
        let payload = try #require(try JSONSerialization.jsonObject(with: Data(parts[1])) as? [String: Any])
        #expect(
            Set(payload.keys) == [
                "aud", "tid", "oid", "upn", "unique_name", "scp", "deviceid", "iss", "nbf", "exp", "ver",
            ])
        #expect(payload["scp"] as? String == "mdm_delegation")
        #expect(payload["exp"] as? Int64 == now + 3_600)
    }

    @Test("A token that was just signed verifies and says what it was signed with")
    func roundTrip() throws {
        let verified = try EntraToken.verify(
            token(),
            expecting: EntraToken.Expectation(
                keys: ["k1": Fixtures.key.get().publicKey], audiences: ["x", claims.audience], issuer: claims.issuer),
            now: now)
        #expect(verified == claims)
        #expect(
            try code(
                token {
                    $0.deviceID = nil
                    $0.objectID = nil
                }) == nil)
    }

    @Test("The algorithm is RS256, whatever the header says")
    func algorithm() throws {
        let token = try token()
        for name in ["none", "None", "HS256", "rs256", "RS512", ""] {
            let header = "{\"alg\":\"\(name)\",\"kid\":\"k1\"}"
            #expect(try code(replace(token, header: header)) == .algorithm)
            #expect(try code(replace(token, header: header, signature: "")) == .algorithm)
        }
        #expect(try code(replace(token, header: "{\"kid\":\"k1\"}")) == .malformed)
    }

    @Test("Time is judged to the second, with the leeway that was given")
    func time() throws {
        #expect(try code(token { $0.notBefore = now }) == nil)
        #expect(try code(token { $0.notBefore = now + 1 }) == .notYetValid)
        #expect(try code(token { $0.notBefore = now + 1 }, leeway: 1) == nil)
        #expect(try code(token { $0.expires = now + 1 }) == nil)
        #expect(try code(token { $0.expires = now }) == .expired)
        #expect(try code(token { $0.expires = now }, leeway: 1) == nil)
        #expect(try code(token { $0.notBefore = .max }) == .notYetValid)
        #expect(try code(token { $0.expires = .min }, leeway: .max) == .expired)
    }

    @Test("Audience and issuer are the expected ones")
    func audience() throws {
        #expect(try code(token { $0.audience = "https://other.example.test" }) == .claim)
        #expect(try code(token { $0.issuer = "https://sts.example.test/t2/" }) == .claim)
    }

    @Test("Another key, an unknown kid and a changed part are refused")
    func signature() throws {
        let token = try token()
        #expect(try code(token, keys: ["k1": Fixtures.otherKey.get().publicKey]) == .signature)
        #expect(try code(token, keys: ["k2": Fixtures.key.get().publicKey]) == .signature)
        #expect(try code(token, keys: ["k1": SigningKey.p256().publicKey]) == .signature)
        #expect(try code(replace(token, payload: "{}")) == .signature)
        #expect(try code(replace(token, signature: "AAAA")) == .signature)
    }

    @Test("A token that was cut off or is no token is refused, at every byte")
    func truncated() throws {
        let token = try token()
        for count in 0..<token.utf8.count { #expect(try code(String(token.prefix(count))) != nil) }
        for text in ["..", "a.b.c", "\(token).x", "\(token) ", String(repeating: "a", count: 70_000)] {
            #expect(try code(text) != nil)
        }
    }

    @Test("A claim that is missing is told without the token")
    func missingClaim() throws {
        let header = Base64URL.encode(Array("{\"alg\":\"RS256\",\"kid\":\"k1\"}".utf8))
        let payload = Base64URL.encode(Array("{\"aud\":\"secret-claim\"}".utf8))
        let signature = try Fixtures.key.get().sign(Array("\(header).\(payload)".utf8), .sha256)
        let token = "\(header).\(payload).\(Base64URL.encode(signature))"
        #expect(try code(token) == .claim)
        do {
            _ = try EntraToken.verify(
                token,
                expecting: EntraToken.Expectation(
                    keys: ["k1": Fixtures.key.get().publicKey], audiences: [], issuer: ""), now: now)
        } catch let fault as IdentityFault {
            #expect(!"\(fault)\(fault.hint)".contains("secret-claim"))
        }
    }

    @Test("Base64 of a URL goes there and back, and takes nothing else")
    func base64URL() {
        for count in 0..<40 {
            let octets = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + 250) }
            let text = Base64URL.encode(octets)
            #expect(Base64URL.decode(text) == octets)
            #expect(!text.contains { "+/=".contains($0) })
        }
        for text in ["A", "AA==", "A+", "A/", "A A", "AB"] { #expect(Base64URL.decode(text) == nil) }
    }
}
