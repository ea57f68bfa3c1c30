import Enrollment
import HTTPExchange
import Notation

/// RequestSecurityToken, from the key to the provisioning document (enrollment.md 7, 10.1, 10.3).
extension EnrollmentMachine {
    mutating func createKey(_ requesting: Requesting) -> EnrollmentAction {
        state = .requesting(requesting)
        return .createKey(bits: requesting.rules.bits)
    }

    func certificateRequestForm(_ rules: KeyRules) -> CertificateRequestForm {
        CertificateRequestForm(
            packing: configuration.renewal == nil ? .pkcs10 : .pkcs7SignedByOldKey,
            hashAlgorithm: rules.hashAlgorithm, deviceID: configuration.device.deviceID,
            user: configuration.credentials.user)
    }

    mutating func requestToken(_ requesting: Requesting, _ der: [UInt8], _ now: Int64) -> EnrollmentAction {
        var requesting = requesting
        let context = ContextItems(configuration, advertised: requesting.discovered?.enrollmentVersion)
        let body = EnrollmentMessage.Body.requestSecurityToken(
            RequestSecurityToken(requestType, token(der), context: context.list))
        do throws(EnrollmentFailure) {
            let outgoing = try secured(
                body, requesting.credential, to: requesting.service, now: now, at: .requestSecurityToken)
            switch outgoing {
            case .unsigned(let unsigned):
                requesting.stage = .signing(unsigned)
                state = .requesting(requesting)
                return .sign(unsigned)
            case .ready(let request):
                requesting.stage = .sent(request)
                state = .requesting(requesting)
                return post(request)
            }
        } catch { return fail(error) }
    }

    private var requestType: RequestSecurityToken.RequestType {
        switch configuration.purpose {
        case .enrolment: .issue
        case .renewal: .renew
        case .recovery: .recovery
        }
    }

    /// A renewal by hand encodes the PKCS#7 once more than ROBO does (10.1).
    private func token(_ der: [UInt8]) -> BinarySecurityToken {
        guard let renewal = configuration.renewal else { return BinarySecurityToken(.pkcs10, octets: der) }
        return BinarySecurityToken(
            .pkcs7, octets: renewal.isManual ? Array(Base64.encode(der).utf8) : der)
    }

    mutating func receivedToken(
        _ requesting: Requesting, _ request: SentRequest, _ response: HTTPResponse
    ) -> EnrollmentAction {
        if let again = redirected(request, response) {
            var requesting = requesting
            requesting.stage = .sent(again)
            state = .requesting(requesting)
            return post(again)
        }
        do throws(EnrollmentFailure) {
            let document = try document(response, request)
            let result = Enrolled(
                discoveryService: requesting.discovered?.service, enrollmentService: request.service,
                authPolicy: requesting.discovered?.authPolicy,
                enrollmentVersion: requesting.discovered?.enrollmentVersion,
                acceptedRedirect: requesting.discovered?.acceptedRedirect, rules: requesting.rules)
            state = .provisioning(Provisioning(document: document, result: result))
            return .provision(document)
        } catch { return fail(error) }
    }

    private mutating func document(
        _ response: HTTPResponse, _ request: SentRequest
    ) throws(EnrollmentFailure) -> ProvisioningDocument {
        guard configuration.renewal != nil, response.status == 200 else {
            return try readDocument(response, request)
        }
        let document: ProvisioningDocument
        do throws(EnrollmentFailure) { document = try readDocument(response, request) } catch {
            switch error.code {
            case .emptyAnswer, .malformedAnswer, .unexpectedAnswer, .tokenMalformed:
                throw .renewalUnusable(error.message, position: error.position)
            default: throw error
            }
        }
        guard document.certificates.contains(where: { $0.store == "My" }) else {
            throw .renewalUnusable("the document brings no certificate for the store My")
        }
        return document
    }

    private mutating func readDocument(
        _ response: HTTPResponse, _ request: SentRequest
    ) throws(EnrollmentFailure) -> ProvisioningDocument {
        let message = try read(response, to: request, at: .requestSecurityToken)
        guard case .requestSecurityTokenResponse(let collection) = message.body else {
            throw .unexpectedAnswer("RequestSecurityTokenResponseCollection", at: .requestSecurityToken)
        }
        do throws(EnrollmentFault) { return try collection.provisioningDocument() } catch { throw .token(error) }
    }

    /// Where a renewal is sent again: once, to where the user agreed to be led at the enrolment (10.1).
    ///
    /// - Returns: nil for everything that is read as an answer.
    func redirected(_ request: SentRequest, _ response: HTTPResponse) -> SentRequest? {
        guard let renewal = configuration.renewal, request.redirects == 0, (300..<400).contains(response.status),
            let target = response.headers["Location"].flatMap(request.service.url.resolving),
            target.scheme == .https, renewal.acceptedRedirects.contains(target)
        else { return nil }
        var again = request
        again.service = ServiceAddress(url: target, text: request.service.text)
        again.redirects += 1
        return again
    }
}
