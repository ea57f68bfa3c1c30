import CSP
import ESP
import Notation

extension LifeScript {
    /// How the jobs end that CSPs start beside installs and certificates. What is not said goes well.
    public struct Jobs: Hashable, Sendable {
        public var wipe = Wipe()
        public var autopilotReset = AutopilotReset()
        public var healthVerification = Attestation()
        public var attestation = Attestation()
        /// By id without braces, in lower case. A document that is not listed is processed well.
        public var documents: [String: Document] = [:]
        /// Between two re-applications of the documents: four hours, which is our choice, the references name none; nil:
        /// never.
        public var reapplySeconds: Int64? = 4 * 3600
        public var linkedEnrolment = LinkedEnrolment()
        public var recovery = Recovery()
        public var updateScan = UpdateScan()
        public var updates = Updates()
        public var archive = Archive()

        public init() {}
    }

    /// What becomes of a doWipe (windows-csp.md 4.12).
    public struct Wipe: Hashable, Sendable {
        /// From the end of the session to the reset.
        public var seconds: Int64
        /// Why it fails; nil: it does not.
        public var error: HRESULT?
        /// How often it fails before it does not; nil: always.
        public var failures: Int?
        /// What doWipeProtected, which goes on until it is done, waits between two tries.
        public var retrySeconds: Int64

        public init(seconds: Int64 = 0, error: HRESULT? = nil, failures: Int? = nil, retrySeconds: Int64 = 60) {
            self.seconds = seconds
            self.error = error
            self.failures = failures
            self.retrySeconds = retrySeconds
        }
    }

    /// What becomes of a request to an attestation service, old or new (windows-csp.md 4.15).
    public struct Attestation: Hashable, Sendable {
        public var seconds: Int64
        /// nil for success.
        public var error: HRESULT?
        /// What AttestErrorMessage says of a failure, where the service said something.
        public var errorMessage: String?
        /// What Certificate or GetAttestReport gives; nil: a text that says that it comes from Espalier.
        public var report: String?

        public init(seconds: Int64 = 20, error: HRESULT? = nil, errorMessage: String? = nil, report: String? = nil) {
            self.seconds = seconds
            self.error = error
            self.errorMessage = errorMessage
            self.report = report
        }
    }

    /// What becomes of a declared-configuration document (windows-csp.md 4.14).
    public struct Document: Hashable, Sendable {
        public var seconds: Int64
        public var outcome: DeclaredResult.Outcome

        public init(seconds: Int64 = 5, outcome: DeclaredResult.Outcome = .succeeded) {
            self.seconds = seconds
            self.outcome = outcome
        }
    }

    /// What becomes of the linked enrolment (windows-csp.md 4.14).
    public struct LinkedEnrolment: Hashable, Sendable {
        public var seconds: Int64
        /// Why Enroll fails; nil for success.
        public var error: HRESULT?
        /// Why Unenroll fails; nil for success.
        public var unenrolError: HRESULT?

        public init(seconds: Int64 = 30, error: HRESULT? = nil, unenrolError: HRESULT? = nil) {
            self.seconds = seconds
            self.error = error
            self.unenrolError = unenrolError
        }
    }

    /// What becomes of a scan for updates of Store apps (windows-csp.md 4.2).
    public struct UpdateScan: Hashable, Sendable {
        public var seconds: Int64
        /// What LastScanError says; nil for success.
        public var error: HRESULT?

        public init(seconds: Int64 = 20, error: HRESULT? = nil) {
            self.seconds = seconds
            self.error = error
        }
    }

    /// What becomes of a certificate recovery (windows-csp.md 3.1).
    public struct Recovery: Hashable, Sendable {
        public var seconds: Int64
        /// What RecoveryStatus says at the end.
        public var status: CertificateRecovery.Status

        public init(seconds: Int64 = 30, status: CertificateRecovery.Status = .done) {
            self.seconds = seconds
            self.status = status
        }
    }

    /// What becomes of an Autopilot Reset (windows-csp.md 4.12).
    public struct AutopilotReset: Hashable, Sendable {
        public enum Outcome: Hashable, Sendable {
            case succeeds
            /// Status 30.
            case failsAtExec(HRESULT)
            /// Status 40.
            case needsPower
            /// Status 50.
            case fails(HRESULT)
        }

        public var outcome: Outcome
        /// From Status 20 to the restart.
        public var restartsAfterSeconds: Int64
        /// From the restart to the end.
        public var seconds: Int64

        public init(outcome: Outcome = .succeeds, restartsAfterSeconds: Int64 = 60, seconds: Int64 = 600) {
            self.outcome = outcome
            self.restartsAfterSeconds = restartsAfterSeconds
            self.seconds = seconds
        }
    }
}
