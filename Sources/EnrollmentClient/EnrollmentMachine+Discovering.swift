import Enrollment
import HTTPExchange

/// Discover (enrollment.md 4), and the choice of the authentication that follows from it.
extension EnrollmentMachine {
    mutating func discover(_ service: ServiceAddress, acceptedRedirect: HTTPURL?) -> EnrollmentAction {
        guard service.url.scheme == .https else { return fail(.plainDiscovery(service.url)) }
        let device = configuration.device
        let body = EnrollmentMessage.Body.discover(
            Discover(
                emailAddress: TextElement(configuration.emailAddress),
                requestVersion: TextElement(configuration.build.requestVersion),
                deviceType: TextElement(device.deviceType),
                applicationVersion: TextElement(device.applicationVersion),
                osEdition: TextElement(String(device.osEdition)),
                authPolicies: configuration.offers.map { TextElement($0.rawValue) }))
        let messageID = configuration.messageIDs.next()
        do throws(EnrollmentFailure) {
            let bytes = try written(body, messageID, to: service, nil, at: .discover).bytes
            let request = SentRequest(messageID: messageID, service: service, redirects: 0, body: bytes)
            state = .discovering(Discovering(request: request, acceptedRedirect: acceptedRedirect))
            return post(request)
        } catch { return fail(error) }
    }

    mutating func discovered(
        _ discovering: Discovering, _ response: HTTPResponse, _ now: Int64
    ) -> EnrollmentAction {
        if let again = redirected(discovering.request, response) {
            state = .discovering(Discovering(request: again, acceptedRedirect: discovering.acceptedRedirect))
            return post(again)
        }
        do throws(EnrollmentFailure) {
            let message = try read(response, to: discovering.request, at: .discover)
            guard case .discoverResponse(let answer) = message.body else {
                throw .unexpectedAnswer("DiscoverResponse", at: .discover)
            }
            return try authenticate(try checked(answer, discovering), now)
        } catch { return fail(error) }
    }

    /// The checks of 4.2: what the client cannot go on with.
    private mutating func checked(
        _ answer: DiscoverResponse, _ discovering: Discovering
    ) throws(EnrollmentFailure) -> Discovered {
        if let defect = answer.authPolicyDefect { throw .defect(defect, .authPolicyMissing, at: .discover) }
        if let defect = answer.offerDefect(offered: configuration.offers.map(\.rawValue)) {
            throw .defect(defect, .authPolicyNotOffered, at: .discover)
        }
        if let defect = answer.serviceURLDefects.first { throw .defect(defect, .serviceURLInsecure, at: .discover) }
        // Entra's sign-in takes the place of the page (11), and a renewal has no page.
        let opensPage = configuration.credentials.entraToken == nil && configuration.renewal == nil
        if opensPage, let defect = answer.authenticationURLDefect {
            throw .defect(defect, .authenticationURLMissing, at: .discover)
        }
        if let defect = answer.versionDefect { remark("ENR-09", .discover, defect) }
        guard let policy = answer.authPolicy, let service = try address(answer.enrollmentServiceURL) else {
            throw .unexpectedAnswer("DiscoverResponse", at: .discover)
        }
        return Discovered(
            service: discovering.request.service, acceptedRedirect: discovering.acceptedRedirect,
            authPolicy: policy,
            enrollmentVersion: answer.enrollmentVersion.flatMap { $0.hasText ? $0.value : nil },
            policyService: try address(answer.enrollmentPolicyServiceURL), enrollmentService: service,
            authenticationService: opensPage ? try address(answer.authenticationServiceURL)?.url : nil)
    }

    /// nil for an address that is absent or nil. One that begins like an https address and is none is refused.
    private func address(_ element: TextElement?) throws(EnrollmentFailure) -> ServiceAddress? {
        guard let element, element.hasText else { return nil }
        guard let address = ServiceAddress(element.value) else {
            throw .defect(
                AnswerDefect(
                    element.place, "\"\(element.value)\" is no address",
                    hint: "write https://, a host and a path, percent-encoded"),
                .serviceURLInsecure, at: .discover)
        }
        return address
    }

    /// The server's choice, and what the device has for it (4.2, 5, 6.1).
    private mutating func authenticate(
        _ discovered: Discovered, _ now: Int64
    ) throws(EnrollmentFailure) -> EnrollmentAction {
        let credentials = configuration.credentials
        if configuration.renewal != nil {
            return getPolicies(discovered, .renewal(user: credentials.user), now)
        }
        switch discovered.authPolicy {
        case .onPremise:
            guard let password = credentials.password else { throw .passwordMissing }
            return getPolicies(discovered, .password(user: credentials.user, password), now)
        case .federated:
            if let token = credentials.entraToken { return getPolicies(discovered, .entra(token), now) }
            if let token = credentials.federatedToken { return getPolicies(discovered, .federated(token), now) }
            return browse(discovered, now)
        case .certificate:
            guard let certificate = credentials.certificate else { throw .certificateMissing }
            return getPolicies(discovered, .certificate(certificate), now)
        }
    }
}
