#if Live
import Capture
import LifePage
import LifePageServer
import ManagementService

/// The devices of a management server as its page watches them.
///
/// The captures of the store are what the page remembers: the timeline of a device is made from them when somebody opens it,
/// and goes on with each exchange from then on. What nobody looks at costs nothing here.
actor ServePageDevices: WatchedLives {
    /// A device that somebody opened.
    private struct Opened {
        let device: EnrolledDevice
        let log: TimelineLog
        var recorder: ServedTimelineRecorder
        /// Of the newest exchange that was told; 0 for none.
        var number: Int64 = 0
    }

    private let server: ManagementServer
    private var opened: [String: Opened] = [:]
    /// Those that were opened, the one that was asked for last at the end.
    private var order: [String] = []
    /// Whose exchanges are being read, and whether there are more by now.
    private var reading: [String: Bool] = [:]

    /// Timelines that are held at one time.
    static let mostOpened = 32
    /// Exchanges that are read from the store at once.
    private static let batch = 64

    /// With so many exchanges a timeline begins anew, with those that the store still has. Less than half of them are there by
    /// then, as each makes two records.
    private var mostSteps: Int { max(server.settings.limits.captureRecords, Self.batch) }

    init(_ server: ManagementServer) { self.server = server }

    // MARK: For the page

    func all() async -> [WatchedLife] {
        // The store fails for the devices as well, and the access log says so.
        let devices = (try? await server.enrolledDevices()) ?? []
        return devices.map { watched($0, opened[$0.id]?.log ?? Self.unopened) }
    }

    func life(_ id: String) async -> WatchedLife? {
        guard let device = try? await server.enrolledDevice(id) else { return nil }
        if let known = opened[id], known.device.enrolledAt != device.enrolledAt { close(id) }
        if opened[id] == nil { await open(device) }
        guard let life = opened[id] else { return nil }
        order.removeAll { $0 == id }
        order.append(id)
        if order.count > Self.mostOpened, let oldest = order.first { close(oldest) }
        return watched(device, life.log)
    }

    private static let unopened = TimelineLog(life: "unopened", head: [])

    private func watched(_ device: EnrolledDevice, _ log: TimelineLog) -> WatchedLife {
        let details = [device.user, device.osVersion, device.state == "enrolled" ? nil : device.state]
        return WatchedLife(
            id: device.id, title: device.name ?? device.id,
            detail: details.compactMap { $0 }.joined(separator: ", "), log: log)
    }

    // MARK: Reading

    /// Follows what the server does, until the notices end.
    func follow(_ notices: ServePageNotices) async {
        await notices.tell { device, number in await self.tell(device, from: number) }
        for id in Array(opened.keys) { close(id) }
    }

    /// Tells what is new of a device, when somebody opened it.
    private func tell(_ id: String, from number: Int64) async {
        guard let life = opened[id] else { return }
        // Captures that were dropped before they were read here: the timeline begins anew, and says what it lacks. The number
        // is that of the answer, and its request stands before it.
        if number > life.number,
            let list = try? await server.exchanges(with: life.device, after: life.number, atMost: 1),
            let oldest = list.oldest, oldest >= number
        {
            close(id)
        } else {
            await read(id)
        }
    }

    private func open(_ device: EnrolledDevice) async {
        guard let first = try? await server.exchanges(with: device, atMost: 1).exchanges.first else {
            begin(device, [], isToldInPart: true, first: 0)
            return
        }
        let time = first.request.time ?? device.enrolledAt
        // The exchange of the enrolment is the first one, unless it was dropped for newer ones.
        let isToldInPart = time > device.enrolledAt
        let nodes = isToldInPart ? (try? await server.nodes(toldBy: device, before: time)) ?? [] : []
        begin(device, nodes, isToldInPart: isToldInPart, first: first.number)
        // Readers get the steps as they are made.
        Task { await read(device.id) }
    }

    private func begin(_ device: EnrolledDevice, _ nodes: [ToldNode], isToldInPart: Bool, first: Int64) {
        guard opened[device.id] == nil else { return }
        let served = ServedDevice(
            title: device.name ?? device.id, name: device.name, osVersion: device.osVersion,
            osEdition: device.osEdition, provider: server.settings.providerID, enrolledAt: device.enrolledAt,
            nodes: nodes.map { ServedDevice.Node(uri: $0.uri, value: $0.value) }, isToldInPart: isToldInPart)
        // The same exchanges give the same steps, so whoever was cut off goes on where it was.
        let life = "\(String(device.enrolledAt.microseconds, radix: 36))x\(String(first, radix: 36))"
        let recorder = ServedTimelineRecorder(served, life: life)
        opened[device.id] = Opened(
            device: device, log: TimelineLog(life: life, head: PageJSON.bytes(recorder.head)), recorder: recorder)
    }

    private func read(_ id: String) async {
        guard reading[id] == nil else {
            reading[id] = true
            return
        }
        repeat {
            reading[id] = false
            while let life = opened[id],
                let list = try? await server.exchanges(with: life.device, after: life.number, atMost: Self.batch),
                !list.exchanges.isEmpty, opened[id]?.log === life.log
            {
                tell(list.exchanges, of: id)
            }
        } while reading[id] == true
        reading[id] = nil
    }

    private func tell(_ exchanges: [CapturedExchange], of id: String) {
        guard var life = opened[id] else { return }
        // Not held twice while it is changed.
        opened[id] = nil
        for exchange in exchanges {
            life.number = exchange.number
            guard let served = ServedExchange(exchange.request, exchange.response) else { continue }
            let step = life.recorder.record(served)
            var messages: [Int: [UInt8]] = [:]
            for message in step.messages {
                messages[message.n] = life.recorder.body(of: message.n).map { Array($0.utf8) }
            }
            life.log.append(step: PageJSON.bytes(step), messages: messages)
        }
        opened[id] = life
        if life.log.stepCount >= mostSteps { close(id) }
    }

    /// Readers are sent away; those who come again get a timeline that was made anew.
    private func close(_ id: String) {
        opened.removeValue(forKey: id)?.log.close()
        order.removeAll { $0 == id }
    }
}
#endif
