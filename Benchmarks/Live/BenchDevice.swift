import CSP
import DMTree
import Device
import ESP
import EnrollmentClient
import HTTPExchange
import Histogram
import Identity
import LiveDevice
import Notation
import Synchronization

/// One device that enrols and then runs session after session, with its connection kept.
final class BenchDevice: Sendable {
    private let link: ServerLink
    private let life: Mutex<DeviceLife<RemoteServer>>
    private let request = Mutex<HTTPRequest?>(nil)

    init(_ server: ServeProcess, keys: KeyPool) async throws {
        var generator = SystemRandomNumberGenerator()
        let facts = DeviceProfile(release: .standard)
        let machine = FreshDevice(
            profile: facts.having(MachineIdentity(adapters: facts.networkAdapters.count, using: &generator)))
        var trust = DeviceTrust(roots: server.roots)
        let clock = SystemClock()
        let means = EnrollmentRun.Means(
            transport: try DeviceTransport(try trust.factory()), keys: keys, clock: clock, form: .windowsLater,
            guid: { GUID.drawn() })
        let enrollment = LiveEnrollment(
            device: machine,
            configuration: EnrollmentConfiguration(
                credentials: UserCredentials(user: server.user, password: Secret(server.password)),
                device: DeviceIdentity(machine.profile, edition: machine.release.edition),
                build: BuildProfile(build: machine.release.build),
                messageIDs: DrawnMessageIDs { GUID.drawn() },
                discoveryURL: ServiceAddress(server.url + ServiceAddress.discoveryPath)),
            roots: trust.roots)
        let enrolled = try await enrollment.run(means, on: machine.makeTree(isEnrolled: false))
        trust.roots += enrolled.provisioned.certificates.filter { $0.store == .root }.map(\.der)
        let transport = try DeviceTransport(showing: enrolled.identity, try trust.factory())
        link = ServerLink(
            transport: transport, clock: clock, vector: Machine.correlationVector(of: machine.profile.deviceID))
        var device = machine
        device.providerID = enrolled.provisioned.providerID
        let script = LifeScript.live(
            device,
            LifeScript.LiveCircumstances(isJoined: false, user: server.user, epoch: clock.now / 1000, nonceSeed: [1]))
        life = Mutex(DeviceLife(script, server: RemoteServer(link), tree: enrolled.provisioned.tree))
    }

    /// The last first message of a session.
    var lastRequest: HTTPRequest? { request.withLock { $0 } }

    /// Runs sessions one after the other. Waits, so it wants a thread of its own.
    ///
    /// - Returns: the microseconds of each session.
    func run(seconds: Int) -> Histogram<UInt64> {
        var histogram = Histogram<UInt64>(highestTrackableValue: 60_000_000, numberOfSignificantValueDigits: .three)
        let end = ContinuousClock.now + .seconds(seconds)
        life.withLock { life in
            repeat {
                life.requestSession()
                let start = ContinuousClock.now
                let isWhole = life.step()
                let time = (ContinuousClock.now - start) / .microseconds(1)
                let exchanges = link.takeExchanges()
                _ = life.takeEvents()
                guard isWhole, life.breaks.isEmpty else {
                    print("a session broke: \(life.breaks.last?.reason ?? "?")")
                    return
                }
                if let first = exchanges.first { request.withLock { $0 = first.request } }
                if !exchanges.isEmpty { _ = histogram.record(UInt64(time)) }
            } while ContinuousClock.now < end
        }
        return histogram
    }
}
