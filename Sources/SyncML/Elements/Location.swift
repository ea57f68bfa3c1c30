/// `Target` or `Source`: an address and, optionally, a name for people (oma-dm.md 1.5).
public struct Location: Hashable, Sendable {
    /// The address, blanks at both ends removed. Empty when the element was missing or empty.
    public var locURI: String
    /// A display name; in the SyncHdr of a client message the user name when MD5 or MAC is used.
    public var locName: String?
    /// `Filter` and anything else that DM does not use.
    public var unknown: [UnknownElement]

    public init(_ locURI: String, locName: String? = nil, unknown: [UnknownElement] = []) {
        self.locURI = locURI
        self.locName = locName
        self.unknown = unknown
    }
}
