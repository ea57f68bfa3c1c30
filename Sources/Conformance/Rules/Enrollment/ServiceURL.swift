import Enrollment

extension Rule {
    static let serviceURL = Rule(
        "enrollment.service-url", .error,
        "EnrollmentServiceUrl is missing, or an address of the DiscoverResponse is no absolute https address.",
        requirements: ["ENR-07"], reference: "enrollment.md 4.2",
        check: .enrollment { linted in
            guard case .discoverResponse(let response) = linted.message.body else { return [] }
            return response.serviceURLDefects.map { Breach($0) }
        })

    static let authenticationURL = Rule(
        "enrollment.authentication-url", .error,
        "AuthPolicy is Federated, and AuthenticationServiceUrl is missing or no https address.",
        requirements: ["ENR-08"], reference: "enrollment.md 4.2, 5",
        check: .enrollment { linted in
            guard case .discoverResponse(let response) = linted.message.body else { return [] }
            return response.authenticationURLDefect.map { [Breach($0)] } ?? []
        })
}
