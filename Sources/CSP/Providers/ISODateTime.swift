import Notation

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
        let date = CivilDate(year: year, month: month, day: day)
        guard date.exists, hour < 24, minute < 60, second < 60, year > 0 else { return nil }
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
        clockSeconds = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
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
        let (day, rest) = clockSeconds.quotientAndRemainder(flooring: 86_400)
        return
            "\(CivilDate(daysSince1970: day).text)T\(Self.two(rest / 3600)):\(Self.two(rest / 60 % 60)):\(Self.two(rest % 60))"
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

    private static func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }
}
