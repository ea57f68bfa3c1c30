import Capture
import Foundation
import SyncML
import Synchronization
import Testing

@testable import ManagementService

/// What those see who watch a server: an observer, and the exchanges in the store.
@Suite("Watching a server")
struct WatchingTests {
    /// What an observer was told, in order.
    private final class Observed: Sendable {
        private let list = Mutex<[CapturedExchange]>([])

        var exchanges: [CapturedExchange] { list.withLock { $0 } }
        var observer: ExchangeObserver { { exchange in self.list.withLock { $0.append(exchange) } } }
    }

    private static let other = "00000000000000000000000000000002"

    @Test("An observer is told of every exchange that is captured, with its device, in order, once it is in the store")
    func observer() async throws {
        let observed = Observed()
        let server = try await TestServer(observer: observed.observer)
        _ = try await server.get("/EnrollmentServer/Discovery.svc")
        var one = TestDevice(server)
        var two = TestDevice(server, id: Self.other, key: 1)
        try await one.enroll()
        try await two.enroll()
        _ = try await one.open()
        _ = try await two.open()
        _ = try await one.open()
        // What is no matter of devices is not captured.
        _ = try await server.admin("/devices")
        _ = try await server.get("/nothing")
        #expect(
            observed.exchanges.map(\.device)
                == [nil, one.id, two.id, one.id, one.id, two.id, two.id, one.id, one.id])
        #expect(observed.exchanges.map(\.number) == observed.exchanges.map(\.number).sorted())
        #expect(Set(observed.exchanges.map(\.number)).count == 9)
        for id in [one.id, two.id] {
            let device = try #require(try await server.server.enrolledDevice(id))
            let kept = try await server.server.exchanges(with: device, atMost: 100).exchanges
            let told = observed.exchanges.filter { $0.device == id }
            #expect(kept.map(\.number) == told.map(\.number))
            #expect(kept.map(\.request.body) == told.map(\.request.body))
            #expect(kept.map(\.response.body) == told.map(\.response.body))
            #expect(kept.map(\.response.status) == told.map(\.response.status))
        }
    }

    @Test("A message that cannot be read is told without a device: nothing says whose it is")
    func unreadable() async throws {
        let observed = Observed()
        let server = try await TestServer(observer: observed.observer)
        var device = TestDevice(server)
        try await device.enroll()
        let answer = try await server.post("/dm", Array("<x/>".utf8), type: "application/vnd.syncml.dm+xml")
        #expect(answer.status == 400)
        #expect(observed.exchanges.last?.device == nil)
        #expect(observed.exchanges.last?.response.status == 400)
    }

    @Test("Devices are told without their secrets, and with what became of them")
    func devices() async throws {
        let server = try await TestServer()
        var one = TestDevice(server)
        var two = TestDevice(server, id: Self.other, key: 1)
        try await one.enroll()
        server.clock.advance(seconds: 5)
        try await two.enroll()
        _ = try await server.admin("/devices/\(two.id)/revoke", post: "")
        let devices = try await server.server.enrolledDevices()
        #expect(devices.map(\.id) == [one.id, two.id])
        #expect(devices.map(\.state) == ["enrolled", "revoked"])
        #expect(devices.first?.name == "DESKTOP-EMU0001")
        #expect(devices.first?.osVersion == "10.0.26100.4061")
        #expect(devices.first?.osEdition == "4")
        #expect(devices.first?.user == "ada@example.test")
        #expect(try await server.server.enrolledDevice("nobody") == nil)
    }

    @Test("Exchanges are read on from a number, some at a time, and only since the newest enrolment")
    func reading() async throws {
        let server = try await TestServer()
        var device = TestDevice(server)
        try await device.enroll()
        _ = try await device.open()
        server.clock.advance(seconds: 60)
        try await device.enroll()
        for _ in 0..<3 { _ = try await device.open() }
        let known = try #require(try await server.server.enrolledDevice(device.id))
        let all = try await server.server.exchanges(with: known, atMost: 100)
        #expect(all.exchanges.count == 7)
        #expect(all.exchanges.first?.request.time == known.enrolledAt)
        #expect(all.oldest == 1)
        var number: Int64 = 0
        var read: [Int64] = []
        while true {
            let some = try await server.server.exchanges(with: known, after: number, atMost: 2).exchanges
            guard let last = some.last else { break }
            #expect(some.count <= 2)
            read += some.map(\.number)
            number = last.number
        }
        #expect(read == all.exchanges.map(\.number))
    }

    @Test("What was dropped for newer records is missing, and an answer without its request is left out")
    func dropping() async throws {
        var settings = TestServer.settings
        settings.limits.captureRecords = 5
        let server = try await TestServer(settings)
        var device = TestDevice(server)
        try await device.enroll()
        server.clock.advance(seconds: 10)
        _ = try await device.open()
        server.clock.advance(seconds: 10)
        _ = try await device.open()
        let known = try #require(try await server.server.enrolledDevice(device.id))
        let list = try await server.server.exchanges(with: known, atMost: 100)
        #expect(list.exchanges.count == 2)
        #expect(list.oldest.map { $0 + 2 == list.exchanges.first?.number } == true)
        let time = try #require(list.exchanges.first?.request.time)
        #expect(time > known.enrolledAt)
        // The DevInfo was told again since.
        #expect(try await server.server.nodes(toldBy: known, before: time).isEmpty)
        let later = CaptureTime(microseconds: server.clock.now.microseconds + 1)
        #expect(try await server.server.nodes(toldBy: known, before: later).map(\.uri).contains("./DevInfo/DevId"))
    }

    @Test("A server that begins again with its file has the exchanges of before")
    func restart() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(
            "espalier-watch-\(UUID().uuidString).db"
        )
        .path
        defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
        var store = try ServerStore.file(path)
        let first = try await TestServer(store: store)
        var device = TestDevice(first)
        try await device.enroll()
        _ = try await device.open()
        let known = try #require(try await first.server.enrolledDevice(device.id))
        let before = try await first.server.exchanges(with: known, atMost: 100).exchanges
        try store.close()

        store = try ServerStore.file(path)
        let observed = Observed()
        let second = try await TestServer(store: store, observer: observed.observer)
        #expect(try await second.server.enrolledDevices() == [known])
        let kept = try await second.server.exchanges(with: known, atMost: 100).exchanges
        #expect(kept.map(\.number) == before.map(\.number))
        #expect(kept.map(\.response.body) == before.map(\.response.body))
        var again = TestDevice(second)
        again.document = device.document
        again.session = device.session
        _ = try await again.open()
        let newest = try #require(kept.last).number
        #expect(observed.exchanges.allSatisfy { $0.number > newest })
        try store.close()
    }
}
