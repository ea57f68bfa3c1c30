import Capture
import DMSession
import Enrollment
import Identity
import Notation
import ReferenceServer

/// Certificates for devices, and the provisioning document that brings them (enrollment.md 7 to 10).
extension EnrollmentService {
    func issue(
        _ token: RequestSecurityToken, _ message: EnrollmentMessage, _ proof: SignatureProof, _ peer: Peer,
        _ addresses: ServiceAddresses, _ records: any ServerRecords, _ now: CaptureTime
    ) throws(Interruption) -> RequestSecurityTokenResponseCollection {
        let caller = try caller(message, proof, peer, records, now)
        if settings.enrollment.isInMaintenance { throw .refused(.maintenance) }
        guard let type = token.type else {
            throw .refused(.enrollmentData("the RequestType is none of Issue, Renew and Recovery"))
        }
        let document: ProvisioningDocument
        switch (type, caller) {
        case (.renew, _): document = try renew(token, peer, addresses, records, now)
        case (.issue, .user(let user, let refusal)), (.recovery, .user(let user, let refusal)):
            if let refusal { throw .refused(refusal) }
            if type == .recovery { try checkRecovery(token, records) }
            document = try enroll(token, user, addresses, records, now)
            try redeem(message, records)
        case (.issue, .device), (.recovery, .device): throw .refused(.wrongCredentials)
        }
        return try Self.collection(document)
    }

    /// 1 to 7 of enrollment.md 8.4 are the device's; the server's half is a record, a certificate and secrets.
    private func enroll(
        _ token: RequestSecurityToken, _ user: String, _ addresses: ServiceAddresses, _ records: any ServerRecords,
        _ now: CaptureTime
    ) throws(Interruption) -> ProvisioningDocument {
        let request = try checking { () throws(EnrollmentRefusal) in try certificateRequest(token) }
        let (id, kind) = try checking { () throws(EnrollmentRefusal) in try identity(token) }
        let former = try onRecords { () throws(StoreFault) in try records.device(id) }
        if let cap = settings.enrollment.devicesPerUser {
            let count = try onRecords { () throws(StoreFault) in try records.deviceCount(ofUser: user, besides: id) }
            guard count < cap else { throw .refused(.deviceCapReached) }
        }
        let certificate = try certificate(for: request, id, now)
        var device = ManagedDevice(
            id: id, user: user, kind: kind, hardwareID: token.value(of: .hardwareDeviceID), facts: facts(token),
            enrolledAt: now, entDMID: randomness.guid(), account: account(), thumbprint: certificate.thumbprint)
        if let former {
            device.enrolments = former.enrolments + 1
            device.plan = former.plan
        }
        try onRecords { () throws(StoreFault) in
            // ENR-29: what the device had before proves nothing any more.
            try records.setCertificates(of: id, besides: nil, to: .ended)
            try records.add(IssuedCertificate(certificate, device: id))
            try records.save(device)
            for var entry in try records.queue(of: id, all: false) where entry.state == .sent {
                entry.state = .pending
                try records.update(entry)
            }
        }
        return Provisioning(settings: settings, addresses: addresses).enrollment(
            device, certificate, root: authority.certificate)
    }

    // MARK: What the client asks for

    /// ENR-14: read as Windows writes it, and signed by its own key.
    func certificateRequest(_ token: RequestSecurityToken) throws(EnrollmentRefusal) -> CertificateRequest {
        guard let element = token.binarySecurityToken, element.type == .pkcs10 else {
            throw .certificateRequest("there is no BinarySecurityToken of the type PKCS10")
        }
        guard let octets = element.octets else { throw .certificateRequest("it is no Base64") }
        return try certificateRequest(octets)
    }

    func certificateRequest(_ octets: [UInt8]) throws(EnrollmentRefusal) -> CertificateRequest {
        let request: CertificateRequest
        do throws(IdentityFault) { request = try CertificateRequest(der: octets) } catch {
            throw .certificateRequest("\(error)")
        }
        guard request.isSignatureValid else { throw .certificateRequest("its signature is not that of its key") }
        guard request.publicKey.isRSA, request.publicKey.bits >= settings.enrollment.keyLength else {
            throw .certificateRequest("its key is no RSA key of at least \(settings.enrollment.keyLength) bits")
        }
        return request
    }

