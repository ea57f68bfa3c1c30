import DDF

extension NodeDescription.ConflictResolution {
    /// The value that counts when several management servers set one policy (windows-csp.md 4.6, 6.3).
    ///
    /// The descriptions say that without a merge nothing is merged, and not whose value stands then: the first one, until
    /// its server takes it back (our choice). A rule that compares numbers falls back on the last write when one of the
    /// values is none (our choice).
    ///
    /// - Parameter values: the oldest write first.
    /// - Returns: its place; nil when there are no values.
    func winner(of values: [String]) -> Int? {
        switch self {
        case .noMerge: values.indices.first
        case .lastWrite: values.indices.last
        case .lowestValueMostSecure: Self.best(of: values) { $0 < $1 }
        case .highestValueMostSecure: Self.best(of: values) { $0 > $1 }
        // Zero is no limit at all, so it is the least secure of all values.
        case .lowestValueMostSecureZeroHasNoLimits:
            Self.best(of: values) { $0 != 0 && ($1 == 0 || $0 < $1) }
        case .highestValueMostSecureZeroHasNoLimits:
            Self.best(of: values) { $0 != 0 && ($1 == 0 || $0 > $1) }
        }
    }

    /// Of equal values the oldest.
    private static func best(of values: [String], isMoreSecure: (Int64, Int64) -> Bool) -> Int? {
        let numbers = values.compactMap { Int64($0.filter { !$0.isWhitespace }) }
        guard numbers.count == values.count, var best = numbers.indices.first else { return values.indices.last }
        for index in numbers.indices where isMoreSecure(numbers[index], numbers[best]) { best = index }
        return best
    }
}
