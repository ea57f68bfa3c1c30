import HTTPExchange

/// The addresses of the services, as answers name them.
struct ServiceAddresses: Hashable, Sendable {
    static let discoveryPath = "/EnrollmentServer/Discovery.svc"
    static let policyPath = "/EnrollmentServer/Policy.svc"
    static let enrollmentPath = "/EnrollmentServer/Enrollment.svc"
    static let loginPath = "/EnrollmentServer/Login"
    static let managementPath = "/dm"

    /// Host and port.
    let authority: String

    /// - Parameter configured: the authority of the settings; nil: the one that the client used.
    init(_ request: HTTPURL, configured: String?) { authority = configured ?? request.authority }

    var policy: String { address(Self.policyPath) }
    var enrollment: String { address(Self.enrollmentPath) }
    var login: String { address(Self.loginPath) }
    var management: String { address(Self.managementPath) }

    private func address(_ path: String) -> String { "https://\(authority)\(path)" }
}
