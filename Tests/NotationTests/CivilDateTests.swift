import Foundation
import Notation
import Testing

struct CivilDateTests {
    @Test("Foundation agrees on every day of four centuries, and on their count")
    func foundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for days in stride(from: Int64(-73_048), to: 73_048, by: 1) {
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(days) * 86_400))
            let date = CivilDate(daysSince1970: days)
            guard Int64(parts.year ?? 0) == date.year, Int64(parts.month ?? 0) == date.month,
                Int64(parts.day ?? 0) == date.day, date.daysSince1970 == days, date.exists
            else {
                Issue.record("day \(days): \(date.text)")
                return
            }
        }
    }

    @Test(
        "Days that no calendar has",
        arguments: [(2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 1, 0)])
    func absent(year: Int64, month: Int64, day: Int64) {
        #expect(!CivilDate(year: year, month: month, day: day).exists)
    }

    @Test(
        "A date as text",
        arguments: [(2026, 1, 5, "2026-01-05"), (12, 11, 27, "0012-11-27"), (-1, 2, 3, "-0001-02-03")])
    func text(year: Int64, month: Int64, day: Int64, text: String) {
        #expect(CivilDate(year: year, month: month, day: day).text == text)
    }
}
