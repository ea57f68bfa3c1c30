import CSP
import DMSession
import Device
import Enrollment
import EnrollmentClient
import HTTPExchange
import Identity
import LiveDevice
import Notation
import Synchronization

/// What a device does that nothing is wrong with: it enrols as Windows does, and has its first sessions.
struct NormalRun: Sendable {
    let bench: Bench

    func play() async -> Course {
        var course = Course()
        let (machine, device) = bench.drawMachine()
        let transport: DeviceTransport
        do { transport = try DeviceTransport(bench.factory) } catch {
            course.complaints = ["no transport can be made: \(error)"]
            return course
        }
        let means = EnrollmentRun.Means(
            transport: transport, keys: KeyPool(ahead: 0), clock: bench.clock, form: bench.form,
            guid: { GUID.drawn() })
        var exchanges: [ExchangeRecord] = []
        let enrolled: EnrolledDevice
        do throws(EnrollmentFailure) {
            enrolled = try await enrol(device, means, &exchanges)
        } catch {
            course.failure = error
            course.template = RequestTemplate(exchanges)
            course.hasAnswer = exchanges.contains { $0.response != nil }
            return course
        }
        course.hasAnswer = true
        course.template = RequestTemplate(exchanges)
        guard (try? transport.show(enrolled.identity)) != nil else {
            course.complaints = ["the certificate that the server issued cannot be shown in TLS"]
            return course
        }
        course.complaints = await live(enrolled, device, transport)
        course.device = Self.document(exchanges).flatMap { document in
            BenchDevice(document, machine: machine, key: enrolled.identity.key, sessions: bench.limits.sessions)
        }
        return course
    }

    /// Where the probe finds nothing, an address that the user types leads on all the same (ENR-01 is a warning).
    private func enrol(
        _ device: FreshDevice, _ means: EnrollmentRun.Means, _ exchanges: inout [ExchangeRecord]
    ) async throws(EnrollmentFailure) -> EnrolledDevice {
        let tree = device.makeTree(isEnrolled: false)
        var configuration = configuration(device)
        do throws(EnrollmentFailure) {
            return try await LiveEnrollment(device: device, configuration: configuration, roots: bench.roots)
                .run(means, on: tree, exchanged: { exchanges = $0 })
        } catch {
            guard error.step == .probe, exchanges.contains(where: { $0.response != nil }) else { throw error }
        }
        configuration.probes = false
        return try await LiveEnrollment(device: device, configuration: configuration, roots: bench.roots)
            .run(means, on: tree, exchanged: { exchanges = $0 })
    }

    private func configuration(_ device: FreshDevice) -> EnrollmentConfiguration {
        EnrollmentConfiguration(
            credentials: UserCredentials(user: bench.subject.user, password: bench.subject.password),
            device: DeviceIdentity(device.profile, edition: device.release.edition),
            build: BuildProfile(build: device.release.build, revision: device.release.revision),
            messageIDs: DrawnMessageIDs { GUID.drawn() }, discoveryURL: bench.subject.server,
            // What Windows does not read is told by the rules; the run goes on to see the rest.
            toleratesChunks: true, toleratesMissingBlank: true)
    }

    private static func document(_ exchanges: [ExchangeRecord]) -> ProvisioningDocument? {
        for exchange in exchanges.reversed() {
            guard let response = exchange.response, let message = try? EnrollmentMessage(parsing: response.body),
                case .requestSecurityTokenResponse(let collection) = message.body
            else { continue }
            return try? collection.provisioningDocument()
        }
        return nil
    }

    /// The first sessions, with the engine of the device and every node that it has.
    ///
    /// - Returns: why sessions did not end well.
    private func live(
        _ enrolled: EnrolledDevice, _ device: FreshDevice, _ transport: DeviceTransport
    ) async -> [String] {
        let (bench, user, epoch) = (bench, bench.subject.user, bench.clock.now / 1000)
        var owner = device
        owner.providerID = enrolled.provisioned.providerID
        let played = owner
        var limits = LinkLimits()
        limits.longestBackOff = 2_000
        limits.longestRetryAfter = 30_000
        limits.retryAfterTimes = 3
        let identity = EnrolmentIdentity(enrolled.identity)
        let link = ServerLink(
            transport: transport, clock: bench.clock,
            vector: Machine.correlationVector(of: device.profile.deviceID), limits: limits,
            signer: { message in identity.signature(of: message, now: bench.clock.now / 1000) })
        return await onOwnThread {
            let script = LifeScript.live(
                played,
                LifeScript.LiveCircumstances(isJoined: false, user: user, epoch: epoch, nonceSeed: Self.seed()))
            var life = DeviceLife(script, server: RemoteServer(link), tree: enrolled.provisioned.tree)
            life.setCertificate(ends: .seconds(enrolled.identity.certificate.validity.notAfter - epoch))
            life.begin(enrolled.provisioned.effects)
            var complaints: [String] = []
            var ended = 0
            var steps = 0
            while ended < bench.limits.sessions, steps < Self.mostSteps, life.step() {
                steps += 1
                for event in life.takeEvents() {
                    switch event.kind {
                    case .sessionEnded(let number, let end):
                        ended += 1
                        if let why = end.complaint { complaints.append("session \(number): \(why)") }
                        life.requestSession()
                    case .sessionBroken(let number, let reason):
                        ended += 1
                        complaints.append("session \(number): \(reason)")
                        life.requestSession()
                    default: break
                    }
                }
            }
            return complaints
        }
    }

    /// More than the first sessions of a device take.
    private static let mostSteps = 2_000

    private static func seed() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
