import Enrollment

extension Rule {
    static let authPolicy = Rule(
        "enrollment.auth-policy", .error,
        "A DiscoverResponse has not exactly one AuthPolicy of the three, or one that the client did not offer.",
        requirements: ["ENR-06"], reference: "enrollment.md 4.2",
        check: .enrollment { linted in
            guard case .discoverResponse(let response) = linted.message.body else { return [] }
            if let defect = response.authPolicyDefect { return [Breach(defect)] }
            guard case .discover(let discover) = linted.request?.body else { return [] }
            return response.offerDefect(offered: discover.authPolicies.map(\.value)).map { [Breach($0)] } ?? []
        })
}

extension Breach {
    /// What a client finds, too.
    init(_ defect: AnswerDefect) { self.init(defect.place, defect.message, hint: defect.hint) }
}
