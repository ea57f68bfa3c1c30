import Capture
import Enrollment
import Identity
import Notation

/// Certificate authentication: the signature of a message, the time of it, and the chain of its certificate
/// (enrollment.md 6.1).
struct SignatureCheck: Sendable {
    private let roots: [Certificate]

    /// How far the clocks of client and server may be apart, in seconds.
    private static let leeway: Int64 = 300

    /// - Throws: `ServiceFault` when a root of the settings is no certificate.
    init(_ settings: ServerSettings) throws(ServiceFault) {
        var roots: [Certificate] = []
        for pem in settings.certificateRoots {
            do throws(IdentityFault) { roots += try Certificate.all(inPEM: pem) } catch {
                throw ServiceFault(
                    .certificate, message: "a root of certificateRoots is no certificate: \(error)", hint: error.hint)
            }
        }
        self.roots = roots
    }

    /// A message that cannot be read has none: whoever answers it says so.
    func proof(of body: [UInt8], now: CaptureTime) async -> SignatureProof {
        guard let message = try? EnrollmentMessage(parsing: body), let security = message.header.security,
            security.signature != nil
        else { return .none }
        guard isTimely(security.timestamp, now) else { return .broken }
        do throws(IdentityFault) {
            let certificate = try CertificateAuthentication.verify(body)
            try await CertificateChain.verify(
                leaf: certificate, intermediates: [], roots: roots, now: now.seconds, purpose: .client)
            return .signed(by: certificate.subject.commonName ?? certificate.subject.text)
        } catch {
            return .broken
        }
    }

    /// A message that was signed at another time may be somebody's recording.
    private func isTimely(_ timestamp: Timestamp?, _ now: CaptureTime) -> Bool {
        guard let created = timestamp?.created.flatMap({ CaptureTime(text: $0.value) }),
            let expires = timestamp?.expires.flatMap({ CaptureTime(text: $0.value) })
        else { return false }
        return created.seconds - Self.leeway <= now.seconds && now.seconds <= expires.seconds + Self.leeway
    }
}
