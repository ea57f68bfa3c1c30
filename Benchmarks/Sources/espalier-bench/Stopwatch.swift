/// Medians of many runs, taken side by side: A B A B, so that a slow moment of the machine hits both.
enum Stopwatch {
    /// The median time of each body in nanoseconds, after warm-up.
    ///
    /// - Parameter rounds: How often each body runs and counts.
    static func interleaved(rounds: Int, _ bodies: [() -> Void]) -> [Double] {
        for _ in 0..<max(rounds / 10, 3) { for body in bodies { body() } }
        var times = Array(repeating: [Double](), count: bodies.count)
        for _ in 0..<rounds {
            for (index, body) in bodies.enumerated() { times[index].append(time(body)) }
        }
        return times.map(median)
    }

    /// The time of one run in nanoseconds.
    static func time(_ body: () -> Void) -> Double {
        let start = ContinuousClock.now
        body()
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return Double(seconds) * 1e9 + Double(attoseconds) / 1e9
    }

    static func median(_ values: [Double]) -> Double {
        guard !values.isEmpty else { return .nan }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
