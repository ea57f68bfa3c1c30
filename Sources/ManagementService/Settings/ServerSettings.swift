import Enrollment
import Scenario

/// What an administrator lays down for the server (docs/serve.md). All of it can be left out.
public struct ServerSettings: Sendable {
    /// The name that people see.
    public var name = "Espalier"
    /// The ProviderID of the DM account.
    public var providerID = "Espalier"
    /// The authority that answers name, such as `mdm.example.test:8443`; nil: the one that each request was sent to.
    public var address: String?
    /// In order of preference: a client gets the first that it offers.
    public var authPolicies: [AuthPolicy] = [.onPremise, .federated, .certificate]
    public var users: [User] = []
    public var federation = Federation()
    /// nil: tokens of Entra are refused.
    public var entra: Entra?
    /// PEM texts of the roots that certificate authentication trusts.
    public var certificateRoots: [String] = []
    public var enrollment = EnrollmentRules()
    public var poll = Poll()
    public var session = SessionRules()
    public var plans: [Plan] = []
    /// The plan of a device for which nothing else is laid down; nil: none.
    public var defaultPlan: String?
    /// Plans by DeviceID.
    public var planOfDevice: [String: String] = [:]
    public var limits = ServiceLimits()

    public init() {}

    /// Somebody who may enrol devices.
    public struct User: Hashable, Sendable {
        /// The UPN; compared without case.
        public var name: String
        /// nil: nobody can log in with a password.
        public var password: String?
        /// What this user is refused with, for tests of clients; nil: nothing.
        public var refusal: Refusal?

        public init(name: String, password: String?, refusal: Refusal? = nil) {
            self.name = name
            self.password = password
            self.refusal = refusal
        }
    }

    /// A fault that is laid down for a user (enrollment.md 9.1).
    public enum Refusal: Hashable, Sendable {
        case kind(SOAPFault.Kind)
        case error(DeviceEnrollmentServiceError.ErrorType)
    }

    /// The login page of Federated (enrollment.md 5).
    public struct Federation: Hashable, Sendable {
        /// The user for whom the page answers at once, without asking; nil: it asks for name and password.
        public var automaticUser: String?
        /// Tokens that always count, with their users.
        public var tokens: [String: String] = [:]

        public init() {}
    }

    /// Whose tokens count as Entra's (enrollment.md 11.2). All of it has to be said: a token that is for somebody else, or
    /// of another issuer, is none of ours.
    public struct Entra: Hashable, Sendable {
        /// The tester's public key, or a certificate with it: PEM.
        public var publicKey: String
        /// `kid` of its tokens.
        public var keyID: String
        public var issuer: String
        /// Any of them.
        public var audiences: [String]

        public init(publicKey: String, keyID: String, issuer: String, audiences: [String]) {
            self.publicKey = publicKey
            self.keyID = keyID
            self.issuer = issuer
            self.audiences = audiences
        }
    }

    /// The rules of certificates and of the devices that get them.
    public struct EnrollmentRules: Hashable, Sendable {
        /// EnrollmentVersion of the discovery (enrollment.md 4.3).
        public var version = "5.0"
        /// The least length of the device's RSA key, in bits.
        public var keyLength = 2048
        public var validitySeconds: Int64 = 365 * 86_400
        /// How long before its making a certificate begins to count.
        public var backdatedSeconds: Int64 = 300
        /// Days before its end in which a certificate is renewed (enrollment.md 10.1).
        public var renewPeriodDays = 42
        public var retryIntervalDays = 7
        /// Whether a request of the type Recovery is granted (enrollment.md 10.3).
        public var allowsRecovery = false
        /// nil: no cap.
        public var devicesPerUser: Int?
        /// Every request for a certificate is told to come later.
        public var isInMaintenance = false

        public init() {}
    }

    /// The polling schedule that a device gets: minutes and counts (enrollment.md 15).
    public struct Poll: Hashable, Sendable {
        public var firstInterval = 15
        public var firstCount = 5
        public var secondInterval = 60
        public var secondCount = 10
        public var remainingInterval = 1440
        public var remainingCount = 0
        public var onLogin = true

        public init() {}
    }

    /// How a session without a client certificate proves its device (enrollment.md 14.5).
    public struct SessionRules: Hashable, Sendable {
        public enum Way: String, Hashable, Sendable, CaseIterable {
            case md5, basic
        }

        public enum Extent: String, Hashable, Sendable, CaseIterable {
            case session, message
        }

        public var way = Way.md5
        /// With every message, which leaves no message of a session without proof; or once for a session (212).
        public var extent = Extent.message
        /// The server proves itself, too.
        public var isMutual = false
        /// Whether a TLS client certificate of the enrolment serves as proof.
        public var acceptsCertificate = true
        /// How many times as fast as the clock the times of profiles go, for devices that live as fast (`espalier run
        /// --server --speed`); 1 to 10,000.
        public var speed = 1

        public init() {}
    }

    /// What devices are to get: the server's half of a scenario (docs/scenarios.md).
    public struct Plan: Sendable {
        public var name: String
        public var scenario: Scenario

        public init(name: String, scenario: Scenario) {
            self.name = name
            self.scenario = scenario
        }
    }

    /// The plan of a device that nobody assigned one to by hand.
    func plan(of device: String) -> Plan? {
        (planOfDevice[device.uppercased()] ?? defaultPlan).flatMap { name in plans.first { $0.name == name } }
    }

    func user(_ name: String) -> User? { users.first { $0.name.lowercased() == name.lowercased() } }
}

extension ServerSettings.User: CustomStringConvertible, CustomReflectable {
    /// Without the password.
    public var description: String { "user \(name)" }
    public var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}

extension ServerSettings.Federation: CustomStringConvertible, CustomReflectable {
    /// Without the tokens.
    public var description: String { "federation with \(tokens.count) tokens" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
