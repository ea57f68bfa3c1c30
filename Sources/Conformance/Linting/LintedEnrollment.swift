import Capture
import Enrollment
import SyncML

/// A SOAP message of the enrolment as a rule sees it.
public struct LintedEnrollment: Sendable {
    public var message: EnrollmentMessage
    /// What it answers; nil for a request, and where the other side was not recorded.
    public var request: EnrollmentMessage?

    public init(_ message: EnrollmentMessage, request: EnrollmentMessage? = nil) {
        self.message = message
        self.request = request
    }

    /// The request for a certificate that it answers.
    var certificateRequest: RequestSecurityToken? { request?.certificateRequest }
}

/// What came back for a request of the enrolment, with what HTTP said.
public struct LintedEnrollmentRecord: Sendable {
    public var record: CaptureRecord
    public var request: EnrollmentMessage
    /// The body, when it is a message of the enrolment.
    public var message: EnrollmentMessage?

    public init(_ record: CaptureRecord, request: EnrollmentMessage, message: EnrollmentMessage?) {
        self.record = record
        self.request = request
        self.message = message
    }
}

/// A provisioning document of the enrolment as a rule sees it.
public struct LintedProvisioning: Sendable {
    public var document: ProvisioningDocument
    /// The request that it came for; nil where it was not recorded.
    public var request: RequestSecurityToken?
    /// When it was sent, in seconds since 1970; nil where nothing tells it.
    public var time: Int?
    public var context: LintContext

    public init(
        _ document: ProvisioningDocument, request: RequestSecurityToken? = nil, time: Int? = nil,
        context: LintContext = LintContext()
    ) {
        self.document = document
        self.request = request
        self.time = time
        self.context = context
    }
}

extension EnrollmentMessage {
    var certificateRequest: RequestSecurityToken? {
        if case .requestSecurityToken(let request) = body { request } else { nil }
    }
}

extension Breach {
    /// A breach at an element of a document of the enrolment.
    init(_ place: Enrollment.Place?, _ message: String, hint: String = "", severity: Rule.Severity? = nil) {
        self.init(at: Origin(place?.position), message, hint: hint, severity: severity)
    }
}
