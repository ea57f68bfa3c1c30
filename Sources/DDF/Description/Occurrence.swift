/// How often a node may exist below its parent (`Occurrence` of a DDF; absent means One).
public enum Occurrence: Hashable, Sendable {
    case one
    case zeroOrOne
    case zeroOrMore
    case oneOrMore
    case zeroOrN(Int)
    case oneOrN(Int)

    /// True when the description lets the node be missing.
    public var allowsZero: Bool {
        switch self {
        case .zeroOrOne, .zeroOrMore, .zeroOrN: true
        case .one, .oneOrMore, .oneOrN: false
        }
    }
}
