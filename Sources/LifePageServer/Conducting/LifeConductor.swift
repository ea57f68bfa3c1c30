import Device
import ESP
import Scenario

/// Lets a life go by a clock, and lets somebody before the page take part in it.
///
/// A state machine without a clock, threads and waiting of its own: `proceed` lives what is due, `wakeTime` says when to
/// call it again, `obey` takes a command. While a step is lived the device's time stands, so a server that lets the device
/// wait does not let later steps pile up.
public struct LifeConductor<Server: ManagementServer> {
    public private(set) var player: LifePlayer<Server>
    public private(set) var state: ConductorState
    public private(set) var speed: PlaySpeed
    /// Where time stops by itself, once.
    private var pause: DeviceTime?
    private let clock: @Sendable () -> Duration

    /// So many steps are lived at once before commands are looked at again.
    static var batch: Int { 8 }
    /// Silent steps of one `step` command, and steps of one instant: more would be a defect of ours.
    static var mostSteps: Int { 10_000 }

    /// - Parameters:
    ///   - pause: where time stops by itself, once; nil for nowhere.
    ///   - clock: the real clock, counted from any beginning.
    public init(
        _ player: LifePlayer<Server>, speed: PlaySpeed, pausingAt pause: DeviceTime? = nil,
        clock: @escaping @Sendable () -> Duration
    ) {
        self.player = player
        self.speed = speed
        self.pause = pause
        self.clock = clock
        state = .waiting(at: player.life.now)
    }

    // MARK: Looking

    /// The device's time.
    public var time: DeviceTime {
        switch state {
        case .waiting(let time), .paused(let time), .attended(let time, _), .over(let time): time
        case .playing(let start, let wall): shown(start, wall)
        }
    }

    /// When `proceed` has to be called again, on the real clock; nil when only a command moves anything.
    public var wakeTime: Duration? {
        mutating get {
            guard case .playing(let start, let wall) = state else { return nil }
            guard let due = [player.nextTime, pause].compactMap({ $0 }).min(), let factor = speed.factor else {
                return wall
            }
            // Milliseconds of the device at this speed, rounded up so that what is due is due on waking.
            let milliseconds = Double(max(0, due.milliseconds - start.milliseconds)) / factor
            return wall + .nanoseconds(Int64(min(milliseconds * 1_000_000, 1e17).rounded(.up)))
        }
    }

    /// How long until then; nil when only a command moves anything.
    var untilWake: Duration? {
        mutating get { wakeTime.map { max(.zero, $0 - clock()) } }
    }

    /// The clock for the page.
    public var pageClock: PageClock {
        mutating get {
            let name: PageClock.State =
                switch state {
                case .waiting: .waiting
                case .paused: .paused
                case .playing: .playing
                case .attended: .attended
                case .over: .over
                }
            return PageClock(name, at: time, speed: speed, next: player.nextTime)
        }
    }

    private func shown(_ start: DeviceTime, _ wall: Duration) -> DeviceTime {
        guard let factor = speed.factor else { return max(start, player.life.now) }
        let passed = max(.zero, clock() - wall) / .milliseconds(1) * factor
        return DeviceTime(milliseconds: start.milliseconds + Int64(min(passed, 1e15)))
    }

    // MARK: Living

    /// The first browser came: time begins to run.
    public mutating func browserCame(_ witness: inout some LifeWitness<Server>) {
        guard case .waiting(let time) = state else { return }
        state = .playing(from: time, since: clock())
        proceed(&witness)
    }

    /// Lives what is due, some steps at most; `wakeTime` tells whether there are more.
    public mutating func proceed(_ witness: inout some LifeWitness<Server>) {
        switch state {
        case .waiting, .paused, .attended, .over: return
        case .playing(let start, let wall):
            let isLimited = speed.factor != nil
            let now = isLimited ? shown(start, wall) : .init(milliseconds: .max)
            let end = min(now, pause ?? now)
            var count = 0
            while count < Self.batch, let next = player.nextTime, next <= end {
                liveStep(&witness)
                count += 1
            }
            if rest(goesOn: true, &witness) { return }
            if let pause, pause <= now, player.nextTime.map({ $0 > pause }) ?? true {
                // A life that was resumed may be beyond it.
                stop(at: max(pause, player.life.now))
            } else {
                // The time that the steps took is not the device's.
                state = .playing(from: isLimited ? now : max(start, player.life.now), since: clock())
            }
        }
    }

