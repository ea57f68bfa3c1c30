import Capture
import Enrollment
import Identity
import Notation

/// What the signature of a message proved, which is looked at before the records are (certificate authentication,
/// enrollment.md 6.1).
enum SignatureProof: Sendable {
    /// The message has no signature.
    case none
    /// It is not right, or its certificate leads to no trusted root.
    case broken
    /// The subject of the certificate.
    case signed(by: String)
}

/// Who asks, by the three authentications and Entra's tokens (enrollment.md 6.1, 11.2).
extension EnrollmentService {
    enum Caller {
        case user(String, refusal: EnrollmentRefusal?)
        /// A device that renews: known by its TLS certificate (enrollment.md 10.1).
        case device(ManagedDevice)
    }

    func caller(
        _ message: EnrollmentMessage, _ proof: SignatureProof, _ peer: Peer, _ records: any ServerRecords,
        _ now: CaptureTime
    ) throws(Interruption) -> Caller {
        guard let security = message.header.security else { throw .refused(.noCredentials) }
        switch proof {
        case .broken: throw .refused(.wrongSignature)
        case .signed(let subject):
            guard settings.authPolicies.contains(.certificate) else { throw .refused(.noCredentials) }
            return .user(subject, refusal: nil)
        case .none: break
        }
        if let token = security.usernameToken {
            if (token.password ?? "").isEmpty {
                if let device = try device(of: peer, records, now) { return .device(device) }
                // A renewal has no password (10.1): what is wrong is the certificate, and the device is told so (REN-02).
                if case .requestSecurityToken(let request) = message.body, request.type == .renew,
                    peer.thumbprint != nil
                {
                    throw .refused(
                        .notEligibleToRenew("it is unknown, over or taken back, so the device has to enrol again"))
                }
            }
            return try byPassword(token, records)
        }
        guard let token = security.binarySecurityToken else { throw .refused(.noCredentials) }
        switch token.type {
        case .userToken: return try byUserToken(token, records, now)
        case .jwt: return try byEntraToken(token, records, now)
        case .x509v3, .pkcs10, .pkcs7, .pkcs7OfEnrollment, .provisioningDocument, nil:
            throw .refused(.noCredentials)
        }
    }

    /// The enrolled device whose certificate the peer showed.
    func device(
        of peer: Peer, _ records: any ServerRecords, _ now: CaptureTime
    ) throws(Interruption) -> ManagedDevice? {
        guard let thumbprint = peer.thumbprint else { return nil }
        return try onRecords { () throws(StoreFault) in
            guard let certificate = try records.certificate(thumbprint), certificate.state != .ended,
                now < certificate.notAfter, let device = try records.device(certificate.device),
                device.state == .enrolled
            else { return nil }
            return device
        }
    }

    private func byPassword(_ token: UsernameToken, _ records: any ServerRecords) throws(Interruption) -> Caller {
        guard settings.authPolicies.contains(.onPremise) else { throw .refused(.noCredentials) }
        let name = token.username?.value ?? ""
        guard let user = try onRecords({ () throws(StoreFault) in try records.user(name) }),
            user.hasPassword(token.password ?? "")
        else { throw .refused(.wrongCredentials) }
        return try known(user)
    }

    /// The value of `wresult`, which the client encodes as Base64 (enrollment.md 5).
    private func byUserToken(
        _ token: BinarySecurityToken, _ records: any ServerRecords, _ now: CaptureTime
    ) throws(Interruption) -> Caller {
        guard settings.authPolicies.contains(.federated) else { throw .refused(.noCredentials) }
        guard let octets = token.octets, let text = String(validating: octets, as: UTF8.self), !text.isEmpty else {
            throw .refused(.wrongToken)
        }
        let fixed = settings.federation.tokens.first { Secrets.areEqual(Array($0.key.utf8), octets) }?.value
        let stored = try onRecords { () throws(StoreFault) in
            try records.user(ofToken: Secrets.digest(ofToken: text), now: now)
        }
        guard let name = fixed ?? stored,
            let user = try onRecords({ () throws(StoreFault) in try records.user(name) })
        else { throw .refused(.wrongToken) }
        return try known(user)
    }

    func known(_ user: StoredUser) throws(Interruption) -> Caller {
        let refusal = user.refusal.flatMap(ServerSettings.Refusal.init)
        if case .kind(let kind) = refusal { throw .refused(EnrollmentRefusal(.kind(kind))) }
        return .user(user.name, refusal: refusal.map { EnrollmentRefusal($0) })
    }
}

extension ServerSettings.Refusal {
    init?(_ name: String) {
        if let error = DeviceEnrollmentServiceError.ErrorType(name) {
            self = .error(error)
        } else if let kind = SOAPFault.Kind(name) {
            self = .kind(kind)
        } else {
            return nil
        }
    }
}