    private func identity(
        _ token: RequestSecurityToken
    ) throws(EnrollmentRefusal) -> (id: String, kind: ManagedDevice.Kind) {
        guard let id = token.value(of: .deviceID), Self.isUsable(id) else {
            throw .enrollmentData("the DeviceID is missing, or is no text of 1 to 128 letters, digits and - _ . { }")
        }
        guard let kind = token.value(of: .enrollmentType).flatMap(ManagedDevice.Kind.init) else {
            throw .enrollmentData("EnrollmentType is neither Full nor Device")
        }
        guard let type = token.value(of: .deviceType), Self.deviceTypes.contains(type) else {
            throw EnrollmentRefusal(.enrollmentServer, .deviceNotSupported, "This type of device is not supported.")
        }
        return (id, kind)
    }

    private static let deviceTypes = ["CIMClient_Windows", "WindowsPhone", "WindowsHandheld"]

    private static func isUsable(_ id: String) -> Bool {
        (1...128).contains(id.utf8.count)
            && id.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_.{}".unicodeScalars.contains($0))
            }
    }

    /// ENR-15: unknown items and repeated MACs are kept, and mean nothing. Attestation blobs are not.
    private func facts(_ token: RequestSecurityToken) -> [ManagedDevice.Fact] {
        token.context.prefix(200).filter { $0.value.utf8.count <= 1_024 }.map {
            ManagedDevice.Fact(name: $0.name, value: $0.value)
        }
    }

    /// enrollment.md 10.3: only for a device that was told that it may.
    private func checkRecovery(_ token: RequestSecurityToken, _ records: any ServerRecords) throws(Interruption) {
        guard settings.enrollment.allowsRecovery else {
            throw .refused(
                EnrollmentRefusal(.authorization, .notSupported, "This server grants no recovery of an enrolment."))
        }
        let id = token.value(of: .deviceID) ?? ""
        guard let device = try onRecords({ () throws(StoreFault) in try records.device(id) }), device.state == .enrolled
        else { throw .refused(.enrollmentData("no device with this DeviceID is enrolled")) }
    }

    /// A login token serves for one enrolment; those of the settings for any number.
    private func redeem(_ message: EnrollmentMessage, _ records: any ServerRecords) throws(Interruption) {
        guard let token = message.header.security?.binarySecurityToken, token.type == .userToken,
            let octets = token.octets
        else { return }
        let digest = Secrets.digest(ofToken: String(decoding: octets, as: UTF8.self))
        try onRecords { () throws(StoreFault) in try records.removeToken(digest) }
    }

    // MARK: What it gets

    func certificate(
        for request: CertificateRequest, _ id: String, _ now: CaptureTime
    ) throws(Interruption) -> Certificate {
        let rules = settings.enrollment
        let begin = now.seconds - rules.backdatedSeconds
        do throws(KeyFault) {
            return try authority.clientCertificate(
                for: request.publicKey, subject: DistinguishedName(commonName: id),
                validity: Validity(notBefore: begin, notAfter: now.seconds + rules.validitySeconds),
                serialNumber: randomness.serialNumber())
        } catch {
            switch error.code {
            case .value: throw .refused(.certificateRequest("\(error)"))
            case .length, .generation, .unreadable, .signing: throw .refused(.internalFault)
            }
        }
    }

    /// Secrets and nonces that no other device has, and no enrolment before.
    private func account() -> DeviceAccount {
        DeviceAccount(
            clientName: "dev-\(randomness.hexadecimal(4).uppercased())", clientSecret: randomness.hexadecimal(16),
            clientNonce: Nonce(octets: randomness.bytes(16)), serverSecret: randomness.hexadecimal(16),
            serverNonce: Nonce(octets: randomness.bytes(16)), nonceSeed: randomness.bytes(32))
    }

    private static func collection(
        _ document: ProvisioningDocument
    ) throws(Interruption) -> RequestSecurityTokenResponseCollection {
        guard let bytes = try? document.bytes() else { throw .refused(.internalFault) }
        return RequestSecurityTokenResponseCollection([
            RequestSecurityTokenResponse(
                requestedSecurityToken: BinarySecurityToken(.provisioningDocument, octets: bytes))
        ])
    }
}

extension IssuedCertificate {
    init(_ certificate: Certificate, device: String) {
        self.init(
            thumbprint: certificate.thumbprint, device: device, der: certificate.der,
            notAfter: CaptureTime(microseconds: certificate.validity.notAfter * 1_000_000), state: .current)
    }
}