    /// Does what somebody asks.
    public mutating func obey(
        _ command: ConductorCommand, _ witness: inout some LifeWitness<Server>
    ) throws(ConductorRefusal) {
        proceed(&witness)
        switch command {
        case .play: try play()
        case .pause: try halt()
        case .step: try goToNext(&witness)
        case .speed(let speed): try change(to: speed)
        case .press(let button): try press(button, &witness)
        }
    }

    private mutating func play() throws(ConductorRefusal) {
        switch state {
        case .waiting(let time), .paused(let time): state = .playing(from: time, since: clock())
        case .playing: break
        case .attended: throw .nothingIsDue
        case .over: throw .lifeIsOver
        }
    }

    private mutating func halt() throws(ConductorRefusal) {
        switch state {
        case .waiting(let time): state = .paused(at: time)
        case .paused: break
        case .playing(let start, let wall): state = .paused(at: shown(start, wall))
        case .attended: throw .nothingIsDue
        case .over: throw .lifeIsOver
        }
    }

    private mutating func goToNext(_ witness: inout some LifeWitness<Server>) throws(ConductorRefusal) {
        switch state {
        case .waiting, .paused, .playing: break
        case .attended: throw .nothingIsDue
        case .over: throw .lifeIsOver
        }
        for _ in 0..<Self.mostSteps {
            guard player.nextTime != nil else { break }
            if liveStep(&witness) { break }
        }
        if !rest(goesOn: false, &witness) { stop(at: max(time, player.life.now)) }
    }

    private mutating func change(to speed: PlaySpeed) throws(ConductorRefusal) {
        switch state {
        case .waiting, .paused, .attended: break
        case .playing(let start, let wall): state = .playing(from: shown(start, wall), since: clock())
        case .over: throw .lifeIsOver
        }
        self.speed = speed
    }

    /// The press falls on the instant that the clock shows.
    private mutating func press(
        _ button: PageButton, _ witness: inout some LifeWitness<Server>
    ) throws(ConductorRefusal) {
        let time = time
        let goesOn: Bool
        var rested = false
        switch state {
        case .waiting, .paused: goesOn = false
        case .playing: goesOn = true
        case .attended(_, let goesOnAfter): (goesOn, rested) = (goesOnAfter, true)
        case .over: throw .lifeIsOver
        }
        do throws(PressRefusal) { try player.press(button, at: time) } catch { throw ConductorRefusal(error) }
        if rested { witness.sawGoingOn() }
        for _ in 0..<Self.mostSteps {
            guard let next = player.nextTime, next <= time else { break }
            liveStep(&witness)
        }
        guard !rest(goesOn: goesOn, &witness) else { return }
        state = goesOn ? .playing(from: time, since: clock()) : .paused(at: time)
    }

    /// - Returns: whether anything was to be seen of it.
    @discardableResult
    private mutating func liveStep(_ witness: inout some LifeWitness<Server>) -> Bool {
        guard let events = player.step() else { return false }
        witness.saw(events, of: player)
        return !events.isEmpty
    }

    private mutating func stop(at time: DeviceTime) {
        if let pause, pause <= time { self.pause = nil }
        state = .paused(at: time)
    }

    /// Nothing is due any more: the life is over, or waits for its user.
    ///
    /// - Returns: false when something is due.
    private mutating func rest(goesOn: Bool, _ witness: inout some LifeWitness<Server>) -> Bool {
        guard player.nextTime == nil else { return false }
        if player.pressableButtons.isEmpty {
            player.end()
            state = .over(at: player.life.now)
        } else {
            state = .attended(at: player.life.now, goesOn: goesOn)
        }
        witness.sawRest(of: player.ended)
        return true
    }
}

extension LifeConductor: Sendable where Server: Sendable {}
