import Capture

/// One enrolment of the device. Where its server is and what it set stands in the tree, EntDMID too.
public struct EnrolmentRecord: Hashable, Sendable {
    public enum State: String, Hashable, Sendable, CaseIterable {
        case enrolled
        /// A renewal failed: EnrollmentState 3 in the registry, while management goes on (enrollment.md 10.1).
        case renewalFailed
        /// The device has left management (enrollment.md 13).
        case ended
    }

    /// `EnrollmentType`: whose certificate it is (enrollment.md 8.1).
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Of the user: `My/User`.
        case full = "Full"
        /// Of the device: `My/System`.
        case device = "Device"
    }

    /// From 1: how many enrolments the device had.
    public var number: Int
    public var state: State
    public var kind: Kind
    /// PROVIDER-ID.
    public var provider: String
    /// The name with which the user enrolled.
    public var user: String?
    public var discoveryURL: String
    public var authenticationURL: String?
    public var policyURL: String?
    public var enrolmentURL: String?
    /// The redirect that the user accepted; only this one is followed at a renewal (enrollment.md 10.1).
    public var acceptedRedirect: String?
    public var enrolled: CaptureTime
    /// nil until it has ended.
    public var ended: CaptureTime?

    public init(
        number: Int, state: State = .enrolled, kind: Kind, provider: String, user: String? = nil, discoveryURL: String,
        authenticationURL: String? = nil, policyURL: String? = nil, enrolmentURL: String? = nil,
        acceptedRedirect: String? = nil, enrolled: CaptureTime, ended: CaptureTime? = nil
    ) {
        self.number = number
        self.state = state
        self.kind = kind
        self.provider = provider
        self.user = user
        self.discoveryURL = discoveryURL
        self.authenticationURL = authenticationURL
        self.policyURL = policyURL
        self.enrolmentURL = enrolmentURL
        self.acceptedRedirect = acceptedRedirect
        self.enrolled = enrolled
        self.ended = ended
    }
}
