/// Which values a node takes (`MSFT:AllowedValues` of DDF v2, windows-csp.md 6.3; `SupportedValues` and its kin of v1).
public struct AllowedValues: Hashable, Sendable {
    /// The kinds of check. Schemas, sample documents and prose are not kept: facts only.
    public enum Kind: Hashable, Sendable {
        /// Any value of the format.
        case none
        /// One of the listed values, as spelt in the DDF.
        case enumeration([String])
        /// The listed bits or any sum of them.
        case flags([String])
        /// Inclusive numeric bounds. A single `[n]` has equal bounds. Several alternatives may be given.
        case range([ClosedRange<Int64>])
        /// One of the patterns has to match the whole value.
        case regularExpression([String])
        /// An ADMX-backed policy: `<enabled/>` with data elements, or `<disabled/>`.
        case admx
        /// An XML document with a schema.
        case xsd
        /// A JSON document.
        case json
        /// A security descriptor in SDDL.
        case sddl
    }

    public var kind: Kind
    /// Set when the value is a list whose items obey `kind`; one character, U+F000 for both spellings of the DDF.
    public var listDelimiter: String?

    public init(_ kind: Kind, listDelimiter: String? = nil) {
        self.kind = kind
        self.listDelimiter = listDelimiter
    }
}
