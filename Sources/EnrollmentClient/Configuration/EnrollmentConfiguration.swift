import Enrollment
import HTTPExchange

/// All that an enrolment needs to know before it begins.
public struct EnrollmentConfiguration: Sendable {
    public var purpose: EnrollmentPurpose
    public var credentials: UserCredentials
    /// EmailAddress of Discover: what the user typed, empty when nobody did (enrollment.md 4.1).
    public var emailAddress: String
    public var device: DeviceIdentity
    public var circumstances: Circumstances
    public var build: BuildProfile
    public var messageIDs: any MessageIDSource

    /// The discovery service, when the user typed its address or the tenant has it; nil: made from the e-mail address (3).
    public var discoveryURL: ServiceAddress?
    /// Whether a GET looks for the discovery service first. Some servers know no GET. Without effect for Entra tokens and
    /// renewals, which never look.
    public var probes: Bool
    /// Follows a redirect of plain HTTP without asking the user (3).
    public var allowsHTTPRedirect: Bool
    /// What Discover offers, in its order; a usual PC offers OnPremise and Federated.
    public var offers: [AuthPolicy]
    /// Reads answers that come in chunks or without a Content-Length, which Windows does not (4).
    public var toleratesChunks: Bool
    /// Reads a GetPoliciesResponse with `<…xsi:nil="true"/>`, as Windows was seen to do (6.2).
    public var toleratesMissingBlank: Bool
    /// `appru` of the browser leg (5).
    public var appID: String
    /// Cookies of the device, kept from one browser leg to the next.
    public var cookies: CookieJar
    /// The object identifier of the hash for the certificate request when no policy names one. Windows' own default is SHA-1;
    /// ours is SHA-256 (6.2).
    public var hashAlgorithm: String
    /// What keeps the device from enrolling at all; nil: nothing.
    public var obstacle: EnrollmentObstacle?

    public init(
        purpose: EnrollmentPurpose = .enrolment, credentials: UserCredentials, emailAddress: String? = nil,
        device: DeviceIdentity, circumstances: Circumstances = Circumstances(), build: BuildProfile,
        messageIDs: any MessageIDSource, discoveryURL: ServiceAddress? = nil, probes: Bool = true,
        allowsHTTPRedirect: Bool = false, offers: [AuthPolicy] = [.onPremise, .federated],
        toleratesChunks: Bool = false, toleratesMissingBlank: Bool = false,
        appID: String = "ms-app://windows.immersivecontrolpanel", cookies: CookieJar = CookieJar(),
        hashAlgorithm: String = Self.sha256, obstacle: EnrollmentObstacle? = nil
    ) {
        self.purpose = purpose
        self.credentials = credentials
        self.emailAddress = emailAddress ?? credentials.user
        self.device = device
        self.circumstances = circumstances
        self.build = build
        self.messageIDs = messageIDs
        self.discoveryURL = discoveryURL
        self.probes = probes
        self.allowsHTTPRedirect = allowsHTTPRedirect
        self.offers = offers
        self.toleratesChunks = toleratesChunks
        self.toleratesMissingBlank = toleratesMissingBlank
        self.appID = appID
        self.cookies = cookies
        self.hashAlgorithm = hashAlgorithm
        self.obstacle = obstacle
    }

    public static let sha256 = "2.16.840.1.101.3.4.2.1"
}

extension EnrollmentConfiguration {
    var renewal: EnrollmentPurpose.Renewal? {
        switch purpose {
        case .renewal(let renewal): renewal
        case .enrolment, .recovery: nil
        }
    }

    /// The discovery service; nil when nothing tells it.
    var discovery: ServiceAddress? { discoveryURL ?? ServiceAddress(emailAddress: emailAddress) }

    /// Entra knows the address from the tenant, and a renewal from the enrolment (10.1, 11).
    var looksForDiscovery: Bool { probes && renewal == nil && credentials.entraToken == nil }
}
