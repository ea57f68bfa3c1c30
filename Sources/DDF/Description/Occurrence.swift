/// How often a node may exist below its parent (`Occurrence` of a DDF; absent means One).
public enum Occurrence: Hashable, Sendable {
    case one
    case zeroOrOne
    case zeroOrMore
    case oneOrMore
    /// At most so many; nil where the DDF leaves the number out (windows-csp.md 6.6 pitfall 8).
    case zeroOrN(Int?)
    /// At least one, at most so many; nil where the DDF leaves the number out.
    case oneOrN(Int?)

    /// True when the description lets the node be missing.
    public var allowsZero: Bool {
        switch self {
        case .zeroOrOne, .zeroOrMore, .zeroOrN: true
        case .one, .oneOrMore, .oneOrN: false
        }
    }
}
