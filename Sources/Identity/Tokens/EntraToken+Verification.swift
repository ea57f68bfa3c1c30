#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension EntraToken {
    /// What a server expects of a token.
    public struct Expectation: Sendable {
        /// Those that are trusted, by `kid`.
        public var keys: [String: PublicKey]
        /// Any of them.
        public var audiences: Set<String>
        public var issuer: String
        /// How far clocks may be apart, in seconds.
        public var leeway: Int64

        public init(keys: [String: PublicKey], audiences: Set<String>, issuer: String, leeway: Int64 = 300) {
            self.keys = keys
            self.audiences = audiences
            self.issuer = issuer
            self.leeway = leeway
        }
    }

    /// Verifies a token: its algorithm is RS256 whatever it says of itself, its key is one of the expected, its signature
    /// holds, its time is now, and audience and issuer are the expected.
    ///
    /// - Parameter now: in seconds since 1970.
    /// - Throws: `IdentityFault` with `tooLarge`, `malformed`, `algorithm`, `signature`, `notYetValid`, `expired` or
    ///   `claim`; nothing of the token stands in it.
    public static func verify(
        _ token: String, expecting expectation: Expectation, now: Int64
    ) throws(IdentityFault) -> Claims {
        guard token.utf8.count <= limit else { throw .tooLarge(token.utf8.count, limit, at: "JWT") }
        let parts = token.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, let headerBytes = Base64URL.decode(parts[0]), let payload = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2])
        else { throw .malformed("the token is not three parts of Base64 with dots between", at: "JWT") }
        guard let header = try? JSONDecoder().decode(Header.self, from: Data(headerBytes)) else {
            throw .malformed("the header is no JSON with alg", at: "JWT.header")
        }
        guard header.alg == algorithm else {
            throw IdentityFault(
                .algorithm, at: "JWT.header.alg", message: "the algorithm is not RS256",
                hint: "sign with RS256; none and HS256 are never taken")
        }
        guard let keyID = header.kid, let key = expectation.keys[keyID] else {
            throw IdentityFault(
                .signature, at: "JWT.header.kid", message: "no trusted key has the kid of the token",
                hint: "give the server the key that signs the tokens")
        }
        let signed = Array("\(parts[0]).\(parts[1])".utf8)
        guard key.isRSA, key.isValidSignature(signature, of: signed, .sha256) else {
            throw IdentityFault(.signature, at: "JWT.signature", message: "the key did not sign this token")
        }
        guard let claims = try? JSONDecoder().decode(Claims.self, from: Data(payload)) else {
            throw IdentityFault(
                .claim, at: "JWT.payload", message: "aud, iss, tid, nbf, exp or ver is missing or of another type")
        }
        try judge(claims, expectation, now)
        return claims
    }

    private static func judge(
        _ claims: Claims, _ expectation: Expectation, _ now: Int64
    ) throws(IdentityFault) {
        // Saturating: a claim may be any number.
        if claims.notBefore > now.addingSaturated(expectation.leeway) {
            throw IdentityFault(.notYetValid, at: "JWT.payload.nbf", message: "the token is not valid yet")
        }
        if claims.expires <= now.addingSaturated(-expectation.leeway) {
            throw IdentityFault(.expired, at: "JWT.payload.exp", message: "the token is no longer valid")
        }
        guard expectation.audiences.contains(claims.audience) else {
            throw IdentityFault(
                .claim, at: "JWT.payload.aud", message: "the token is for another audience",
                hint: "set aud to the application id or URI that the server expects")
        }
        guard claims.issuer == expectation.issuer else {
            throw IdentityFault(.claim, at: "JWT.payload.iss", message: "the token is of another issuer")
        }
    }
}

extension Int64 {
    fileprivate func addingSaturated(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other > 0 ? .max : .min) : sum
    }
}

extension IdentityFault {
    fileprivate static func malformed(_ message: String, at place: String) -> IdentityFault {
        IdentityFault(.malformed, at: place, message: message)
    }
}
