import CSP
import DMTree
import Device
import DeviceFile
import ESP
import Enrollment
import EnrollmentClient
import HTTPExchange
import Identity
import Notation

/// The renewal of the enrolment's certificate with its server (enrollment.md 10.1): a new key, proved with the old one, and
/// the old certificate in TLS.
struct Renewal: Sendable {
    let device: FreshDevice
    let enrolment: EnrolmentRecord
    /// Whom the device trusts, DER.
    let roots: [[UInt8]]
    /// The device's time zero, in seconds since 1970.
    let epoch: Int64
    let surroundings: LiveLife.Surroundings
    let transport: DeviceTransport
    let identity: EnrolmentIdentity
    let keeper: LifeKeeper

    /// Waits, on the thread of the life, until the renewal is over.
    func run(_ tree: DeviceTree) -> RenewalResult? {
        guard let held = identity.current else { return .failed(Self.noCertificate) }
        let enrollment = LiveEnrollment(
            device: device, configuration: configuration(tree), roots: roots)
        let old = keeper.held
        let means = EnrollmentRun.Means(
            transport: transport, keys: surroundings.keys, clock: surroundings.clock, form: surroundings.form,
            guid: { GUID.drawn() }, identity: held)
        let result = waitFor { () -> Result<EnrolledDevice, EnrollmentFailure> in
            do throws(EnrollmentFailure) { return .success(try await enrollment.run(means, on: tree, old: old)) } catch
            {
                return .failure(error)
            }
        }
        switch result {
        case .failure(let failure):
            keeper.renewalFailed()
            return .failed(failure.hresult)
        case .success(let renewed):
            let new = renewed.identity
            guard (try? transport.show(new)) != nil else {
                keeper.renewalFailed()
                return .failed(Self.noCertificate)
            }
            identity.current = new
            keeper.renewed(renewed.held(keeping: old))
            return .succeeded(
                thumbprint: new.certificate.thumbprint,
                ends: .seconds(new.certificate.validity.notAfter - epoch), tree: renewed.provisioned.tree)
        }
    }

    /// CERTAUTH_FAILED_TO_FIND_CERT (9.2).
    private static let noCertificate = HRESULT(0x8018_0028)

    private func configuration(_ tree: DeviceTree) -> EnrollmentConfiguration {
        let provider = "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(enrolment.provider))"
        let renew = "./Device/Vendor/MSFT/CertificateStore/My/WSTEP/Renew"
        let purpose = EnrollmentPurpose.renewal(
            EnrollmentPurpose.Renewal(
                serverURL: tree.value("\(renew)/ServerURL").flatMap { ServiceAddress($0) },
                // A server that never set one cannot know the device again; the life says so (windows-csp.md 3.9).
                entDMID: tree.value("\(provider)/EntDMID") ?? "",
                acceptedRedirects: [enrolment.acceptedRedirect.flatMap { HTTPURL($0) }].compactMap { $0 }))
        return EnrollmentConfiguration(
            purpose: purpose, credentials: UserCredentials(user: enrolment.user ?? ""),
            device: DeviceIdentity(device.profile, edition: device.release.edition),
            circumstances: Circumstances(enrollmentType: enrolment.kind == .device ? .device : .full),
            build: BuildProfile(build: device.release.build, revision: device.release.revision),
            messageIDs: DrawnMessageIDs { GUID.drawn() }, discoveryURL: ServiceAddress(enrolment.discoveryURL))
    }
}

extension GUID {
    /// A random GUID from the system.
    public static func drawn() -> String {
        var generator = SystemRandomNumberGenerator()
        return drawn(using: &generator)
    }
}
