import Enrollment
import HTTPExchange
import Notation
import XMLStream

/// The enrolment of a device, its renewal or its recovery, as a state machine: events go in, actions come out
/// (enrollment.md 1, 3 to 7, 9 to 11). It sends nothing, knows no clock and makes no keys.
///
/// ```
/// var machine = EnrollmentMachine(configuration)
/// var action = machine.start()
/// while true {
///     switch action {
///     case .send(let request): action = machine.received(try await transport.exchange(request).response, now: now)
///     …
///     case .finish(let enrolled): …
///     case .fail(let failure): …
///     }
/// }
/// ```
///
/// `now` is always in seconds since 1970, UTC. The number of actions of a run is bounded: each loop of redirects is.
public struct EnrollmentMachine: Sendable {
    public internal(set) var state = EnrollmentState.idle
    /// The cookies grow, and an address that the user gives goes into `discoveryURL`.
    public internal(set) var configuration: EnrollmentConfiguration
    /// What the server did otherwise than the protocol has it, and Windows takes all the same; in order.
    public internal(set) var remarks: [AnswerRemark] = []

    public init(_ configuration: EnrollmentConfiguration) { self.configuration = configuration }

    // MARK: Events

    /// Begins. After a failure it begins anew; at another time it is refused.
    public mutating func start() -> EnrollmentAction {
        switch state {
        case .idle, .failed:
            remarks = []
            return begin()
        case .probing, .discovering, .authenticating, .policy, .requesting, .provisioning:
            return .refuse(.inProgress(state.step))
        case .enrolled: return .refuse(.alreadyEnrolled)
        }
    }

    /// The whole response to the last `send`.
    public mutating func received(_ response: HTTPResponse, now: Int64) -> EnrollmentAction {
        switch state {
        case .probing(let probing): return probed(probing, response)
        case .discovering(let discovering): return discovered(discovering, response, now)
        case .authenticating(let authenticating): return browsed(authenticating, response, now)
        case .policy(let policies):
            guard case .sent(let request) = policies.stage else { return .none }
            return receivedPolicies(policies, request, response)
        case .requesting(let requesting):
            guard case .sent(let request) = requesting.stage else { return .none }
            return receivedToken(requesting, request, response)
        case .idle, .provisioning, .enrolled, .failed: return .none
        }
    }

    /// There is no response to the last `send`.
    public mutating func failed(_ fault: ExchangeFault) -> EnrollmentAction {
        switch state {
        case .probing(let probing): return notProbed(probing, fault)
        case .discovering: return fail(EnrollmentFailure(fault, at: .discover))
        case .authenticating: return fail(Self.notBrowsed(fault))
        case .policy(let policies):
            guard case .sent = policies.stage else { return .none }
            return fail(EnrollmentFailure(fault, at: .getPolicies))
        case .requesting(let requesting):
            guard case .sent = requesting.stage else { return .none }
            return fail(EnrollmentFailure(fault, at: .requestSecurityToken))
        case .idle, .provisioning, .enrolled, .failed: return .none
        }
    }

    /// To `askConsent` or `askServerAddress`.
    public mutating func userAnswered(_ answer: UserAnswer) -> EnrollmentAction {
        guard case .probing(let probing) = state else { return .none }
        switch (probing, answer) {
        case (.awaitingConsent(let target), .consents): return follow(target)
        case (.awaitingConsent(let target), .declines): return fail(.consentDenied(target.url))
        case (.awaitingAddress(let refusal), .declines): return fail(refusal)
        case (.awaitingAddress, .server(let address)):
            configuration.discoveryURL = address
            return begin()
        case (.awaitingConsent, .server), (.awaitingAddress, .consents), (.https, _), (.http, _): return .none
        }
    }

    /// The user stops it. What is being applied is not stopped.
    public mutating func cancelled() -> EnrollmentAction {
        switch state {
        case .probing, .discovering, .authenticating, .policy, .requesting: fail(.cancelled(state.step))
        case .idle, .provisioning, .enrolled, .failed: .none
        }
    }

    /// To `createKey`: the key is there, and is kept outside.
    public mutating func keyCreated() -> EnrollmentAction {
        guard case .requesting(var requesting) = state, case .creatingKey = requesting.stage else { return .none }
        requesting.stage = .makingCertificateRequest
        state = .requesting(requesting)
        return .makeCertificateRequest(certificateRequestForm(requesting.rules))
    }

    /// To `createKey` or `makeCertificateRequest`.
    ///
    /// - Parameter reason: half a sentence without secrets.
    public mutating func keyCreationFailed(_ reason: String) -> EnrollmentAction {
        guard case .requesting(let requesting) = state else { return .none }
        switch requesting.stage {
        case .creatingKey, .makingCertificateRequest: return fail(.keyCreation(reason))
        case .signing, .sent: return .none
        }
    }

