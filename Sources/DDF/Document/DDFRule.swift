/// What `espalier ddf check` looks for in a device description. The raw value is the stable id in reports.
public enum DDFRule: String, Hashable, Sendable, CaseIterable {
    /// How much a fault matters.
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        /// The description contradicts itself or cannot be obeyed.
        case error
        /// Read with an assumption that the author should confirm.
        case warning
        /// Another spelling of something clear; read as meant.
        case note
    }

    /// A verb in AccessType that OMA-DM does not know; `Set` is read as Replace (windows-csp.md 6.6 pitfall 7).
    case unknownVerb = "ddf-unknown-verb"
    /// AccessType is missing or empty (pitfall 9).
    case emptyAccessType = "ddf-empty-access-type"
    /// Occurrence is missing; read as One (pitfall 9).
    case missingOccurrence = "ddf-missing-occurrence"
    /// A word in Occurrence that the format does not know; read as One.
    case unknownOccurrence = "ddf-unknown-occurrence"
    /// OneOrN or ZeroOrN without its number; read without an upper bound (pitfall 8).
    case occurrenceWithoutNumber = "ddf-occurrence-without-number"
    /// DFType is missing (pitfall 9).
    case missingType = "ddf-missing-type"
    /// DFFormat is missing or names no known format; read as node for a parent and as chr for a leaf.
    case unknownFormat = "ddf-unknown-format"
    /// Scope is missing or neither Permanent nor Dynamic.
    case unknownScope = "ddf-unknown-scope"
    /// A node without name and without DFTitle: dynamic, but without a placeholder's text (pitfall 3).
    case unnamedPlaceholder = "ddf-unnamed-placeholder"
    /// NodeName is `*`: dynamic (pitfall 3).
    case starName = "ddf-star-name"
    /// NodeName begins or ends with blanks, which are passed over.
    case paddedName = "ddf-padded-name"
    /// Two children of one node have the same fixed name.
    case duplicateName = "ddf-duplicate-name"
    /// A leaf format on a node that has children.
    case leafWithChildren = "ddf-leaf-with-children"
    /// DefaultValue is no text of the format (pitfall 16).
    case defaultOfOtherFormat = "ddf-default-format"
    /// DefaultValue is not among the allowed values.
    case defaultNotAllowed = "ddf-default-not-allowed"
    /// The ValueType of AllowedValues is unknown; no check is made.
    case unknownValueType = "ddf-unknown-value-type"
    /// AllowedValues that lacks its Value or Enum, or has a Value where none belongs.
    case incompleteAllowedValues = "ddf-incomplete-allowed-values"
    /// A range that is not `[low-high]` or `[n]` (pitfall 11); no check is made.
    case unreadableRange = "ddf-unreadable-range"
    /// A pattern that does not compile; no check is made.
    case unreadablePattern = "ddf-unreadable-pattern"
    /// A pattern in slashes, as ECMAScript writes them; the slashes are passed over.
    case patternInSlashes = "ddf-pattern-in-slashes"
    /// A delimiter written as a number, `0xF000` or `\xF000` (pitfall 10).
    case delimiterSpelling = "ddf-delimiter-spelling"
    /// Flags or enumerators that are no numbers on an int node.
    case enumeratorOfOtherFormat = "ddf-enumerator-format"
    /// A build that is neither `10.0.build[.revision]` nor a placeholder, or a placeholder in another spelling (pitfall 18).
    case versionSpelling = "ddf-version-spelling"
    /// Applicability, or one of its parts, is empty (pitfall 9).
    case emptyApplicability = "ddf-empty-applicability"
    /// An entry of EditionAllowList that is no hexadecimal SKU number.
    case unknownEdition = "ddf-unknown-edition"
    /// An unknown word where the format lists the words: ConflictResolution, RebootBehavior, CaseSense, DynamicNodeNaming.
    case unknownWord = "ddf-unknown-word"
    /// Path ends with a slash, which is passed over (pitfall 4).
    case trailingSlash = "ddf-trailing-slash"
    /// Description holds elements; they are passed over (pitfall 6).
    case elementsInDescription = "ddf-elements-in-description"
    /// An element that neither the schema nor version 1 of the format knows; passed over (pitfall 19).
    case unknownElement = "ddf-unknown-element"
    /// A permanent node that lists Delete, which is refused all the same (windows-csp.md 5.9 row 15).
    case permanentWithDelete = "ddf-permanent-delete"
    /// A node without DFProperties.
    case missingProperties = "ddf-missing-properties"
    /// VerDTD is missing, or another version than 1.2 (oma-dm.md 3.5).
    case grammarVersion = "ddf-grammar-version"

    /// How much a fault of this kind matters.
    public var severity: Severity {
        switch self {
        case .duplicateName, .leafWithChildren, .missingProperties, .unknownFormat, .unreadablePattern,
            .unreadableRange:
            .error
        case .unknownVerb, .emptyAccessType, .missingOccurrence, .unknownOccurrence, .occurrenceWithoutNumber,
            .missingType, .unknownScope, .unnamedPlaceholder, .defaultOfOtherFormat, .defaultNotAllowed,
            .unknownValueType, .incompleteAllowedValues, .enumeratorOfOtherFormat, .unknownEdition, .unknownWord,
            .patternInSlashes, .elementsInDescription, .permanentWithDelete, .grammarVersion:
            .warning
        case .starName, .paddedName, .delimiterSpelling, .versionSpelling, .emptyApplicability, .trailingSlash,
            .unknownElement:
            .note
        }
    }
}
