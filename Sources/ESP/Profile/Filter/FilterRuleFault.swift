/// Why a filter rule cannot be read, and where.
public struct FilterRuleError: Error, Hashable, Sendable {
    public enum Fault: Hashable, Sendable {
        /// The rule ends while something is missing.
        case endOfRule(expected: String)
        /// Something else stands where `expected` has to stand.
        case unexpected(found: String, expected: String)
        /// No such operator.
        case unknownOperator(String)
        /// The property does not take the operator.
        case comparatorNotForProperty(FilterComparison.Operator, FilterProperty)
        /// The operator compares with something else: `-in` with a list, `-eq` with a text or `$null`.
        case otherOperand(FilterComparison.Operator, expected: String)
        /// More parentheses inside each other than the limit.
        case tooDeep(allowed: Int)
    }

    public let fault: Fault
    /// The character of the rule, counted from 1.
    public let column: Int
}

extension FilterRuleError: CustomStringConvertible {
    public var description: String { "column \(column): \(fault)" }
}

extension FilterRuleError.Fault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .endOfRule(let expected): "the rule ends where \(expected) is expected"
        case .unexpected(let found, let expected): "found \"\(found)\" where \(expected) is expected"
        case .unknownOperator(let name): "there is no operator \"\(name)\""
        case .comparatorNotForProperty(let comparator, let property):
            "device.\(property.rawValue) does not take the operator \(comparator.rawValue)"
        case .otherOperand(let comparator, let expected): "\(comparator.rawValue) compares with \(expected)"
        case .tooDeep(let allowed): "parentheses are nested deeper than \(allowed)"
        }
    }
}
