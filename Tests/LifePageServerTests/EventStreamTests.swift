import Device
import ESP
import NIOCore
import Scenario
import Testing

@testable import LifePageServer

/// Server-Sent Events over real sockets: nothing is lost or doubled, whatever the readers do.
@Suite("Events of a life", .timeLimit(.minutes(2)))
struct EventStreamTests {
    private static func numbers(_ events: [PageClient.Event]) -> [Int] {
        events.flatMap { ["step", "steps"].contains($0.name) ? $0.steps.compactMap { $0["n"] as? Int } : [] }
    }

    private static func isOver(_ event: PageClient.Event) -> Bool {
        event.name == "clock" && event.object["state"] as? String == "over"
    }

    @Test("The bundled life is driven to success by the first browser that comes")
    func bundled() async throws {
        let player = try await OpenPage.playing(try Lives.bundled()) { page in
            let events = try await page.client.events(page.events, until: Self.isOver)
            #expect(events.first?.name == "head")
            #expect(events.first?.id == nil)
            #expect(events.first?.object["life"] as? String == "life")
            #expect(Self.numbers(events) == Array(0..<page.log.stepCount))
            let ending = try #require(events.last { $0.name == "ending" })
            #expect(ending.object["outcome"] as? String == "succeeded")
            for event in events where event.name == "step" || event.name == "steps" {
                #expect(event.id == "life:\(event.steps.last?["n"] as? Int ?? -1)")
            }
            let message = try await page.client.get("/devices/1/messages/0?token=\(page.token)")
            #expect(message.body.contains("<SyncML"))
        }
        #expect(player.isOver)
        let isExpected = player.ending.expectations.allSatisfy(\.passed)
        #expect(isExpected)
    }

    @Test("A reload, a lost connection and a second browser each get every step once")
    func resume() async throws {
        try await OpenPage.playing(try Lives.bundled(), pausingAt: .seconds(100)) { page in
            let first = try await page.client.events(page.events) {
                $0.name == "clock" && $0.object["state"] as? String == "paused"
            }
            let known = Self.numbers(first)
            #expect(known == Array(0..<page.log.stepCount))
            let last = try #require(first.last { $0.id != nil }?.id)
            // The connection is gone. A second browser looks, and lets the life go on.
            async let second = page.client.events(page.events, until: Self.isOver)
            let status = try await page.act("{\"action\":\"play\"}").status
            #expect(status == 200)
            let seen = try await second
            #expect(Self.numbers(seen) == Array(0..<page.log.stepCount))
            // The first one comes back with what it knows: by the header, or by the address.
            for resumed in [
                try await page.client.events(page.events, ["Last-Event-ID: \(last)"], until: Self.isOver),
                try await page.client.events(page.events + "&after=\(last)", until: Self.isOver),
                try await page.client.events(
                    page.events + "&after=life:0", ["Last-Event-ID: \(last)"], until: Self.isOver),
            ] {
                #expect(!resumed.contains { $0.name == "head" })
                #expect(known + Self.numbers(resumed) == Array(0..<page.log.stepCount))
            }
            // Another life, or a step that there is not: from the beginning.
            for id in ["other:3", "life:99999", "nonsense"] {
                let events = try await page.client.events(page.events, ["Last-Event-ID: \(id)"], until: Self.isOver)
                #expect(events.first?.name == "head")
                #expect(Self.numbers(events) == Array(0..<page.log.stepCount))
            }
        }
    }

    @Test("Many browsers at once get the same life")
    func many() async throws {
        try await OpenPage.playing(try Lives.bundled()) { page in
            let counts = try await withThrowingTaskGroup(of: [Int].self) { group in
                for _ in 0..<20 {
                    group.addTask { Self.numbers(try await page.client.events(page.events, until: Self.isOver)) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts.count == 20)
            #expect(counts.allSatisfy { $0 == Array(0..<page.log.stepCount) })
        }
    }

    @Test("A reader that never reads is closed after its time, and others get everything meanwhile")
    func slowReader() async throws {
        let log = TimelineLog(life: "abc", head: Array("{}".utf8))
        let filler = [UInt8](repeating: UInt8(ascii: "1"), count: 20_000)
        for _ in 0..<400 { log.append(step: filler) }
        log.close()
        var limits = PageLimits()
        let write = Duration.seconds(3)
        limits.write = write
        try await OpenPage.showing(log, limits: limits) { page in
            let request = "GET \(page.events) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
            let slow = try await page.client.withChannel(receiveBuffer: 4_096) { inbound, outbound in
                try await outbound.write(ByteBuffer(string: request))
                // The server is at it before the other one comes.
                var parts = inbound.makeAsyncIterator()
                var count = try await parts.next()?.readableBytes ?? 0
                let quick = try await page.client.withChannel { inbound, outbound in
                    try await outbound.write(ByteBuffer(string: request))
                    return try await inbound.reduce(into: 0) { $0 += $1.readableBytes }
                }
                #expect(quick > 400 * filler.count, "the other one got everything")
                // What it reads now makes room: by then the server has to have given up, also on a busy machine.
                try await Task.sleep(for: write + .seconds(5))
                do { while let part = try await parts.next() { count += part.readableBytes } } catch is IOError {}
                return count
            }
            #expect(slow < 400 * filler.count, "it was cut off before the end")
        }
    }

    @Test("A silent life sends a comment from time to time")
    func keepAlive() async throws {
        let log = TimelineLog(life: "abc", head: Array("{}".utf8))
        var limits = PageLimits()
        limits.keepAlive = .milliseconds(50)
        try await OpenPage.showing(log, limits: limits) { page in
            let events = try await page.client.events(page.events) { $0.name == "comment" }
            #expect(events.map(\.name) == ["head", "comment"])
            // And goes on afterwards.
            async let later = page.client.events(page.events) { $0.name == "step" }
            log.append(step: Array("{\"n\":0}".utf8))
            let seen = try await later
            #expect(Self.numbers(seen) == [0])
        }
    }

    @Test("A log that is closed ends its readers when they have everything")
    func closed() async throws {
        let log = TimelineLog(life: "abc", head: Array("{}".utf8))
        try await OpenPage.showing(log) { page in
            async let events = page.client.events(page.events)
            log.append(step: Array("{\"n\":0}".utf8))
            log.close()
            let seen = try await events
            #expect(Self.numbers(seen) == [0])
        }
    }

    @Test("The server ends although readers are there, and ends their streams")
    func ends() async throws {
        let log = TimelineLog(life: "abc", head: Array("{}".utf8))
        let (heads, came) = AsyncStream.makeStream(of: Void.self)
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { readers in
            let (pages, opened) = AsyncStream.makeStream(of: OpenPage.self)
            readers.addTask {
                var iterator = pages.makeAsyncIterator()
                let page = try #require(await iterator.next())
                _ = try await page.client.events(page.events) { event in
                    came.yield()
                    return event.name == "never"
                }
            }
            try await OpenPage.showing(log) { page in
                opened.yield(page)
                var iterator = heads.makeAsyncIterator()
                await iterator.next()
            }
            try await readers.waitForAll()
        }
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}
