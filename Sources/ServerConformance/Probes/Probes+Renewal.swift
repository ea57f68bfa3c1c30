import Enrollment
import HTTPExchange
import Identity
import LiveDevice
import Notation

extension Probes {
    /// REN-01 (enrollment.md 10.1).
    static func renewal(_ bench: Bench, _ course: Course) async -> Outcome {
        switch await enrolled(bench, course) {
        case .none(let outcome): return outcome
        case .device(let device):
            let key: KeyPair
            let answer: SOAPAnswer
            do {
                key = try await bench.makeKey()
                answer = try await renew(bench, course, device, key: key, as: device.held)
            } catch { return .notObserved("the renewal could not be sent: \(error)") }
            guard let response = answer.response else { return .notObserved("the renewal got \(answer.summary)") }
            if (300..<400).contains(response.status) {
                return .broken(
                    "the renewal is redirected (HTTP \(response.status))", expected: "an answer without a redirect",
                    exchange: answer.exchange)
            }
            if answer.fault?.detail?.error == .notEligibleToRenew {
                return .notObserved("the server does not renew this certificate now (NotEligibleToRenew)")
            }
            guard let document = answer.document else {
                return .broken(
                    "the renewal got \(answer.summary)", expected: "a provisioning document", exchange: answer.exchange)
            }
            let certificates = document.certificates.filter { $0.store == "My" }.compactMap { $0.certificate }
            guard certificates.contains(where: { $0.publicKey == key.publicKey }) else {
                return .broken(
                    "the document has no certificate for the new key", expected: "one in CertificateStore/My",
                    exchange: answer.exchange)
            }
            return .met
        }
    }

    /// REN-02 (9.1): a certificate that the server never issued.
    static func refusedRenewal(_ bench: Bench, _ course: Course) async -> Outcome {
        switch await enrolled(bench, course) {
        case .none(let outcome): return outcome
        case .device(let device):
            let answer: SOAPAnswer
            do {
                let now = bench.clock.now / 1000
                let authority = try CertificateAuthority(
                    name: "Unknown Authority", key: .p256(), validity: Validity(from: now - 3600, days: 30),
                    serialNumber: SerialNumber.random())
                let certificate = try authority.clientCertificate(
                    for: device.held.key.publicKey, subject: DistinguishedName(commonName: device.machine.deviceID),
                    validity: Validity(from: now - 3600, days: 30), serialNumber: SerialNumber.random())
                answer = try await renew(
                    bench, course, device, key: try await bench.makeKey(),
                    as: HeldIdentity(key: device.held.key, certificate: certificate))
            } catch { return .notObserved("the renewal could not be sent: \(error)") }
            if answer.document != nil {
                return .broken(
                    "a certificate of another authority was renewed", expected: "a NotEligibleToRenew fault",
                    exchange: answer.exchange)
            }
            guard let fault = answer.fault else { return .notObserved("the renewal got \(answer.summary)") }
            guard fault.detail?.error == .notEligibleToRenew else {
                return .broken(
                    "the renewal got \(answer.summary)", expected: "a NotEligibleToRenew fault",
                    exchange: answer.exchange)
            }
            return .met
        }
    }

    /// A renewal as ROBO sends it: the old certificate in TLS, a new key, the PKCS#7 signed with the old one.
    private static func renew(
        _ bench: Bench, _ course: Course, _ device: BenchDevice, key: KeyPair, as identity: HeldIdentity
    ) async throws -> SOAPAnswer {
        guard let template = course.template else { throw EnrolmentTrouble(reason: course.absence) }
        let requester = CertificateRequest.Requester(guid: GUID.drawn(), deviceID: device.machine.deviceID)
        let request = try CertificateRequest(for: requester, form: bench.form, key: key)
        let wrapped = try RenewalRequest(of: request, signedBy: identity.certificate, key: identity.key)
        let names: Set<String> = [
            "DeviceType", "ApplicationVersion", "OSEdition", "OSVersion", "DeviceName", "EnrollmentType", "DeviceID",
            "Locale", "HWDevID",
        ]
        let token = RequestSecurityToken(
            .renew, BinarySecurityToken(.pkcs7, octets: wrapped.octets),
            context: template.context(of: device.machine).filter { names.contains($0.name) })
        let user = template.security?.usernameToken?.username ?? TextElement(bench.subject.user)
        return await bench.soap(
            .requestSecurityToken(token), to: template.url, address: template.to,
            security: Security(
                timestamp: Timestamp(id: "_0"), usernameToken: UsernameToken(username: user, password: "")),
            showing: identity)
    }
}

extension CertificateStoreEntry {
    var certificate: Certificate? {
        encodedCertificate?.value.flatMap { Base64.decode($0) }.flatMap { try? Certificate(der: $0) }
    }
}
