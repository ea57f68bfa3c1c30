import DMTree
import ESP
import Notation

/// When a device polls: three sets of retries and, where none of them goes on for ever, a daily schedule of the client's
/// own (enrollment.md 15).
public struct PollSchedule: Hashable, Sendable {
    /// One set: so many polls, so many minutes apart.
    public struct Retries: Hashable, Sendable {
        /// Minutes; 0 disables the set.
        public var interval: Int64
        /// 0 with an interval: without end.
        public var count: Int64

        public init(interval: Int64, count: Int64) {
            self.interval = interval
            self.count = count
        }

        var isDisabled: Bool { interval <= 0 }
        var isUnbounded: Bool { !isDisabled && count <= 0 }
    }

    /// First, second and remaining, in order.
    public var sets: [Retries]

    public init(first: Retries, second: Retries, remaining: Retries) { sets = [first, second, remaining] }

    /// What the Poll nodes of the provider say; a node that nobody wrote has its default.
    public init(in tree: DeviceTree) {
        let poll = "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(tree.providerID))/Poll"
        func number(_ leaf: String, _ standard: Int64) -> Int64 {
            tree.value("\(poll)/\(leaf)").flatMap { Int64($0) } ?? standard
        }
        self.init(
            first: Retries(
                interval: number("IntervalForFirstSetOfRetries", 15), count: number("NumberOfFirstRetries", 10)),
            second: Retries(
                interval: number("IntervalForSecondSetOfRetries", 0), count: number("NumberOfSecondRetries", 0)),
            remaining: Retries(
                interval: number("IntervalForRemainingScheduledRetries", 0),
                count: number("NumberOfRemainingScheduledRetries", 0)))
    }

    private static let ownInterval: Int64 = 24 * 3600

    /// Whether all six values are 0, which is the one combination without a meaning; the client then polls daily.
    public var isUndefined: Bool { sets.allSatisfy { $0.interval == 0 && $0.count == 0 } }

    /// The next poll after an instant.
    ///
    /// - Parameter start: the end of the enrolment, from which the schedule counts.
    public func next(after now: DeviceTime, start: DeviceTime) -> DeviceTime {
        var begin = start
        for retries in sets where !retries.isDisabled {
            let period = retries.interval * 60
            let due = Self.next(after: now, from: begin, every: period)
            if retries.isUnbounded { return due }
            let end = begin.adding(seconds: period * retries.count)
            if due <= end { return due }
            begin = end
        }
        return Self.next(after: now, from: begin, every: Self.ownInterval)
    }

    private static func next(after now: DeviceTime, from begin: DeviceTime, every seconds: Int64) -> DeviceTime {
        guard now >= begin else { return begin.adding(seconds: seconds) }
        return begin.adding(seconds: (now.seconds(since: begin) / seconds + 1) * seconds)
    }
}
