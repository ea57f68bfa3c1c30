import ESP
import Notation

/// The device's clock as ISO 8601.
public struct LocalTime: Hashable, Sendable {
    /// When the life begins, in seconds from 1970-01-01T00:00:00Z. A life in virtual time begins at a fixed instant, so
    /// that two runs are equal.
    public var epochSeconds: Int64

    /// - Parameter epochSeconds: 2026-01-05T00:00:00Z when it is not given.
    public init(epochSeconds: Int64 = 20_458 * 86_400) { self.epochSeconds = epochSeconds }

    public func text(_ time: DeviceTime) -> String {
        let (day, rest) = (epochSeconds + max(0, time.milliseconds / 1000)).quotientAndRemainder(flooring: 86_400)
        return
            "\(CivilDate(daysSince1970: day).text)T\(Self.two(rest / 3600)):\(Self.two(rest / 60 % 60)):\(Self.two(rest % 60))Z"
    }

    /// The instant of the life, which may lie before its beginning.
    ///
    /// - Parameter epochSeconds: from 1970-01-01T00:00:00Z.
    public func instant(epochSeconds: Int64) -> DeviceTime { .seconds(epochSeconds - self.epochSeconds) }

    /// The same with milliseconds.
    func preciseText(_ time: DeviceTime) -> String {
        let rest = max(0, time.milliseconds) % 1000
        return String(text(time).dropLast()) + ".\(rest < 100 ? "0" : "")\(Self.two(rest))Z"
    }

    /// The instant as Windows counts it: 100 ns since 1601-01-01.
    func fileTime(_ time: DeviceTime) -> UInt64 {
        let secondsFrom1601: Int64 = 11_644_473_600
        let seconds = epochSeconds + secondsFrom1601
        return UInt64(clamping: seconds * 10_000_000 + time.milliseconds * 10_000)
    }

    private static func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }
}
