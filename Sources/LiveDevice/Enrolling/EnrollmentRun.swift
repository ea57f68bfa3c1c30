import CSP
import Enrollment
import EnrollmentClient
import HTTPExchange
import Identity

/// Drives an enrolment, a renewal or a recovery: does what the machine asks for and tells it what came of it.
///
/// Everything that happens outside of the machine is given: the transport, the keys, the user, and who applies the
/// document.
public struct EnrollmentRun: Sendable {
    /// How the requests are made and proved.
    public struct Means: Sendable {
        public var transport: any HTTPExchanging
        public var keys: KeyPool
        public var clock: any WallClock
        /// How the certificate request looks; a hash that the policy names goes before that of the form.
        public var form: CertificateRequest.Form
        /// Draws a GUID.
        public var guid: @Sendable () -> String
        /// What the device has already: the signer of a renewal, or of certificate authentication.
        public var identity: HeldIdentity?

        public init(
            transport: any HTTPExchanging, keys: KeyPool, clock: any WallClock,
            form: CertificateRequest.Form, guid: @escaping @Sendable () -> String, identity: HeldIdentity? = nil
        ) {
            self.transport = transport
            self.keys = keys
            self.clock = clock
            self.form = form
            self.guid = guid
            self.identity = identity
        }
    }

    /// What the run asks of whoever started it.
    public struct Answers: Sendable {
        /// Plain HTTP leads to this host: does the user trust it?
        public var consents: @Sendable (HTTPURL) -> Bool
        /// No server was found, for this reason: does the user know its address?
        public var serverAddress: @Sendable (EnrollmentFailure) -> ServiceAddress?
        /// Checks and applies the document that answers this PKCS#10 (DER), all or nothing.
        public var provision: @Sendable (ProvisioningDocument, [UInt8]) async throws(ProvisioningFault) -> Void
        /// What happened, as it happens.
        public var progress: @Sendable (EnrollmentProgress) -> Void

        public init(
            consents: @escaping @Sendable (HTTPURL) -> Bool = { _ in false },
            serverAddress: @escaping @Sendable (EnrollmentFailure) -> ServiceAddress? = { _ in nil },
            provision: @escaping @Sendable (ProvisioningDocument, [UInt8]) async throws(ProvisioningFault) -> Void,
            progress: @escaping @Sendable (EnrollmentProgress) -> Void = { _ in }
        ) {
            self.consents = consents
            self.serverAddress = serverAddress
            self.provision = provision
            self.progress = progress
        }
    }

    private var machine: EnrollmentMachine
    private let means: Means
    private let answers: Answers
    /// The key that was made in this run.
    public private(set) var key: KeyPair?
    /// The PKCS#10 of this run, DER.
    private var request: [UInt8] = []
    /// Every exchange so far, in order.
    public private(set) var exchanges: [ExchangeRecord] = []

    public init(_ configuration: EnrollmentConfiguration, means: Means, answers: Answers) {
        machine = EnrollmentMachine(configuration)
        self.means = means
        self.answers = answers
    }

    /// What the server did otherwise than the protocol has it, and Windows takes all the same.
    public var remarks: [AnswerRemark] { machine.remarks }

    /// Runs to the end. The number of steps is bounded by the machine's own limits on redirects.
    ///
    /// - Throws: why there is no enrolment; the device is as it was.
    public mutating func run() async throws(EnrollmentFailure) -> Enrolled {
        var action = machine.start()
        while true {
            switch action {
            case .none: throw .defect("the machine waits for an event that nobody sends")
            case .refuse(let failure), .fail(let failure): throw failure
            case .finish(let enrolled): return enrolled
            case .send(let request): action = await send(request)
            case .askConsent(let target):
                action = machine.userAnswered(answers.consents(target) ? .consents : .declines)
            case .askServerAddress(let reason):
                action = machine.userAnswered(answers.serverAddress(reason).map { .server($0) } ?? .declines)
            case .createKey(let bits): action = await createKey(bits)
            case .makeCertificateRequest(let form): action = makeRequest(form)
            case .sign(let unsigned): action = sign(unsigned)
            case .provision(let document): action = await provision(document)
            }
        }
    }

