import Notation

extension CaptureTime {
    /// The instant as ISO 8601 in UTC with microseconds: `2026-11-27T15:10:35.123456Z`.
    public var text: String {
        let (days, rest) = microseconds.quotientAndRemainder(flooring: 86_400_000_000)
        let date = CivilDate(daysSince1970: days)
        let (seconds, fraction) = rest.quotientAndRemainder(flooring: 1_000_000)
        return "\(date.text)T"
            + "\(Self.padded(seconds / 3600, 2)):\(Self.padded(seconds / 60 % 60, 2)):\(Self.padded(seconds % 60, 2))"
            + ".\(Self.padded(fraction, 6))Z"
    }

    /// Reads ISO 8601: a date, `T` or a blank, a time with an optional fraction, and `Z`, an offset such as `+01:00`, or nothing, which
    /// is taken as UTC. Digits behind the sixth of a fraction are dropped.
    ///
    /// - Returns: nil for anything else, and for a date or time that does not exist.
    public init?(text: String) {
        var scan = DigitScan(text)
        guard let year = scan.number(digits: 4), scan.take("-"), let month = scan.number(digits: 2), scan.take("-"),
            let day = scan.number(digits: 2), scan.take("T") || scan.take("t") || scan.take(" ")
        else { return nil }
        self.init(&scan, year: year, month: month, day: day)
    }

    /// Reads the time of day, the fraction and the offset that follow a date.
    init?(_ scan: inout DigitScan, year: Int64, month: Int64, day: Int64) {
        guard let time = scan.timeOfDay(), let offset = scan.zone(), scan.isAtEnd else { return nil }
        self.init(year: year, month: month, day: day, timeOfDay: time - offset)
    }

    /// - Parameter timeOfDay: microseconds since midnight in UTC; may be negative or more than a day.
    init?(year: Int64, month: Int64, day: Int64, timeOfDay: Int64) {
        let date = CivilDate(year: year, month: month, day: day)
        guard date.exists else { return nil }
        self.init(microseconds: date.daysSince1970 * 86_400_000_000 + timeOfDay)
    }

    private static func padded(_ value: Int64, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// Reads digits and marks of a time from its front.
struct DigitScan {
    private let bytes: [UInt8]
    private(set) var index = 0

    init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    var isAtEnd: Bool { index == bytes.count }

    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(truncatingIfNeeded: mark.value) else { return false }
        index += 1
        return true
    }

    /// A number of so many digits; nil when there are fewer.
    mutating func number(digits: ClosedRange<Int>) -> Int64? {
        var value: Int64 = 0
        var count = 0
        while count < digits.upperBound, let byte = next, (0x30...0x39).contains(byte) {
            value = value * 10 + Int64(byte - 0x30)
            count += 1
            index += 1
        }
        return count >= digits.lowerBound ? value : nil
    }

    mutating func number(digits: Int) -> Int64? { number(digits: digits...digits) }

    /// `15:10:35.123456`, in microseconds; also `15:10:35:123` and a twelve-hour time with ` AM` or ` PM`.
    mutating func timeOfDay() -> Int64? {
        guard var hour = number(digits: 1...2), take(":"), let minute = number(digits: 2), take(":"),
            let second = number(digits: 2), hour < 24, minute < 60, second <= 60
        else { return nil }
        var fraction: Int64 = 0
        if take(".") || take(",") {
            guard let digit = next, (0x30...0x39).contains(digit) else { return nil }
            var scale: Int64 = 100_000
            while let byte = next, (0x30...0x39).contains(byte) {
                fraction += Int64(byte - 0x30) * scale
                scale /= 10
                index += 1
            }
        }
        for (half, mark) in ["AM", "PM"].enumerated()
        where index + 2 < bytes.count && bytes[index...].starts(with: " \(mark)".utf8) {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + Int64(half) * 12
            index += 3
        }
        return ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction
    }

    /// An offset from UTC in microseconds; 0 when none stands here; nil when one begins and is broken.
    mutating func zone() -> Int64? {
        if take("Z") || take("z") { return 0 }
        let sign: Int64
        if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return 0 }
        guard let hours = number(digits: 2) else { return nil }
        _ = take(":")
        guard let minutes = number(digits: 2), hours < 24, minutes < 60 else { return nil }
        return sign * (hours * 60 + minutes) * 60_000_000
    }
}
