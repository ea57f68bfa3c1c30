/// What a capture says of itself: the first line of a file in the format of Espalier (docs/captures.md).
public struct CaptureHeader: Hashable, Sendable {
    /// The format that this version writes, and the newest that it reads.
    public static let currentVersion = 1

    public var version: Int
    /// What the capture was made from, such as `har`; nil when it is not told.
    public var source: String?
    /// True when secrets were replaced.
    public var isRedacted: Bool

    public init(version: Int = currentVersion, source: String? = nil, isRedacted: Bool = false) {
        self.version = version
        self.source = source
        self.isRedacted = isRedacted
    }
}
