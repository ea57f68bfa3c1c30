import Capture
import Device
import DeviceFile
import ESP
import HTTPExchange

/// A device that lives by the real clock with a server on the network, and is kept in its file.
///
/// After every step that changed something the file holds the life as it stands, with the sessions of the step: what a
/// killed process loses is the session in flight. Runs on a thread of its own (`onOwnThread`), because it waits.
public struct LiveLife: Sendable {
    /// How long the device stays.
    public enum Stay: Hashable, Sendable {
        /// For what is due now.
        case now
        /// So many milliseconds from now; nil: until it is stopped or leaves management.
        case wait(milliseconds: Int64?)
    }

    /// Why `play` came back.
    public enum Ending: Hashable, Sendable {
        /// Nothing more is due now, or the time is over.
        case rested
        /// Somebody stopped the clock.
        case stopped
        /// The device is not enrolled any more.
        case left
    }

    public let file: DeviceFile
    public internal(set) var life: DeviceLife<RemoteServer>
    private let link: ServerLink
    private let keeper: LifeKeeper
    private let clock: any WallClock
    /// The instant of the device's time zero, in milliseconds since 1970.
    private let epoch: Int64
    /// Every session of this run.
    public private(set) var sessions: [SessionRecord] = []

    public init(
        _ life: DeviceLife<RemoteServer>, file: DeviceFile, link: ServerLink, keeper: LifeKeeper, clock: any WallClock,
        epoch: Int64
    ) {
        self.life = life
        self.file = file
        self.link = link
        self.keeper = keeper
        self.clock = clock
        self.epoch = epoch
    }

    private var time: DeviceTime {
        var time = DeviceTime.zero
        time.milliseconds = clock.now - epoch
        return time
    }

    /// The user asks for a session, which happens with the next `play`.
    public mutating func requestSession() {
        life.catchUp(to: time)
        life.requestSession()
    }

    /// The user leaves management.
    ///
    /// - Returns: false where Settings does not offer it.
    public mutating func disconnect() -> Bool {
        life.catchUp(to: time)
        return life.disconnect()
    }

    /// Lives on.
    ///
    /// - Parameter watch: gets the events of each step, and what went over the wire in it.
    /// - Throws: when the file cannot be written; the device goes on from what was saved last.
    public mutating func play(_ stay: Stay, watch: ([DeviceEvent], [ExchangeRecord]) -> Void) throws(DeviceFileFault)
        -> Ending
    {
        let end: Int64? =
            switch stay {
            case .now: clock.now
            case .wait(let milliseconds): milliseconds.map { clock.now + $0 }
            }
        while true {
            guard let next = life.nextTime else { return .left }
            let wait = next.milliseconds - time.milliseconds
            if wait > 0 {
                if let end, clock.now + wait > end {
                    // What is not due before the end waits for the next time; until then this process has nothing to do.
                    guard case .wait = stay, end > clock.now else { return .rested }
                    return clock.wait(milliseconds: end - clock.now) ? .rested : .stopped
                }
                guard clock.wait(milliseconds: wait) else { return .stopped }
            }
            life.catchUp(to: time)
            let started = clock.now
            guard life.step() else { return .left }
            let events = life.takeEvents()
            let exchanges = link.takeExchanges()
            sessions += try keeper.keep(life, link, events, exchanges, started: started, ended: clock.now)
            watch(events, exchanges)
        }
    }
}
