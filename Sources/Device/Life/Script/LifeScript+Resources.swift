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

    /// How the renewals of the enrolment's certificate behave that RenewNow starts.
    public struct Renewal: Hashable, Sendable {
        public var seconds: Int64
        /// nil for success.
        public var error: HRESULT?
        /// Forty hexadecimal digits; nil: digits that the node's address and the instant give, of no certificate at all.
        public var thumbprint: String?

        public init(seconds: Int64 = 20, error: HRESULT? = nil, thumbprint: String? = nil) {
            self.seconds = seconds
            self.error = error
            self.thumbprint = thumbprint
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
