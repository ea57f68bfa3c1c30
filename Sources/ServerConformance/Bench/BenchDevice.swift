import Enrollment
import Identity
import LiveDevice
import Notation
import Synchronization

/// A device of an experiment that is enrolled: its identity, its certificate and its account.
struct BenchDevice: Sendable {
    let machine: MachineIdentity
    let held: HeldIdentity
    let account: Account
    private let sessions: SessionNumbers

    /// The DM account of the provisioning document (enrollment.md 8.2).
    struct Account: Hashable, Sendable {
        var address: String
        var providerID: String
        /// APPSRV: with what the device proves itself.
        var name: String
        var secret: String

        /// nil when the document has no such account.
        init?(_ document: ProvisioningDocument) {
            guard let application = document.characteristics("APPLICATION").first,
                let address = application.parm("ADDR")?.value
                    ?? application.characteristics("APPADDR").first?.parm("ADDR")?.value
            else { return nil }
            let proof = application.characteristics("APPAUTH").first { $0.parm("AAUTHLEVEL")?.value == "APPSRV" }
            self.address = address
            providerID = application.parm("PROVIDER-ID")?.value ?? ""
            name = proof?.parm("AAUTHNAME")?.value ?? ""
            secret = proof?.parm("AAUTHSECRET")?.value ?? ""
        }
    }

    /// Counts the sessions of one enrolment.
    private final class SessionNumbers: Sendable {
        private let last: Mutex<Int>

        init(_ last: Int) { self.last = Mutex(last) }

        func next() -> Int {
            last.withLock { last in
                last += 1
                return last
            }
        }
    }

    /// - Parameter sessions: how many it had already.
    /// - Returns: nil when the document brings no account, or no certificate for the key.
    init?(_ document: ProvisioningDocument, machine: MachineIdentity, key: KeyPair, sessions: Int = 0) {
        let certificates = document.certificates.filter { $0.store == "My" }.compactMap(\.certificate)
        guard let account = Account(document),
            let certificate = certificates.first(where: { $0.publicKey == key.publicKey })
        else { return nil }
        self.machine = machine
        held = HeldIdentity(key: key, certificate: certificate)
        self.account = account
        self.sessions = SessionNumbers(sessions)
    }

    func nextSession() -> Int { sessions.next() }
}

/// What an experiment has no device for.
struct EnrolmentTrouble: Error {
    var answer: SOAPAnswer?
    var reason: String
}

extension Bench {
    /// Enrols a device with one request, as the normal run did with its last.
    ///
    /// - Parameters:
    ///   - form: of the certificate request; nil: as the release sends it.
    ///   - extra: more context items.
    func enrol(
        _ machine: MachineIdentity, _ template: RequestTemplate, form: CertificateRequest.Form? = nil,
        extra: [ContextItem] = []
    ) async throws(EnrolmentTrouble) -> (device: BenchDevice, exchange: Int) {
        let key: KeyPair
        let octets: [UInt8]
        do {
            key = try await makeKey()
            let requester = CertificateRequest.Requester(guid: GUID.drawn(), deviceID: machine.deviceID)
            octets = try CertificateRequest(for: requester, form: form ?? self.form, key: key).der
        } catch { throw EnrolmentTrouble(reason: "the certificate request could not be made: \(error)") }
        let request = RequestSecurityToken(
            .issue, BinarySecurityToken(.pkcs10, octets: octets), context: template.context(of: machine) + extra)
        let answer = await soap(
            .requestSecurityToken(request), to: template.url, address: template.to, security: template.security)
        guard let document = answer.document else {
            throw EnrolmentTrouble(answer: answer, reason: "the request for a certificate got \(answer.summary)")
        }
        guard let device = BenchDevice(document, machine: machine, key: key) else {
            throw EnrolmentTrouble(
                answer: answer, reason: "the document has no account, or no certificate for the key of the request")
        }
        return (device, answer.exchange)
    }

    var form: CertificateRequest.Form { release.build <= 19_045 ? .windows19043 : .windowsLater }
}
