/// Why a node does not take a value (windows-csp.md 5.9 rows 18 and 19). Which status that is, the caller decides.
public struct ValueFault: Hashable, Sendable {
    /// The kinds of refusal.
    public enum Kind: String, Hashable, Sendable {
        /// No text of the node's format (row 18).
        case notOfFormat
        /// Not one of the enumerators (row 19).
        case notListed
        /// Below or above the range (row 19).
        case outOfRange
        /// A number that is no sum of the flags (row 19).
        case unknownFlags
        /// The pattern does not match the whole value (row 19).
        case noMatch
    }

    public var kind: Kind
    /// One plain sentence that names the offending text.
    public var sentence: String
    /// What would do: the values, the range with its unit, the spelling of the format.
    public var hint: String

    public init(kind: Kind, sentence: String, hint: String) {
        self.kind = kind
        self.sentence = sentence
        self.hint = hint
    }

    /// A value for a sentence: in quotes, and cut where it is long.
    static func quoted(_ value: some StringProtocol) -> String {
        value.count > 60 ? "\"\(value.prefix(60))…\"" : "\"\(value)\""
    }
}
