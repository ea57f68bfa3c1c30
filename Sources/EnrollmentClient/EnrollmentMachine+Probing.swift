import HTTPExchange

/// The discovery probe (enrollment.md 3).
extension EnrollmentMachine {
    /// The most redirects of a probe, and of the browser leg (5).
    static let allowedRedirects = 20

    /// HTTPS first. Plain HTTP that the user typed is only asked whether it redirects.
    mutating func probe(_ address: ServiceAddress) -> EnrollmentAction {
        switch address.url.scheme {
        case .https: probe(https: address, redirects: 0, accepted: nil)
        case .http: probe(http: address, refusal: .plainDiscovery(address.url))
        }
    }

    private mutating func probe(
        https address: ServiceAddress, redirects: Int, accepted: HTTPURL?
    ) -> EnrollmentAction {
        state = .probing(.https(address, redirects: redirects, accepted: accepted))
        return .send(HTTPRequest(.get, address.url, headers: configuration.build.probeHeaders))
    }

    private mutating func probe(http address: ServiceAddress, refusal: EnrollmentFailure) -> EnrollmentAction {
        state = .probing(.http(address, refusal: refusal))
        return .send(HTTPRequest(.get, address.url, headers: configuration.build.probeHeaders))
    }

    mutating func probed(_ probing: Probing, _ response: HTTPResponse) -> EnrollmentAction {
        let isRedirect = (300..<400).contains(response.status)
        switch probing {
        case .https(let address, let redirects, let accepted):
            if response.status == 200 { return discover(address, acceptedRedirect: accepted) }
            guard isRedirect, let target = response.headers["Location"].flatMap(address.url.resolving) else {
                return notFound(address, accepted: accepted, .httpStatus(response.status, at: .probe))
            }
            guard target.scheme == .https else { return fail(.insecureRedirect(to: target, at: .probe)) }
            guard redirects < Self.allowedRedirects else {
                return fail(.tooManyRedirects(Self.allowedRedirects, at: .probe))
            }
            return probe(
                https: ServiceAddress(url: target, text: target.description), redirects: redirects + 1,
                accepted: accepted)
        case .http(let address, let refusal):
            guard isRedirect, let target = response.headers["Location"].flatMap(address.url.resolving) else {
                return askAddress(refusal)
            }
            guard target.scheme == .https else { return fail(.insecureRedirect(to: target, at: .probe)) }
            let service = ServiceAddress(url: target, text: target.description)
            if configuration.allowsHTTPRedirect { return follow(service) }
            state = .probing(.awaitingConsent(service))
            return .askConsent(to: target)
        case .awaitingConsent, .awaitingAddress: return .none
        }
    }

    mutating func notProbed(_ probing: Probing, _ fault: ExchangeFault) -> EnrollmentAction {
        switch probing {
        case .https(let address, _, let accepted):
            if fault.code == .cancelled { return fail(.cancelled(.probe)) }
            return notFound(address, accepted: accepted, EnrollmentFailure(fault, at: .probe))
        case .http(_, let refusal):
            if fault.code == .cancelled { return fail(.cancelled(.probe)) }
            return askAddress(refusal)
        case .awaitingConsent, .awaitingAddress: return .none
        }
    }

    /// Where plain HTTP led, with the user's consent.
    mutating func follow(_ target: ServiceAddress) -> EnrollmentAction {
        probe(https: target, redirects: 1, accepted: target.url)
    }

    /// HTTPS did not do. An address that Windows made from the e-mail address is then tried over plain HTTP; one that was
    /// given is wrong.
    private mutating func notFound(
        _ address: ServiceAddress, accepted: HTTPURL?, _ refusal: EnrollmentFailure
    ) -> EnrollmentAction {
        guard configuration.discoveryURL == nil else { return fail(refusal) }
        guard accepted == nil, let made = ServiceAddress(emailAddress: configuration.emailAddress) else {
            return askAddress(refusal)
        }
        var plain = made
        plain.url.scheme = .http
        plain.url.explicitPort = nil
        return probe(http: plain, refusal: refusal)
    }

    private mutating func askAddress(_ refusal: EnrollmentFailure) -> EnrollmentAction {
        guard configuration.discoveryURL == nil else { return fail(refusal) }
        state = .probing(.awaitingAddress(refusal: refusal))
        return .askServerAddress(refusal)
    }
}