    /// To `makeCertificateRequest`.
    ///
    /// - Parameter der: packed as the form wants it.
    public mutating func certificateRequestMade(_ der: [UInt8], now: Int64) -> EnrollmentAction {
        guard case .requesting(let requesting) = state, case .makingCertificateRequest = requesting.stage else {
            return .none
        }
        return requestToken(requesting, der, now)
    }

    /// To `sign`.
    ///
    /// - Parameter bytes: the message with its `ds:Signature`, as it goes out.
    public mutating func signed(_ bytes: [UInt8]) -> EnrollmentAction {
        switch state {
        case .policy(var policies):
            guard case .signing(let unsigned) = policies.stage else { return .none }
            let request = SentRequest(unsigned, bytes)
            policies.stage = .sent(request)
            state = .policy(policies)
            return post(request)
        case .requesting(var requesting):
            guard case .signing(let unsigned) = requesting.stage else { return .none }
            let request = SentRequest(unsigned, bytes)
            requesting.stage = .sent(request)
            state = .requesting(requesting)
            return post(request)
        case .idle, .probing, .discovering, .authenticating, .provisioning, .enrolled, .failed: return .none
        }
    }

    /// To `sign`.
    ///
    /// - Parameter reason: half a sentence without secrets.
    public mutating func signingFailed(_ reason: String) -> EnrollmentAction {
        switch state {
        case .policy(let policies):
            guard case .signing = policies.stage else { return .none }
            return fail(.signing(reason, at: .getPolicies))
        case .requesting(let requesting):
            guard case .signing = requesting.stage else { return .none }
            return fail(.signing(reason, at: .requestSecurityToken))
        case .idle, .probing, .discovering, .authenticating, .provisioning, .enrolled, .failed: return .none
        }
    }

    /// To `provision`: the document is applied, and kept.
    public mutating func provisioned() -> EnrollmentAction {
        guard case .provisioning(let provisioning) = state else { return .none }
        state = .enrolled(provisioning.result)
        return .finish(provisioning.result)
    }

    /// To `provision`: nothing was applied.
    ///
    /// - Parameter error: by the part of the document (enrollment.md 8.5).
    public mutating func provisioningFailed(
        _ error: HRESULT, message: String, hint: String, position: XMLPosition?
    ) -> EnrollmentAction {
        guard case .provisioning = state else { return .none }
        return fail(
            EnrollmentFailure(
                .provisioning, error, at: .provision, message: message, hint: hint, position: position))
    }

    // MARK: What all steps share

    mutating func fail(_ failure: EnrollmentFailure) -> EnrollmentAction {
        state = .failed(failure)
        return .fail(failure)
    }

    /// A renewal with an address of its own goes there at once; everything else begins with discovery.
    private mutating func begin() -> EnrollmentAction {
        if let obstacle = configuration.obstacle { return fail(EnrollmentFailure(obstacle)) }
        if let renewal = configuration.renewal, let service = renewal.serverURL {
            return createKey(
                Requesting(
                    service: service, discovered: nil, credential: .renewal(user: configuration.credentials.user),
                    rules: .standard(hashAlgorithm: configuration.hashAlgorithm), stage: .creatingKey))
        }
        // Entra has the address from the tenant, and makes none of the user's name (11).
        if configuration.credentials.entraToken != nil, configuration.discoveryURL == nil {
            return fail(.notConfigured)
        }
        guard let discovery = configuration.discovery else {
            state = .probing(.awaitingAddress(refusal: .noServerAddress))
            return .askServerAddress(.noServerAddress)
        }
        return configuration.looksForDiscovery ? probe(discovery) : discover(discovery, acceptedRedirect: nil)
    }

    /// A POST with a message of the enrolment (enrollment.md 4).
    func post(_ request: SentRequest) -> EnrollmentAction {
        .send(
            HTTPRequest(
                .post, request.service.url, headers: configuration.build.requestHeaders, body: request.body))
    }

    /// Writes a message and gives it its id.
    func written(
        _ body: EnrollmentMessage.Body, _ messageID: String, to service: ServiceAddress, _ security: Security?,
        at step: EnrollmentStep
    ) throws(EnrollmentFailure) -> (message: EnrollmentMessage, bytes: [UInt8]) {
        let message = EnrollmentMessage(
            header: .request(body, messageID: messageID, to: service.text, security: security), body: body)
        do throws(XMLError) { return (message, try message.bytes()) } catch { throw .writing(error, at: step) }
    }
}

extension SentRequest {
    init(_ unsigned: UnsignedRequest, _ bytes: [UInt8]) {
        self.init(messageID: unsigned.messageID, service: unsigned.service, redirects: 0, body: bytes)
    }
}
