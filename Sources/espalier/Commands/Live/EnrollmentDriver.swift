#if Live
import ArgumentParser
import Device
import EnrollmentClient
import HTTPExchange
import Identity
import LiveDevice
import Notation
import Transport

/// Enrols a device for a verb: the way from options to what the enrolment left, told on the terminal.
struct EnrollmentDriver {
    var server: ServiceAddress?
    var user: String
    var password: String?
    var trust: DeviceTrust
    var wire: EnrollmentOptions
    var isTold: Bool
    var clock: SystemClock

    /// - Throws: `EnrollmentFailure`, or what has been told and ends the verb.
    func enrol(_ device: FreshDevice) async throws -> EnrolledDevice {
        let text = EnrollmentText(isShown: isTold)
        let capture = ExchangeCapture(path: wire.saveCapture)
        do {
            let identity = try wire.signingIdentity()
            let transport = try DeviceTransport(showing: identity, try trust.factory())
            let means = EnrollmentRun.Means(
                transport: transport, keys: KeyPool(ahead: 0), clock: clock,
                form: try wire.requestForm(device.release), guid: { GUID.drawn() }, identity: identity)
            let enrollment = LiveEnrollment(
                device: device, configuration: try configuration(device, certificate: identity?.certificate.der),
                strictNonce: wire.strictNonce, roots: trust.roots)
            let enrolled = try await enrollment.run(
                means, on: device.makeTree(isEnrolled: false), progress: { text.show($0) },
                exchanged: { capture.exchanges = $0 })
            try capture.write()
            return enrolled
        } catch let failure as EnrollmentFailure {
            try capture.write()
            throw failure
        } catch let fault as TransportSetupFault {
            throw LiveStatus.end(.transport(fault))
        }
    }

    private func configuration(_ device: FreshDevice, certificate: [UInt8]?) throws -> EnrollmentConfiguration {
        let release = device.release
        return EnrollmentConfiguration(
            purpose: wire.recovery ? .recovery : .enrolment,
            credentials: UserCredentials(
                user: user, password: try password.map { Secret(try SecretArgument.text($0, "--password")) },
                federatedToken: try wire.wresult.map { Secret(try SecretArgument.text($0, "--wresult")) },
                entraToken: try wire.entraTokenText().map { Secret($0) }, certificate: certificate),
            emailAddress: wire.email, device: DeviceIdentity(device.profile, edition: release.edition),
            circumstances: wire.circumstances(),
            build: BuildProfile(build: release.build, revision: release.revision),
            messageIDs: DrawnMessageIDs { GUID.drawn() }, discoveryURL: server, probes: wire.probe,
            allowsHTTPRedirect: wire.allowHttpRedirect,
            offers: wire.certificate == nil ? [.onPremise, .federated] : [.certificate],
            toleratesChunks: wire.tolerateChunked, toleratesMissingBlank: wire.lenientPolicy)
    }
}
#endif
