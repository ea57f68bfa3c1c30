import DDF

/// Finds the unit that somebody probably had in mind when a number is out of range.
enum UnitConversion {
    /// The unit of a node's value, by its name or as the reference has it.
    static func unit(of node: NodeDescription) -> ValueUnit? {
        switch node.name.lowercased() {
        // windows-csp.md 3.3.2 and 2.1.
        case "timeoutuntilsyncfailure", "timeout": .minutes
        default: ValueUnit(nodeName: node.name)
        }
    }

    /// The widest range that the description states; of EnrollmentStatusTracking's Timeout, which has none, that of
    /// windows-csp.md 3.3.2.
    static func range(of node: NodeDescription) -> ClosedRange<Int64>? {
        if case .range(let ranges)? = node.facts.allowedValues?.kind, let low = ranges.map(\.lowerBound).min(),
            let high = ranges.map(\.upperBound).max()
        {
            return low...high
        }
        return node.name.lowercased() == "timeout" ? 1...1440 : nil
    }

    /// A unit in which the number is a whole one of the node's unit, in the range.
    static func other(
        than unit: ValueUnit, for number: Int64, in range: ClosedRange<Int64>
    ) -> (name: String, value: Int64)? {
        for (name, numerator, denominator) in factors(of: unit) {
            let (product, overflow) = number.multipliedReportingOverflow(by: numerator)
            guard !overflow, product != 0, product % denominator == 0 else { continue }
            let value = product / denominator
            if range.contains(value) { return (name, value) }
        }
        return nil
    }

    /// Other units, with what makes one of them one of the node's.
    private static func factors(of unit: ValueUnit) -> [(String, Int64, Int64)] {
        switch unit {
        case .milliseconds: [("seconds", 1000, 1), ("minutes", 60_000, 1)]
        case .seconds: [("milliseconds", 1, 1000), ("minutes", 60, 1)]
        case .minutes: [("seconds", 1, 60), ("milliseconds", 1, 60_000), ("hours", 60, 1)]
        case .hours: [("minutes", 1, 60), ("seconds", 1, 3600), ("days", 24, 1)]
        case .days: [("hours", 1, 24), ("minutes", 1, 1440), ("seconds", 1, 86_400), ("weeks", 7, 1)]
        case .weeks: [("days", 1, 7)]
        case .months: [("days", 1, 30)]
        case .percent: []
        case .megabytes: [("kilobytes", 1, 1024), ("bytes", 1, 1_048_576), ("gigabytes", 1024, 1)]
        case .kilobytes: [("bytes", 1, 1024), ("megabytes", 1024, 1)]
        case .bytes: [("kilobytes", 1024, 1)]
        }
    }
}
