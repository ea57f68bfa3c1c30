/// What an ADMX file says that Windows needs to make policies of it (windows-csp.md 4.6): categories and policies.
/// Texts, presentations and supported versions are passed over.
struct ADMXDocument: Sendable {
    /// A category with the one above it.
    struct Category: Sendable {
        var name: String
        var parent: Reference?
    }

    /// A category named in this file's words: `Name`, or `prefix:Name` with a prefix that the file declares.
    struct Reference: Hashable, Sendable {
        /// nil for a prefix that the file does not declare: nothing on the device can be meant.
        var namespace: String?
        var name: String
    }

    /// The target namespace; empty for a file that declares none.
    var namespace = ""
    /// By name as written; ADMX names are XML names and compare letter by letter within a file.
    var categories: [String: Category] = [:]
    /// In document order.
    var policies: [ADMXPolicy] = []
}

/// One policy of an ADMX file.
struct ADMXPolicy: Sendable {
    /// Whose settings it belongs to (`class`).
    enum Scope: String, Sendable {
        case machine = "Machine"
        case user = "User"
        case both = "Both"
    }

    var name: String
    var scope: Scope
    var category: ADMXDocument.Reference
    /// Every registry key that the policy or one of its elements writes to, as written.
    var registryKeys: [String]
    /// The inputs that the policy editor shows, in document order.
    var elements: [ADMXElement]
}

/// One input of a policy.
struct ADMXElement: Sendable {
    /// What a data element may hold (windows-csp.md 4.6).
    enum Kind: Sendable {
        /// One string; the longest in UTF-16 units, when the file states one.
        case text(maxLength: Int?)
        /// Strings joined by U+F000.
        case multiText(maxLength: Int?, maxStrings: Int?)
        /// Pairs of name and value joined by U+F000.
        case list
        /// true, false, 1 or 0.
        case boolean
        /// One of the items, by its number or its string.
        case enumeration([Item])
        /// A number without sign; bounds are inclusive.
        case decimal(ClosedRange<UInt64>)
    }

    /// The value of an enumeration's item.
    enum Item: Hashable, Sendable {
        case number(UInt64)
        case string(String)
    }

    var id: String
    var kind: Kind
    /// The file says that the input may not be left empty.
    var isRequired: Bool
}
