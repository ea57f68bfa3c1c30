import Device
import ESP
import LifePage
import ReferenceServer
import Scenario
import SyncML
import Testing

/// Messages that are none, and messages in another form.
@Suite struct TimelineWireTests {
    /// A server whose answers are put into another form on their way.
    private struct Rewriting: ManagementServer {
        var server: ReferenceServer
        var rewrite: @Sendable ([UInt8]) -> [UInt8]

        mutating func answer(_ message: [UInt8], now: DeviceTime) -> [UInt8]? {
            server.answer(message, now: now).map(rewrite)
        }
    }

    /// The first steps of a life with such a server.
    private static func life(
        _ rewrite: @escaping @Sendable ([UInt8]) -> [UInt8], most: Int = 12
    ) throws -> (steps: [TimelineStep], recorder: TimelineRecorder) {
        let scenario = try ScenarioReader.read(BundledScenario.text)
        let server = ScenarioPlayer(scenario).life.server
        var player = LifePlayer(scenario, server: Rewriting(server: server, rewrite: rewrite), keepsMessages: true)
        var recorder = TimelineRecorder(player, life: "test")
        var steps: [TimelineStep] = []
        for _ in 0..<most {
            guard let events = player.step() else { break }
            steps.append(recorder.record(events, player))
        }
        return (steps, recorder)
    }

    @Test("WBXML is shown as XML, with the same rows as XML has, and its own size")
    func wbxml() throws {
        let binary = try Self.life { body in (try? Message(parsing: body).wbxml()) ?? body }
        let plain = try Self.life { $0 }
        let messages = binary.steps.flatMap(\.messages)
        let others = plain.steps.flatMap(\.messages)
        #expect(messages.count == others.count)
        for (message, other) in zip(messages, others) where message.direction == .server {
            #expect(message.encoding == .wbxml && other.encoding == .xml)
            #expect(message.bytes < other.bytes)
            #expect(message.error == nil)
            #expect(message.rows.map(\.name) == other.rows.map(\.name))
            #expect(message.rows.map(\.target) == other.rows.map(\.target))
            #expect(message.rows.map(\.status) == other.rows.map(\.status))
            #expect(binary.recorder.body(of: message.n)?.hasPrefix("<SyncML") == true)
        }
    }

    @Test(
        "an answer that is no message says why, and has no rows",
        arguments: [
            "<html><body>Bad gateway token=secret-pear</body></html>", "{\"error\":1}", "<SyncML", "<a/>",
            "\u{3}\u{0}x",
            "<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr>", " ",
        ])
    func garbage(_ text: String) throws {
        let life = try Self.life({ _ in Array(text.utf8) }, most: 3)
        let answers = life.steps.flatMap(\.messages).filter { $0.direction == .server }
        #expect(!answers.isEmpty)
        for answer in answers {
            #expect(answer.error?.isEmpty == false)
            #expect(answer.rows.isEmpty && answer.sessionID == nil && !answer.isFinal)
            #expect(life.recorder.body(of: answer.n)?.contains("secret-pear") != true)
            #expect(answer.error?.contains("secret-pear") == false)
        }
    }

    @Test("every beginning of a message is told as far as it can be read, and none stops the recording")
    func truncated() throws {
        let whole = try Self.life({ $0 }, most: 1)
        let length = try #require(whole.steps.first?.messages.first { $0.direction == .server }?.bytes)
        for count in stride(from: 1, to: length, by: 97) {
            let life = try Self.life({ Array($0.prefix(count)) }, most: 1)
            let answer = try #require(life.steps.first?.messages.first { $0.direction == .server })
            #expect(answer.bytes == count)
            #expect(answer.error != nil)
        }
    }

    @Test("enrollment.md 14.6: an empty answer is the end of a session and no broken message")
    func empty() throws {
        let life = try Self.life({ _ in [] }, most: 2)
        let answer = try #require(life.steps.flatMap(\.messages).first { $0.direction == .server })
        #expect(answer.bytes == 0 && answer.error == nil && answer.rows.isEmpty)
    }

    @Test("a session that never ends is told whole: each command beside its own status")
    func endless() throws {
        let life = try RecordedLife(
            yaml: """
                profile: {showInstallationProgress: true}
                server: {faults: [{kind: endless, for: 5s}]}
                """)
        let step = try #require(life.steps.first)
        #expect(step.messages.count == 1000)
        let rows = step.messages.dropLast().filter { $0.direction == .server }.flatMap(\.rows).filter {
            $0.name == "Get"
        }
        #expect(rows.count > 400)
        #expect(rows.allSatisfy { $0.status == "200" && $0.rule != nil })
        #expect(life.steps.flatMap(\.messages).map(\.n) == Array(0..<life.messages.count))
    }

    @Test("an Atomic: its commands are inside it, each with its status")
    func atomic() throws {
        let life = try RecordedLife()
        let atomics = life.messages.filter { $0.direction == .server }.flatMap(\.rows).filter { $0.depth > 0 }
        for row in atomics { #expect(row.status != nil && row.rule != nil) }
    }
}
