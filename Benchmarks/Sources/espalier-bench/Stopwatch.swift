#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Medians of many runs, taken side by side: A B A B, so that a slow moment of the machine hits both.
enum Stopwatch {
    enum Clock {
        /// The processor time of this thread: what other programs do in the meantime does not count.
        case processor
        /// The clock on the wall, for what is compared with another process.
        case wall
    }

    /// The median time of each body in nanoseconds, after warm-up.
    ///
    /// - Parameter rounds: How often each body runs and counts.
    static func interleaved(rounds: Int, clock: Clock = .processor, _ bodies: [() -> Void]) -> [Double] {
        for _ in 0..<max(rounds / 10, 3) { for body in bodies { body() } }
        var times = Array(repeating: [Double](), count: bodies.count)
        for _ in 0..<rounds {
            for (index, body) in bodies.enumerated() {
                let start = now(clock)
                body()
                times[index].append(now(clock) - start)
            }
        }
        return times.map(median)
    }

    /// The time of a clock in nanoseconds.
    static func now(_ clock: Clock) -> Double {
        var time = timespec()
        clock_gettime(clock == .processor ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }

    static func median(_ values: [Double]) -> Double {
        guard !values.isEmpty else { return .nan }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
