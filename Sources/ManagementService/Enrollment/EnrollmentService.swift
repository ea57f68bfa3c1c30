import Capture
import Enrollment
import HTTPExchange
import Identity

/// The server's half of MS-MDE2: documents in, documents out (enrollment.md 3 to 10). Pure: instants, randomness and
/// records are handed in.
struct EnrollmentService: Sendable {
    let settings: ServerSettings
    let authority: CertificateAuthority
    let entra: EntraCheck
    let randomness: Randomness

    static let mediaType = "application/soap+xml; charset=utf-8"

    /// One answer, and what the log and the captures want to know of it.
    struct Answer: Sendable {
        var response: HTTPResponse
        /// The device that it is about, once that is known.
        var device: String?
        /// What the access log says of a refusal; nil: none.
        var refusal: String?
    }

    // MARK: Discovery

    /// The probe: any 200 will do (enrollment.md 3).
    func probe() -> Answer { Answer(response: HTTPResponse(200)) }

    func discover(_ request: HTTPRequest) -> Answer {
        answering(request) { message throws(EnrollmentRefusal) in
            guard case .discover(let discover) = message.body else {
                throw .wrongMessage(expected: "a Discover message")
            }
            guard let policy = settings.authPolicies.first(where: { discover.offered.contains($0) }) else {
                throw .noPolicyInCommon
            }
            let addresses = ServiceAddresses(request.url, configured: settings.address)
            return .discoverResponse(
                DiscoverResponse(
                    authPolicies: [TextElement(policy.rawValue)],
                    enrollmentVersion: TextElement(settings.enrollment.version),
                    enrollmentPolicyServiceURL: TextElement(addresses.policy),
                    enrollmentServiceURL: TextElement(addresses.enrollment),
                    authenticationServiceURL: policy == .federated ? TextElement(addresses.login) : nil))
        }
    }

    // MARK: Policy

    func policies(
        _ request: HTTPRequest, _ proof: SignatureProof, from peer: Peer, _ records: any ServerRecords, now: CaptureTime
    ) throws(StoreFault) -> Answer {
        var fault: StoreFault?
        let answer = answering(request) { message throws(EnrollmentRefusal) in
            guard case .getPolicies = message.body else { throw .wrongMessage(expected: "a GetPolicies message") }
            do throws(Interruption) { _ = try caller(message, proof, peer, records, now) } catch {
                fault = error.fault
                throw error.refusal
            }
            return .getPoliciesResponse(certificatePolicies)
        }
        if let fault { throw fault }
        return answer
    }

    private var certificatePolicies: GetPoliciesResponse {
        let rules = settings.enrollment
        let sha256 = ReferencedObjectIdentifier(
            value: "2.16.840.1.101.3.4.2.1", reference: "1", defaultName: "sha256")
        return GetPoliciesResponse(
            policyID: "espalier",
            policies: [
                CertificatePolicy(
                    validityPeriodSeconds: TextElement(String(rules.validitySeconds)),
                    renewalPeriodSeconds: TextElement(String(rules.renewPeriodDays * 86_400)), enroll: "true",
                    autoEnroll: "false",
                    privateKey: PrivateKeyAttributes(minimalKeyLength: TextElement(String(rules.keyLength))),
                    majorRevision: "1", minorRevision: "0", hashAlgorithmOIDReference: "1")
            ], objectIdentifiers: [sha256])
    }

    // MARK: Enrolment

    func enroll(
        _ request: HTTPRequest, _ proof: SignatureProof, from peer: Peer, _ records: any ServerRecords, now: CaptureTime
    ) throws(StoreFault) -> Answer {
        var fault: StoreFault?
        var device: String?
        var answer = answering(request) { message throws(EnrollmentRefusal) in
            guard case .requestSecurityToken(let token) = message.body else {
                throw .wrongMessage(expected: "a RequestSecurityToken message")
            }
            device = token.value(of: .deviceID)
            do throws(Interruption) {
                let issued = try issue(
                    token, message, proof, peer, ServiceAddresses(request.url, configured: settings.address), records,
                    now)
                return .requestSecurityTokenResponse(issued)
            } catch {
                fault = error.fault
                throw error.refusal
            }
        }
        if let fault { throw fault }
        answer.device = device
        return answer
    }

    // MARK: Envelopes

    /// Reads a message and answers it; what is refused becomes a fault.
    private func answering(
        _ request: HTTPRequest,
        _ body: (EnrollmentMessage) throws(EnrollmentRefusal) -> EnrollmentMessage.Body
    ) -> Answer {
        var messageID: TextElement?
        do throws(EnrollmentRefusal) {
            let message = try Self.message(of: request)
            messageID = message.header.messageID
            return Answer(response: response(200, try body(message), to: messageID))
        } catch {
            let traceID = randomness.guid()
            return Answer(
                response: response(error.status, .fault(error.fault(traceID: traceID)), to: messageID),
                refusal: "\(error.error?.rawValue ?? error.kind.rawValue), trace \(traceID)")
        }
    }

    static func message(of request: HTTPRequest) throws(EnrollmentRefusal) -> EnrollmentMessage {
        do throws(EnrollmentFault) { return try EnrollmentMessage(parsing: request.body) } catch {
            throw .unreadable(error)
        }
    }

    private func response(_ status: Int, _ body: EnrollmentMessage.Body, to messageID: TextElement?) -> HTTPResponse {
        let header = MessageHeader(
            action: body.action.map { TextElement($0) }, relatesTo: messageID.map { TextElement($0.value) })
        // Only a machine without memory cannot write it.
        guard let bytes = try? EnrollmentMessage(header: header, body: body).bytes() else { return HTTPResponse(500) }
        return HTTPResponse(
            status, headers: ["Content-Type": Self.mediaType, "Cache-Control": "no-store"], body: bytes)
    }
}

/// Why the work on a request of the enrolment stops.
enum Interruption: Error {
    /// The client's doing.
    case refused(EnrollmentRefusal)
    /// Ours.
    case broken(StoreFault)

    var refusal: EnrollmentRefusal {
        switch self {
        case .refused(let refusal): refusal
        case .broken: .internalFault
        }
    }

    var fault: StoreFault? {
        switch self {
        case .refused: nil
        case .broken(let fault): fault
        }
    }
}

/// Runs something on the records; a failure of theirs is ours.
func onRecords<Value>(_ body: () throws(StoreFault) -> Value) throws(Interruption) -> Value {
    do throws(StoreFault) { return try body() } catch { throw .broken(error) }
}

/// Runs a check; what it refuses is the client's doing.
func checking<Value>(_ body: () throws(EnrollmentRefusal) -> Value) throws(Interruption) -> Value {
    do throws(EnrollmentRefusal) { return try body() } catch { throw .refused(error) }
}
