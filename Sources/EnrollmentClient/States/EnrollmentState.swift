import Enrollment
import HTTPExchange

/// Where an enrolment stands. Each case holds only what exists then (enrollment.md 1).
public enum EnrollmentState: Hashable, Sendable {
    case idle
    /// A GET looks for the discovery service.
    case probing(Probing)
    /// Discover is under way.
    case discovering(Discovering)
    /// The browser leg.
    case authenticating(Authenticating)
    /// GetPolicies is being signed or under way.
    case policy(GettingPolicies)
    /// From the key to the response for its certificate.
    case requesting(Requesting)
    /// The document is being applied.
    case provisioning(Provisioning)
    case enrolled(Enrolled)
    case failed(EnrollmentFailure)
}

extension EnrollmentState {
    /// What was or is being done.
    public var step: EnrollmentStep {
        switch self {
        case .idle, .probing: .probe
        case .discovering: .discover
        case .authenticating: .authenticate
        case .policy: .getPolicies
        case .requesting: .requestSecurityToken
        case .provisioning, .enrolled: .provision
        case .failed(let failure): failure.step
        }
    }
}

extension EnrollmentState: CustomStringConvertible, CustomReflectable {
    /// The name alone: requests hold credentials.
    public var description: String {
        switch self {
        case .idle: "idle"
        case .probing: "probing"
        case .discovering: "discovering"
        case .authenticating: "authenticating"
        case .policy: "policy"
        case .requesting: "requesting"
        case .provisioning: "provisioning"
        case .enrolled: "enrolled"
        case .failed(let failure): "failed(\(failure))"
        }
    }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What the GET has found so far (enrollment.md 3).
public enum Probing: Hashable, Sendable {
    /// Under way; `redirects` were followed before, and the user agreed to be led to `accepted`.
    case https(ServiceAddress, redirects: Int, accepted: HTTPURL?)
    /// Under way over plain HTTP, only to see a redirect. `refusal` is why HTTPS did not do.
    case http(ServiceAddress, refusal: EnrollmentFailure)
    /// The user is asked whether he trusts where plain HTTP leads.
    case awaitingConsent(ServiceAddress)
    /// The user is asked for a server, because none was found.
    case awaitingAddress(refusal: EnrollmentFailure)
}

/// A request that was sent, by what its answer has to match.
public struct SentRequest: Hashable, Sendable {
    public var messageID: String
    public var service: ServiceAddress
    /// How often a renewal was sent to another address already (10.1).
    public var redirects: Int
    /// What was sent, for the renewal that is sent again.
    var body: [UInt8]
}

public struct Discovering: Hashable, Sendable {
    public var request: SentRequest
    /// Where the user agreed to be led.
    public var acceptedRedirect: HTTPURL?
}

/// What Discover said, checked (enrollment.md 4.2).
public struct Discovered: Hashable, Sendable {
    /// The service that answered.
    public var service: ServiceAddress
    public var acceptedRedirect: HTTPURL?
    public var authPolicy: AuthPolicy
    /// EnrollmentVersion, as written; nil when the server named none.
    public var enrollmentVersion: String?
    /// nil: no GetPolicies.
    public var policyService: ServiceAddress?
    public var enrollmentService: ServiceAddress
    /// Of Federated.
    public var authenticationService: HTTPURL?
}

public struct Authenticating: Hashable, Sendable {
    public var discovered: Discovered
    public var leg: BrowserLeg
}

/// How requests prove who sends them (enrollment.md 6.1).
public enum RequestCredential: Hashable, Sendable {
    case password(user: String, Secret)
    /// The text of `wresult`.
    case federated(Secret)
    /// The compact JWT.
    case entra(Secret)
    /// DER.
    case certificate([UInt8])
    /// A user name with an empty password; the certificate in TLS and the old key prove the rest (10.1).
    case renewal(user: String)
}

public struct GettingPolicies: Hashable, Sendable {
    public var discovered: Discovered
    public var credential: RequestCredential
    public var stage: Stage

    public enum Stage: Hashable, Sendable {
        case signing(UnsignedRequest)
        case sent(SentRequest)
    }
}

public struct Requesting: Hashable, Sendable {
    /// EnrollmentServiceUrl, or ServerURL of a renewal.
    public var service: ServiceAddress
    /// nil for a renewal at its ServerURL.
    public var discovered: Discovered?
    public var credential: RequestCredential
    public var rules: KeyRules
    public var stage: Stage

    public enum Stage: Hashable, Sendable {
        case creatingKey
        case makingCertificateRequest
        case signing(UnsignedRequest)
        case sent(SentRequest)
    }
}

public struct Provisioning: Hashable, Sendable {
    public var document: ProvisioningDocument
    public var result: Enrolled
}

/// What is worth keeping of an enrolment beside what the document brought.
public struct Enrolled: Hashable, Sendable {
    /// The service that answered Discover: where a renewal without a ServerURL begins. nil for one that did not ask.
    public var discoveryService: ServiceAddress?
    /// EnrollmentServiceUrl, or where the renewal was answered.
    public var enrollmentService: ServiceAddress
    public var authPolicy: AuthPolicy?
    public var enrollmentVersion: String?
    /// What the user agreed to be led to; a renewal may go there, too.
    public var acceptedRedirect: HTTPURL?
    public var rules: KeyRules
}

/// What GetPolicies said of the new key, or what holds without it (enrollment.md 6.2).
public struct KeyRules: Hashable, Sendable {
    public var bits: Int
    /// The object identifier of the hash of the certificate request.
    public var hashAlgorithm: String
    public var attestationFailure: AttestationFailure
    /// Seconds.
    public var operationTimeout: Int
    /// Version 6 and later.
    public var azure: AzureAttestation?

    /// What the client does when attestation fails; there is no TPM here, so nothing acts on it.
    public enum AttestationFailure: String, Hashable, Sendable, CaseIterable {
        case fail = "FailOnError"
        case ignore = "IgnoreOnError"
        case retry = "RetryOnError"
    }

    public struct AzureAttestation: Hashable, Sendable {
        public var nonce: String?
        public var relyingPartyID: String?
        public var endpointURI: String?
    }

    /// 2048 bits, retry, 100 seconds.
    public static func standard(hashAlgorithm: String) -> KeyRules {
        KeyRules(bits: 2048, hashAlgorithm: hashAlgorithm, attestationFailure: .retry, operationTimeout: 100)
    }
}
