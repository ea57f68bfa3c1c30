import ESP

/// The clock as the page shows it (docs/page.md).
public struct PageClock: Hashable, Sendable, Encodable {
    public enum State: String, Hashable, Sendable, Encodable, CaseIterable {
        /// For the first browser.
        case waiting
        case paused
        case playing
        /// Nothing is due, and the user can press a button.
        case attended
        case over
    }

    public var state: State
    public var time: DeviceTime
    public var speed: PlaySpeed
    /// When something is due next; nil when nothing is.
    public var next: DeviceTime?
    /// Whether the page can press buttons and move the clock.
    public var isControllable: Bool

    public init(
        _ state: State, at time: DeviceTime, speed: PlaySpeed, next: DeviceTime? = nil, isControllable: Bool = true
    ) {
        self.state = state
        self.time = time
        self.speed = speed
        self.next = next
        self.isControllable = isControllable
    }

    private enum Key: String, CodingKey {
        case state, t, speed, next, live, controllable
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(state, forKey: .state)
        try container.encode(Self.seconds(time), forKey: .t)
        try container.encode(speed.factor, forKey: .speed)
        try container.encode(next.map(Self.seconds), forKey: .next)
        try container.encode(true, forKey: .live)
        try container.encode(isControllable, forKey: .controllable)
    }

    private static func seconds(_ time: DeviceTime) -> Double { Double(time.milliseconds) / 1000 }
}