    private mutating func send(_ request: HTTPRequest) async -> EnrollmentAction {
        answers.progress(.sending(request.method, request.url, machine.state.step))
        let sent = means.clock.now
        let action: EnrollmentAction
        do throws(ExchangeFault) {
            let result = try await means.transport.exchange(request)
            exchanges.append(
                ExchangeRecord(
                    request: request, response: result.response, sent: sent, received: means.clock.now,
                    timing: result.timing))
            answers.progress(.received(result.response.status, result.response.body.count, result.timing))
            action = machine.received(result.response, now: means.clock.now / 1000)
        } catch {
            exchanges.append(
                ExchangeRecord(request: request, fault: error, sent: sent, received: means.clock.now))
            answers.progress(.noResponse(error))
            action = machine.failed(error)
        }
        return action
    }

    private mutating func createKey(_ bits: Int) async -> EnrollmentAction {
        answers.progress(.makingKey(bits: bits))
        do {
            key = try await means.keys.take(bits: bits)
            return machine.keyCreated()
        } catch {
            return machine.keyCreationFailed("\(error)")
        }
    }

    private mutating func makeRequest(_ wanted: CertificateRequestForm) -> EnrollmentAction {
        guard let key else { return machine.keyCreationFailed("there is no key") }
        var form = means.form
        if let hash = SignatureHash(objectIdentifier: wanted.hashAlgorithm), hash != form.signature.algorithm.hash {
            form.signature = CertificateRequest.Form.Signature(hash)
        }
        let requester = CertificateRequest.Requester(
            guid: means.guid(), deviceID: wanted.deviceID, userPrincipalName: wanted.user)
        do {
            let request = try CertificateRequest(for: requester, form: form, key: key)
            self.request = request.der
            switch wanted.packing {
            case .pkcs10: return machine.certificateRequestMade(request.der, now: means.clock.now / 1000)
            case .pkcs7SignedByOldKey:
                guard let identity = means.identity else {
                    return machine.keyCreationFailed("the device has no certificate to sign the renewal with")
                }
                let renewal = try RenewalRequest(
                    of: request, signedBy: identity.certificate, key: identity.key)
                return machine.certificateRequestMade(renewal.octets, now: means.clock.now / 1000)
            }
        } catch {
            return machine.keyCreationFailed("\(error)")
        }
    }

    private mutating func sign(_ unsigned: UnsignedRequest) -> EnrollmentAction {
        guard let identity = means.identity else {
            return machine.signingFailed("the device has no key for its certificate")
        }
        let now = means.clock.now / 1000
        do {
            let signed = try CertificateAuthentication.sign(
                unsigned.message, certificate: identity.certificate, key: identity.key,
                valueType: unsigned.message.header.security?.binarySecurityToken?.type ?? .x509v3,
                validity: Validity(notBefore: now, notAfter: now + Self.timestampSeconds), tokenID: unsigned.tokenID)
            return machine.signed(try signed.bytes())
        } catch {
            return machine.signingFailed("\(error)")
        }
    }

    /// How long the Timestamp of certificate authentication says that a message is fresh; the references give no number.
    private static let timestampSeconds: Int64 = 300

    private mutating func provision(_ document: ProvisioningDocument) async -> EnrollmentAction {
        answers.progress(.provisioning)
        do throws(ProvisioningFault) {
            try await answers.provision(document, request)
            return machine.provisioned()
        } catch {
            return machine.provisioningFailed(
                error.error, message: error.message, hint: error.hint, position: error.position)
        }
    }
}

/// A certificate with its key.
public struct HeldIdentity: Sendable {
    public var key: KeyPair
    public var certificate: Certificate

    public init(key: KeyPair, certificate: Certificate) {
        self.key = key
        self.certificate = certificate
    }
}

/// How far an enrolment is, for whoever watches.
public enum EnrollmentProgress: Hashable, Sendable {
    case sending(HTTPRequest.Method, HTTPURL, EnrollmentStep)
    case received(Int, Int, ExchangeTiming)
    case noResponse(ExchangeFault)
    case makingKey(bits: Int)
    case provisioning
}
