/// `Target` or `Source`: an address and, optionally, a name for people (oma-dm.md 1.5).
public struct Location: Hashable, Sendable {
    /// The address, blanks at both ends removed. Empty when the element was missing or empty.
    public var locURI: String
    private var seldom: Seldom<SeldomFields>

    private struct SeldomFields: Hashable, Sendable {
        var locName: String?
        var unknown: [UnknownElement] = []

        static let empty = SeldomFields()
    }

    public init(_ locURI: String, locName: String? = nil, unknown: [UnknownElement] = []) {
        self.locURI = locURI
        seldom =
            locName == nil && unknown.isEmpty
            ? Seldom() : Seldom(SeldomFields(locName: locName, unknown: unknown), empty: .empty)
    }
}

extension Location {
    /// A display name; in the SyncHdr of a client message the user name when MD5 or MAC is used.
    public var locName: String? {
        get { seldom.fields?.locName }
        set { seldom.update(empty: .empty) { $0.locName = newValue } }
    }

    /// `Filter` and anything else that DM does not use.
    public var unknown: [UnknownElement] {
        get { seldom.fields?.unknown ?? [] }
        set { seldom.update(empty: .empty) { $0.unknown = newValue } }
    }
}
