import Notation

/// A date as HTTP writes it (RFC 9110, section 5.6.7), in the form of today and the two old ones that have to be read:
///
///     Sun, 06 Nov 1994 08:49:37 GMT
///     Sunday, 06-Nov-94 08:49:37 GMT
///     Sun Nov  6 08:49:37 1994
///
/// The name of the weekday is not compared with the date.
enum HTTPDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let longWeekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]

    /// - Parameter now: a year of two digits is the nearest one that is not more than 50 years ahead of it.
    /// - Returns: nil for any other text.
    static func secondsSince1970(_ text: String, now: Int64) -> Int64? {
        // Space is the only separator that all three have, and asctime doubles it before a day of one digit.
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        switch words.count {
        case 6 where words[2].isEmpty && weekdays.contains(String(words[0])):
            return seconds(day: number(words[3], 1), month: words[1], year: number(words[5], 4), time: words[4])
        case 6 where words[0].last == "," && weekdays.contains(String(words[0].dropLast())) && words[5] == "GMT":
            return seconds(day: number(words[1], 2), month: words[2], year: number(words[3], 4), time: words[4])
        case 5 where weekdays.contains(String(words[0])):
            return seconds(day: number(words[2], 2), month: words[1], year: number(words[4], 4), time: words[3])
        case 4 where words[0].last == "," && longWeekdays.contains(String(words[0].dropLast())) && words[3] == "GMT":
            let date = words[1].split(separator: "-", omittingEmptySubsequences: false)
            guard date.count == 3, let short = number(date[2], 2) else { return nil }
            return seconds(day: number(date[0], 2), month: date[1], year: year(short, now: now), time: words[2])
        default: return nil
        }
    }

    private static func year(_ short: Int64, now: Int64) -> Int64 {
        let current = CivilDate(daysSince1970: now.quotientAndRemainder(flooring: 86_400).quotient).year
        let candidate = current / 100 * 100 + short
        return candidate > current + 50 ? candidate - 100 : candidate
    }

    private static func seconds(day: Int64?, month: Substring, year: Int64?, time: Substring) -> Int64? {
        guard let day, let year, let index = months.firstIndex(of: String(month)) else { return nil }
        let date = CivilDate(year: year, month: Int64(index) + 1, day: day)
        let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { number($0, 2) }
        guard date.exists, parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
            hour < 24, minute < 60, second <= 60
        else { return nil }
        return date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
    }

    private static func number(_ text: Substring, _ digits: Int) -> Int64? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int64(text)
    }
}
