/// The rule of an assignment filter: comparisons of device properties, joined by `and` and `or` (ESP-104).
public indirect enum FilterRule: Hashable, Sendable, Codable {
    case comparison(FilterComparison)
    /// True when each of them is.
    case all([FilterRule])
    /// True when one of them is.
    case any([FilterRule])

    /// The comparisons, from left to right.
    public var comparisons: [FilterComparison] {
        switch self {
        case .comparison(let comparison): [comparison]
        case .all(let rules), .any(let rules): rules.flatMap(\.comparisons)
        }
    }

    /// Whether a device meets the rule. A property that is not for ESP assignments compares as absent.
    public func matches(_ device: ProfileSubject.Device) -> Bool {
        switch self {
        case .comparison(let comparison): comparison.matches(device)
        case .all(let rules): rules.allSatisfy { $0.matches(device) }
        case .any(let rules): rules.contains { $0.matches(device) }
        }
    }
}

/// One comparison, such as `device.model -startsWith "Surface"`. Names, operators and values compare without case.
public struct FilterComparison: Hashable, Sendable, Codable {
    /// What is compared.
    public enum Subject: Hashable, Sendable, Codable {
        case property(FilterProperty)
        /// A property that ESP assignments do not offer, as it was written.
        case other(String)
    }

    /// How it is compared.
    public enum Operator: String, Hashable, Sendable, Codable, CaseIterable {
        case equal = "-eq"
        case notEqual = "-ne"
        case isIn = "-in"
        case isNotIn = "-notIn"
        case startsWith = "-startsWith"
        case contains = "-contains"
        case notContains = "-notContains"
        case greater = "-gt"
        case greaterOrEqual = "-ge"
        case less = "-lt"
        case lessOrEqual = "-le"
    }

    /// What it is compared with.
    public enum Operand: Hashable, Sendable, Codable {
        case text(String)
        case list([String])
        /// `$null`: the property is absent.
        case null
    }

    public let subject: Subject
    public let comparator: Operator
    public let operand: Operand

    /// Whether a device meets the comparison.
    public func matches(_ device: ProfileSubject.Device) -> Bool {
        let value: String? =
            switch subject {
            case .property(let property): device.value(of: property)?.lowercased()
            case .other: nil
            }
        switch operand {
        case .null: return (value == nil) == (comparator == .equal)
        case .list(let items):
            let isIn = value.map { value in items.contains { $0.lowercased() == value } } ?? false
            return isIn == (comparator == .isIn)
        case .text(let text): return matches(value, text.lowercased())
        }
    }

    private func matches(_ value: String?, _ text: String) -> Bool {
        switch comparator {
        case .equal: value == text
        case .notEqual: value != text
        case .startsWith: value?.hasPrefix(text) ?? false
        case .contains: value?.contains(text) ?? false
        case .notContains: !(value?.contains(text) ?? false)
        // The parser takes these with a list, or for other properties only.
        case .isIn, .isNotIn, .greater, .greaterOrEqual, .less, .lessOrEqual: false
        }
    }
}
