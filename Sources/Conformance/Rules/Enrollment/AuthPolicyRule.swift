import Enrollment

extension Rule {
    static let authPolicy = Rule(
        "enrollment.auth-policy", .error,
        "A DiscoverResponse has not exactly one AuthPolicy of the three, or one that the client did not offer.",
        requirements: ["ENR-06"], reference: "enrollment.md 4.2",
        check: .enrollment { linted in
            guard case .discoverResponse(let response) = linted.message.body else { return [] }
            let known = AuthPolicy.allCases.map(\.rawValue).joined(separator: ", ")
            guard let first = response.authPolicies.first else {
                return [Breach(response.place, "there is no AuthPolicy", hint: "write one of \(known)")]
            }
            if response.authPolicies.count > 1 {
                return [
                    Breach(
                        response.authPolicies[1].place, "AuthPolicy stands \(response.authPolicies.count) times",
                        hint: "choose one")
                ]
            }
            guard let policy = response.authPolicy else {
                return [Breach(first.place, "AuthPolicy is \"\(first.value)\"", hint: "write one of \(known)")]
            }
            guard case .discover(let discover) = linted.request?.body, !discover.offered.contains(policy) else {
                return []
            }
            let offered = discover.authPolicies.map(\.value).joined(separator: ", ")
            return [
                Breach(
                    first.place, "AuthPolicy is \(first.value), and the client offered \(offered)",
                    hint: "choose one of those that Discover offers")
            ]
        })
}
