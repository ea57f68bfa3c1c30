import CSP
import Capture
import DMTree
import Device
import DeviceFile
import EnrollmentClient
import Foundation
import HTTPExchange
import Identity
import ManagementService
import Notation
import TestSupport
import Testing

@testable import LiveDevice

/// A device in a file and the reference server in the same process, on one clock that the test turns.
struct LiveFixture {
    let folder: TemporaryFolder
    let clock = TestClock()
    let server: ManagementService.ManagementServer

    /// - Parameter change: to the settings of the server.
    init(_ change: (inout ServerSettings) -> Void = { _ in }) async throws {
        folder = try TemporaryFolder()
        var settings = ServerSettings()
        settings.providerID = "ExampleMDM"
        settings.users = [ServerSettings.User(name: "ada@example.test", password: "pa55")]
        change(&settings)
        let clock = clock
        server = try await ManagementService.ManagementServer(
            settings: settings, store: try .inMemory(), adminToken: "admin-token",
            clock: { CaptureTime(microseconds: clock.now * 1000) })
    }

    var path: String { folder.url.appendingPathComponent("d.espalier").path }

    /// Hands every request to the server; `answering` may put another answer in its place.
    func transports(
        _ answering: @escaping @Sendable (HTTPRequest, HTTPResponse) throws(ExchangeFault) -> HTTPResponse = { $1 }
    ) -> DeviceTransport.Factory {
        let server = server
        return { identity in
            InMemoryTransport { request async throws(ExchangeFault) -> HTTPResponse in
                let peer = Peer(thumbprint: identity?.certificate.thumbprint)
                return try answering(request, await server.answer(request, from: peer))
            }
        }
    }

    /// Enrols a new device and makes its file.
    func enrol() async throws {
        var generator = SystemRandomNumberGenerator()
        let facts = DeviceProfile(release: .standard)
        let identity = MachineIdentity(adapters: facts.networkAdapters.count, using: &generator)
        let record = DeviceRecord(
            deviceID: identity.deviceID, hardwareID: identity.hardwareID, macAddresses: identity.macAddresses,
            name: identity.name, windows: "11-25h2", edition: "enterprise", epoch: clock.now / 1000,
            created: CaptureTime(microseconds: clock.now * 1000))
        let device = try Machine.device(record, provider: "ExampleMDM")
        let means = EnrollmentRun.Means(
            transport: try DeviceTransport(transports()), keys: KeyPool(ahead: 0), clock: clock, form: .windowsLater,
            guid: { GUID.drawn() })
        let enrollment = LiveEnrollment(
            device: device,
            configuration: EnrollmentConfiguration(
                credentials: UserCredentials(user: "ada@example.test", password: Secret("pa55")),
                device: DeviceIdentity(device.profile, edition: device.release.edition),
                build: BuildProfile(build: device.release.build), messageIDs: DrawnMessageIDs { GUID.drawn() },
                discoveryURL: ServiceAddress("https://mdm.example.test/EnrollmentServer/Discovery.svc")))
        let enrolled = try await enrollment.run(means, on: device.makeTree(isEnrolled: false))
        let enrolling = DeviceEnrolling(
            record: record, device: device, enrolled: enrolled, user: "ada@example.test", kind: .full,
            instant: clock.now, trust: [], discoveryURL: "")
        let change = enrolling.change(number: 1)
        try DeviceFile.create(path, device: try #require(change.device), with: change).close()
    }

    /// Plays the device of the file on a thread of its own, as a process of its own would: opened, and closed after.
    ///
    /// - Returns: how it ended, the events, and the life as it stands.
    func play(
        _ stay: LiveLife.Stay, transports: DeviceTransport.Factory? = nil,
        first: @escaping @Sendable (inout LiveLife) -> Void = { _ in }
    ) async throws -> (ending: LiveLife.Ending, events: [DeviceEvent], life: DeviceLife<RemoteServer>) {
        let file = try DeviceFile.open(path, for: .playing)
        defer { file.close() }
        let opened = try LiveLife.open(
            file,
            LiveLife.Surroundings(
                trust: DeviceTrust(), clock: clock, limits: LinkLimits(longestBackOff: 10),
                transports: transports ?? self.transports()))
        let result: Result<(LiveLife.Ending, [DeviceEvent], DeviceLife<RemoteServer>), DeviceFileFault> =
            await onOwnThread {
                var live = opened
                var all: [DeviceEvent] = []
                first(&live)
                do throws(DeviceFileFault) {
                    let ending = try live.play(stay) { events, _ in all += events }
                    return .success((ending, all, live.life))
                } catch { return .failure(error) }
            }
        let (ending, events, life) = try result.get()
        return (ending, events, life)
    }

    func content() throws -> DeviceContent {
        let file = try DeviceFile.open(path, for: .reading)
        defer { file.close() }
        return try file.content()
    }
}
