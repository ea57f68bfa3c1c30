import Capture
import Device
import LifePage
import Scenario
import Testing

/// A played life, told from both ends of its wire.
@Suite("A life from both sides")
struct ServedLifeTests {
    /// The exchanges of a step.
    private func exchanges(_ messages: ArraySlice<SavedMessage>) -> [ServedExchange] {
        var exchanges: [ServedExchange] = []
        var request: SavedMessage?
        for message in messages {
            switch message.direction {
            case .client: request = message
            case .server:
                guard let sent = request else { continue }
                exchanges.append(
                    ServedExchange(
                        .session,
                        at: CaptureTime(
                            microseconds: ServedCourse.enrolledAt.microseconds + sent.time.milliseconds * 1_000),
                        request: sent.bytes, response: message.bytes))
                request = nil
            }
        }
        return exchanges
    }

    @Test(
        "Nodes that the server knows are nodes of the device with the same values, unless the device changed them since"
    )
    func subset() throws {
        var player = ScenarioPlayer(try ScenarioReader.read(BundledScenario.text), keepsMessages: true)
        var recorder = TimelineRecorder(player, life: "device")
        var served = ServedTimelineRecorder(ServedCourse.device, life: "server")
        var onDevice = KnownTree(recorder.head.nodes)
        var known = KnownTree(served.head.nodes)
        /// Changed by the device itself since the server last heard of it.
        var changed: Set<String> = []
        var count = 0
        var answers = 0
        while let events = player.step() {
            let step = recorder.record(events, player)
            let messages = player.life.messages[count...]
            count = player.life.messages.count
            onDevice.apply(step.nodes)
            for change in step.nodes {
                switch change {
                case .set(let node) where node.writer != .server: changed.insert(node.uri.lowercased())
                case .removed(let uri): changed.insert(uri.lowercased())
                case .set: break
                }
            }
            for exchange in exchanges(messages) {
                let told = served.record(exchange)
                known.apply(told.nodes)
                answers += told.served.filter { $0.name == "commandAnswered" }.count
            }
            let device = Dictionary(uniqueKeysWithValues: onDevice.nodes.map { ($0.key.lowercased(), $0.value) })
            for (uri, node) in known.nodes where !changed.contains(uri.lowercased()) {
                let key = uri.lowercased()
                let tree = player.life.tree
                if let own = device[key] {
                    #expect(own.value == node.value, "\(uri) at \(step.t)")
                    #expect(own.isSecret == node.isSecret, "\(uri)")
                } else if node.value != nil {
                    // A value that no node stores: the device works it out when it is asked.
                    let isImplied = tree.impliedLeaves().contains { $0.uri.canonical.lowercased() == key }
                    #expect(isImplied || node.writer == .client, "\(uri) at \(step.t)")
                }
            }
        }
        #expect(known.nodes.count > 20)
        #expect(answers > 30)
        #expect(known.nodes.values.contains { $0.writer == .server })
        #expect(known.nodes.values.contains { $0.writer == .client })
    }

    @Test("Sessions, messages and rows are those of the device's own timeline, in the same order")
    func messages() throws {
        let life = try RecordedLife()
        var served = ServedTimelineRecorder(ServedCourse.device, life: "server")
        let steps = exchanges(life.player.life.messages[...]).map { served.record($0) }
        let mine = steps.flatMap(\.messages)
        let own = life.messages
        #expect(mine.map(\.n) == own.map(\.n))
        #expect(mine.map(\.session) == own.map(\.session))
        #expect(mine.map(\.message) == own.map(\.message))
        #expect(mine.map(\.bytes) == own.map(\.bytes))
        #expect(mine.map { $0.rows.map(\.target) } == own.map { $0.rows.map(\.target) })
        let ends = steps.flatMap(\.served).filter { $0.name == "sessionEnded" }.count
        #expect(ends == life.events.flatMap { $0 }.filter { $0.name == "sessionEnded" }.count)
    }
}
