import XMLStream

/// Where and how to enrol: DiscoverResponse/DiscoverResult (enrollment.md 4.2).
public struct DiscoverResponse: Hashable, Sendable {
    /// One is right.
    public var authPolicies: [TextElement]
    /// 3.0 to 9.0.
    public var enrollmentVersion: TextElement?
    /// Absent or nil: no GetPolicies.
    public var enrollmentPolicyServiceURL: TextElement?
    public var enrollmentServiceURL: TextElement?
    /// Of Federated.
    public var authenticationServiceURL: TextElement?
    public var unknown: [UnknownElement]
    /// That of DiscoverResult.
    public var place: Place

    public init(
        authPolicies: [TextElement], enrollmentVersion: TextElement? = nil,
        enrollmentPolicyServiceURL: TextElement? = nil, enrollmentServiceURL: TextElement?,
        authenticationServiceURL: TextElement? = nil, unknown: [UnknownElement] = [], place: Place = Place()
    ) {
        self.authPolicies = authPolicies
        self.enrollmentVersion = enrollmentVersion
        self.enrollmentPolicyServiceURL = enrollmentPolicyServiceURL
        self.enrollmentServiceURL = enrollmentServiceURL
        self.authenticationServiceURL = authenticationServiceURL
        self.unknown = unknown
        self.place = place
    }

    /// The policy that counts: the only one, when it is in the list.
    public var authPolicy: AuthPolicy? {
        authPolicies.count == 1 ? AuthPolicy(rawValue: authPolicies[0].value) : nil
    }

    /// The versions that are known (enrollment.md 4.3).
    public static let versions = ["3.0", "4.0", "5.0", "6.0", "7.0", "8.0", "9.0"]
}

extension DiscoverResponse {
    init(_ element: Element) {
        let result = element["DiscoverResult"] ?? element
        self.init(
            authPolicies: result.texts("AuthPolicy"), enrollmentVersion: result.text("EnrollmentVersion"),
            enrollmentPolicyServiceURL: result.text("EnrollmentPolicyServiceUrl"),
            enrollmentServiceURL: result.text("EnrollmentServiceUrl"),
            authenticationServiceURL: result.text("AuthenticationServiceUrl"),
            unknown: result.unknown(
                besides: [
                    "AuthPolicy", "EnrollmentVersion", "EnrollmentPolicyServiceUrl", "EnrollmentServiceUrl",
                    "AuthenticationServiceUrl",
                ]), place: result.place)
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("DiscoverResponse", namespace: Namespace.discovery)
        writer.start("DiscoverResult")
        writer.leaves("AuthPolicy", authPolicies)
        writer.leaf("EnrollmentVersion", enrollmentVersion)
        writer.leaf("EnrollmentPolicyServiceUrl", enrollmentPolicyServiceURL)
        writer.leaf("EnrollmentServiceUrl", enrollmentServiceURL)
        writer.leaf("AuthenticationServiceUrl", authenticationServiceURL)
        writer.unknown(unknown)
        writer.end("DiscoverResult")
        writer.end("DiscoverResponse")
    }
}
