import Device
import ESP
import ReferenceServer
import Scenario
import Testing

@testable import LifePageServer

/// The conductor by a clock that is moved by hand.
@Suite("A life that goes by a clock")
struct ConductorTests {
    private let clock = HandClock()

    @Test("Nothing happens before the first browser comes, and the clock runs then")
    func waiting() throws {
        var conductor = Lives.conductor(try Lives.bundled(), clock)
        var seen = Memory()
        clock.advance(.seconds(100))
        conductor.proceed(&seen)
        #expect(conductor.state == .waiting(at: .zero))
        #expect(conductor.wakeTime == nil)
        #expect(conductor.pageClock.state == .waiting)
        #expect(seen.steps.isEmpty)
        conductor.browserCame(&seen)
        #expect(conductor.state == .playing(from: .zero, since: .seconds(100)))
        #expect(!seen.steps.isEmpty)
        let count = seen.steps.count
        conductor.browserCame(&seen)
        #expect(seen.steps.count == count, "a second browser changes nothing")
    }

    @Test("Time runs as many times as fast as the speed says, and a step comes when it is due")
    func speed() throws {
        var conductor = Lives.conductor(try Lives.bundled(), clock)
        var seen = Memory()
        conductor.browserCame(&seen)
        let count = seen.steps.count
        let next = try #require(conductor.pageClock.next)
        #expect(conductor.untilWake == .milliseconds(next.milliseconds) / 20)
        clock.advance(.milliseconds(next.milliseconds) / 20 - .milliseconds(1))
        conductor.proceed(&seen)
        #expect(seen.steps.count == count)
        #expect(conductor.time == DeviceTime(milliseconds: next.milliseconds - 20))
        clock.advance(.milliseconds(1))
        conductor.proceed(&seen)
        #expect(seen.steps.count > count)
        #expect(conductor.player.life.now == next)
    }

    @Test("Pause holds the time, play goes on from there, and the speed may change on the way")
    func pause() throws {
        var conductor = Lives.conductor(try Lives.bundled(), clock, speed: .times(1))
        var seen = Memory()
        conductor.browserCame(&seen)
        clock.advance(.milliseconds(1_500))
        try conductor.obey(.pause, &seen)
        #expect(conductor.state == .paused(at: DeviceTime(milliseconds: 1_500)))
        try conductor.obey(.pause, &seen)
        clock.advance(.seconds(1_000))
        conductor.proceed(&seen)
        #expect(conductor.time == DeviceTime(milliseconds: 1_500))
        #expect(conductor.wakeTime == nil)
        try conductor.obey(.speed(.times(60)), &seen)
        try conductor.obey(.play, &seen)
        try conductor.obey(.play, &seen)
        clock.advance(.milliseconds(10))
        #expect(conductor.time == DeviceTime(milliseconds: 2_100))
        try conductor.obey(.speed(.times(10)), &seen)
        clock.advance(.milliseconds(10))
        #expect(conductor.time == DeviceTime(milliseconds: 2_200))
    }

    @Test("Step goes to the next instant at which something is to be seen, and pauses there")
    func step() throws {
        var conductor = Lives.conductor(try Lives.bundled(), clock)
        var seen = Memory()
        try conductor.obey(.step, &seen)
        #expect(!(seen.steps.last?.isEmpty ?? true))
        #expect(conductor.state == .paused(at: conductor.player.life.now))
        let (count, time) = (seen.steps.count, conductor.time)
        for _ in 0..<20 { try conductor.obey(.step, &seen) }
        #expect(seen.steps.count >= count + 20)
        #expect(conductor.time > time)
        #expect(conductor.time == conductor.player.life.now)
        try conductor.obey(.play, &seen)
        try conductor.obey(.step, &seen)
        #expect(conductor.pageClock.state == .paused)
    }

    @Test("A life that is stepped, played, paused or hurried is the same life, with no step lost or doubled")
    func sameLife() throws {
        var player = try Lives.bundled()
        let whole = player.playToEnd().map(\.kind.description)
        for speed in [PlaySpeed.times(1), .times(600), .times(1_000_000), .unlimited] {
            let clock = HandClock()
            var conductor = Lives.conductor(try Lives.bundled(), clock, speed: speed)
            var seen = Memory()
            try conductor.obey(.step, &seen)
            try conductor.obey(.step, &seen)
            try conductor.obey(.play, &seen)
            clock.advance(.milliseconds(700))
            try conductor.obey(.pause, &seen)
            try conductor.obey(.play, &seen)
            conductor.live(clock, &seen)
            #expect(seen.events.map(\.kind.description) == whole)
            #expect(conductor.pageClock.state == .over)
            #expect(seen.rests.map(\.outcome) == [.succeeded])
            #expect(seen.rests.first?.isExpected == true)
            #expect(conductor.player.isOver)
        }
    }

