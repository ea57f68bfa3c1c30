import Enrollment

extension Rule {
    static let serviceURL = Rule(
        "enrollment.service-url", .error,
        "EnrollmentServiceUrl is missing, or an address of the DiscoverResponse is no absolute https address.",
        requirements: ["ENR-07"], reference: "enrollment.md 4.2",
        check: .enrollment { linted in
            guard case .discoverResponse(let response) = linted.message.body else { return [] }
            guard let service = response.enrollmentServiceURL, !service.isNil, !service.value.isEmpty else {
                return [
                    Breach(
                        response.enrollmentServiceURL?.place ?? response.place, "there is no EnrollmentServiceUrl",
                        hint: "write the https address for the certificate request")
                ]
            }
            var breaches = WebAddress.breach(service, "EnrollmentServiceUrl")
            // Absent and nil both mean: no policy service.
            if let policy = response.enrollmentPolicyServiceURL, !policy.isNil, !policy.value.isEmpty {
                breaches += WebAddress.breach(policy, "EnrollmentPolicyServiceUrl")
            }
            return breaches
        })

    static let authenticationURL = Rule(
        "enrollment.authentication-url", .error,
        "AuthPolicy is Federated, and AuthenticationServiceUrl is missing or no https address.",
        requirements: ["ENR-08"], reference: "enrollment.md 4.2, 5",
        check: .enrollment { linted in
            guard case .discoverResponse(let response) = linted.message.body, response.authPolicy == .federated
            else { return [] }
            guard let address = response.authenticationServiceURL, !address.isNil, !address.value.isEmpty else {
                return [
                    Breach(
                        response.authenticationServiceURL?.place ?? response.place,
                        "Federated needs an AuthenticationServiceUrl",
                        hint: "write the https address of the page on which the user signs in")
                ]
            }
            return WebAddress.breach(address, "AuthenticationServiceUrl")
        })
}

/// Addresses of services: https, a host, no blank inside.
enum WebAddress {
    static func isSecure(_ text: String) -> Bool {
        guard text.lowercased().hasPrefix("https://"), !text.contains(where: \.isWhitespace) else { return false }
        let host = text.dropFirst("https://".count).prefix { !"/?#".contains($0) }
        return !host.isEmpty && host.first != ":"
    }

    static func breach(_ element: TextElement, _ name: String) -> [Breach] {
        if isSecure(element.value) { return [] }
        return [
            Breach(
                element.place, "\(name) is \"\(element.value)\", which is no absolute https address",
                hint: "write https:// and the host")
        ]
    }
}
