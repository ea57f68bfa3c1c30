/// A date with its time of day as ISO 8601 writes it: `2025-10-07T10:35:00`, with or without an offset from UTC.
public struct ISODateTime: Hashable, Sendable {
    /// Seconds from 1970-01-01T00:00:00 on the clock that the text was written for.
    public var clockSeconds: Int64
    /// Minutes east of Greenwich; nil when the text leaves the offset to its reader.
    public var offsetMinutes: Int64?

    public init(clockSeconds: Int64, offsetMinutes: Int64? = nil) {
        self.clockSeconds = clockSeconds
        self.offsetMinutes = offsetMinutes
    }

    /// Nil for a text that lacks the date or the time, or has no such day or time. Seconds may be left out, and
    /// fractions of them do not count.
    public init?(_ text: String) {
        var rest = Substring(text)
        guard let year = Self.number(&rest, 4), Self.skip(&rest, "-"), let month = Self.number(&rest, 2),
            Self.skip(&rest, "-"), let day = Self.number(&rest, 2), Self.skip(&rest, "T") || Self.skip(&rest, "t"),
            let hour = Self.number(&rest, 2), Self.skip(&rest, ":"), let minute = Self.number(&rest, 2)
        else { return nil }
        var second: Int64 = 0
        if Self.skip(&rest, ":") {
            guard let seconds = Self.number(&rest, 2) else { return nil }
            second = seconds
            if Self.skip(&rest, ".") {
                let digits = rest.prefix { ("0"..."9").contains($0) }
                guard !digits.isEmpty else { return nil }
                rest = rest.dropFirst(digits.count)
            }
        }
        guard (1...12).contains(month), (1...Self.length(of: month, in: year)).contains(day), hour < 24, minute < 60,
            second < 60, year > 0
        else { return nil }
        switch rest.first {
        case nil: offsetMinutes = nil
        case "Z", "z":
            guard rest.count == 1 else { return nil }
            offsetMinutes = 0
        case "+", "-":
            let isEast = rest.first == "+"
            rest = rest.dropFirst()
            guard let hours = Self.number(&rest, 2), Self.skip(&rest, ":"), let minutes = Self.number(&rest, 2),
                rest.isEmpty, hours < 15, minutes < 60
            else { return nil }
            offsetMinutes = (isEast ? 1 : -1) * (hours * 60 + minutes)
        default: return nil
        }
        clockSeconds = Self.days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
    }

    /// Seconds from 1970-01-01T00:00:00Z.
    ///
    /// - Parameter offset: minutes east of Greenwich of a reader whose clock counts when the text has no offset.
    public func seconds(assuming offset: Int64) -> Int64 { clockSeconds - (offsetMinutes ?? offset) * 60 }

    /// The text with its offset: `2018-06-29T10:00:00+01:00`.
    public func text(assuming offset: Int64) -> String {
        let offset = offsetMinutes ?? offset
        let size = abs(offset)
        return "\(clockText)\(offset < 0 ? "-" : "+")\(Self.two(size / 60)):\(Self.two(size % 60))"
    }

    /// Date and time without an offset.
    public var clockText: String {
        let day = Int64((Double(clockSeconds) / 86_400).rounded(.down))
        let rest = clockSeconds - day * 86_400
        return "\(Self.date(day))T\(Self.two(rest / 3600)):\(Self.two(rest / 60 % 60)):\(Self.two(rest % 60))"
    }

    private static func number(_ text: inout Substring, _ digits: Int) -> Int64? {
        let part = text.prefix(digits)
        guard part.utf8.count == digits, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        text = text.dropFirst(digits)
        return Int64(part)
    }

    private static func skip(_ text: inout Substring, _ character: Character) -> Bool {
        guard text.first == character else { return false }
        text = text.dropFirst()
        return true
    }

    private static func length(of month: Int64, in year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1970-01-01 in the Gregorian calendar. Years begin in March here, so that the leap day is a year's last.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let year = month <= 2 ? year - 1 : year
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func date(_ day: Int64) -> String {
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            + "-\(two(month >= 10 ? month - 9 : month + 3))-\(two(dayOfYear - (153 * month + 2) / 5 + 1))"
    }

    private static func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }
}