    @Test("As fast as it can still looks at commands between two batches of steps")
    func batches() throws {
        var conductor = Lives.conductor(try Lives.bundled(), clock, speed: .unlimited)
        var seen = Memory()
        conductor.browserCame(&seen)
        #expect(seen.steps.count == LifeConductor<ReferenceServer>.batch)
        #expect(conductor.untilWake == .zero)
        #expect(conductor.pageClock.speed == .unlimited)
        try conductor.obey(.pause, &seen)
        #expect(conductor.time == conductor.player.life.now)
        #expect(conductor.pageClock.state == .paused)
    }

    @Test("The clock stops by itself where it is told to, once")
    func stopAt() throws {
        for speed in [PlaySpeed.times(20), .unlimited] {
            let clock = HandClock()
            let stop = DeviceTime(milliseconds: 61_234)
            var conductor = Lives.conductor(try Lives.bundled(), clock, speed: speed, pausingAt: stop)
            var seen = Memory()
            conductor.browserCame(&seen)
            conductor.live(clock, &seen)
            #expect(conductor.state == .paused(at: stop))
            #expect(conductor.player.life.now <= stop)
            try conductor.obey(.play, &seen)
            conductor.live(clock, &seen)
            #expect(conductor.pageClock.state == .over)
        }
    }

    @Test("A life that is beyond that instant already is not taken back in time")
    func stopBehind() throws {
        var player = try Lives.bundled()
        while let next = player.nextTime, next < .seconds(100) { _ = player.step() }
        let now = player.life.now
        var conductor = Lives.conductor(player, clock, pausingAt: .seconds(10))
        var seen = Memory()
        conductor.browserCame(&seen)
        #expect(conductor.state == .paused(at: now))
    }

    @Test("The time that a server takes is not the device's: later steps do not pile up")
    func slowServer() throws {
        var conductor = Lives.conductor(try Lives.bundled(), clock)
        let clock = clock
        var seen = Memory(onStep: { clock.advance(.seconds(5)) })
        conductor.browserCame(&seen)
        #expect(conductor.time < .seconds(1))
        #expect(conductor.player.life.now == .zero)
    }

    @Test("At an error screen with nothing due the life rests, is judged as it stands, and is not over")
    func attended() throws {
        var conductor = Lives.conductor(try Lives.player(Lives.failing), clock)
        var seen = Memory()
        conductor.browserCame(&seen)
        conductor.live(clock, &seen)
        #expect(conductor.state == .attended(at: conductor.player.life.now, goesOn: true))
        #expect(conductor.pageClock.state == .attended)
        #expect(conductor.pageClock.next == nil)
        #expect(conductor.player.pressableButtons == [.reset, .tryAgain, .continueAnyway, .viewDiagnostics])
        #expect(seen.rests.map(\.outcome) == [.failed])
        #expect(seen.rests.first?.isExpected == true)
        #expect(!conductor.player.isOver)
        let time = conductor.time
        clock.advance(.seconds(100))
        #expect(conductor.time == time)
        for command in [ConductorCommand.play, .pause, .step] {
            #expect(throws: ConductorRefusal.nothingIsDue) { try conductor.obey(command, &seen) }
        }
        try conductor.obey(.speed(.times(60)), &seen)
        #expect(conductor.speed == .times(60))
    }

    @Test("A press at rest lets the life go on, and it rests again")
    func pressAtRest() throws {
        var conductor = Lives.conductor(try Lives.player(Lives.failing), clock)
        var seen = Memory()
        conductor.browserCame(&seen)
        conductor.live(clock, &seen)
        try conductor.obey(.press(.tryAgain), &seen)
        #expect(seen.wentOn == 1)
        #expect(seen.names.contains("buttonPressed"))
        #expect(conductor.pageClock.state == .playing)
        conductor.live(clock, &seen)
        #expect(conductor.pageClock.state == .over)
        #expect(seen.rests.map(\.outcome) == [.failed, .succeeded])
        // The scenario said that it fails.
        #expect(seen.rests.last?.isExpected == false)
    }

