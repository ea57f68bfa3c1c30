import ESP
import Notation

extension LifeScript {
    /// How one certificate enrolment behaves.
    public struct Certificate: Hashable, Sendable {
        /// From Enroll to the first answer of the certification authority.
        public var seconds: Int64
        /// nil for success.
        public var error: HRESULT?
        /// How often the authority answers "pending" before it decides.
        public var pendingAnswers: Int
        /// Forty hexadecimal digits; nil: digits that the node's address gives, of no certificate at all.
        public var thumbprint: String?

        public init(
            seconds: Int64 = 10, error: HRESULT? = nil, pendingAnswers: Int = 0, thumbprint: String? = nil
        ) {
            self.seconds = seconds
            self.error = error
            self.pendingAnswers = pendingAnswers
            self.thumbprint = thumbprint
        }
    }

    /// How the import of one PFX certificate behaves.
    public struct PFX: Hashable, Sendable {
        public var seconds: Int64
        /// The Win32 error that Status gets; nil for success.
        public var error: Int32?
        /// Forty hexadecimal digits; nil: digits that the node's address gives, of no certificate at all.
        public var thumbprint: String?

        public init(seconds: Int64 = 3, error: Int32? = nil, thumbprint: String? = nil) {
            self.seconds = seconds
            self.error = error
            self.thumbprint = thumbprint
        }
    }

    /// How the renewals of the enrolment's certificate behave, by RenewNow and by the device itself, and how long
    /// certificates last.
    public struct Renewal: Hashable, Sendable {
        public var seconds: Int64
        /// nil for success.
        public var error: HRESULT?
        /// How often it fails before it does not; nil: always.
        public var failures: Int?
        /// Forty hexadecimal digits; nil: digits that the node's address and the instant give, of no certificate at all.
        public var thumbprint: String?
        /// From the beginning of the life to the end of the certificate that the enrolment brought; nil: a whole validity,
        /// and nobody waits for it.
        public var expiresAfterSeconds: Int64?
        /// What a new certificate lasts: a year, as in the sample of enrollment.md 17.
        public var validitySeconds: Int64

        public init(
            seconds: Int64 = 20, error: HRESULT? = nil, failures: Int? = nil, thumbprint: String? = nil,
            expiresAfterSeconds: Int64? = nil, validitySeconds: Int64 = 365 * 86_400
        ) {
            self.seconds = seconds
            self.error = error
            self.failures = failures
            self.thumbprint = thumbprint
            self.expiresAfterSeconds = expiresAfterSeconds
            self.validitySeconds = validitySeconds
        }

        /// Why the next attempt fails; nil when it does not.
        func error(afterFailures count: Int) -> HRESULT? {
            if let failures, count >= failures { return nil }
            return error
        }
    }

    /// Why a network profile that the server sent is not there.
    public enum NetworkFault: Hashable, Sendable {
        /// Nobody says why.
        case neverArrives
        /// Windows has a code for it, which the page learns.
        case fails(HRESULT)
    }
}
