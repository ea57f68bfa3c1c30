import ESP

/// The device's clock as ISO 8601. A life begins at a fixed instant, so that two runs are equal.
enum LocalTime {
    /// Days from 1970-01-01 to 2026-01-05, when every life begins.
    private static let firstDay: Int64 = 20_458

    static func text(_ time: DeviceTime) -> String {
        let seconds = max(0, time.milliseconds / 1000)
        let (day, rest) = (seconds / 86_400, seconds % 86_400)
        return "\(date(firstDay + day))T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
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

    /// Year, month and day in the Gregorian calendar of a day counted from 1970-01-01. Years begin in March here, so
    /// that the leap day is a year's last.
    private static func date(_ day: Int64) -> String {
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1
        let isNewYear = month >= 10
        return
            "\(yearOfEra + era * 400 + (isNewYear ? 1 : 0))-\(two(isNewYear ? month - 9 : month + 3))-\(two(dayOfMonth))"
    }

    private static func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }
}
