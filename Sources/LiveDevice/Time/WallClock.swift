import Foundation

/// The real clock, and waiting by it. Tests pass another.
public protocol WallClock: Sendable {
    /// Milliseconds from 1970-01-01T00:00:00Z.
    var now: Int64 { get }

    /// Waits on the calling thread.
    ///
    /// - Returns: false when the wait was cut short because the device is to stop.
    func wait(milliseconds: Int64) -> Bool
}

/// The system's clock; a wait ends early once `stop` was called, from whatever thread.
public final class SystemClock: WallClock, Sendable {
    /// Signalled once the device is to stop, and again by each wait that saw it.
    private let stopped = DispatchSemaphore(value: 0)

    public init() {}

    public var now: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

    public func wait(milliseconds: Int64) -> Bool {
        let pause = DispatchTimeInterval.milliseconds(Int(clamping: max(0, milliseconds)))
        guard stopped.wait(timeout: .now() + pause) == .success else { return true }
        stopped.signal()
        return false
    }

    public func stop() { stopped.signal() }
}
