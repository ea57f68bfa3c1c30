import HTTPExchange

/// The browser leg (enrollment.md 5).
extension EnrollmentMachine {
    mutating func browse(_ discovered: Discovered, _ now: Int64) -> EnrollmentAction {
        guard let page = discovered.authenticationService else {
            return fail(.web("there is no page on which the user could sign in"))
        }
        var leg = BrowserLeg(
            appID: configuration.appID, user: configuration.credentials.user,
            password: configuration.credentials.password, headers: configuration.build.browserHeaders)
        let request = leg.open(page, configuration.cookies, now: now)
        state = .authenticating(Authenticating(discovered: discovered, leg: leg))
        return .send(request)
    }

    mutating func browsed(
        _ authenticating: Authenticating, _ response: HTTPResponse, _ now: Int64
    ) -> EnrollmentAction {
        var authenticating = authenticating
        switch authenticating.leg.received(response, &configuration.cookies, now: now) {
        case .request(let request):
            state = .authenticating(authenticating)
            return .send(request)
        case .token(let token): return getPolicies(authenticating.discovered, .federated(token), now)
        case .failure(let failure): return fail(failure)
        }
    }

    /// The page is shown by another program, which tells the client only that it failed; why is in the sentence.
    static func notBrowsed(_ fault: ExchangeFault) -> EnrollmentFailure {
        fault.code == .cancelled
            ? .cancelled(.authenticate) : .web("the page could not be opened: \(fault.message)", hint: fault.hint)
    }
}
