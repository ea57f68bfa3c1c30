import Enrollment
import Notation

/// The credentials of a request (enrollment.md 6.1, 10.1).
extension EnrollmentMachine {
    enum Outgoing {
        case ready(SentRequest)
        case unsigned(UnsignedRequest)
    }

    /// A request with its credentials; one of certificate authentication lacks its signature.
    mutating func secured(
        _ body: EnrollmentMessage.Body, _ credential: RequestCredential, to service: ServiceAddress, now: Int64,
        at step: EnrollmentStep
    ) throws(EnrollmentFailure) -> Outgoing {
        let messageID = configuration.messageIDs.next()
        let security = Security(credential, now: now, at: step)
        let written = try written(body, messageID, to: service, security, at: step)
        switch credential {
        case .certificate(let certificate):
            return .unsigned(
                UnsignedRequest(
                    message: written.message, bytes: written.bytes, tokenID: Security.tokenID,
                    certificate: certificate, messageID: messageID, service: service))
        case .password, .federated, .entra, .renewal:
            return .ready(SentRequest(messageID: messageID, service: service, redirects: 0, body: written.bytes))
        }
    }
}

extension Security {
    /// `u:Id` of the token that KeyInfo refers to. No capture shows the real one.
    static let tokenID = "uuid-certificate-1"
    /// How long a Timestamp holds, in seconds; five minutes is usual, and no reference names another.
    private static let lifetime: Int64 = 300

    init(_ credential: RequestCredential, now: Int64, at step: EnrollmentStep) {
        switch credential {
        case .password(let user, let password):
            self.init(usernameToken: UsernameToken(username: TextElement(user), password: password.value))
        case .federated(let token):
            self.init(binarySecurityToken: BinarySecurityToken(.userToken, octets: Array(token.value.utf8)))
        case .entra(let token):
            self.init(binarySecurityToken: BinarySecurityToken(.jwt, octets: Array(token.value.utf8)))
        case .certificate(let certificate):
            // The specification gives the two requests different types for the same thing (6.1).
            let type: BinarySecurityToken.ValueType = step == .getPolicies ? .x509v3 : .userToken
            self.init(
                timestamp: Self.timestamp(now),
                binarySecurityToken: BinarySecurityToken(
                    valueType: type.rawValue, id: Self.tokenID, text: Base64.encode(certificate)))
        case .renewal(let user):
            self.init(
                timestamp: Self.timestamp(now),
                usernameToken: UsernameToken(username: TextElement(user), password: ""))
        }
    }

    private static func timestamp(_ now: Int64) -> Timestamp {
        Timestamp(
            id: "_0", created: TextElement(Instant.text(now)), expires: TextElement(Instant.text(now + lifetime)))
    }
}

/// Instants in seconds since 1970, as ISO 8601 writes them.
enum Instant {
    static func text(_ seconds: Int64) -> String {
        let (day, second) = seconds.quotientAndRemainder(flooring: 86_400)
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let time = "\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))"
        return "\(CivilDate(daysSince1970: day).text)T\(time).000Z"
    }
}
