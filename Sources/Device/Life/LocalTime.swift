import ESP
import Notation

/// The device's clock as ISO 8601. A life begins at a fixed instant, so that two runs are equal.
enum LocalTime {
    /// Days from 1970-01-01 to 2026-01-05, when every life begins.
    private static let firstDay: Int64 = 20_458

    static func text(_ time: DeviceTime) -> String {
        let seconds = max(0, time.milliseconds / 1000)
        let (day, rest) = (seconds / 86_400, seconds % 86_400)
        return
            "\(CivilDate(daysSince1970: firstDay + day).text)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }

    /// The instant of the life, which may lie before its beginning.
    ///
    /// - Parameter epochSeconds: from 1970-01-01T00:00:00Z.
    static func instant(epochSeconds: Int64) -> DeviceTime { .seconds(epochSeconds - firstDay * 86_400) }

    /// The same with milliseconds.
    static func preciseText(_ time: DeviceTime) -> String {
        let rest = max(0, time.milliseconds) % 1000
        return String(text(time).dropLast()) + ".\(rest < 100 ? "0" : "")\(two(rest))Z"
    }

    /// The instant as Windows counts it: 100 ns since 1601-01-01.
    static func fileTime(_ time: DeviceTime) -> UInt64 {
        let secondsFrom1601: Int64 = 11_644_473_600
        let seconds = firstDay * 86_400 + secondsFrom1601
        return UInt64(clamping: seconds * 10_000_000 + time.milliseconds * 10_000)
    }

    private static func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }
}
