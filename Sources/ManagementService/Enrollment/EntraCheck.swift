import Capture
import Enrollment
import Identity
import Notation

/// Tokens in the form of Entra's, signed by the tester's key (enrollment.md 11.2).
struct EntraCheck: Sendable {
    private let expectation: EntraToken.Expectation?

    /// - Throws: `ServiceFault` when the key of the settings is none.
    init(_ settings: ServerSettings) throws(ServiceFault) {
        guard let entra = settings.entra else {
            expectation = nil
            return
        }
        let key: PublicKey
        do throws(IdentityFault) {
            key = try Self.key(entra.publicKey)
        } catch {
            throw ServiceFault(.certificate, message: "entra.key is no public key: \(error)", hint: error.hint)
        }
        expectation = EntraToken.Expectation(
            keys: [entra.keyID: key], audiences: Set(entra.audiences), issuer: entra.issuer)
    }

    /// Of a PEM text with a certificate or a public key.
    private static func key(_ pem: String) throws(IdentityFault) -> PublicKey {
        if pem.contains("-----BEGIN CERTIFICATE-----") { return try Certificate(pem: pem).publicKey }
        let lines = pem.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("-----") }
        return try PublicKey(subjectPublicKeyInfo: Base64.decode(lines.joined()) ?? [])
    }

    /// The user that a token names; nil when it does not count.
    func user(of token: String, now: CaptureTime) -> String? {
        guard let expectation else { return nil }
        let claims = try? EntraToken.verify(token, expecting: expectation, now: now.seconds)
        return claims.flatMap { $0.userPrincipalName ?? $0.uniqueName ?? $0.objectID }
    }
}

extension EnrollmentService {
    /// A user of Entra need not stand in the settings; one that does may be refused by them.
    func byEntraToken(
        _ token: BinarySecurityToken, _ records: any ServerRecords, _ now: CaptureTime
    ) throws(Interruption) -> Caller {
        guard let octets = token.octets, let text = String(validating: octets, as: UTF8.self),
            let name = entra.user(of: text, now: now)
        else { throw .refused(.wrongToken) }
        let user = try onRecords { () throws(StoreFault) in try records.user(name) }
        return try user.map { user throws(Interruption) in try known(user) } ?? .user(name, refusal: nil)
    }
}
