import HTTPExchange
import Testing

@Suite("HTTP 429 with Retry-After")
struct RetryAfterTests {
    /// 27 November 2026, 19:00:00.
    private static let now: Int64 = 1_795_806_000

    @Test("enrollment.md 14.3: it is waited as long as the header says, in seconds")
    func seconds() {
        var throttle = RetryAfter()
        #expect(throttle.response(header: "120", now: Self.now) == .wait(milliseconds: 120_000))
        #expect(throttle.response(header: " 0 ", now: Self.now) == .wait(milliseconds: 0))
    }

    @Test(
        "RFC 9110 5.6.7: or until a date, in each of its three forms; one that is over is now",
        arguments: [
            ("Fri, 27 Nov 2026 19:01:30 GMT", 90), ("Friday, 27-Nov-26 19:01:30 GMT", 90),
            ("Fri Nov 27 19:01:30 2026", 90), ("Tue Dec  1 19:00:00 2026", 345_600),
            ("Sun, 06 Nov 1994 08:49:37 GMT", 0),
            ("Sunday, 06-Nov-94 08:49:37 GMT", 0), ("Sun Nov  6 08:49:37 1994", 0),
        ])
    func dates(header: String, seconds: Int64) {
        var throttle = RetryAfter(limit: 1_000_000_000)
        #expect(throttle.response(header: header, now: Self.now) == .wait(milliseconds: seconds * 1000))
    }

    @Test("Without a header there is nothing to wait for")
    func missing() {
        var throttle = RetryAfter()
        guard case .giveUp = throttle.response(header: nil, now: Self.now) else {
            Issue.record("waited without a header")
            return
        }
    }

    @Test(
        "What is neither a number nor a date is not waited for",
        arguments: [
            "", " ", "soon", "-1", "+5", "1.5", "0x10", "1e3", "Fri, 27 Nov 2026 19:01:30 CET",
            "Fri, 31 Nov 2026 19:01:30 GMT", "Fri, 27 Nov 2026 24:00:00 GMT", "Fri, 27 Nov 26 19:01:30 GMT",
            "Xyz, 27 Nov 2026 19:01:30 GMT", "Fri, 27 nov 2026 19:01:30 GMT", "27 Nov 2026 19:01:30 GMT",
            "Fri Nov 27 19:01:30 2026 GMT", "Friday, 27-Nov-2026 19:01:30 GMT",
        ])
    func nonsense(header: String) {
        var throttle = RetryAfter(limit: .max)
        guard case .giveUp = throttle.response(header: header, now: Self.now) else {
            Issue.record("waited for \(header)")
            return
        }
    }

    @Test("A date that is cut off anywhere is none")
    func truncation() {
        for date in ["Fri, 27 Nov 2026 19:01:30 GMT", "Friday, 27-Nov-26 19:01:30 GMT", "Fri Nov 27 19:01:30 2026"] {
            for length in 0..<date.count {
                var throttle = RetryAfter(limit: .max)
                guard case .giveUp = throttle.response(header: String(date.prefix(length)), now: Self.now) else {
                    Issue.record("waited for \(date.prefix(length))")
                    return
                }
            }
        }
    }

    @Test(
        "A longer wait than allowed ends the session, with both numbers",
        arguments: ["3601", "99999999999999999999999"])
    func tooLong(header: String) {
        var throttle = RetryAfter(limit: 3_600_000)
        guard case .giveUp(let why) = throttle.response(header: header, now: Self.now) else {
            Issue.record("waited too long")
            return
        }
        #expect(why.contains("3600 s"))
    }

    @Test("A server that always puts off is not waited for more often than allowed")
    func tooOften() {
        var throttle = RetryAfter(times: 2)
        #expect(throttle.response(header: "1", now: Self.now) == .wait(milliseconds: 1000))
        #expect(throttle.response(header: "1", now: Self.now) == .wait(milliseconds: 1000))
        guard case .giveUp = throttle.response(header: "1", now: Self.now) else {
            Issue.record("waited a third time")
            return
        }
    }

    @Test("enrollment.md 14.3: builds after 2004 wait, older ones do not")
    func builds() {
        #expect(!RetryAfter.isHonoured(byBuild: 18_363))
        #expect(!RetryAfter.isHonoured(byBuild: 19_041))
        #expect(RetryAfter.isHonoured(byBuild: 19_042))
        #expect(RetryAfter.isHonoured(byBuild: 26_200))
    }
}
