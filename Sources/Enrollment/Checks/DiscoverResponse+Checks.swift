/// What a client looks at in a DiscoverResponse (enrollment.md 4.2, 4.3).
extension DiscoverResponse {
    /// ENR-06: not exactly one AuthPolicy of the three.
    public var authPolicyDefect: AnswerDefect? {
        let known = AuthPolicy.allCases.map(\.rawValue).joined(separator: ", ")
        guard let first = authPolicies.first else {
            return AnswerDefect(place, "there is no AuthPolicy", hint: "write one of \(known)")
        }
        if authPolicies.count > 1 {
            return AnswerDefect(
                authPolicies[1].place, "AuthPolicy stands \(authPolicies.count) times", hint: "choose one")
        }
        guard authPolicy == nil else { return nil }
        return AnswerDefect(first.place, "AuthPolicy is \"\(first.value)\"", hint: "write one of \(known)")
    }

    /// ENR-06: the policy is none of those that the client offered.
    ///
    /// - Parameter names: the values of AuthPolicies in Discover.
    public func offerDefect(offered names: [String]) -> AnswerDefect? {
        guard let policy = authPolicy, !names.contains(policy.rawValue) else { return nil }
        return AnswerDefect(
            authPolicies.first?.place,
            "AuthPolicy is \(policy.rawValue), and the client offered \(names.joined(separator: ", "))",
            hint: "choose one of those that Discover offers")
    }

    /// ENR-07: EnrollmentServiceUrl is missing, or an address is no absolute https address.
    public var serviceURLDefects: [AnswerDefect] {
        guard let service = enrollmentServiceURL, service.hasText else {
            return [
                AnswerDefect(
                    enrollmentServiceURL?.place ?? place, "there is no EnrollmentServiceUrl",
                    hint: "write the https address for the certificate request")
            ]
        }
        var defects = [ServiceURLCheck.defect(service, "EnrollmentServiceUrl")]
        // Absent and nil both mean: no policy service.
        if let policy = enrollmentPolicyServiceURL, policy.hasText {
            defects.append(ServiceURLCheck.defect(policy, "EnrollmentPolicyServiceUrl"))
        }
        return defects.compactMap { $0 }
    }

    /// ENR-08: AuthPolicy is Federated, and AuthenticationServiceUrl is missing or no https address.
    public var authenticationURLDefect: AnswerDefect? {
        guard authPolicy == .federated else { return nil }
        guard let address = authenticationServiceURL, address.hasText else {
            return AnswerDefect(
                authenticationServiceURL?.place ?? place, "Federated needs an AuthenticationServiceUrl",
                hint: "write the https address of the page on which the user signs in")
        }
        return ServiceURLCheck.defect(address, "AuthenticationServiceUrl")
    }

    /// ENR-09: EnrollmentVersion is none of the known versions.
    public var versionDefect: AnswerDefect? {
        guard let version = enrollmentVersion, !version.isNil, !Self.versions.contains(version.value) else {
            return nil
        }
        return AnswerDefect(
            version.place, "EnrollmentVersion is \"\(version.value)\"",
            hint: "write one of \(Self.versions.joined(separator: ", "))")
    }
}

extension TextElement {
    /// There, neither nil nor empty.
    public var hasText: Bool { !isNil && !value.isEmpty }
}

/// Addresses of services: https, a host, no blank inside.
public enum ServiceURLCheck {
    public static func isSecure(_ text: String) -> Bool {
        guard text.lowercased().hasPrefix("https://"), !text.contains(where: \.isWhitespace) else { return false }
        let host = text.dropFirst("https://".count).prefix { !"/?#".contains($0) }
        return !host.isEmpty && host.first != ":"
    }

    static func defect(_ element: TextElement, _ name: String) -> AnswerDefect? {
        if isSecure(element.value) { return nil }
        return AnswerDefect(
            element.place, "\(name) is \"\(element.value)\", which is no absolute https address",
            hint: "write https:// and the host")
    }
}
