import Enrollment
import HTTPExchange

/// GetPolicies (enrollment.md 6).
extension EnrollmentMachine {
    /// Asks for the rules of the key, or goes on without where there is no such service.
    mutating func getPolicies(
        _ discovered: Discovered, _ credential: RequestCredential, _ now: Int64
    ) -> EnrollmentAction {
        guard let service = discovered.policyService else {
            return createKey(
                Requesting(
                    service: discovered.enrollmentService, discovered: discovered, credential: credential,
                    rules: .standard(hashAlgorithm: configuration.hashAlgorithm), stage: .creatingKey))
        }
        let tpm = configuration.device.tpm
        let body = EnrollmentMessage.Body.getPolicies(
            GetPolicies(
                tpmManufacturer: tpm.map { TextElement($0.manufacturer) },
                tpmFirmwareVersion: tpm.map { TextElement($0.firmwareVersion) }))
        do throws(EnrollmentFailure) {
            let outgoing = try secured(body, credential, to: service, now: now, at: .getPolicies)
            switch outgoing {
            case .unsigned(let unsigned):
                state = .policy(
                    GettingPolicies(discovered: discovered, credential: credential, stage: .signing(unsigned)))
                return .sign(unsigned)
            case .ready(let request):
                state = .policy(
                    GettingPolicies(discovered: discovered, credential: credential, stage: .sent(request)))
                return post(request)
            }
        } catch { return fail(error) }
    }

    mutating func receivedPolicies(
        _ policies: GettingPolicies, _ request: SentRequest, _ response: HTTPResponse
    ) -> EnrollmentAction {
        if let again = redirected(request, response) {
            var policies = policies
            policies.stage = .sent(again)
            state = .policy(policies)
            return post(again)
        }
        do throws(EnrollmentFailure) {
            let message = try read(response, to: request, at: .getPolicies)
            guard case .getPoliciesResponse(let answer) = message.body else {
                throw .unexpectedAnswer("GetPoliciesResponse", at: .getPolicies)
            }
            if let defect = answer.schemaDefects.first { throw .defect(defect, .policySchema, at: .getPolicies) }
            if let defect = answer.hashReferenceDefects.first {
                throw .defect(defect, .hashReference, at: .getPolicies)
            }
            return createKey(
                Requesting(
                    service: policies.discovered.enrollmentService, discovered: policies.discovered,
                    credential: policies.credential,
                    rules: try KeyRules(answer, hashAlgorithm: configuration.hashAlgorithm), stage: .creatingKey))
        } catch { return fail(error) }
    }
}

extension KeyRules {
    /// Longer keys take minutes to make; no server was seen to ask for one.
    private static let longestKey = 16_384

    /// - Parameter hashAlgorithm: what holds when the policy names none.
    init(_ answer: GetPoliciesResponse, hashAlgorithm: String) throws(EnrollmentFailure) {
        self = .standard(hashAlgorithm: answer.hashAlgorithm ?? hashAlgorithm)
        guard let policy = answer.policies.first else { return }
        if let length = policy.privateKey.minimalKeyLength, length.hasText {
            guard let bits = Int(length.value), (1...Self.longestKey).contains(bits) else { throw .keyLength(length) }
            self.bits = bits
        }
        // What attestation says wins over what the key says (6.2).
        let attestation = policy.attestation
        let failure = attestation?.failureBehavior ?? policy.privateKey.attestationFailureBehavior
        attestationFailure = failure.flatMap { AttestationFailure(rawValue: $0.value) } ?? .retry
        let timeout = attestation?.operationTimeout ?? policy.privateKey.operationTimeout
        operationTimeout = timeout.flatMap { Int($0.value) }.flatMap { $0 > 0 ? $0 : nil } ?? 100
        if attestation?.nonce != nil || attestation?.relyingPartyID != nil || attestation?.endpointURI != nil {
            azure = AzureAttestation(
                nonce: attestation?.nonce?.value, relyingPartyID: attestation?.relyingPartyID?.value,
                endpointURI: attestation?.endpointURI?.value)
        }
    }
}
