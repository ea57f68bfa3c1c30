import Capture
import Enrollment
import Identity

/// Certificate authentication: the signature of a message and the chain of its certificate (enrollment.md 6.1).
struct SignatureCheck: Sendable {
    private let roots: [Certificate]

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
        guard let message = try? EnrollmentMessage(parsing: body), message.header.security?.signature != nil else {
            return .none
        }
        return .broken
    }
}
