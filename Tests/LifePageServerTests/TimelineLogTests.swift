import Testing

@testable import LifePageServer

@Suite("The log of a life")
struct TimelineLogTests {
    private func log(steps: Int) -> TimelineLog {
        let log = TimelineLog(life: "abc", head: bytes("head"))
        for number in 0..<steps { log.append(step: bytes("\(number)"), messages: [number: bytes("<m\(number)/>")]) }
        return log
    }

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test("Several readers get everything in order, each at its own pace")
    func readers() {
        let log = log(steps: 3)
        var (quick, slow) = (TimelineLog.Place(), TimelineLog.Place())
        #expect(
            log.read(&quick, atMost: 100).entries == [
                .head(bytes("head")), .steps(first: 0, [bytes("0"), bytes("1"), bytes("2")]),
            ])
        #expect(log.read(&quick, atMost: 100).entries.isEmpty)
        log.append(step: bytes("3"))
        log.set(clock: bytes("c1"))
        #expect(log.read(&quick, atMost: 100).entries == [.steps(first: 3, [bytes("3")]), .clock(bytes("c1"))])
        #expect(
            log.read(&slow, atMost: 2).entries == [
                .head(bytes("head")), .steps(first: 0, [bytes("0"), bytes("1")]),
            ])
        #expect(
            log.read(&slow, atMost: 2).entries == [
                .steps(first: 2, [bytes("2"), bytes("3")]), .clock(bytes("c1")),
            ])
        #expect(log.read(&slow, atMost: 2).entries.isEmpty)
    }

    @Test("A step that is larger than a batch stands alone")
    func largeStep() {
        let log = TimelineLog(life: "abc", head: [])
        log.append(step: [UInt8](repeating: 0x20, count: 500))
        log.append(step: bytes("1"))
        var place = TimelineLog.Place()
        _ = log.read(&place, atMost: 10)
        #expect(log.read(&place, atMost: 10).entries == [.steps(first: 1, [bytes("1")])])
    }

    @Test("Of clock and ending a reader gets the newest, and each once")
    func newest() {
        let log = log(steps: 0)
        var place = TimelineLog.Place()
        log.set(clock: bytes("c1"))
        log.set(clock: bytes("c2"))
        log.set(ending: bytes("e1"))
        log.set(ending: bytes("e2"))
        #expect(
            log.read(&place, atMost: 9).entries == [
                .head(bytes("head")), .ending(bytes("e2")), .clock(bytes("c2")),
            ])
        #expect(log.read(&place, atMost: 9).entries.isEmpty)
    }

    @Test("A place behind a step goes on with the next one, without the head")
    func resume() throws {
        let log = log(steps: 3)
        var place = try #require(log.place(after: 1))
        #expect(log.read(&place, atMost: 9).entries == [.steps(first: 2, [bytes("2")])])
        #expect(log.place(after: 3) == nil)
        #expect(log.place(after: -1) == nil)
    }

    @Test(
        "Only an id of this life resumes it",
        arguments: ["xyz:1", "abc:3", "abc:", "abc", ":1", "", "abc:-1", "abc:1:1", "abc:99999999999999999999"])
    func foreignPlaces(id: String) {
        #expect(EventStream.place(in: log(steps: 3), after: id) == TimelineLog.Place())
        #expect(EventStream.place(in: log(steps: 3), after: "abc:1") != TimelineLog.Place())
    }

    @Test("Messages are found by number")
    func messages() {
        let log = log(steps: 2)
        #expect(log.message(1) == bytes("<m1/>"))
        #expect(log.message(2) == nil)
    }

    @Test("A reader that waits is woken by the next change, by the end, and by its own cancellation")
    func waiting() async {
        let log = log(steps: 0)
        var place = TimelineLog.Place()
        let version = log.read(&place, atMost: 9).version
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<100 { group.addTask { await log.change(after: version) } }
            log.append(step: bytes("0"))
        }
        let cancelled = Task { await log.change(after: version + 1) }
        cancelled.cancel()
        await cancelled.value
        let ended = Task { await log.change(after: version + 1) }
        log.close()
        await ended.value
        await log.change(after: version + 2)
        #expect(log.read(&place, atMost: 9).isClosed)
    }
}
