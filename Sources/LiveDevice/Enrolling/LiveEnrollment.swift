import CSP
import Capture
import DMTree
import Device
import DeviceFile
import Enrollment
import EnrollmentClient
import Identity
import Notation
import Synchronization

/// The enrolment of one device with a server on the network, or a renewal, from the first request to the tree that it leaves.
public struct LiveEnrollment: Sendable {
    public var device: FreshDevice
    public var configuration: EnrollmentConfiguration
    /// Whether an account without both nonces is refused; nil: as the device's Windows does (enrollment.md 8.2).
    public var strictNonce: Bool?
    /// Roots that the device trusts beside those of the document, DER.
    public var roots: [[UInt8]]

    public init(
        device: FreshDevice, configuration: EnrollmentConfiguration, strictNonce: Bool? = nil, roots: [[UInt8]] = []
    ) {
        self.device = device
        self.configuration = configuration
        self.strictNonce = strictNonce
        self.roots = roots
    }

    /// - Parameters:
    ///   - tree: the device before it; nothing of it changes here.
    ///   - old: the certificates that the device has, for a renewal.
    ///   - exchanged: gets every exchange of the run, also of one that fails.
    /// - Throws: why there is no enrolment.
    public func run(
        _ means: EnrollmentRun.Means, on tree: DeviceTree, old: LifeKeeper.HeldRecords? = nil,
        progress: @escaping @Sendable (EnrollmentProgress) -> Void = { _ in },
        exchanged: ([ExchangeRecord]) -> Void = { _ in }
    ) async throws(EnrollmentFailure) -> EnrolledDevice {
        let outcome = Mutex<Provisioned?>(nil)
        let (device, strictNonce, roots, clock) = (device, strictNonce, roots, means.clock)
        let circumstances = configuration.circumstances
        let purpose = purpose(old, tree)
        var run = EnrollmentRun(
            configuration, means: means,
            answers: EnrollmentRun.Answers(
                provision: { document, request async throws(ProvisioningFault) in
                    let provisioner = try Provisioner(
                        document,
                        Provisioner.Circumstances(
                            purpose: purpose, enrollmentType: circumstances.enrollmentType.rawValue,
                            certificateRequest: request, now: clock.now / 1000,
                            hardwareDeviceID: device.profile.hardwareID,
                            entraDeviceID: circumstances.enrollmentType == .device ? device.profile.entraDeviceID : nil,
                            strictNonce: strictNonce))
                    let verdict = await Self.verdict(provisioner.chainQuestion, roots: roots, old: old)
                    let provisioned = try provisioner.apply(to: tree, chain: verdict)
                    outcome.withLock { $0 = provisioned }
                }, progress: progress))
        let enrolled: Enrolled
        do throws(EnrollmentFailure) { enrolled = try await run.run() } catch {
            exchanged(run.exchanges)
            throw error
        }
        exchanged(run.exchanges)
        guard let provisioned = outcome.withLock({ $0 }), let key = run.key,
            let certificate = try? Certificate(der: provisioned.clientCertificate.der)
        else {
            // The machine ends only after the document was applied.
            throw EnrollmentFailure(
                .provisioning, HRESULT(0x8018_0023), at: .provision, message: "the enrolment left no certificate")
        }
        return EnrolledDevice(
            provisioned, enrolled, HeldIdentity(key: key, certificate: certificate), exchanges: run.exchanges,
            remarks: run.remarks, now: clock.now)
    }

    private func purpose(
        _ old: LifeKeeper.HeldRecords?, _ tree: DeviceTree
    ) -> Provisioner.Circumstances.Purpose {
        switch configuration.purpose {
        case .enrolment, .recovery: return .enrolment
        case .renewal(let renewal):
            let identity = old.flatMap { try? $0.identity() }
            // SignedEntDMID: the EntDMID, signed with the old key (windows-csp.md 3.9).
            let signed = identity.flatMap { try? $0.key.sign(Array(renewal.entDMID.utf8), .sha256) }
            return .renewal(
                providerID: tree.providerID, oldThumbprint: identity?.certificate.thumbprint,
                signedEntDMID: signed.map { Base64.encode($0) })
        }
    }

    /// Whether the new certificate chains to a root that the document brings, or that the device trusts already.
    private static func verdict(
        _ question: Provisioner.ChainQuestion, roots: [[UInt8]], old: LifeKeeper.HeldRecords?
    ) async -> Provisioner.ChainVerdict {
        func read(_ list: [[UInt8]]) -> [Certificate] { list.compactMap { try? Certificate(der: $0) } }
        func kept(_ store: CertificateRecord.Store) -> [[UInt8]] {
            old?.certificates.filter { $0.store == store }.map(\.der) ?? []
        }
        do throws(IdentityFault) {
            try await CertificateChain.verify(
                leaf: try Certificate(der: question.certificate),
                intermediates: read(question.intermediates + kept(.ca)),
                roots: read(question.roots + kept(.root) + roots), now: question.now)
            return .complete
        } catch {
            return .incomplete(error.message)
        }
    }
}