    @Test("Who paused before stays paused after a press")
    func pressWhilePaused() throws {
        var conductor = Lives.conductor(try Lives.player(Lives.failing), clock)
        var seen = Memory()
        for _ in 0..<10_000 where conductor.pageClock.state != .attended { try conductor.obey(.step, &seen) }
        #expect(conductor.state == .attended(at: conductor.player.life.now, goesOn: false))
        try conductor.obey(.press(.tryAgain), &seen)
        #expect(conductor.pageClock.state == .paused)
        #expect(seen.names.contains("buttonPressed"))
    }

    @Test("A press falls on the instant that the clock shows")
    func pressInstant() throws {
        var conductor = Lives.conductor(try Lives.player(Lives.leaving), clock, speed: .times(1))
        var seen = Memory()
        conductor.browserCame(&seen)
        conductor.live(clock, to: .seconds(40), &seen)
        try conductor.obey(.pause, &seen)
        try conductor.obey(.play, &seen)
        clock.advance(.milliseconds(123))
        let time = conductor.time
        #expect(conductor.player.life.now < time)
        try conductor.obey(.press(.continueAnyway), &seen)
        let pressed = try #require(seen.events.last { $0.name == "buttonPressed" })
        #expect(pressed.time == time)
        #expect(conductor.player.life.page.state == .between)
        // Nobody signs in, and nothing is to be pressed any more.
        #expect(conductor.pageClock.state == .over)
    }

    @Test("A button that the page does not offer is refused, and nothing happens")
    func notOffered() throws {
        var conductor = Lives.conductor(try Lives.bundled(), clock)
        var seen = Memory()
        conductor.browserCame(&seen)
        let count = seen.steps.count
        for button in PageButton.allCases {
            let refusal = #expect(throws: ConductorRefusal.self) { try conductor.obey(.press(button), &seen) }
            #expect(refusal?.code == .press)
            #expect(refusal?.message.contains(button.rawValue) == true)
        }
        #expect(seen.steps.count == count)
        #expect(!seen.names.contains("buttonNotOffered"))
    }

    @Test("A life that is cut off while a button is offered rests there and can go on up to the horizon")
    func horizon() throws {
        var conductor = Lives.conductor(try Lives.player(Lives.leaving), clock, speed: .times(600))
        var seen = Memory()
        conductor.browserCame(&seen)
        conductor.live(clock, &seen)
        #expect(conductor.pageClock.state == .attended)
        #expect(seen.rests.map(\.outcome) == [.hung])
        try conductor.obey(.press(.continueAnyway), &seen)
        conductor.live(clock, &seen)
        #expect(conductor.pageClock.state == .over)
        #expect(seen.names.contains("pageLeft"))
        #expect(seen.rests.count == 2)
    }

    @Test("A life that is over refuses everything")
    func over() throws {
        var conductor = Lives.conductor(try Lives.bundled(), clock, speed: .unlimited)
        var seen = Memory()
        conductor.browserCame(&seen)
        conductor.live(clock, &seen)
        #expect(conductor.state == .over(at: conductor.player.life.now))
        for command in [ConductorCommand.play, .pause, .step, .speed(.times(1)), .press(.tryAgain)] {
            #expect(throws: ConductorRefusal.lifeIsOver) { try conductor.obey(command, &seen) }
        }
        #expect(seen.rests.count == 1)
    }

    @Test("Speeds above 0 and up to the highest, and no others", arguments: [0, -1, .infinity, .nan, 2e6])
    func speeds(factor: Double) {
        #expect(PlaySpeed(factor: factor) == nil)
        #expect(PlaySpeed(factor: 0.5) == .times(0.5))
    }

    @Test("The clock as JSON, with null for what there is not")
    func json() {
        let clock = PageClock(.playing, at: .seconds(61), speed: .times(20), next: DeviceTime(milliseconds: 65_500))
        #expect(
            String(decoding: PageJSON.bytes(clock), as: UTF8.self)
                == "{\"controllable\":true,\"live\":true,\"next\":65.5,\"speed\":20,\"state\":\"playing\",\"t\":61}")
        let over = PageClock(.over, at: .zero, speed: .unlimited, isControllable: false)
        #expect(
            String(decoding: PageJSON.bytes(over), as: UTF8.self)
                == "{\"controllable\":false,\"live\":true,\"next\":null,\"speed\":null,\"state\":\"over\",\"t\":0}")
    }
}

extension DeviceEvent.Kind {
    fileprivate var description: String { "\(self)" }
}
