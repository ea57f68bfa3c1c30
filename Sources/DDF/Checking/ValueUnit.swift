/// The unit of a number, as far as the node's name tells it. Descriptions have no place for units.
public enum ValueUnit: String, Hashable, Sendable, CaseIterable {
    case milliseconds, seconds, minutes, hours, days, weeks, months, percent, megabytes, kilobytes, bytes

    /// The unit that a name such as `AccountLockoutDurationInMinutes`, `DeferQualityUpdatesPeriodInDays` or
    /// `BatteryThresholdPercentage` ends with or names; nil when it names none.
    public init?(nodeName: String) {
        let words = Self.words(nodeName)
        for word in words.reversed() {
            switch word {
            case "milliseconds", "millisecond", "ms": self = .milliseconds
            case "seconds", "secs": self = .seconds
            case "minutes", "mins": self = .minutes
            case "hours": self = .hours
            case "days": self = .days
            case "weeks": self = .weeks
            case "months": self = .months
            case "percent", "percentage": self = .percent
            case "mb", "megabytes": self = .megabytes
            case "kb", "kilobytes": self = .kilobytes
            case "bytes": self = .bytes
            default: continue
            }
            return
        }
        return nil
    }

    /// The words of a name in camel case, in lower case: `DOMinRAM` gives `do`, `min`, `ram`.
    private static func words(_ name: String) -> [String] {
        var words: [String] = []
        var word = ""
        var previousIsUpper = false
        for character in name {
            let isUpper = character.isUppercase
            if character == "_" || character == "-" || (isUpper && !previousIsUpper) {
                if !word.isEmpty { words.append(word.lowercased()) }
                word = ""
            } else if !isUpper, previousIsUpper, word.count > 1 {
                let last = word.removeLast()
                words.append(word.lowercased())
                word = String(last)
            }
            if character != "_", character != "-" { word.append(character) }
            previousIsUpper = isUpper
        }
        if !word.isEmpty { words.append(word.lowercased()) }
        return words
    }
}
